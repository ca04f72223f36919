package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Question;
import dev.dragoman.server.botfile.shape.Shapes;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what a step asks.
final class Questions {
  private static final int MOST_ANSWERS = 100;
  private static final Map<String, Question.Meaning> MEANINGS =
      Map.of(
          "yes", Question.Meaning.YES,
          "no", Question.Meaning.NO,
          "unknown", Question.Meaning.UNKNOWN);

  private final Scope scope;
  private final Forms forms;
  private final DerivedIds ids;

  Questions(Scope scope, Forms forms, DerivedIds ids) {
    this.scope = scope;
    this.forms = forms;
    this.ids = ids;
  }

  /// The question of a step, or null when it asks none; `path` is the place of its `ask`.
  @Nullable Question read(@Nullable Doc ask) {
    if (ask == null) {
      return null;
    }
    if (ask instanceof Doc.Scalar word) {
      checkKey(word, word.text());
      return new Question.Open(new Question.Ask(word.text(), 1, List.of(), null), null);
    }
    Section section = Section.open(ask, Shapes.ASK, scope.report());
    if (section == null) {
      return null;
    }
    Question.Ask around = around(section);
    Doc closed = section.get("closed");
    if (closed == null) {
      return open(section, around);
    }
    if (section.truth("open") || section.has("entity")) {
      scope.report().add(section.place(), "open-or-closed", "a closed question is not open too");
    }
    return closed(section, closed, around);
  }

  private Question closed(Section section, Doc closed, Question.Ask around) {
    List<Question.Answer> answers = answers(closed);
    Question.CatchAll rest = catchAll(section.get("catch-all"));
    boolean awaited = answers.stream().anyMatch(Questions::isTrigger);
    if (!awaited) {
      boolean numbered = "numbered".equals(section.text("show"));
      return new Question.Closed(around, answers, rest, numbered);
    }
    if (answers.size() > 1 || rest.target() != null || section.has("show")) {
      scope
          .report()
          .add(
              closed.place(),
              "request-trigger",
              Question.REQUEST_TRIGGER + " must be the only answer and is never shown");
    }
    Question.Answer trigger = answers.getFirst();
    return new Question.Awaited(around, trigger.target(), trigger.hook());
  }

  private static boolean isTrigger(Question.Answer answer) {
    return answer.label().templates().values().stream()
        .anyMatch(
            template ->
                template.isLiteral()
                    && template.literalText().strip().equals(Question.REQUEST_TRIGGER));
  }

  private Question.CatchAll catchAll(@Nullable Doc doc) {
    if (!(doc instanceof Doc.Entries full) || full.has("type")) {
      return new Question.CatchAll(forms.target(scope.target(doc)), null);
    }
    Section section = Section.open(doc, Shapes.CATCH_ALL, scope.report());
    return section == null
        ? new Question.CatchAll(null, null)
        : new Question.CatchAll(
            forms.target(scope.target(section.get("go"))),
            forms.hook(new Arrows(scope).hook(section.get("hook"))));
  }

  private Question open(Section section, Question.Ask around) {
    if (section.has("catch-all")) {
      section.refuse("catch-all", "open-or-closed", "belongs to a closed question");
    }
    return new Question.Open(around, Entities.known(section, "entity", scope));
  }

  private Question.Ask around(Section section) {
    String save = section.text("save");
    Doc saved = section.get("save");
    if (save != null && saved != null) {
      checkKey(saved, save);
    }
    List<Action> notUnderstood = Fallbacks.actions(section.get("not-understood"), scope, forms);
    int retries = section.whole("retries", 0, 20, notUnderstood.isEmpty() ? 0 : 1);
    return new Question.Ask(save, retries, notUnderstood, timeout(section.get("timeout")));
  }

  private void checkKey(Doc at, String key) {
    boolean good =
        !key.isEmpty()
            && key.length() <= 100
            && key.codePoints().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    if (!good) {
      scope
          .report()
          .add(at.place(), "wrong-name", "must consist of letters, digits and underscores");
    }
  }

  private Question.@Nullable Timeout timeout(@Nullable Doc doc) {
    Section section = doc == null ? null : Section.open(doc, Shapes.TIMEOUT, scope.report());
    if (section == null) {
      return null;
    }
    OptionalLong after = Durations.millis(section.text("after", "5m"));
    if (after.isEmpty()) {
      section.refuse("after", "wrong-duration", "must be a duration such as 30s, 5m, 1h30m or 3d");
    }
    var target = forms.target(scope.target(section.get("go")));
    var hook = forms.hook(new Arrows(scope).hook(section.get("hook")));
    return target == null ? null : new Question.Timeout(after.orElse(1_000), target, hook);
  }

  private List<Question.Answer> answers(Doc closed) {
    List<Question.Answer> answers = new ArrayList<>();
    switch (closed) {
      case Doc.Items items -> items.items().forEach(item -> add(answers, answer(item)));
      case Doc.Entries mapping ->
          mapping.entries().forEach((label, entry) -> add(answers, labelled(label, entry)));
      case Doc.Scalar scalar ->
          scope.report().add(scalar.place(), "wrong-kind", "must be a list of answers");
    }
    if (answers.size() > MOST_ANSWERS || answers.isEmpty()) {
      scope
          .report()
          .add(closed.place(), "out-of-bounds", "must have 1..%d answers".formatted(MOST_ANSWERS));
    }
    checkUnique(closed.place(), answers);
    return answers;
  }

  private void checkUnique(Place place, List<Question.Answer> answers) {
    Set<String> seen = new HashSet<>();
    for (Question.Answer answer : answers) {
      if (!seen.add(answer.id())) {
        scope.report().add(place, "duplicate-answer", "has two answers with one id or label");
      }
    }
  }

  private static void add(List<Question.Answer> answers, Question.@Nullable Answer answer) {
    if (answer != null) {
      answers.add(answer);
    }
  }

  private Question.@Nullable Answer answer(Doc item) {
    if (item instanceof Doc.Scalar label) {
      return plain(label, null);
    }
    Section section = Section.open(item, Shapes.ANSWER, scope.report());
    if (section == null) {
      return null;
    }
    if (!section.has("label")) {
      scope.report().add(item.place(), "missing-key", "'label' is required");
      return null;
    }
    return full(section, section.get("label"));
  }

  private Question.@Nullable Answer labelled(String label, Doc.Entry entry) {
    Doc shown = Wire.text(entry.keyPlace(), label);
    if (entry.value() instanceof Doc.Scalar go) {
      return plain(shown, go.isNothing() ? null : go);
    }
    Section section = Section.open(entry.value(), Shapes.ANSWER, scope.report());
    return section == null
        ? null
        : full(section, section.has("label") ? section.get("label") : shown);
  }

  private Question.@Nullable Answer plain(Doc label, @Nullable Doc go) {
    Phrase phrase = forms.phrase(label);
    return phrase == null
        ? null
        : new Question.Answer(
            ids.answer(label.place().path(), phrase),
            phrase,
            Question.Hints.NONE,
            forms.target(scope.target(go)),
            null,
            false);
  }

  private Question.@Nullable Answer full(Section section, @Nullable Doc label) {
    Phrase phrase = forms.phrase(label);
    if (phrase == null) {
      return null;
    }
    String id = section.text("id");
    return new Question.Answer(
        id == null ? ids.answer(section.place().path(), phrase) : id,
        phrase,
        hints(section),
        forms.target(scope.target(section.get("go"))),
        forms.hook(new Arrows(scope).hook(section.get("hook"))),
        section.truth("optout"));
  }

  private Question.Hints hints(Section section) {
    String means = section.text("means");
    Question.Meaning meaning = means == null ? Question.Meaning.OTHER : MEANINGS.get(means);
    if (meaning == null) {
      section.refuse("means", "wrong-word", "must be yes, no or unknown");
      meaning = Question.Meaning.OTHER;
    }
    return new Question.Hints(
        section.texts("synonyms"),
        section.texts("examples"),
        Ranges.read(section.get("range"), scope.report()),
        meaning);
  }
}
