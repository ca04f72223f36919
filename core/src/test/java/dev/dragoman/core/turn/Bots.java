package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.HookCall;
import dev.dragoman.core.bot.Intent;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.bot.Trigger;
import dev.dragoman.core.bot.ValueTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Short words for small bots: names stand for ids.
final class Bots {
  private Bots() {}

  static Bot bot(List<Intent> intents, Story... stories) {
    return bot(1, Settings.standard(), intents, stories);
  }

  static Bot bot(int version, Settings settings, List<Intent> intents, Story... stories) {
    Bot.Head head =
        new Bot.Head(
            "b", 1, "bot", version, new Bot.Languages("en", List.of("en", "es")), settings);
    return new Bot(head, intents, List.of(), List.of(stories), Map.of());
  }

  static Settings withWebhook() {
    Settings plain = Settings.standard();
    return new Settings(
        plain.zone(),
        null,
        plain.valueScope(),
        new Settings.Webhook("https://h.example/", null, null),
        24);
  }

  static Intent intent(String name, String... examples) {
    return new Intent(name, name, 0, Map.of("en", List.of(examples)), List.of());
  }

  static Story story(String name, Step... steps) {
    return new Story(
        name, 1, name, List.of(new Trigger.OnIntent(name)), List.of(steps), null, false);
  }

  static Story with(Story story, @Nullable String fallback) {
    return new Story(
        story.id(),
        1,
        story.name(),
        story.triggers(),
        story.steps(),
        fallback == null ? null : new Story.StoryFallback(List.of(say(fallback))),
        story.generalFallback());
  }

  static Story general(Step... steps) {
    return new Story("general", 9, "general", List.of(), List.of(steps), null, true);
  }

  static Action say(String... alternatives) {
    return new Action.Say(List.of(alternatives).stream().map(text -> phrase(text)).toList(), null);
  }

  static Phrase phrase(String text) {
    return new Phrase(Map.of("en", Template.parse(text)));
  }

  static StepBuilder step(String name, Action... actions) {
    return new StepBuilder(name, List.of(actions));
  }

  static Arrow arrow(String step, Condition... when) {
    return new Arrow(List.of(when), new Target.ToStep(step), null);
  }

  static Condition means(String intent) {
    return new Condition.Check(new Condition.Getter.Message(), new ValueTest.IsIntent(intent));
  }

  static Condition message(ValueTest test) {
    return new Condition.Check(new Condition.Getter.Message(), test);
  }

  static Condition value(String key, ValueTest test) {
    return new Condition.Check(new Condition.Getter.SessionValue(key), test);
  }

  static Question.Answer answer(String label, @Nullable String step) {
    return new Question.Answer(
        label,
        phrase(label),
        Question.Hints.NONE,
        step == null ? null : new Target.ToStep(step),
        null,
        false);
  }

  static Question.Ask ask(@Nullable String save, int retries, Action... notUnderstood) {
    return new Question.Ask(save, retries, List.of(notUnderstood), null);
  }

  /// A question whose silence leads to a step after a minute, calling a hook on the way.
  static Question.Ask impatient(String step, @Nullable HookCall hook) {
    return new Question.Ask(
        "answer", 0, List.of(), new Question.Timeout(60_000, new Target.ToStep(step), hook));
  }

  static Arrow calling(String step, boolean blocking) {
    return new Arrow(
        List.of(),
        new Target.ToStep(step),
        new HookCall("https://h.example/arrow", blocking, false));
  }

  static Action store(String key, String value, boolean add, boolean whole) {
    return new Action.StoreValue(key, phrase(value), new Action.Arithmetic(add, whole));
  }

  static Action jump(String step, Condition... when) {
    return new Action.JumpTo(List.of(arrow(step, when)), null);
  }

  static final class StepBuilder {
    private final String name;
    private final List<Action> actions;
    private final List<Arrow> next = new ArrayList<>();
    private final List<Arrow> links = new ArrayList<>();
    private @Nullable Question question;
    private Step.@Nullable StepFallback fallback;
    private Step.Webhook webhook = Step.Webhook.NONE;

    private StepBuilder(String name, List<Action> actions) {
      this.name = name;
      this.actions = actions;
    }

    StepBuilder next(Arrow... arrows) {
      next.addAll(List.of(arrows));
      return this;
    }

    StepBuilder links(Arrow... arrows) {
      links.addAll(List.of(arrows));
      return this;
    }

    StepBuilder asks(Question asked) {
      question = asked;
      return this;
    }

    StepBuilder closed(int retries, Question.Answer... answers) {
      return asks(
          new Question.Closed(
              new Question.Ask("answer", retries, List.of(say("again")), null),
              List.of(answers),
              null));
    }

    StepBuilder open(String save) {
      return asks(new Question.Open(new Question.Ask(save, 0, List.of(), null), null));
    }

    StepBuilder fallback(String text, boolean outside, int attempts) {
      fallback = new Step.StepFallback(List.of(say(text)), outside, attempts);
      return this;
    }

    StepBuilder webhook() {
      webhook = new Step.Webhook(true, "data");
      return this;
    }

    Step build() {
      return new Step(name, name, actions, question, next, links, fallback, webhook);
    }
  }
}
