package dev.dragoman.core.conversation;

import dev.dragoman.core.room.Alarms.Alarm;
import org.jspecify.annotations.Nullable;

/// Something that happens by itself when its time has come. `generation` is unique within the
/// conversation; a timer row whose generation is not in the state any more does nothing.
public record Timer(int generation, long dueNanos, Purpose purpose) {
  /// Whether it is there for the hook of this call.
  public boolean watchesFor(String callId) {
    return purpose instanceof Purpose.HookLate(var watched) && watched.equals(callId);
  }

  /// What a timer is for.
  public sealed interface Purpose {
    /// The contact did not answer the question of this step.
    record QuestionSilent(String stepId) implements Purpose {}

    /// The hook of this call did not answer in time.
    record HookLate(String callId) implements Purpose {}

    /// A story that the company sends begins, as this session.
    record DeploymentDue(Deployment deployment, String sessionId) implements Purpose {}

    /// Nobody waits any more for what becomes of a message. `delivered` and `read` say which of the
    /// two has still to be told; `campaignId` is set while the message may fail its campaign.
    record Receipt(
        String messageId, Sent sent, @Nullable String campaignId, boolean delivered, boolean read)
        implements Purpose {
      /// The session and step it was said in, when, and the text.
      public record Sent(String sessionId, String stepId, long atNanos, String text) {}

      /// The same message as the first one of a campaign.
      public Receipt ofCampaign(String id) {
        return new Receipt(messageId, sent, id, delivered, read);
      }

      /// What is left to be told after its delivery: it cannot fail any more.
      public Receipt afterDelivery() {
        return new Receipt(messageId, sent, null, false, read);
      }

      /// What is left to be told after it was read; word of its delivery may be late.
      public Receipt afterReading() {
        return new Receipt(messageId, sent, null, delivered, false);
      }

      /// Nothing is left after it failed.
      public Receipt afterFailure() {
        return new Receipt(messageId, sent, null, false, false);
      }

      /// Whether anything is left.
      public boolean isAwaited() {
        return delivered || read || campaignId != null;
      }
    }

    /// The session may have been quiet for as long as its bot lets it: it was, if `sequence` is
    /// still that of the last event.
    record SessionQuiet(String sessionId, long sequence) implements Purpose {}

    /// No further text has come for a while: those that are pending since then are answered.
    record Collected(long sinceNanos) implements Purpose {}

    /// Something of the room has lasted too long.
    record RoomAlarm(Alarm alarm) implements Purpose {}
  }
}
