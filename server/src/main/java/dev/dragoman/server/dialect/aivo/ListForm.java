package dev.dragoman.server.dialect.aivo;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Agent;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.Spacing;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of the list of conversations (contract aivo §6.2). What nobody knows here is null within
/// its object; times are UTC.
final class ListForm {
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final List<String> NAMED =
      List.of("firstName", "lastName", "email", "phoneNumber");
  private static final int PROTOCOL = 28;

  private final String hex;
  private long queuedNanos;
  private long startedNanos;
  private long endedNanos;
  private @Nullable Agent agent;
  private RoomEvent.@Nullable Reason reason;

  /// What stands in a row beside what happened.
  ///
  /// @param attributes of the contact
  record Around(String uuid, long botNumber, Group group, String contactId, Value.Obj attributes) {}

  /// The group the room is in, or was.
  record Group(int number, String name) {}

  private ListForm(String hex) {
    this.hex = hex;
  }

  /// The row of the room of that id, from what happened while it was open.
  static Value.Obj row(String hex, List<Leg> legs, Around around) {
    ListForm form = new ListForm(hex);
    for (Leg leg : legs) {
      for (int i = 0; i < leg.told().events().size(); i++) {
        if (leg.told().events().get(i) instanceof Event.InRoom(var event)) {
          form.happened(event, leg.moment().epochNanos() + i);
        }
      }
    }
    return form.written(around);
  }

  private void happened(RoomEvent event, long nanos) {
    if (!event.ref().ids().hex().equals(hex)) {
      return;
    }
    switch (event) {
      case RoomEvent.Queued _ -> queuedNanos = nanos;
      case RoomEvent.Attended(_, var who, _) -> {
        startedNanos = startedNanos == 0 ? nanos : startedNanos;
        agent = who;
      }
      case RoomEvent.Closed(_, var why, _, _) -> {
        endedNanos = nanos;
        reason = why;
      }
      case RoomEvent.Transferred _, RoomEvent.Message _, RoomEvent.AgentPaused _ -> {}
    }
  }

  private Value.Obj written(Around around) {
    return Value.Obj.builder()
        .put("conversation_id", around.uuid())
        .put("bot_id", around.botNumber())
        .put("queueddatetime", time(queuedNanos))
        .put("startdatetime", time(startedNanos))
        .put("enddatetime", time(endedNanos))
        .put("session_time", seconds(startedNanos, endedNanos))
        .put("wait_time", seconds(queuedNanos, startedNanos == 0 ? endedNanos : startedNanos))
        .put("group", group(around.group()))
        .put("protocol", pair(Value.of(PROTOCOL), "name", Value.of("External")))
        .put("user", user(around))
        .put("agent", agent())
        .put("reason", pair(reasonId(), "description", reasonName()))
        .put("feedback", nulls("id", "name", "value"))
        .put("closed_by", closedBy())
        .put("location", nulls("id", "city", "country", "ip"))
        .put("platform", nulls("id", "name", "version"))
        .put("browser", nulls("id", "name", "version"))
        .build();
  }

  private static Value time(long nanos) {
    return nanos == 0
        ? Value.Null.NULL
        : Value.of(TIME.format(Instant.ofEpochSecond(nanos / Moment.NANOS_PER_SECOND)));
  }

  private static Value seconds(long from, long to) {
    return from == 0 || to == 0
        ? Value.Null.NULL
        : Value.of(to / Moment.NANOS_PER_SECOND - from / Moment.NANOS_PER_SECOND);
  }

  private static Value.Obj pair(Value id, String name, Value value) {
    return Value.Obj.builder().put("id", id).put(name, value).build();
  }

  private static Value.Obj nulls(String... names) {
    ObjBuilder nulls = Value.Obj.builder();
    for (String name : names) {
      nulls.put(name, Value.Null.NULL);
    }
    return nulls.build();
  }

  private static Value.Obj group(Group group) {
    return Value.Obj.builder()
        .put("id", group.number())
        .put("name", group.name())
        .put("description", "")
        .build();
  }

  private static Value.Obj user(Around around) {
    ObjBuilder extra = Value.Obj.builder();
    around
        .attributes()
        .members()
        .forEach(
            (name, value) -> {
              if (!NAMED.contains(name)) {
                extra.put(name, value);
              }
            });
    return Value.Obj.builder()
        .put("id", around.contactId())
        .put("first_name", text(around, "firstName"))
        .put("last_name", text(around, "lastName"))
        .put("phone", text(around, "phoneNumber"))
        .put("created_at", Value.Null.NULL)
        .put("extra_information", Json.text(extra.build(), Spacing.NONE))
        .build();
  }

  private static String text(Around around, String name) {
    String text = around.attributes().text(name);
    return text == null ? "" : text;
  }

  private Value.Obj agent() {
    Agent who = agent;
    return who == null
        ? nulls("id", "name", "nick_name", "email", "picture")
        : Value.Obj.builder()
            .put("id", who.number())
            .put("name", who.name())
            .put("nick_name", who.nickname())
            .put("email", who.email())
            .put("picture", who.avatar().isEmpty() ? Value.Null.NULL : Value.of(who.avatar()))
            .build();
  }

  private Value reasonId() {
    return reason == null
        ? Value.Null.NULL
        : Value.of(
            switch (reason) {
              case AGENT -> 1;
              case CONTACT, API -> 2;
              case TRIGGER -> 3;
              case QUEUE_CLEANING -> 4;
            });
  }

  private Value reasonName() {
    return reason == null
        ? Value.Null.NULL
        : Value.of(
            switch (reason) {
              case AGENT -> "agent";
              case CONTACT, API -> "user";
              case TRIGGER -> "trigger";
              case QUEUE_CLEANING -> "queue clean process";
            });
  }

  private Value.Obj closedBy() {
    Agent who = agent;
    boolean byAgent = reason == RoomEvent.Reason.AGENT;
    return pair(
        byAgent && who != null ? Value.of(who.number()) : Value.Null.NULL, "name", reasonName());
  }
}
