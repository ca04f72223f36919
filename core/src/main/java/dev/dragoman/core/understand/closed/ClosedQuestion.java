package dev.dragoman.core.understand.closed;

import dev.dragoman.core.model.Language;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A closed question made ready: tells which of its answers a free reply means.
///
/// Rules are tried in the order of [Rule]; the first that says yes or no decides. A reply that asks
/// something, turns an answer down or fits two of them is none. The same arguments give the same
/// result on every machine. Immutable and thread-safe; made once when a bot loads.
public final class ClosedQuestion {
  private final List<AnswerSpec> answers;
  private final Map<String, Matcher> byLanguage;
  private final Matcher first;

  private ClosedQuestion(List<AnswerSpec> answers, Map<String, Matcher> byLanguage, Matcher first) {
    this.answers = answers;
    this.byLanguage = byLanguage;
    this.first = first;
  }

  /// Prepares the answers, in the order they are shown, for replies in some languages.
  ///
  /// @param languages ISO 639-1 codes, at least one; the first is used for replies in any other
  /// @throws IllegalArgumentException without an answer or a language, or when two answers share
  ///     an id
  public static ClosedQuestion compile(List<AnswerSpec> answers, List<String> languages) {
    if (answers.isEmpty() || languages.isEmpty()) {
      throw new IllegalArgumentException("a closed question has answers and a language");
    }
    if (answers.stream().map(AnswerSpec::id).distinct().count() < answers.size()) {
      throw new IllegalArgumentException("two answers share an id");
    }
    List<AnswerSpec> kept = List.copyOf(answers);
    Map<String, Matcher> byLanguage = new TreeMap<>();
    Matcher first = new Matcher(kept, new Language(languages.get(0)));
    for (String language : languages.subList(1, languages.size())) {
      byLanguage.computeIfAbsent(language, code -> new Matcher(kept, new Language(code)));
    }
    byLanguage.put(languages.get(0), first);
    return new ClosedQuestion(kept, byLanguage, first);
  }

  /// What a reply means of which nobody knows whether it was typed: an answer's id is a pressed
  /// button, anything else is read as by [#typed].
  public Classified classify(String reply, String language) {
    Classified pressed = pressed(reply);
    return pressed.accepted() ? pressed : typed(reply, language);
  }

  /// The answer of a button that was pressed; none when the question has no such id.
  public Classified pressed(String id) {
    for (AnswerSpec answer : answers) {
      if (answer.id().equals(id)) {
        return new Classified(id, 1, Rule.BUTTON_ID, null);
      }
    }
    return new Classified(null, 0, Rule.NONE, null);
  }

  /// Which answer a text means that the contact typed. Ids count for nothing here: contacts do not
  /// see them, and a short one may be a word of its own.
  ///
  /// @param text of a long one only the first 1,000 characters and 50 words count
  /// @param language ISO 639-1 code of the conversation's language
  public Classified typed(String text, String language) {
    Verdict verdict = byLanguage.getOrDefault(language, first).verdict(text);
    String accepted = verdict.answer() < 0 ? null : answers.get(verdict.answer()).id();
    Classified.RunnerUp second =
        verdict.second() < 0 || verdict.secondScore() <= 0
            ? null
            : new Classified.RunnerUp(answers.get(verdict.second()).id(), verdict.secondScore());
    return new Classified(accepted, Math.min(1, verdict.score()), verdict.rule(), second);
  }
}
