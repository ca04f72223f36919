package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.server.flow.Directory;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.http.Route;
import dev.dragoman.server.http.SocketRoute;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.store.Addresses;
import dev.dragoman.server.store.Contacts;
import dev.dragoman.server.store.Conversations;
import dev.dragoman.server.store.Legs;
import java.time.Duration;
import java.util.List;

/// Clustaar's HTTP API under `/clustaar` (contract clustaar §1.2).
public final class ClustaarDoor {
  private static final String PREFIX = "/clustaar";

  /// Phoenix clients beat their heart every 30 s; its servers wait for 60.
  private static final SocketRoute.Limits LIMITS =
      new SocketRoute.Limits(65_536, 1_000_000, Duration.ofSeconds(60), 20_000);

  private ClustaarDoor() {}

  /// What the door reads and drives.
  public record Parts(
      Keys keys, Directory directory, Turns turns, Records records, Sockets sockets) {}

  /// What is read of conversations outside a turn.
  public record Records(
      Contacts contacts, Legs legs, Conversations conversations, Addresses addresses) {}

  /// The door.
  public static Door open(Parts parts) {
    SocketTokens tokens = new SocketTokens(parts.keys());
    Access access = new Access(parts.keys(), tokens, parts.directory());
    ReplyRoute reply = new ReplyRoute(access, parts.turns());
    InterlocutorRoutes interlocutors =
        new InterlocutorRoutes(access, parts.turns(), tokens, parts.records());
    HistoryRoutes history = new HistoryRoutes(access, parts.records().legs());
    PhoenixSocket.Shared shared =
        new PhoenixSocket.Shared(
            parts.sockets(),
            tokens,
            parts.directory(),
            parts.records().conversations(),
            parts.records().legs(),
            new SocketReply(parts.keys(), parts.turns()));
    return new Door(
        PREFIX,
        List.of(
            Route.get("/websocket", _ -> Errors.upgrade()),
            Route.get("/socket/websocket", _ -> Errors.upgrade()),
            Route.post("/interlocutors/{id}/reply", reply::handle),
            Route.post("/bots/{botID}/interlocutors/clustaar_web_chat", interlocutors::create),
            Route.get("/interlocutors/{id}", interlocutors::get),
            Route.put("/interlocutors/{id}", interlocutors::update),
            Route.put("/bots/{botID}/interlocutors/{id}", interlocutors::updateOfBot),
            Route.get("/interlocutors/{id}/actions", history::actions),
            Route.get("/bots/{botID}/conversations/{id}", history::conversation)),
        List.of(
            new SocketRoute("/websocket", LIMITS, shared::open),
            new SocketRoute("/socket/websocket", LIMITS, shared::open)),
        Errors::of);
  }
}
