package dev.dragoman.core.understand.closed;

import dev.dragoman.core.bot.Question.Meaning;
import dev.dragoman.core.model.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The answers of a question prepared for replies in one language. Immutable after construction.
final class Matcher {
  private static final List<Role> CONCEPTS =
      List.of(Role.UNKNOWN, Role.ANY, Role.NEITHER, Role.ALL, Role.OTHER, Role.PERSON);
  private static final List<Role> REFUSALS =
      List.of(Role.UNKNOWN, Role.NEITHER, Role.ALL, Role.STALL);
  private static final List<Role> WEAK = List.of(Role.OTHER, Role.ALL, Role.NEITHER);
  private static final double SURE = 0.78;
  private static final double BY_CONCEPT = 0.85;
  private static final double BY_MEANING = 0.9;

  private final int answers;
  private final Language language;
  private final Lexicon lexicon;
  private final Map<String, Verdict> exact = new HashMap<>();
  private final Map<Role, Integer> concepts = new EnumMap<>(Role.class);
  private final Map<Meaning, Integer> meanings = new EnumMap<>(Meaning.class);
  private final List<Phrasing> phrasings = new ArrayList<>();
  private final List<Set<String>> words = new ArrayList<>();
  private final List<Set<String>> wordsWithExamples = new ArrayList<>();
  private final Vocabulary vocabulary;
  private final Ranges ranges;

  Matcher(List<AnswerSpec> specs, Language language) {
    this.answers = specs.size();
    this.language = language;
    this.lexicon = Lexicon.of(language.code());
    for (int i = 0; i < answers; i++) {
      addPhrases(i, Rule.LABEL, specs.get(i).labels());
      addPhrases(i, Rule.SYNONYM, specs.get(i).hints().synonyms());
      words.add(wordsOf(i));
      addPhrases(i, Rule.EXAMPLES, specs.get(i).hints().examples());
      wordsWithExamples.add(wordsOf(i));
      addMeaning(i, specs.get(i).hints().meaning());
    }
    this.vocabulary = new Vocabulary(wordsWithExamples, lexicon);
    List<dev.dragoman.core.bot.Question.@Nullable Range> all = new ArrayList<>();
    specs.forEach(spec -> all.add(spec.hints().range()));
    this.ranges = new Ranges(all, specs.stream().flatMap(spec -> spec.labels().stream()).toList());
  }

  private void addPhrases(int answer, Rule source, List<String> phrases) {
    for (String phrase : phrases) {
      Words cut = Words.of(phrase);
      Verdict verdict = Verdict.accept(answer, 1, source);
      addExact(source == Rule.EXAMPLES ? "" : phrase.strip(), verdict);
      addExact(cut.joined(), verdict);
      if (!cut.words().isEmpty()) {
        Reading reading = new Reading(cut, lexicon);
        phrasings.add(Phrasing.of(answer, source, reading));
        addConcepts(answer, source, reading);
      }
    }
  }

  /// A phrase of two answers says nothing; one of an earlier kind goes first.
  private void addExact(String phrase, Verdict verdict) {
    Verdict known = exact.get(phrase);
    if (phrase.isEmpty()) {
      return;
    }
    if (known == null) {
      exact.put(phrase, verdict);
    } else if (known.answer() != verdict.answer() && known.rule() == verdict.rule()) {
      exact.put(phrase, Verdict.refuse(known.answer(), known.score()));
    }
  }

  private void addConcepts(int answer, Rule source, Reading reading) {
    for (Reading.Span span : reading.spans) {
      boolean whole = span.from() == 0 && span.to() == reading.size();
      for (Role concept : CONCEPTS) {
        if (whole && source != Rule.EXAMPLES && span.has(concept)) {
          concepts.putIfAbsent(concept, answer);
        }
      }
      boolean leads = span.from() == 0 && source == Rule.LABEL && span.has(Role.PLAIN);
      if (leads && (whole || reading.beginsClause(span.to()))) {
        addMeaningOfLead(answer, span);
      }
    }
  }

  private void addMeaningOfLead(int answer, Reading.Span span) {
    if (span.has(Role.YES)) {
      meanings.putIfAbsent(Meaning.YES, answer);
    } else if (span.has(Role.NO)) {
      meanings.putIfAbsent(Meaning.NO, answer);
    }
  }

  private void addMeaning(int answer, Meaning meaning) {
    if (meaning != Meaning.OTHER) {
      meanings.put(meaning, answer);
    }
    if (meaning == Meaning.UNKNOWN) {
      concepts.put(Role.UNKNOWN, answer);
    }
  }

  private Set<String> wordsOf(int answer) {
    return Vocabulary.setOf(
        phrasings.stream()
            .filter(each -> each.answer() == answer)
            .map(each -> each.parts().stream().filter(part -> !part.equals(Phrasing.NOT)).toList())
            .toList());
  }

  /// What the reply means; tries the rules in their order.
  Verdict verdict(String reply) {
    Words cut = Words.of(reply);
    Verdict whole = exact.getOrDefault(reply.strip(), exact.get(cut.joined()));
    if (whole != null) {
      return whole;
    }
    if (cut.words().isEmpty()) {
      return Verdict.refuse(Verdict.NOBODY, 0);
    }
    Reading reading = new Reading(cut, lexicon);
    Evidence evidence = new Evidence(reading, vocabulary);
    Mentions mentions = new Mentions(evidence, phrasings);
    Verdict verdict = mentions.verdict();
    if (verdict != null && contradicts(reading, verdict)) {
      verdict = null;
    }
    if (verdict == null && !ranges.any() && !namesPlaces(reading)) {
      verdict = Positions.verdict(reading, lexicon, answers);
    }
    if (verdict == null) {
      verdict = byMeaning(reading, mentions);
    }
    if (verdict == null && ranges.any() && !reading.isAsked(0)) {
      verdict = ranges.verdict(reply, reading, language);
    }
    return verdict != null
        ? verdict
        : new Similarity(evidence).verdict(phrasings, words, wordsWithExamples);
  }

  /// "Quarto" is the fourth, but not among rooms: the words of answers go before places.
  private boolean namesPlaces(Reading reading) {
    for (String word : reading.words) {
      if (lexicon.number(word) > 0 && vocabulary.id(word) >= 0) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Verdict byMeaning(Reading reading, Mentions mentions) {
    for (Role concept : CONCEPTS) {
      Integer answer = concepts.get(concept);
      if (answer != null && says(reading, concept)) {
        Rule rule = concept == Role.UNKNOWN ? Rule.MEANING : Rule.SYNONYM;
        return Verdict.accept(answer, BY_CONCEPT, rule);
      }
    }
    Meaning meaning = meanings.isEmpty() ? Meaning.OTHER : Polarity.of(reading);
    if (meaning == Meaning.OTHER && isYes(mentions.denied())) {
      meaning = Meaning.NO;
    }
    Integer answer = meanings.get(meaning);
    if (answer != null) {
      return Verdict.accept(answer, BY_MEANING, Rule.MEANING);
    }
    boolean refused = REFUSALS.stream().anyMatch(role -> says(reading, role));
    return refused ? Verdict.refuse(Verdict.NOBODY, 0) : null;
  }

  /// Whether the reply says yes where a mention that is not spelt so says no, or the reverse.
  private boolean contradicts(Reading reading, Verdict mention) {
    if (mention.answer() < 0
        || mention.score() >= SURE
        || !meanings.containsValue(mention.answer())) {
      return false;
    }
    Integer said = meanings.get(Polarity.of(reading));
    return said != null && said != mention.answer();
  }

  private boolean isYes(int answer) {
    Integer yes = meanings.get(Meaning.YES);
    return yes != null && yes == answer;
  }

  /// "Another" says "something else" only where nothing says what, "all" only where not "all day".
  private static boolean isAlone(Reading reading, Reading.Span span) {
    return span.to() - span.from() > 1
        || (reading.isEmpty(0, span.from())
            && reading.isEmpty(span.to(), reading.endOfClause(span.to() - 1)));
  }

  private static boolean says(Reading reading, Role role) {
    for (Reading.Span span : reading.spans) {
      boolean plain = !reading.isAsked(span.from()) && !reading.isNegated(span.from());
      if (span.has(role) && plain && (!WEAK.contains(role) || isAlone(reading, span))) {
        return true;
      }
    }
    return false;
  }
}
