package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.HookCall;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.Trigger;
import dev.dragoman.core.bot.ValueTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes small bots of everything a step may hold, from one seed.
final class RandomBots {
  static final List<String> STORIES = List.of("a", "b", "c");
  static final int STEPS = 3;
  static final List<String> KEYS = List.of("k", "n", "long", "list");

  private final Random random;

  RandomBots(Random random) {
    this.random = random;
  }

  Bot bot(int version) {
    List<Story> stories = new ArrayList<>();
    for (String name : STORIES) {
      if (version == 1 || random.nextInt(4) > 0) {
        stories.add(story(name));
      }
    }
    if (random.nextBoolean()) {
      stories.add(Bots.general(step("general")));
    }
    var intents = STORIES.stream().map(name -> Bots.intent(name, "tell " + name)).toList();
    Settings settings = random.nextBoolean() ? Bots.withWebhook() : Settings.standard();
    return Bots.bot(version, settings, intents, stories.toArray(Story[]::new));
  }

  private Story story(String name) {
    List<Step> steps = new ArrayList<>();
    int count = 1 + random.nextInt(STEPS);
    for (int i = 0; i < count; i++) {
      steps.add(step(name + i));
    }
    Story.StoryFallback fallback =
        random.nextInt(3) == 0 ? new Story.StoryFallback(actions()) : null;
    List<Trigger> triggers =
        List.of(
            new Trigger.OnIntent(name),
            new Trigger.OnEvent(name.toUpperCase(java.util.Locale.ROOT)),
            new Trigger.OnUrl("https://" + name, random.nextBoolean()));
    return new Story(name, 1, name, triggers, steps, fallback, false);
  }

  private Step step(String name) {
    Step.StepFallback fallback =
        random.nextInt(4) == 0
            ? new Step.StepFallback(actions(), random.nextBoolean(), 1 + random.nextInt(2))
            : null;
    Step.Webhook webhook = new Step.Webhook(random.nextInt(4) == 0, null);
    return new Step(name, name, actions(), question(), arrows(), arrows(), fallback, webhook);
  }

  private List<Action> actions() {
    List<Action> actions = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      actions.add(action());
    }
    return actions;
  }

  private Action action() {
    return switch (random.nextInt(12)) {
      case 0 -> Bots.store(key(), "{{k}}!", random.nextBoolean(), random.nextBoolean());
      case 1 -> Bots.store("n", "1", true, random.nextBoolean());
      case 2 ->
          new Action.SetAttribute(
              "plan", Bots.phrase("{{k}}"), new Action.Arithmetic(random.nextBoolean(), false));
      case 3 -> new Action.JumpTo(arrows(), random.nextBoolean() ? target() : null);
      case 4 -> random.nextInt(5) == 0 ? new Action.PauseBot() : Bots.say("no pause");
      case 5 -> new Action.UserRequest(Bots.phrase("help {{contact.plan}}"), null, null);
      default -> Bots.say("{{k}} {{long}} {{contact.plan}} {{time}}", "or {{n}}");
    };
  }

  private @Nullable Question question() {
    Question.Timeout timeout =
        random.nextBoolean()
            ? new Question.Timeout(1_000L * random.nextInt(60), target(), hook())
            : null;
    List<Action> again = random.nextBoolean() ? List.of(Bots.say("again")) : List.of();
    Question.Ask ask =
        new Question.Ask(random.nextBoolean() ? key() : null, random.nextInt(3), again, timeout);
    return switch (random.nextInt(6)) {
      case 0 -> new Question.Open(ask, null);
      case 1 -> new Question.Open(ask, "date");
      case 2 ->
          new Question.Closed(
              ask,
              List.of(Bots.answer("yes", null), Bots.answer("no", "a0")),
              new Question.CatchAll(random.nextInt(3) == 0 ? target() : null, hook()),
              random.nextBoolean());
      case 3 -> new Question.Awaited(ask, random.nextBoolean() ? target() : null, hook());
      default -> null;
    };
  }

  private List<Arrow> arrows() {
    List<Arrow> arrows = new ArrayList<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      arrows.add(new Arrow(conditions(), target(), hook()));
    }
    return arrows;
  }

  private List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      Condition condition = condition();
      conditions.add(random.nextInt(4) == 0 ? new Condition.Not(condition) : condition);
    }
    return conditions;
  }

  private Condition condition() {
    return switch (random.nextInt(6)) {
      case 0 -> Bots.means(pick(STORIES));
      case 1 -> Bots.value(key(), new ValueTest.IsSet());
      case 2 -> Bots.value("n", new ValueTest.Compares(ValueTest.Order.LESS, BigDecimal.TEN));
      case 3 -> Bots.message(new ValueTest.Matches("t.l+"));
      case 4 -> new Condition.Team(random.nextBoolean());
      default -> Bots.message(new ValueTest.Contains(List.of("tell", "yes")));
    };
  }

  private @Nullable HookCall hook() {
    return switch (random.nextInt(6)) {
      case 0 -> new HookCall("https://h.example/", true, random.nextBoolean());
      case 1 -> new HookCall("https://h.example/", false, false);
      default -> null;
    };
  }

  /// Mostly a place that exists; sometimes one that does not, as webhooks and old clicks have it.
  Target target() {
    Supplier<String> story = () -> pick(STORIES);
    return switch (random.nextInt(8)) {
      case 0 -> new Target.ToEnd();
      case 1, 2 -> new Target.ToStory(story.get());
      default -> new Target.ToStep(story.get() + random.nextInt(STEPS));
    };
  }

  String key() {
    return pick(KEYS);
  }

  <T> T pick(List<T> among) {
    return among.get(random.nextInt(among.size()));
  }
}
