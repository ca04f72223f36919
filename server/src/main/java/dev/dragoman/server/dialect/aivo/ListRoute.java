package dev.dragoman.server.dialect.aivo;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.store.Contacts;
import dev.dragoman.server.store.Conversations;
import dev.dragoman.server.store.Legs;
import dev.dragoman.server.store.Numbers;
import dev.dragoman.server.store.RoomList;
import dev.dragoman.server.store.Staffing;
import dev.dragoman.server.store.TeamRow;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `GET /api/v1/live/public/conversation/list` (contract aivo §6.2): the rooms that were queued
/// between two times, of the bot of the token, else of the workspace. `country` is read and changes
/// nothing: nobody's country is known here.
final class ListRoute {
  static final String PATH = "/api/v1/live/public/conversation/list";
  private static final int MOST = 2_000;

  private final Reports reports;
  private final Sources sources;

  /// Where rows come from.
  record Sources(
      RoomList rooms,
      Conversations conversations,
      Legs legs,
      Contacts contacts,
      Numbers numbers,
      Staffing staffing) {}

  ListRoute(Reports reports, Sources sources) {
    this.reports = reports;
    this.sources = sources;
  }

  Response handle(Request request) {
    return reports.enter(
        request,
        reader -> {
          Long from = nanos(request, "from");
          Long to = nanos(request, "to");
          return from == null || to == null
              ? Errors.of(400, "from and to must be times like 2030-01-31 12:00:00")
              : list(reader.workspace(), bot(request, reader), new RoomList.Times(from, to));
        });
  }

  private static @Nullable Long nanos(Request request, String name) {
    try {
      return LocalDateTime.parse(request.query(name).orElse(""), ListForm.TIME)
              .toEpochSecond(ZoneOffset.UTC)
          * Moment.NANOS_PER_SECOND;
    } catch (DateTimeException notATime) {
      return null;
    }
  }

  /// A token names its bot, wherever it stands.
  private @Nullable String bot(Request request, Credential reader) {
    return reader.kind() == Credential.Kind.AIVO_TOKEN
        ? reader.subject()
        : reports.bot(request).orElse(null);
  }

  private Response list(int workspace, @Nullable String botId, RoomList.Times between) {
    List<RoomList.Row> rooms = sources.rooms().queued(workspace, botId, between, MOST + 1);
    if (rooms.size() > MOST) {
      return Errors.of(
          400, "There are more than " + MOST + " conversations: ask for a shorter time");
    }
    Map<Integer, String> groups =
        sources.staffing().teams(workspace).stream()
            .collect(Collectors.toMap(TeamRow::number, TeamRow::name));
    List<Value> rows =
        rooms.stream()
            .flatMap(room -> row(workspace, room, groups).stream())
            .<Value>map(row -> row)
            .toList();
    return Response.json(200, Json.write(new Value.List(rows)));
  }

  /// Nothing is told of a conversation that is gone.
  private Optional<Value.Obj> row(int workspace, RoomList.Row room, Map<Integer, String> groups) {
    String conversationId = room.names().conversationId();
    Conversation state = sources.conversations().state(workspace, conversationId);
    if (state == null) {
      return Optional.empty();
    }
    String contactId = state.address().contactId();
    Value.Obj attributes =
        sources
            .contacts()
            .get(workspace, contactId)
            .map(contact -> contact.body().attributes())
            .orElse(Value.Obj.EMPTY);
    ListForm.Group group =
        new ListForm.Group(room.place().team(), groups.getOrDefault(room.place().team(), ""));
    long number = sources.numbers().of(workspace, Access.BOT, room.names().botId());
    return Optional.of(
        ListForm.row(
            room.names().id(),
            sources
                .legs()
                .between(
                    workspace,
                    conversationId,
                    room.times().queuedNanos(),
                    room.times().changedNanos()),
            new ListForm.Around(room.names().uuid(), number, group, contactId, attributes)));
  }
}
