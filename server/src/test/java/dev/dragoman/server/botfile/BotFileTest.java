package dev.dragoman.server.botfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.HookCall;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.Trigger;
import dev.dragoman.core.bot.ValueTest;
import dev.dragoman.server.botfile.yaml.Defect;
import dev.dragoman.server.botfile.yaml.Source;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BotFileTest {
  private static final String PIZZA =
      """
      bot: bella-pizza
      language: es
      intents:
        order: [quiero una pizza, "una pizza {size} por favor"]
        human: [quiero hablar con alguien]
      entities:
        size: { small: [pequeña, chica], large: [grande, familiar] }
      stories:
        order:
          on: { intent: order }
          steps:
            size:
              say: "¿De qué tamaño, {{contact.name}}?"
              ask: { closed: [Pequeña, Grande], save: size, timeout: { after: 5m, go: nudge } }
              next:
                - { when: { value: size, equals: Grande }, go: upsell, hook: { url: "https://shop.example/webhooks/on-response" } }
                - { go: address }
            upsell: { say: "¿Con bebida?", next: address }
            address: { say: "¿A dónde?", ask: address, next: end }
            nudge: { say: "¿Sigues ahí?", next: size }
          fallback: { say: "No te entendí. ¿Pequeña o grande?" }
      """;

  static BotDraft read(String text) {
    return BotFile.read(List.of(new Source("bot.yaml", text)));
  }

  private static List<String> defects(String text) {
    return read(text).defects().stream().map(Defect::toString).toList();
  }

  @Test
  void the_short_form_of_the_manual_becomes_a_bot() {
    BotDraft draft = read(PIZZA);

    assertThat(draft.defects()).isEmpty();
    Bot bot = draft.bot().orElseThrow();
    Story story = bot.stories().getFirst();
    Step size = story.firstStep();
    assertThat(story.triggers())
        .containsExactly(new Trigger.OnIntent(bot.intents().getFirst().id()));
    assertThat(bot.intents().getFirst().parameters())
        .containsExactly(new dev.dragoman.core.bot.Intent.Parameter("size", "size", false));
    assertThat(size.actions()).singleElement().isInstanceOf(Action.Say.class);
    assertThat(size.question()).isInstanceOf(Question.Closed.class);
    assertThat(size.question().ask().timeout().afterMillis()).isEqualTo(300_000);
    assertThat(size.next())
        .containsExactly(
            new Arrow(
                List.of(
                    new Condition.Check(
                        new Condition.Getter.SessionValue("size"), new ValueTest.Equals("Grande"))),
                new Target.ToStep(story.steps().get(1).id()),
                new HookCall("https://shop.example/webhooks/on-response", true, false)),
            new Arrow(List.of(), new Target.ToStep(story.steps().get(2).id()), null));
    assertThat(draft.positions().orElseThrow().ofId(size.id()).orElseThrow().spot())
        .isEqualTo("bot.yaml:12:7");
  }

  @Test
  void the_same_text_gives_the_same_ids_each_time() {
    Bot one = read(PIZZA).bot().orElseThrow();
    Bot other = read(PIZZA + "# a comment\n").bot().orElseThrow();

    assertThat(one.id()).isEqualTo(other.id()).hasSize(24);
    assertThat(one.head()).isEqualTo(other.head());
    assertThat(one.stories()).isEqualTo(other.stories());
    assertThat(one.intents()).isEqualTo(other.intents());
  }

  @Test
  void everything_wrong_is_found_at_once_where_it_stands() {
    assertThat(
            defects(
                """
                bot: b
                language: es
                intnts: {}
                stories:
                  order:
                    on: { intent: ordr }
                    steps:
                      size:
                        say: ""
                        do:
                          - quick: { text: "¿?", buttons: [ { title: "%s", go: nowhere } ] }
                          - frobnicate: 1
                        ask: { closed: [a, a], timeout: { after: soon, go: size } }
                      size: { say: again }
                """
                    .formatted("x".repeat(61))))
        .containsExactly(
            "bot.yaml:3:1 intnts: 'intnts' is not known here; did you mean 'intents'?"
                + " [unknown-key]",
            "bot.yaml:6:19 stories.order.on.intent: there is no intent 'ordr' [unknown-intent]",
            "bot.yaml:9:14 stories.order.steps.size.say: must have 1..500 characters, not 0"
                + " [wrong-form]",
            "bot.yaml:11:54 stories.order.steps.size.do[0].quick.buttons[0].title: must have 1..60"
                + " characters, not 61 [wrong-form]",
            "bot.yaml:11:123 stories.order.steps.size.do[0].quick.buttons[0].go: there is no step"
                + " or story 'nowhere' to go to [unknown-target]",
            "bot.yaml:12:13 stories.order.steps.size.do[1].frobnicate: 'frobnicate' is not known"
                + " here [unknown-key]",
            "bot.yaml:13:24 stories.order.steps.size.ask.closed: has two answers with one id or"
                + " label [duplicate-answer]",
            "bot.yaml:13:50 stories.order.steps.size.ask.timeout.after: must be a duration such as"
                + " 30s, 5m, 1h30m or 3d [wrong-duration]",
            "bot.yaml:14:7 stories.order.steps.size: 'size' stands here twice, first at 8:7"
                + " [duplicate-key]");
  }
}
