package dev.dragoman.core.conversation;

import dev.dragoman.core.bot.Action.OutsideKind;
import dev.dragoman.core.campaign.FailureReason;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.RoomEvent;
import org.jspecify.annotations.Nullable;

/// Something that became true, numbered by the conversation's own gap-free sequence.
public sealed interface Event {
  /// The contact said or did what the leg's input holds; or `said`, if it is an input that waited.
  record Received(String messageId, Input.@Nullable Ordered said) implements Event {}

  /// The bot did something the contact sees; `action` is the written form with everything filled.
  record Sent(String messageId, Value.Obj action) implements Event {}

  /// A session began.
  record SessionStarted(String sessionId, int botVersion) implements Event {}

  /// A session moved to another publication of its bot.
  record SessionMigrated(int fromVersion, int toVersion, boolean restarted) implements Event {}

  /// A session ended.
  record SessionEnded(String sessionId) implements Event {}

  /// A step was entered.
  record StepEntered(String stepId) implements Event {}

  /// A session value was set, or with null removed.
  record ValueSet(String key, @Nullable Value value) implements Event {}

  /// An attribute of the contact was set.
  record AttributeSet(String key, Value value) implements Event {}

  /// A hook was called.
  record HookCalled(String callId, boolean blocking) implements Event {}

  /// A hook settled; `used` says whether its answer counted.
  record HookClosed(String callId, boolean used) implements Event {}

  /// An ordered input waits for the blocking hook.
  record InputQueued(String turnId) implements Event {}

  /// The bot fell silent, or speaks again.
  record Paused(boolean paused) implements Event {}

  /// Something another system has to do.
  record OutsideRequested(OutsideKind kind, Value.Obj fields) implements Event {}

  /// A request for the support team was opened.
  record UserRequestOpened(
      String requestId, String message, @Nullable String assigneeId, @Nullable String groupId)
      implements Event {}

  /// The contact wants no more campaigns; `words` are its own, the proof.
  record OptedOut(String words) implements Event {}

  /// A campaign took this contact on: the session will have this id.
  record CampaignAccepted(String campaignId, String sessionId) implements Event {}

  /// A campaign's session began.
  record CampaignSent(String campaignId, String sessionId) implements Event {}

  /// A campaign did not reach this contact.
  record CampaignFailed(String campaignId, String sessionId, FailureReason reason)
      implements Event {}

  /// The session went on that waited for its integrator.
  record LetGo(String sessionId) implements Event {}

  /// A channel reported what became of a message; `atNanos` by the channel's clock.
  record MessageStatus(String messageId, DeliveryKind kind, long atNanos, @Nullable String code)
      implements Event {}

  /// Something became true of the conversation's room.
  record InRoom(RoomEvent event) implements Event {}

  /// A timer was set.
  record TimerSet(int generation, long dueNanos) implements Event {}
}
