package dev.dragoman.core.turn;

import static dev.dragoman.core.turn.Bots.bot;
import static dev.dragoman.core.turn.Bots.intent;
import static dev.dragoman.core.turn.Bots.phrase;
import static dev.dragoman.core.turn.Bots.step;
import static dev.dragoman.core.turn.Bots.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.campaign.FailureReason;
import dev.dragoman.core.conversation.Deployment;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Approved messages that cannot be filled are not sent, and the campaign fails by name.
class FirstWordsTest {
  private static Talk deployed(String header, String body, Value.Obj values) {
    Action template =
        new Action.SendTemplate(
            "order_ready", "en", phrase(header), List.of(phrase(body)), phrase("Hi"));
    Talk talk =
        new Talk(bot(List.of(intent("a", "b")), story("offer", step("s", template).build())));
    return talk.input(new Input.Deploy(new Deployment("campaign", "offer", values), 0, null));
  }

  private static List<FailureReason> failed(Talk talk) {
    return talk.told(Event.CampaignFailed.class).stream()
        .map(Event.CampaignFailed::reason)
        .toList();
  }

  private static Value.Obj named(String name) {
    return Value.Obj.of("name", Value.of(name));
  }

  @Test
  void goOutFilled() {
    Talk talk = deployed("A-77", "{{name}} at {{time}}", named("Ana"));

    assertThat(failed(talk)).isEmpty();
    Value.Obj sent = talk.told(Event.Sent.class).getFirst().action();
    assertThat(sent.text("type")).isEqualTo("send_template_action");
    assertThat(sent.text("header")).isEqualTo("A-77");
    assertThat(sent.get("body")).isEqualTo(Value.List.of(Value.of("Ana at 09:00")));
    assertThat(talk.session().at().sentText()).isEqualTo("Hi");
  }

  @Test
  void missAValue() {
    for (Talk talk :
        List.of(
            deployed("x", "{{name}}", Value.Obj.EMPTY),
            deployed("x", "{{name}}", named("")),
            deployed("x", "Hi {{contact.nick}}", named("Ana")),
            deployed("{{order}}", "{{name}}", named("Ana")))) {
      assertThat(failed(talk)).containsExactly(FailureReason.MISSING_PARAMETER);
      assertThat(talk.said()).isEmpty();
      assertThat(talk.state.holder().session()).isNull();
    }
  }

  @Test
  void becomeTooLong() {
    assertThat(failed(deployed("{{name}}", "x", named("é".repeat(61)))))
        .containsExactly(FailureReason.CHARACTER_LIMIT_HEADER);
    assertThat(failed(deployed("{{name}}", "x", named("é".repeat(60))))).isEmpty();
    assertThat(failed(deployed("x", "{{name}}", named("é".repeat(1_025)))))
        .containsExactly(FailureReason.CHARACTER_LIMIT_BODY);
    assertThat(failed(deployed("x", "{{name}}", named("é".repeat(1_024))))).isEmpty();
  }
}
