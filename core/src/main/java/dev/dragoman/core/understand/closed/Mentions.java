package dev.dragoman.core.understand.closed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks for whole labels and synonyms inside a reply and decides which of them is meant.
final class Mentions {
  private static final int MAX_GAP = 3;
  private static final double WHOLE = 0.8;
  private static final double CORRECTED = 0.85;

  private final Evidence evidence;
  private final Reading reading;
  private final List<Mention> all = new ArrayList<>();

  /// A phrase found in the reply, both ends inclusive; `mass` says how much it explains.
  record Mention(
      Phrasing phrasing, int from, int to, double quality, double mass, boolean negated) {
    boolean overlaps(Mention other) {
      return from <= other.to && other.from <= to;
    }

    int answer() {
      return phrasing.answer();
    }
  }

  Mentions(Evidence evidence, List<Phrasing> phrasings) {
    this.evidence = evidence;
    this.reading = evidence.reading;
    for (Phrasing phrasing : phrasings) {
      if (phrasing.source() != Rule.EXAMPLES && hasWords(phrasing)) {
        for (int from = 0; from < reading.size(); from++) {
          addAt(phrasing, from);
        }
      }
    }
    all.removeIf(mention -> all.stream().anyMatch(other -> covers(other, mention)));
    all.sort(Comparator.comparingInt(Mention::from));
  }

  private static boolean hasWords(Phrasing phrasing) {
    return phrasing.parts().stream().anyMatch(part -> !part.equals(Phrasing.NOT));
  }

  private static boolean covers(Mention large, Mention small) {
    return large.overlaps(small) && large.mass > small.mass + 1e-9;
  }

  private void addAt(Phrasing phrasing, int from) {
    List<String> parts = phrasing.parts();
    double[] sums = new double[2];
    int at = from;
    int last = from;
    boolean negated = reading.isNegated(from);
    boolean opened = false;
    for (String part : parts) {
      int limit = at == from ? from : last + MAX_GAP;
      if (at > from && reading.has(last, Role.NEGATION)) {
        limit = Math.min(limit, reading.endOfClause(last) - 1);
      }
      int found = find(part, at, limit, from, sums);
      if (found < 0) {
        return;
      }
      if (!opened && reading.isNegated(found) != negated) {
        return;
      }
      opened |= part.equals(Phrasing.NOT);
      last = found;
      at = found + 1;
    }
    double quality = sums[0] / parts.size();
    if (quality >= Likeness.SAME && (!phrasing.bare() || isAlone(from, last))) {
      all.add(new Mention(phrasing, from, last, quality, sums[1], negated || isTurned(last)));
    }
  }

  /// The first word of the same sentence that stands for the part, adding its quality and mass.
  private int find(String part, int from, int limit, int first, double[] sums) {
    for (int i = from; i <= limit && i < reading.size(); i++) {
      if (reading.sentence(i) != reading.sentence(first)) {
        return -1;
      }
      double quality = quality(part, i);
      if (quality >= Likeness.SAME) {
        sums[0] += quality;
        sums[1] += quality;
        return i;
      }
    }
    return -1;
  }

  private double quality(String part, int word) {
    if (part.equals(Phrasing.NOT)) {
      return reading.has(word, Role.NEGATION) ? 1 : 0;
    }
    return evidence.like(word, evidence.vocabulary().id(part));
  }

  private boolean isAlone(int from, int to) {
    int begin = from;
    while (!reading.beginsClause(begin)) {
      begin--;
    }
    boolean plain = from == to && reading.has(from, Role.PLAIN);
    return !plain
        && reading.isEmpty(begin, from)
        && reading.isEmpty(to + 1, reading.endOfClause(to));
  }

  /// "Definitely not": a negation that ends the clause right after the mention.
  private boolean isTurned(int last) {
    return last + 1 < reading.size()
        && reading.clause(last + 1) == reading.clause(last)
        && reading.has(last + 1, Role.NEGATION)
        && reading.endOfClause(last + 1) == last + 2;
  }

  /// What the mentions say, or null when there are none that count.
  @Nullable Verdict verdict() {
    List<Mention> meant = meant();
    if (meant.isEmpty()) {
      return null;
    }
    Mention first = meant.get(0);
    Mention last = meant.get(meant.size() - 1);
    Mention rival =
        meant.stream().filter(each -> each.answer() != last.answer()).findFirst().orElse(null);
    if (rival == null) {
      Mention best = meant.stream().max(Comparator.comparingDouble(Mention::mass)).orElseThrow();
      if (isOneOfTwo(best)) {
        return Verdict.refuse(best.answer(), WHOLE * best.quality);
      }
      return Verdict.accept(best.answer(), score(best), best.phrasing().source());
    }
    List<Mention> kept = meant.stream().filter(each -> !isDismissed(each)).toList();
    if (!kept.isEmpty() && kept.stream().allMatch(each -> each.answer() == kept.get(0).answer())) {
      return Verdict.accept(kept.get(0).answer(), CORRECTED, kept.get(0).phrasing().source());
    }
    if (!first.overlaps(last) && isCorrected(first, last)) {
      return Verdict.accept(last.answer(), CORRECTED * last.quality, last.phrasing().source())
          .with(first.answer(), WHOLE * first.quality);
    }
    return Verdict.refuse(first.answer(), WHOLE * first.quality);
  }

  /// "Card or cheque" where the list has only one of them: nobody can say which is meant.
  private boolean isOneOfTwo(Mention mention) {
    for (Reading.Span span : reading.spans) {
      int sentence = reading.sentence(span.from());
      if (!span.has(Role.OR) || sentence != reading.sentence(mention.from)) {
        continue;
      }
      if (span.to() <= mention.from && reading.isEmpty(span.to(), mention.from)) {
        return says(0, span.from(), sentence);
      }
      if (span.from() > mention.to && reading.isEmpty(mention.to + 1, span.from())) {
        return says(span.to(), reading.size(), sentence);
      }
    }
    return false;
  }

  /// Whether anything of weight is said there that is not "whatever".
  private boolean says(int from, int to, int sentence) {
    for (int i = from; i < to; i++) {
      boolean open = reading.has(i, Role.ANY) || reading.has(i, Role.CORRECTION);
      if (open && reading.sentence(i) == sentence) {
        return false;
      }
    }
    for (int i = from; i < to; i++) {
      if (!reading.isEmpty(i) && reading.sentence(i) == sentence) {
        return true;
      }
    }
    return false;
  }

  /// "The phone I never answer": a negation follows in the clause and nothing mentioned after it.
  private boolean isDismissed(Mention mention) {
    int end = reading.endOfClause(mention.to);
    return reading.has(Role.NEGATION, mention.to + 1, end)
        && all.stream().noneMatch(each -> each.from > mention.to && each.from < end);
  }

  private List<Mention> meant() {
    return all.stream().filter(each -> !each.negated && !isAsked(each)).toList();
  }

  private boolean isAsked(Mention mention) {
    return reading.isAsked(mention.from) && !mention.phrasing.asked();
  }

  private boolean isCorrected(Mention first, Mention last) {
    for (Reading.Span span : reading.spans) {
      boolean between = span.from() > first.to && span.to() <= last.from;
      boolean no = span.has(Role.NO) && reading.beginsClause(span.from());
      if (between && (span.has(Role.CORRECTION) || no)) {
        return true;
      }
    }
    return false;
  }

  private double score(Mention mention) {
    double rest = 0;
    for (int i = 0; i < reading.size(); i++) {
      boolean inside = i >= mention.from && i <= mention.to;
      rest += inside ? 0 : evidence.weight(i);
    }
    double explained = mention.mass / (mention.mass + rest);
    return mention.quality * (WHOLE + (1 - WHOLE) * explained);
  }

  /// The answer that is mentioned only to be turned down, or [Verdict#NOBODY].
  int denied() {
    for (Mention mention : all) {
      if (mention.negated && !isAsked(mention)) {
        return mention.answer();
      }
    }
    return Verdict.NOBODY;
  }
}
