package dev.dragoman.core.delivery;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.room.RoomEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The native catalogue: what an endpoint may listen to, with the name each kind has on the wire.
public enum Kind {
  MESSAGE_RECEIVED("message.received", "The contact said or did something"),
  MESSAGE_SENT("message.sent", "The bot said something"),
  MESSAGE_DELIVERED("message.delivered", "A channel delivered a message"),
  MESSAGE_READ("message.read", "The contact read a message"),
  MESSAGE_FAILED("message.failed", "A channel could not deliver a message"),
  SESSION_STARTED("session.started", "A session began"),
  SESSION_MIGRATED("session.migrated", "A session moved to another publication of its bot"),
  SESSION_ENDED("session.ended", "A session ended"),
  STEP_ENTERED("step.entered", "A step was entered"),
  VALUE_SET("value.set", "A session value was set or removed"),
  ATTRIBUTE_SET("attribute.set", "An attribute of the contact was set"),
  HOOK_CALLED("hook.called", "A hook was called"),
  HOOK_CLOSED("hook.closed", "A hook settled"),
  CONVERSATION_PAUSED("conversation.paused", "The bot fell silent"),
  CONVERSATION_RELEASED("conversation.released", "The bot speaks again"),
  REQUEST_OPENED("request.opened", "A request for the support team was opened"),
  MAIL_REQUESTED("mail.requested", "A mail has to be sent"),
  WEBHOOK_REQUESTED("webhook.requested", "A webhook has to be called"),
  TICKET_REQUESTED("ticket.requested", "Something has to be done in another system"),
  ROOM_QUEUED("room.queued", "The conversation waits for a human"),
  ROOM_ATTENDED("room.attended", "An agent took the conversation"),
  ROOM_TRANSFERRED("room.transferred", "The conversation goes to another group or agent"),
  ROOM_MESSAGE("room.message", "Something was said in a room"),
  ROOM_CLOSED("room.closed", "The humans are done with the conversation"),
  CONTACT_OPTED_OUT("contact.opted_out", "The contact wants to hear no more"),
  CAMPAIGN_SENT("campaign.sent", "A campaign reached a contact"),
  CAMPAIGN_FAILED("campaign.failed", "A campaign did not reach a contact"),
  CAMPAIGN_ENDED("campaign.ended", "All rows of a campaign are settled"),
  ENDPOINT_DISABLED("endpoint.disabled", "An endpoint is not called any more"),
  DELIVERY_DEAD("delivery.dead", "A notification was given up"),
  ENDPOINT_TEST("endpoint.test", "Somebody asked for a test event"),
  TEMPLATE_STATUS("template.status", "A channel's provider changed the state of a template");

  private static final Map<String, Kind> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Kind::wire, kind -> kind));

  private final String wire;
  private final String meaning;

  Kind(String wire, String meaning) {
    this.wire = wire;
    this.meaning = meaning;
  }

  /// The name on the wire.
  public String wire() {
    return wire;
  }

  /// One sentence for the catalogue.
  public String meaning() {
    return meaning;
  }

  /// Whether it is told on the workspace's stream instead of a conversation's.
  public boolean ofWorkspace() {
    return switch (this) {
      case ENDPOINT_DISABLED, DELIVERY_DEAD, ENDPOINT_TEST, CAMPAIGN_ENDED, TEMPLATE_STATUS -> true;
      case MESSAGE_RECEIVED,
          MESSAGE_SENT,
          MESSAGE_DELIVERED,
          MESSAGE_READ,
          MESSAGE_FAILED,
          SESSION_STARTED,
          SESSION_MIGRATED,
          SESSION_ENDED,
          STEP_ENTERED,
          VALUE_SET,
          ATTRIBUTE_SET,
          HOOK_CALLED,
          HOOK_CLOSED,
          CONVERSATION_PAUSED,
          CONVERSATION_RELEASED,
          REQUEST_OPENED,
          MAIL_REQUESTED,
          WEBHOOK_REQUESTED,
          TICKET_REQUESTED,
          ROOM_QUEUED,
          ROOM_ATTENDED,
          ROOM_TRANSFERRED,
          ROOM_MESSAGE,
          ROOM_CLOSED,
          CONTACT_OPTED_OUT,
          CAMPAIGN_SENT,
          CAMPAIGN_FAILED ->
          false;
    };
  }

  /// The kind of that name on the wire.
  public static Optional<Kind> of(String wire) {
    return Optional.ofNullable(BY_NAME.get(wire));
  }

  private static Optional<Kind> of(RoomEvent event) {
    return switch (event) {
      case RoomEvent.Queued _ -> Optional.of(ROOM_QUEUED);
      case RoomEvent.Attended _ -> Optional.of(ROOM_ATTENDED);
      case RoomEvent.Transferred _ -> Optional.of(ROOM_TRANSFERRED);
      case RoomEvent.Message _ -> Optional.of(ROOM_MESSAGE);
      case RoomEvent.Closed _ -> Optional.of(ROOM_CLOSED);
      case RoomEvent.AgentPaused _ -> Optional.empty();
    };
  }

  /// What an event is told as; empty for what stays inside.
  public static Optional<Kind> of(Event event) {
    return switch (event) {
      case Event.Received _ -> Optional.of(MESSAGE_RECEIVED);
      case Event.Sent _ -> Optional.of(MESSAGE_SENT);
      case Event.SessionStarted _ -> Optional.of(SESSION_STARTED);
      case Event.SessionMigrated _ -> Optional.of(SESSION_MIGRATED);
      case Event.SessionEnded _ -> Optional.of(SESSION_ENDED);
      case Event.StepEntered _ -> Optional.of(STEP_ENTERED);
      case Event.ValueSet _ -> Optional.of(VALUE_SET);
      case Event.AttributeSet _ -> Optional.of(ATTRIBUTE_SET);
      case Event.HookCalled _ -> Optional.of(HOOK_CALLED);
      case Event.HookClosed _ -> Optional.of(HOOK_CLOSED);
      case Event.Paused(boolean paused) ->
          Optional.of(paused ? CONVERSATION_PAUSED : CONVERSATION_RELEASED);
      case Event.InRoom(var inRoom) -> of(inRoom);
      case Event.UserRequestOpened _ -> Optional.of(REQUEST_OPENED);
      case Event.OutsideRequested(var kind, _) ->
          Optional.of(
              switch (kind) {
                case EMAIL -> MAIL_REQUESTED;
                case WEBHOOK_REQUEST -> WEBHOOK_REQUESTED;
                case TRACKING_EVENT,
                    CUSTOM_SEARCH,
                    ZENDESK_TICKET,
                    INTERCOM_ASSIGN,
                    INTERCOM_CLOSE,
                    IADVIZE_TRANSFER,
                    IADVIZE_CLOSE,
                    AI_TASK ->
                    TICKET_REQUESTED;
              });
      case Event.OptedOut _ -> Optional.of(CONTACT_OPTED_OUT);
      case Event.CampaignSent _ -> Optional.of(CAMPAIGN_SENT);
      case Event.CampaignFailed _ -> Optional.of(CAMPAIGN_FAILED);
      case Event.MessageStatus(_, var kind, _, _) ->
          switch (kind) {
            case DELIVERED -> Optional.of(MESSAGE_DELIVERED);
            case READ -> Optional.of(MESSAGE_READ);
            // Its code says `unknown` when nobody can tell and it is not sent again.
            case FAILED, UNKNOWN -> Optional.of(MESSAGE_FAILED);
            // That it was sent is told when it is said.
            case SENT -> Optional.empty();
          };
      case Event.InputQueued _, Event.LetGo _, Event.CampaignAccepted _, Event.TimerSet _ ->
          Optional.empty();
    };
  }
}
