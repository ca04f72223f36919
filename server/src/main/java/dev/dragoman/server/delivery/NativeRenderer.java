package dev.dragoman.server.delivery;

import dev.dragoman.core.bot.Target;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.delivery.EventId;
import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.delivery.Schedule;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.store.read.FeedQueries.Whose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The native form: one request per event, all of the same envelope with typed `data`.
///
/// `{"id", "type", "sequence", "time", "bot", "conversation", "contact", "turn", "data"}`.
public final class NativeRenderer implements Renderer {
  /// Its name as a dialect.
  public static final String NAME = "native";

  private static final Set<Kind> ALL = Set.copyOf(EnumSet.allOf(Kind.class));

  @Override
  public Set<Kind> kinds() {
    return ALL;
  }

  @Override
  public Schedule schedule() {
    return Schedule.NATIVE;
  }

  @Override
  public boolean nativeHeaders() {
    return true;
  }

  @Override
  public List<Rendered> render(Told told, Endpoint endpoint) {
    List<Rendered> rendered = new ArrayList<>();
    for (Shown one : shown(told)) {
      if (endpoint.kinds().isEmpty() || endpoint.kinds().contains(one.kind())) {
        rendered.add(
            Rendered.json(one.sequence(), one.id(), one.kind().wire(), Json.write(one.body())));
      }
    }
    return rendered;
  }

  /// An event as it is told.
  public record Shown(long sequence, String id, Kind kind, Value.Obj body) {}

  /// All that a leg has to tell, in order; what stays inside is left out.
  public static List<Shown> shown(Told told) {
    Conversation.Address address = told.address();
    return shown(
        new Whose(address.botId(), address.conversationId(), address.contactId()), told.leg());
  }

  /// The same, when no more than ids is known.
  public static List<Shown> shown(Whose whose, Leg leg) {
    List<Shown> shown = new ArrayList<>();
    List<Event> events = leg.told().events();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      Optional<Kind> kind = Kind.of(event);
      if (kind.isPresent()) {
        long sequence = leg.firstSequence() + i;
        String id = EventId.of(whose.conversationId(), sequence);
        Value.Obj body =
            envelope(id, kind.get(), sequence, leg.moment().epochNanos() + i)
                .put("bot", whose.botId())
                .put("conversation", whose.conversationId())
                .put("contact", whose.contactId())
                .put("turn", leg.turnId())
                .put("data", data(event, leg.heard()))
                .build();
        shown.add(new Shown(sequence, id, kind.get(), body));
      }
    }
    return shown;
  }

  @Override
  public List<Rendered> render(Notice notice, Endpoint endpoint) {
    if (!endpoint.kinds().isEmpty() && !endpoint.kinds().contains(notice.kind())) {
      return List.of();
    }
    Shown one = shown(notice);
    return List.of(
        Rendered.json(one.sequence(), one.id(), one.kind().wire(), Json.write(one.body())));
  }

  /// An event of the workspace as it is told.
  public static Shown shown(Notice notice) {
    Value.Obj body =
        envelope(notice.eventId(), notice.kind(), notice.sequence(), notice.atNanos())
            .put("data", notice.data())
            .build();
    return new Shown(notice.sequence(), notice.eventId(), notice.kind(), body);
  }

  private static ObjBuilder envelope(String id, Kind kind, long sequence, long nanos) {
    return Value.Obj.builder()
        .put("id", id)
        .put("type", kind.wire())
        .put("sequence", sequence)
        .put("time", time(nanos));
  }

  private static String time(long nanos) {
    return Instant.ofEpochSecond(
            Math.floorDiv(nanos, Moment.NANOS_PER_SECOND),
            Math.floorMod(nanos, Moment.NANOS_PER_SECOND))
        .toString();
  }

  private static Value.Obj data(Event event, Input input) {
    ObjBuilder data = Value.Obj.builder();
    return switch (event) {
      case Event.Received(var messageId, _) -> received(data.put("message", messageId), input);
      case Event.Sent(var messageId, var action) ->
          data.put("message", messageId).put("action", action).build();
      case Event.SessionStarted(var session, int version) ->
          data.put("session", session).put("botVersion", version).build();
      case Event.SessionMigrated(int from, int to, boolean restarted) ->
          data.put("fromVersion", from).put("toVersion", to).put("restarted", restarted).build();
      case Event.SessionEnded(var session) -> data.put("session", session).build();
      case Event.StepEntered(var step) -> data.put("step", step).build();
      case Event.ValueSet(var key, var value) ->
          data.put("key", key).put("value", value == null ? Value.Null.NULL : value).build();
      case Event.AttributeSet(var key, var value) ->
          data.put("key", key).put("value", value).build();
      case Event.HookCalled(var call, boolean blocking) ->
          data.put("call", call).put("blocking", blocking).build();
      case Event.HookClosed(var call, boolean used) ->
          data.put("call", call).put("used", used).build();
      case Event.OutsideRequested(var kind, var fields) ->
          data.put("action", kind.written()).put("fields", fields).build();
      case Event.UserRequestOpened request ->
          data.put("request", request.requestId())
              .put("message", request.message())
              .put("assignee", orNull(request.assigneeId()))
              .put("group", orNull(request.groupId()))
              .build();
      case Event.InRoom(var room) -> RoomData.of(room);
      case Event.MessageStatus(var message, _, long atNanos, var code) ->
          data.put("message", message).put("at", time(atNanos)).put("code", orNull(code)).build();
      case Event.OptedOut(var words) -> data.put("words", words).build();
      case Event.CampaignSent(var campaign, var session) ->
          data.put("campaign", campaign).put("session", session).build();
      case Event.CampaignFailed(var campaign, var session, var reason) ->
          data.put("campaign", campaign)
              .put("session", session)
              .put("reason", reason.name())
              .build();
      case Event.Paused _,
          Event.InputQueued _,
          Event.LetGo _,
          Event.CampaignAccepted _,
          Event.TimerSet _ ->
          data.build();
    };
  }

  private static Value orNull(@Nullable String text) {
    return text == null ? Value.Null.NULL : Value.of(text);
  }

  private static Value.Obj received(ObjBuilder data, Input input) {
    return switch (input) {
      case Input.Text(var text, var attachments, _) ->
          data.put("kind", "text")
              .put("text", text)
              .put("attachments", new Value.List(attachments))
              .build();
      case Input.GoTo(var target, var name, var values) ->
          data.put("kind", "click")
              .put("target", target(target))
              .put("name", orNull(name))
              .put("values", values)
              .build();
      case Input.CustomEvent(var name) -> data.put("kind", "event").put("name", name).build();
      case Input.UrlLoaded(var url) -> data.put("kind", "page").put("url", url).build();
      case Input.SatisfactionGiven(var face, _) ->
          data.put("kind", "satisfaction").put("given", face).build();
      case Input.Immediate _ -> data.put("kind", "pending").build();
    };
  }

  private static Value.Obj target(Target target) {
    return switch (target) {
      case Target.ToStep(var id) -> Value.Obj.of("step", Value.of(id));
      case Target.ToStory(var id) -> Value.Obj.of("story", Value.of(id));
      case Target.ToEnd _ -> Value.Obj.of("end", Value.of(true));
    };
  }
}
