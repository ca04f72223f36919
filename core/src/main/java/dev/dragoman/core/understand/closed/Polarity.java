package dev.dragoman.core.understand.closed;

import dev.dragoman.core.bot.Question.Meaning;
import org.jspecify.annotations.Nullable;

/// Reads whether a reply says yes, no or "I don't know": by how it begins, else by how it ends.
final class Polarity {
  private static final int MAX_TAIL = 8;
  private static final int SKIPPED = Role.bits(Role.FILLER, Role.CORRECTION, Role.BUT);

  private Polarity() {}

  /// The meaning of the reply, [Meaning#OTHER] when it says none of the three.
  static Meaning of(Reading reading) {
    if (reading.has(Role.UNKNOWN, 0, reading.size()) && !asks(reading)) {
      return Meaning.UNKNOWN;
    }
    Reading.Span lead = lead(reading);
    Meaning meaning = lead == null ? Meaning.OTHER : meaning(reading, lead);
    if (meaning == Meaning.YES
        && lead != null
        && (isTakenBack(reading, lead) || isMereOpening(reading, lead))) {
      return Meaning.OTHER;
    }
    return meaning == Meaning.OTHER ? tail(reading) : meaning;
  }

  private static boolean asks(Reading reading) {
    return reading.size() > 0 && reading.isAsked(0);
  }

  /// The first phrase that is not mere padding, if nothing unknown stands before it.
  private static Reading.@Nullable Span lead(Reading reading) {
    int next = 0;
    for (Reading.Span span : reading.spans) {
      if (span.from() != next) {
        return null;
      }
      next = span.to();
      if (meaning(reading, span) != Meaning.OTHER) {
        return span;
      }
      if ((span.roles() & SKIPPED) == 0) {
        return null;
      }
    }
    return null;
  }

  private static Meaning meaning(Reading reading, Reading.Span span) {
    boolean alone = reading.isEmpty(span.to(), reading.endOfClause(span.to() - 1));
    if (reading.isAsked(span.from()) || (span.has(Role.ONLY) && !alone)) {
      return Meaning.OTHER;
    }
    if (span.has(Role.YES) || (span.has(Role.SHORT_YES) && alone)) {
      return Meaning.YES;
    }
    return span.has(Role.NO) || (span.has(Role.SHORT_NO) && alone) ? Meaning.NO : Meaning.OTHER;
  }

  /// "Yes, but not today": a limit with a negation makes the yes doubtful.
  private static boolean isTakenBack(Reading reading, Reading.Span lead) {
    for (Reading.Span but : reading.spans) {
      if (but.from() >= lead.to() && but.has(Role.BUT)) {
        return reading.has(Role.NEGATION, but.to(), reading.endOfClause(but.to() - 1));
      }
    }
    return false;
  }

  /// "Ok, how much is it?": before a question only yes itself is an answer.
  private static boolean isMereOpening(Reading reading, Reading.Span lead) {
    return !lead.has(Role.PLAIN) && reading.isAsked(reading.size() - 1);
  }

  /// A short reply may end in its yes or no: "see you thursday 👍".
  private static Meaning tail(Reading reading) {
    if (reading.size() > MAX_TAIL || reading.spans.isEmpty()) {
      return Meaning.OTHER;
    }
    Reading.Span last = reading.spans.get(reading.spans.size() - 1);
    boolean ends = last.to() == reading.size() && reading.beginsClause(last.from());
    boolean sign =
        last.to() == reading.size()
            && !Character.isLetter(reading.words.get(last.from()).codePointAt(0));
    return ends || sign ? meaning(reading, last) : Meaning.OTHER;
  }
}
