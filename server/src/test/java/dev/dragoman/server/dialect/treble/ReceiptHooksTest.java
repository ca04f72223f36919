package dev.dragoman.server.dialect.treble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.HookCall;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.conversation.Work.Occasion;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.HookForms;
import dev.dragoman.server.store.ContactBody;
import dev.dragoman.server.testing.Golden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The bodies of on-delivered and on-read (contract treble §2.2, §2.3).
class ReceiptHooksTest {
  private static final long SENT = 1_709_647_331_120_934_000L;
  private static final long REPORTED = 1_709_647_333_000_000_000L;
  private static final HookCall HOOK = new HookCall("https://h.example/", false, false);
  private static final EditorHooks HOOKS =
      new EditorHooks(
          new EditorHooks.Style(false, false), new StaticHeaders((_, _) -> Optional.empty()));

  private static String body(Occasion occasion) {
    String text = "Hi Ana, your order is ready.";
    Action say = new Action.Say(List.of(Phrase.literal(text)), null);
    Step step =
        new Step("s", "s", List.of(say), null, List.of(), List.of(), null, Step.Webhook.NONE);
    Session session =
        new Session(
            "b5ec90cb557bb44a705691e1fcb5d19d02bf72527cb561fafca383e2",
            1,
            "en",
            Session.Standing.NOWHERE,
            Value.Obj.EMPTY);
    OpenHook hook =
        new OpenHook("h", "t", 9, 9, false, new Input.Close(), new OpenHook.After.Merge());
    Work.Answered answered = new Work.Answered(step, null, "", null, SENT, text, occasion);
    HookForms.Scene scene =
        new HookForms.Scene(
            1,
            new Conversation.Address("c", "b", "p", "direct", "+573005550101"),
            new ContactBody(Value.Obj.of("phone", Value.of("+573005550101")), Value.Obj.EMPTY),
            new HookForms.Place(40_213, "en"),
            REPORTED);
    return HOOKS.call(new Work.CallArrowHook(hook, HOOK, answered, session), scene).body();
  }

  @Test
  void onDeliveredEndsWithItsTime() {
    Golden.checkSpaced("treble/on-delivered", body(new Occasion.Delivered(REPORTED)), Map.of());
  }

  @Test
  void onReadEndsWithItsTime() {
    assertThat(body(new Occasion.Read(REPORTED)))
        .isEqualTo(body(new Occasion.Delivered(REPORTED)).replace("delivered_at", "read_at"));
  }
}
