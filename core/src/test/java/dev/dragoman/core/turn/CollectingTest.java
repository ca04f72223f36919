package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.intent;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.conversation.Understood;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Quick successive texts, answered once.
class CollectingTest {
  private final Talk talk =
      new Talk(
          bot(
              1,
              Settings.standard().collecting(2_000),
              List.of(intent("order", "I want\na large\npizza"), intent("bye", "bye")),
              story("order", step("ordered", say("One large pizza")).build()),
              story("bye", step("gone", say("See you")).build()),
              Bots.general(step("pardon", say("Pardon?")).build())));

  private Timer clock() {
    assertThat(talk.state.timers()).hasSize(1);
    return talk.state.timers().getFirst();
  }

  /// Nothing more comes.
  private Talk quiet() {
    Timer clock = clock();
    return talk.later((clock.dueNanos() - talk.nowNanos()) / 1_000_000)
        .input(new Input.TimerDue(clock.generation()));
  }

  private static List<String> settled(List<Leg> legs) {
    return legs.stream().filter(leg -> leg.told().settled()).map(Leg::turnId).toList();
  }

  private static List<String> heard(List<Leg> legs) {
    return legs.stream()
        .filter(leg -> leg.told().events().stream().anyMatch(Event.Received.class::isInstance))
        .map(leg -> ((Input.Text) leg.heard()).text())
        .toList();
  }

  private long speaking() {
    return talk.legs.stream().filter(leg -> !leg.sent().isEmpty()).count();
  }

  @Test
  void severalTextsAreHeardAsOneAndAnsweredWithTheLast() {
    talk.say("I want").later(500).say("a large").later(500).say("pizza");

    assertThat(settled(talk.legs)).containsExactly("turn-1", "turn-2");
    assertThat(speaking()).isZero();

    quiet();

    assertThat(talk.said()).containsExactly("One large pizza");
    assertThat(talk.leg().turnId()).isEqualTo("turn-3");
    assertThat(heard(talk.legs)).containsExactly("I want", "a large", "pizza");
    assertThat(talk.state.waiting().pending()).isEmpty();
    assertThat(talk.state.timers()).isEmpty();
  }

  @Test
  void aTextThatStaysAloneIsAnsweredWhenItsTimeIsOver() {
    talk.say("bye");

    assertThat(talk.leg().told().settled()).isFalse();

    quiet();

    assertThat(talk.said()).containsExactly("See you");
    assertThat(talk.leg().turnId()).isEqualTo("turn-1");
  }

  @Test
  void eachTextSetsTheClockAnewButNotForEver() {
    talk.say("I want");
    long began = talk.nowNanos();
    while (talk.nowNanos() - began < 19_000_000_000L) {
      assertThat(clock().dueNanos()).isGreaterThan(talk.nowNanos());
      talk.later(1_500).say("more");
    }

    assertThat(clock().dueNanos()).isEqualTo(began + Collecting.LONGEST_MILLIS * 1_000_000);
  }

  @Test
  void somethingElseThanATextIsAnsweredAfterWhatWasCollected() {
    talk.say("bye").arrive(List.of(new Arrival("page", new Input.CustomEvent("page"))));

    assertThat(settled(talk.legs)).containsExactly("turn-1", "page");
    assertThat(speaking()).isOne();
    assertThat(talk.state.timers()).isEmpty();
    assertThat(talk.state.waiting().pending()).isEmpty();
  }

  @Test
  void textsTooLongForOneMessageAreAnsweredEach() {
    talk.say("x".repeat(4_000)).say("y".repeat(200));

    assertThat(settled(talk.legs)).containsExactly("turn-1", "turn-2");
    assertThat(speaking()).isEqualTo(2);
  }

  @Test
  void whatArrivesTogetherIsCollectedToo() {
    talk.arrive(
        List.of(
            new Arrival("one", Talk.text("I want", List.of(), false)),
            new Arrival("two", Talk.text("a large", List.of(), false)),
            new Arrival("three", Talk.text("pizza", List.of(), false))));

    assertThat(settled(talk.legs)).containsExactly("one", "two");

    quiet();

    assertThat(talk.said()).containsExactly("One large pizza");
    assertThat(talk.leg().understood().intents())
        .extracting(Understood.Scored::intentId)
        .containsExactly("order");
  }

  @Test
  void aPausedBotHearsThemAndSaysNothing() {
    talk.say("I want").input(new Input.Pause());
    quiet();

    assertThat(speaking()).isZero();
    assertThat(settled(talk.legs)).contains("turn-1");
    assertThat(heard(talk.legs)).containsExactly("I want");
  }

  @Test
  void otherBotsAnswerAtOnce() {
    Talk other =
        new Talk(
            bot(
                1,
                Settings.standard(),
                List.of(intent("bye", "bye")),
                story("bye", step("gone", say("See you")).build())));

    assertThat(other.say("bye").said()).containsExactly("See you");
  }
}
