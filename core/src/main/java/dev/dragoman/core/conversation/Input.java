package dev.dragoman.core.conversation;

import dev.dragoman.core.bot.Target;
import dev.dragoman.core.campaign.FailureReason;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Move;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that happens to a conversation from outside or by itself.
///
/// [Ordered] inputs wait while a blocking hook is out; [Immediate] ones are decided at once.
public sealed interface Input {
  /// The contact's own doing, folded in the order it came.
  sealed interface Ordered extends Input {}

  /// Everything else.
  sealed interface Immediate extends Input {}

  /// A text and what understanding made of it before the decision.
  record Text(String text, List<Value> attachments, Understood understood) implements Ordered {
    /// Copies the list; refuses a text that no store can keep, as [Value.Text] does.
    public Text {
      if (Value.Text.firstIllegal(text) >= 0) {
        throw new IllegalArgumentException("a text holds NUL or half a surrogate pair");
      }
      attachments = List.copyOf(attachments);
    }
  }

  /// A click that leads to a target.
  record GoTo(Target target, @Nullable String name, Value.Obj sessionValues) implements Ordered {}

  /// An event of the page around the chat.
  record CustomEvent(String name) implements Ordered {}

  /// The page around the chat was loaded.
  record UrlLoaded(String url) implements Ordered {}

  /// A face of a survey was clicked.
  record SatisfactionGiven(String kind, @Nullable Target target) implements Ordered {}

  /// A hook answered, or could not be asked; `record` is what debug and history show of the call.
  record HookSettled(String callId, HookAnswer answer, HookRecord record) implements Immediate {}

  /// Values set from outside; `release` also lets a session go on that waits for this.
  record SetValues(Value.Obj values, boolean release) implements Immediate {}

  /// Values from the integrator for this session and no other, which goes on if it waits for them
  /// (contract treble §4.2).
  record SessionUpdated(String sessionId, Value.Obj values) implements Immediate {}

  /// A story is to be sent to this contact.
  ///
  /// @param dueNanos since 1970; in the past for at once
  /// @param refused why it cannot be sent, when that is known already
  record Deploy(Deployment deployment, long dueNanos, @Nullable FailureReason refused)
      implements Immediate {}

  /// A timer of this conversation is due.
  record TimerDue(int generation) implements Immediate {}

  /// Deciding what a timer is for failed: it goes without its effect, or it would stay due for
  /// ever. `code` says why, in a word.
  record TimerGivenUp(int generation, String code) implements Immediate {}

  /// The first pending input is taken up: raised by the ledger when a blocking hook has settled.
  record Resume(How how) implements Immediate {
    /// As the input was when it began to wait.
    public Resume() {
      this(new AsItWas());
    }

    /// What becomes of the pending input.
    public sealed interface How {}

    /// It is heard as it was understood when it began to wait.
    public record AsItWas() implements How {}

    /// It is heard as the publication understands it that decides by now.
    public record Again(Understood understood) implements How {}

    /// It is a text that is answered with the next one: its turn settles without an answer.
    public record WithTheNext() implements How {}

    /// Nothing can be made of it: its turn settles without an answer. `code` says why, in a word.
    public record GivenUp(String code) implements How {}
  }

  /// The conversation is opened by its integrator before anybody has said anything.
  record Open() implements Immediate {}

  /// The bot stops answering.
  record Pause() implements Immediate {}

  /// The bot answers again.
  record Release() implements Immediate {}

  /// The session ends.
  record Close() implements Immediate {}

  /// A channel reports what became of a message that was sent to the contact.
  ///
  /// @param messageId of the [Event.Sent] it is about
  /// @param atNanos when it happened by the channel's clock, since 1970
  /// @param code why it failed, in the channel's own word, or null
  record DeliveryStatus(String messageId, DeliveryKind kind, long atNanos, @Nullable String code)
      implements Immediate {}

  /// Something is done to the room of this conversation, or one is opened.
  record InRoom(Move move) implements Immediate {}
}
