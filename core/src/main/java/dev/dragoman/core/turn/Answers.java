package dev.dragoman.core.turn;

import dev.dragoman.core.bot.HookCall;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.understand.closed.Classified;
import dev.dragoman.core.understand.closed.ClosedQuestion;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a text as the answer to the question of a step.
final class Answers {
  private final Expansion expansion;
  private final String mainLanguage;
  private final ValueTypes types;
  private final Map<String, ClosedQuestion> closedByStepId;

  Answers(
      Expansion expansion,
      String mainLanguage,
      ValueTypes types,
      Map<String, ClosedQuestion> closedByStepId) {
    this.expansion = expansion;
    this.mainLanguage = mainLanguage;
    this.types = types;
    this.closedByStepId = closedByStepId;
  }

  /// An accepted answer: its value, the address of the file that came with it or null, where it
  /// leads (null: where `next` says) and what it calls.
  record Answered(
      Value value, @Nullable String fileUrl, Way way, @Nullable String label, boolean optout) {
    /// Keeps it under its name, and the address of a file beside it: no file, no address, also not
    /// that of an earlier answer.
    void keep(String key, Run run) {
      run.store(key, value);
      if (fileUrl != null) {
        run.store(key + Enclosed.FILE_URL, Value.of(fileUrl));
      } else {
        run.forget(key + Enclosed.FILE_URL);
      }
    }

    Work.Answered reported(Step step, Input.Text text, Run run) {
      var at = run.session().at();
      return new Work.Answered(
          step,
          step.question(),
          text.text(),
          label,
          at.askedNanos(),
          at.sentText(),
          optout ? new Work.Occasion.OptOut() : new Work.Occasion.Response());
    }
  }

  /// Where an answer leads (null: where `next` says) and what it calls on the way.
  record Way(@Nullable Target target, @Nullable HookCall hook) {
    static final Way NEXT = new Way(null, null);
  }

  /// What is reported when the question of the step is over without an answer.
  static Work.Answered silence(Step step, Run run) {
    var at = run.session().at();
    return new Work.Answered(
        step,
        step.question(),
        "",
        null,
        at.askedNanos(),
        at.sentText(),
        new Work.Occasion.Silence());
  }

  /// What is reported when nothing was asked.
  static Work.Answered unasked(Step step, Run run) {
    var at = run.session().at();
    String said = run.input() instanceof Input.Text text ? text.text() : "";
    return new Work.Answered(
        step,
        step.question() instanceof Question.Awaited ? null : step.question(),
        said,
        null,
        at.askedNanos(),
        at.sentText(),
        new Work.Occasion.Response());
  }

  Optional<Answered> read(Step step, Input.Text text, Run run) {
    return switch (step.question()) {
      case null -> Optional.empty();
      case Question.Open open -> open(open, text);
      case Question.Closed closed -> closed(step, closed, text, run);
      case Question.Awaited _ -> Optional.empty();
    };
  }

  private Optional<Answered> open(Question.Open open, Input.Text text) {
    Enclosed enclosed = Enclosed.in(text);
    if (open.entity() == null) {
      return enclosed.isEmpty()
          ? Optional.empty()
          : Optional.of(said(open, enclosed.value(), enclosed.fileUrl()));
    }
    return text.understood().entities().stream()
        .filter(span -> span.type().equals(open.entity()))
        .findFirst()
        .map(span -> said(open, Value.of(span.value()), enclosed.fileUrl()));
  }

  private Answered said(Question.Open open, Value value, @Nullable String fileUrl) {
    String key = open.ask().save();
    return new Answered(
        key == null ? value : types.typed(key, value), fileUrl, Way.NEXT, null, false);
  }

  private Optional<Answered> closed(Step step, Question.Closed closed, Input.Text text, Run run) {
    ClosedQuestion compiled = closedByStepId.get(step.id());
    if (compiled == null) {
      return Optional.empty();
    }
    Classified classified = compiled.typed(text.text(), run.session().language());
    run.tried(
        new Why.Tried.AnswerTested(
            classified.answerId(), classified.rule().name(), classified.score()));
    Optional<Question.Answer> answer =
        closed.answers().stream().filter(one -> one.id().equals(classified.answerId())).findFirst();
    if (answer.isPresent()) {
      return Optional.of(accepted(answer.get(), run));
    }
    Way rest = new Way(closed.rest().target(), closed.rest().hook());
    return rest.target() == null ? Optional.empty() : Optional.of(anything(text, rest));
  }

  private static Answered anything(Input.Text text, Way rest) {
    Enclosed enclosed = Enclosed.in(text);
    return new Answered(enclosed.value(), enclosed.fileUrl(), rest, Question.DEFAULT, false);
  }

  /// The label in the bot's main language, so that conditions hold whatever language was spoken.
  private Answered accepted(Question.Answer answer, Run run) {
    String label = expansion.fill(answer.label().in(mainLanguage, mainLanguage), run);
    Way way = new Way(answer.target(), answer.hook());
    return new Answered(Value.of(label), null, way, label, answer.optout());
  }
}
