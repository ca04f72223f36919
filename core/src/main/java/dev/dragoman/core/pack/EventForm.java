package dev.dragoman.core.pack;

import dev.dragoman.core.bot.Action.OutsideKind;
import dev.dragoman.core.conversation.DeliveryKind;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;

/// How events are packed.
final class EventForm {
  private static final OutsideKind[] KINDS = OutsideKind.values();

  private static final DeliveryKind[] DELIVERY_KINDS = DeliveryKind.values();

  private EventForm() {}

  static void write(Sink sink, Event event) {
    switch (event) {
      case Event.Received received -> writeReceived(sink, received);
      case Event.Sent(var messageId, var action) -> {
        text(sink, 1, messageId);
        ValueForm.writeMembers(sink, action);
      }
      case Event.SessionStarted(var sessionId, int version) -> {
        text(sink, 2, sessionId);
        sink.number(version);
      }
      case Event.SessionMigrated(int from, int to, boolean restarted) -> {
        sink.tag(3);
        sink.number(from);
        sink.number(to);
        sink.bool(restarted);
      }
      case Event.SessionEnded(var sessionId) -> text(sink, 4, sessionId);
      case Event.StepEntered(var stepId) -> text(sink, 5, stepId);
      case Event.ValueSet(var key, var value) -> {
        text(sink, 6, key);
        sink.optional(value, ValueForm::write);
      }
      case Event.AttributeSet(var key, var value) -> {
        text(sink, 7, key);
        ValueForm.write(sink, value);
      }
      case Event.HookCalled(var callId, boolean blocking) -> marked(sink, 8, callId, blocking);
      case Event.HookClosed(var callId, boolean used) -> marked(sink, 9, callId, used);
      case Event.InputQueued(var turnId) -> text(sink, 10, turnId);
      case Event.Paused(boolean paused) -> {
        sink.tag(11);
        sink.bool(paused);
      }
      case Event.OutsideRequested(var kind, var fields) -> {
        sink.tag(12);
        sink.constant(kind);
        ValueForm.writeMembers(sink, fields);
      }
      case Event.UserRequestOpened request -> writeRequest(sink, request);
      case Event.InRoom(var inRoom) -> {
        sink.tag(15);
        RoomEventForm.write(sink, inRoom);
      }
      case Event.TimerSet(int generation, long dueNanos) -> {
        sink.tag(14);
        sink.number(generation);
        sink.number(dueNanos);
      }
      case Event.OptedOut(var words) -> text(sink, 40, words);
      case Event.CampaignAccepted(var campaign, var session) -> two(sink, 42, campaign, session);
      case Event.CampaignSent(var campaign, var session) -> two(sink, 43, campaign, session);
      case Event.CampaignFailed failed -> CampaignForm.write(sink, failed);
      case Event.LetGo(var sessionId) -> text(sink, 41, sessionId);
      case Event.MessageStatus status -> writeStatus(sink, status);
    }
  }

  private static void writeRequest(Sink sink, Event.UserRequestOpened request) {
    text(sink, 13, request.requestId());
    sink.text(request.message());
    sink.optionalText(request.assigneeId());
    sink.optionalText(request.groupId());
  }

  private static void writeReceived(Sink sink, Event.Received received) {
    if (received.said() == null) {
      text(sink, 0, received.messageId());
    } else {
      text(sink, 16, received.messageId());
      InputForm.write(sink, received.said());
    }
  }

  private static void writeStatus(Sink sink, Event.MessageStatus status) {
    text(sink, 50, status.messageId());
    sink.constant(status.kind());
    sink.number(status.atNanos());
    sink.optionalText(status.code());
  }

  static Event read(Source source) {
    int tag = source.tag();
    return switch (tag) {
      case 0 -> new Event.Received(source.text(), null);
      case 16 -> new Event.Received(source.text(), (Input.Ordered) InputForm.read(source));
      case 1 -> new Event.Sent(source.text(), ValueForm.readMembers(source));
      case 2 -> new Event.SessionStarted(source.text(), source.smallNumber());
      case 3 ->
          new Event.SessionMigrated(source.smallNumber(), source.smallNumber(), source.bool());
      case 4 -> new Event.SessionEnded(source.text());
      case 5 -> new Event.StepEntered(source.text());
      case 6 -> new Event.ValueSet(source.text(), source.optional(ValueForm::read));
      case 7 -> new Event.AttributeSet(source.text(), ValueForm.read(source));
      case 8 -> new Event.HookCalled(source.text(), source.bool());
      case 9 -> new Event.HookClosed(source.text(), source.bool());
      case 10 -> new Event.InputQueued(source.text());
      case 11 -> new Event.Paused(source.bool());
      case 12 ->
          new Event.OutsideRequested(Tags.of(KINDS, source.tag()), ValueForm.readMembers(source));
      case 13 ->
          new Event.UserRequestOpened(
              source.text(), source.text(), source.optionalText(), source.optionalText());
      case 14 -> new Event.TimerSet(source.smallNumber(), source.number());
      case 40 -> new Event.OptedOut(source.text());
      case 42 -> new Event.CampaignAccepted(source.text(), source.text());
      case 43 -> new Event.CampaignSent(source.text(), source.text());
      case 44 -> CampaignForm.readFailed(source);
      case 41 -> new Event.LetGo(source.text());
      case 50 ->
          new Event.MessageStatus(
              source.text(),
              Tags.of(DELIVERY_KINDS, source.tag()),
              source.number(),
              source.optionalText());
      case 15 -> new Event.InRoom(RoomEventForm.read(source));
      default -> throw new MalformedPackException("no event has tag " + tag);
    };
  }

  private static void two(Sink sink, int tag, String one, String other) {
    text(sink, tag, one);
    sink.text(other);
  }

  private static void text(Sink sink, int tag, String text) {
    sink.tag(tag);
    sink.text(text);
  }

  private static void marked(Sink sink, int tag, String text, boolean mark) {
    text(sink, tag, text);
    sink.bool(mark);
  }
}
