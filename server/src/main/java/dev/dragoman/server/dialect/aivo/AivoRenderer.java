package dev.dragoman.server.dialect.aivo;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.delivery.EventId;
import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.delivery.Schedule;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.server.delivery.Endpoint;
import dev.dragoman.server.delivery.Rendered;
import dev.dragoman.server.delivery.Renderer;
import dev.dragoman.server.delivery.Told;
import dev.dragoman.server.egress.Header;
import dev.dragoman.server.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells an integrator's webhook what agents and triggers do in its rooms (seed 002; contract aivo
/// §3): `{"name", "roomId", "timestamp", "botId", "eventTime", "data"}`.
///
/// A room whose queue call named a webhook is told there, through [#OF_ROOMS]; every other room by
/// the endpoints of its bot.
public final class AivoRenderer implements Renderer {
  /// Its name as a dialect.
  public static final String NAME = "aivo";

  private static final String ROOMS_ID = "a1b0000000000000000000a1";

  /// The endpoint of the rooms that brought their webhook along; every workspace has it.
  public static final Endpoint OF_ROOMS =
      new Endpoint(
          new Endpoint.Key(0, ROOMS_ID),
          Optional.empty(),
          NAME,
          "",
          Set.of(),
          new Endpoint.Auth.None(),
          Endpoint.Manner.PLAIN,
          Value.Obj.EMPTY,
          Endpoint.Status.ACTIVE);

  private static final Set<Kind> KINDS =
      Set.of(Kind.ROOM_ATTENDED, Kind.ROOM_TRANSFERRED, Kind.ROOM_MESSAGE, Kind.ROOM_CLOSED);

  private final Book book;

  /// Where numbers, tokens and settings of bots are found.
  public interface Book {
    /// The number of a bot.
    long number(int workspace, String botId);

    /// A token by the id of its key, else the bot's newest.
    Optional<String> token(int workspace, String botId, Optional<String> keyId);

    /// The settings of the bot's own endpoint of this dialect, empty without one.
    Value.Obj settings(int workspace, String botId);
  }

  /// Looks things up here.
  public AivoRenderer(Book book) {
    this.book = book;
  }

  @Override
  public Set<Kind> kinds() {
    return KINDS;
  }

  @Override
  public Schedule schedule() {
    return Schedule.CHAT;
  }

  /// Tokens can be replaced and settings changed between two attempts.
  @Override
  public boolean followsFromLeg() {
    return false;
  }

  @Override
  public List<Rendered> render(Told told, Endpoint endpoint) {
    List<Rendered> rendered = new ArrayList<>();
    List<Event> events = told.leg().told().events();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof Event.InRoom(var event) && hears(endpoint, event)) {
        rendered(new One(told, i, event), endpoint).ifPresent(rendered::add);
      }
    }
    return rendered;
  }

  /// The event of a leg at that position.
  private record One(Told told, int position, RoomEvent event) {
    long nanos() {
      return told.leg().moment().epochNanos() + position;
    }

    String botId() {
      return told.address().botId();
    }
  }

  /// Each room is told at one place.
  private static boolean hears(Endpoint endpoint, RoomEvent event) {
    boolean broughtAlong = Memo.webhook(event).isPresent();
    return isOfRooms(endpoint) == broughtAlong && (broughtAlong || !endpoint.url().isEmpty());
  }

  private static boolean isOfRooms(Endpoint endpoint) {
    return endpoint.key().id().equals(ROOMS_ID);
  }

  private Optional<Rendered> rendered(One one, Endpoint endpoint) {
    Optional<Kind> kind =
        Kind.of(new Event.InRoom(one.event()))
            .filter(KINDS::contains)
            .filter(wanted -> endpoint.kinds().isEmpty() || endpoint.kinds().contains(wanted));
    return kind.flatMap(wanted -> rendered(one, endpoint, wanted));
  }

  private Optional<Rendered> rendered(One one, Endpoint endpoint, Kind kind) {
    int workspace = one.told().workspace();
    Value.Obj settings =
        isOfRooms(endpoint) ? book.settings(workspace, one.botId()) : endpoint.settings();
    Wishes wishes = Wishes.of(settings);
    String suffix =
        wishes
            .hashSuffix()
            .or(() -> book.token(workspace, one.botId(), Memo.key(one.event())))
            .map(token -> "_" + token)
            .orElse("");
    return new Telling(wishes, one.told().address().peer(), suffix)
        .of(one.event())
        .map(said -> request(one, said, kind, wishes));
  }

  private Rendered request(One one, Telling.Said said, Kind kind, Wishes wishes) {
    long nanos = one.nanos();
    Value.Obj body =
        Value.Obj.builder()
            .put("name", said.name())
            .put("roomId", one.event().ref().ids().uuid())
            .put("timestamp", nanos)
            .put("botId", book.number(one.told().workspace(), one.botId()))
            .put("eventTime", Math.floorDiv(nanos, Moment.NANOS_PER_SECOND))
            .put("data", said.data())
            .build();
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Content-Type", "application/json"));
    if (wishes.timestampHeader()) {
      headers.add(new Header("X-Timestamp", Long.toString(nanos)));
    }
    long sequence = one.told().leg().firstSequence() + one.position();
    return new Rendered(
        sequence,
        EventId.of(one.told().address().conversationId(), sequence),
        kind.wire(),
        Json.write(body),
        headers,
        Memo.webhook(one.event()));
  }
}
