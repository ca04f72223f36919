package dev.dragoman.server.botfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.turn.Engine;
import dev.dragoman.server.botfile.yaml.Defect;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.flow.LearntEar;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A transcript that is wrong must be said to be wrong, where and why.
@DisplayNameGeneration(ReplaceUnderscores.class)
class TranscriptTest {
  private static final String BOT =
      """
      bot: b
      language: en
      intents: { greet: [hello], leave: [goodbye] }
      stories:
        hi:
          on: { intent: greet }
          steps:
            one:
              say: "Hi!"
              do: [{ quick: { text: "More?", buttons: [Yes] } }, { set: { n: 3 } }]
              ask: { closed: { "Yes": { go: end }, "No": { go: hooked } }, save: more }
            hooked: { next: [{ go: two, hook: "https://x.example/hook" }] }
            two: { say: "Two {{n}}" }
      """;

  private static BotTest.Outcome play(String talk) {
    Bot bot = BotFileTest.read(BOT).bot().orElseThrow();
    Ear ear = new LearntEar(bot);
    String text = "- name: t\n  talk: [" + talk + "]\n";
    return new BotTest(bot, new Engine(bot, new Re2Patterns()), ear, () -> 0)
        .run(List.of(new Source("t.yaml", text)));
  }

  private static final String HELLO = "{ user: hello }, { bot: Hi! }, { bot: More? }, ";

  static Stream<Arguments> differences() {
    return Stream.of(
        Arguments.of("{ user: hello }, { bot: Ho! }", "expected \"Ho!\", but the bot said \"Hi!\""),
        Arguments.of("{ user: hello }, { bot: Hi! }", "also said \"More?\" with the buttons [Yes]"),
        Arguments.of("{ user: hello }, { user: again }", "the bot also said \"Hi!\""),
        Arguments.of("{ user: hello }, { silent: true }", "the bot also said \"Hi!\""),
        Arguments.of(HELLO + "{ bot: Again }", "but the bot said nothing"),
        Arguments.of(HELLO + "{ click: Maybe }", "no button 'Maybe'"),
        Arguments.of(HELLO + "{ hook: fails }", "no hook is waited for"),
        Arguments.of(HELLO + "{ values: { n: 4 } }", "to be 4, but it is \"3\""),
        Arguments.of(HELLO + "{ values: { m: 4 } }", "but it is not set"),
        Arguments.of(HELLO + "{ step: two }", "expected step two, but it is hi/one"),
        Arguments.of(HELLO + "{ ended: true }", "expected ended to be true, but it is false"),
        Arguments.of(HELLO + "{ does: send_email_action }", "but only these were: []"),
        Arguments.of(HELLO + "{ contact: { plan: gold } }", "attribute 'plan'"),
        Arguments.of(HELLO + "{ user: \"no\" }, { bot: Two 3 }", "a hook is waited for"),
        Arguments.of("{ user: hello }, { bot: { contains: ho } }", "a text with [ho]"),
        Arguments.of("{ user: hello }, { bot: { matches: ^x } }", "a text that matches ^x"),
        Arguments.of("{ user: hello }, { bot: Hi! }, { bot: { buttons: [No] } }", "buttons [No]"),
        Arguments.of("{ user: hello }, { action: pause_bot_action }", "pause_bot_action"));
  }

  @ParameterizedTest
  @MethodSource("differences")
  void the_first_difference_is_said(String talk, String message) {
    BotTest.Outcome outcome = play(talk);

    assertThat(outcome.defects()).isEmpty();
    assertThat(outcome.isGood()).isFalse();
    assertThat(outcome.results().getFirst().difference().orElseThrow()).contains(message);
  }

  @Test
  void what_goes_as_written_is_good() {
    BotTest.Outcome outcome =
        play(
            HELLO
                + "{ user: \"no\" }, { hook: { n: 7 } }, { bot: Two 7 }, { step: hi/two },"
                + " { values: { more: \"No\", n: 7 } }");

    assertThat(outcome.results().getFirst().difference()).isEmpty();
    assertThat(outcome.isGood()).isTrue();
  }

  @Test
  void a_test_file_with_a_mistake_is_not_played() {
    BotTest.Outcome outcome = play("{ usr: hello }, { user: hello, bot: Hi }, { wait: soon }");

    assertThat(outcome.results()).isEmpty();
    assertThat(outcome.defects())
        .extracting(Defect::code)
        .containsExactly("unknown-key", "one-line", "wrong-duration");
  }
}
