package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.intent;
import static dev.dragoman.core.turn.Bots.say;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.HookCall;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.campaign.FailureReason;
import dev.dragoman.core.campaign.OptOutWords;
import dev.dragoman.core.campaign.Pacing;
import dev.dragoman.core.conversation.Audience;
import dev.dragoman.core.conversation.DeliveryKind;
import dev.dragoman.core.conversation.Deployment;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Stories that the company begins, and what becomes of their messages.
class CampaignTest {
  private static final HookCall DELIVERED =
      new HookCall("https://h.example/delivered", false, false);
  private static final HookCall READ = new HookCall("https://h.example/read", false, false);
  private static final Bot BOT =
      bot(
          List.of(intent("order", "a pizza")),
          story("order", step("size", say("Which size?")).open("size").build()),
          story("offer", told("hello")));

  private static Step told(String name) {
    Step plain = step(name, say("Hello {{name}}")).open("reply").build();
    return new Step(
        plain.id(),
        plain.name(),
        plain.actions(),
        plain.question(),
        plain.next(),
        plain.links(),
        plain.fallback(),
        plain.webhook(),
        new Step.Receipts(DELIVERED, READ));
  }

  private static Input deploy(String story, long dueNanos) {
    Value.Obj values = Value.Obj.of("name", Value.of("Ana"));
    return new Input.Deploy(new Deployment("campaign", story, values), dueNanos, null);
  }

  private static String accepted(Talk talk) {
    return talk.told(Event.CampaignAccepted.class).getFirst().sessionId();
  }

  private static List<FailureReason> failed(Talk talk) {
    return talk.told(Event.CampaignFailed.class).stream()
        .map(Event.CampaignFailed::reason)
        .toList();
  }

  private static List<String> hooks(Talk talk) {
    return talk.last.decided().getLast().work().stream()
        .filter(Work.CallArrowHook.class::isInstance)
        .map(work -> ((Work.CallArrowHook) work).call().url())
        .toList();
  }

  private static Talk told(Talk talk, String messageId, DeliveryKind kind) {
    return talk.input(new Input.DeliveryStatus(messageId, kind, 7, "131026"));
  }

  @Test
  void endsTheSessionBeforeAndBeginsItsOwnWithItsValues() {
    Talk talk = new Talk(BOT).say("a pizza");
    String before = talk.session().id();
    talk.input(deploy("offer", 0));

    assertThat(talk.said()).containsExactly("Hello Ana");
    assertThat(talk.told(Event.SessionEnded.class)).containsExactly(new Event.SessionEnded(before));
    assertThat(talk.session().id()).isEqualTo(accepted(talk)).isNotEqualTo(before);
    assertThat(talk.told(Event.CampaignSent.class)).hasSize(1);
  }

  @Test
  void waitsForItsTimeAndFiresOnce() {
    Talk talk = new Talk(BOT);
    long due = talk.nowNanos() + 3_600_000_000_000L;
    talk.input(deploy("offer", due));
    String session = accepted(talk);

    assertThat(talk.said()).isEmpty();
    int generation = talk.state.timers().getFirst().generation();
    talk.later(3_600_000).input(new Input.TimerDue(generation));

    assertThat(talk.said()).containsExactly("Hello Ana");
    assertThat(talk.session().id()).isEqualTo(session);
    assertThat(Audience.of(talk.leg().turnId())).isEqualTo(Audience.CAMPAIGN);
    talk.input(new Input.TimerDue(generation));
    assertThat(talk.refusal()).isNotNull();
  }

  @Test
  void saysByNameWhyItDoesNotBegin() {
    Talk optedOut = new Talk(BOT);
    optedOut.facts = optedOut.facts.attributes(Value.Obj.of("optedOut", Value.Bool.TRUE));
    Talk blocked = new Talk(BOT);
    blocked.facts = blocked.facts.attributes(Value.Obj.of("blocked", Value.Bool.TRUE));

    assertThat(failed(optedOut.input(deploy("offer", 0))))
        .containsExactly(FailureReason.FAILURE_BY_OPTOUT_CONTACT);
    assertThat(failed(blocked.input(deploy("offer", 0))))
        .containsExactly(FailureReason.FAILURE_BY_BLOCKED_CONTACT);
    assertThat(
            failed(new Talk(BOT).say("a pizza").input(new Input.Pause()).input(deploy("offer", 0))))
        .containsExactly(FailureReason.FAILURE_BY_HUMAN_HANDOVER);
    assertThat(failed(new Talk(BOT).input(deploy("gone", 0))))
        .containsExactly(FailureReason.INVALID_POLL);
  }

  @Test
  void noMoreThanAFewWaitForOneContact() {
    Talk talk = new Talk(BOT);
    for (int i = 0; i < Limits.SCHEDULED_DEPLOYMENTS; i++) {
      talk.input(deploy("offer", Long.MAX_VALUE - i));
      assertThat(failed(talk)).isEmpty();
    }

    assertThat(failed(talk.input(deploy("offer", Long.MAX_VALUE - 99))))
        .containsExactly(FailureReason.COMPANY_RATE_LIMIT);
  }

  @Test
  void eachReceiptIsToldOnceHoweverOftenAndInWhateverOrderItComes() {
    Talk talk = new Talk(BOT).input(deploy("offer", 0));
    String message = talk.leg().sent().getFirst().messageId();

    assertThat(hooks(told(talk, message, DeliveryKind.SENT))).isEmpty();
    assertThat(hooks(told(talk, message, DeliveryKind.READ))).containsExactly(READ.url());
    assertThat(hooks(told(talk, message, DeliveryKind.READ))).isEmpty();
    assertThat(hooks(told(talk, message, DeliveryKind.DELIVERED))).containsExactly(DELIVERED.url());
    assertThat(hooks(told(talk, message, DeliveryKind.DELIVERED))).isEmpty();
    assertThat(hooks(told(talk, "another", DeliveryKind.READ))).isEmpty();
    assertThat(talk.state.timers())
        .noneMatch(timer -> timer.purpose() instanceof Timer.Purpose.Receipt);
  }

  @Test
  void aFirstMessageThatFailsFailsItsCampaign() {
    Talk talk = new Talk(BOT).input(deploy("order", 0));
    String message = talk.leg().sent().getFirst().messageId();

    assertThat(failed(told(talk, message, DeliveryKind.FAILED)))
        .containsExactly(FailureReason.FAILURE_BY_UNABLE_TO_CONTACT);
    assertThat(failed(told(talk, message, DeliveryKind.FAILED))).isEmpty();
  }

  @Test
  void goesOutAsFastAsItMayAndNotBeforeItsTime() {
    Pacing pacing = new Pacing(80);

    assertThat(pacing.dueNanos(1_000, 79, 0)).isEqualTo(1_000);
    assertThat(pacing.dueNanos(1_000, 160, 0)).isEqualTo(2_000_001_000L);
    assertThat(pacing.dueNanos(1_000, 0, 5_000)).isEqualTo(5_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"STOP", " Baja. ", "¡Darme de baja!", "SAIR", "Arrêt", "退订", "Ne m'écrivez plus"})
  void aWholeMessageThatOptsOut(String message) {
    assertThat(OptOutWords.said(message)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "stop by at nine", "la planta baja", "parada", "!"})
  void aMessageThatSaysSomethingElse(String message) {
    assertThat(OptOutWords.said(message)).isFalse();
  }
}
