package dev.dragoman.bench;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.core.room.RoomEvent;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Many rooms that wait at once for agents who all come at once; each room is closed as soon as
/// it is attended, which makes room for the next.
final class RoomRush {
  private static final int ROOMS = 5_000;
  private static final int AGENTS = 100;
  private static final int SEATS = 10;
  private static final int PATIENCE_SECONDS = 300;
  private static final int NODES = 2;
  private static final long LOOK_NANOS = 50_000_000L;

  private static final String ROLLBACKS =
      "select xact_rollback from pg_stat_database where datname = current_database()";

  private final Field field;
  private final int rooms;

  RoomRush(Field field, Options options) {
    this.field = field;
    this.rooms = options.number("--size", ROOMS);
  }

  Map<String, Double> measure() throws IOException, SQLException {
    try (Nodes nodes = Nodes.open(field, "rooms", NODES, Map.of())) {
      Office office = new Office(nodes.ready(0));
      String bot = office.publish(Office.ECHO);
      long group = number(office.ask("/groups", Value.Obj.of("name", Value.of("Everybody"))));
      List<String> agents = new ArrayList<>();
      for (int i = 0; i < AGENTS; i++) {
        agents.add(agent(office, group, i));
      }
      Desk desk = new Desk(nodes, bot, group, agents);
      // Once small, so that neither side is cold.
      rush(desk, "warm", warm());
      Rush rush = rush(desk, "full", rooms);
      return figures(nodes.database(), rush);
    }
  }

  private int warm() {
    return Math.max(1, rooms / 5);
  }

  private record Desk(Nodes nodes, String bot, long group, List<String> agents) {}

  private record Rush(double seconds, long rollbacks, long failures) {}

  private static Rush rush(Desk desk, String name, int rooms) throws IOException, SQLException {
    Nodes nodes = desk.nodes();
    present(desk, "offline");
    queue(desk, name, rooms);
    Wal database = nodes.database();
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong failures = new AtomicLong();
    long before = database.number(ROLLBACKS);
    long begun = System.nanoTime();
    Thread closer =
        Thread.ofPlatform().start(() -> close(nodes, new Closing(database, done, failures)));
    present(desk, "online");
    Waiting.until(
        PATIENCE_SECONDS,
        LOOK_NANOS,
        () -> database.number("select count(*) from room where state = 'queued'") == 0);
    double assigned = (System.nanoTime() - begun) / 1e9;
    Waiting.until(
        PATIENCE_SECONDS,
        LOOK_NANOS,
        () -> database.number("select count(*) from room where state <> 'closed'") == 0);
    done.set(true);
    Load.join(closer);
    return new Rush(assigned, database.number(ROLLBACKS) - before, failures.get());
  }

  private Map<String, Double> figures(Wal database, Rush rush) throws SQLException {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("rooms", (double) rooms);
    figures.put("roomSeconds", rush.seconds());
    figures.put("roomsPerSecond", rooms / rush.seconds());
    figures.put("roomsDoublyAssigned", (double) doubled(database));
    figures.put(
        "roomsLeft", (double) database.number("select count(*) from room where state <> 'closed'"));
    figures.put("roomSeatsLeft", (double) database.number("select count(*) from seat"));
    figures.put("roomRollbacks", (double) rush.rollbacks());
    figures.put("roomFailures", (double) rush.failures());
    return figures;
  }

  /// Rooms that were not attended exactly once, as the recorded legs tell.
  private long doubled(Wal database) throws SQLException {
    Map<String, Integer> attended = new HashMap<>();
    for (String leg : database.texts("select encode(body, 'hex') from leg")) {
      for (Event event : Pack.leg(HexFormat.of().parseHex(leg)).told().events()) {
        if (event instanceof Event.InRoom(RoomEvent.Attended told)) {
          attended.merge(told.ref().ids().hex(), 1, Integer::sum);
        }
      }
    }
    long once = attended.values().stream().filter(times -> times == 1).count();
    return Math.abs(rooms + warm() - once) + attended.size() - once;
  }

  private static long number(Value.Obj made) {
    return made.get("number") instanceof Value.Num number ? number.longValue() : 0;
  }

  private static String agent(Office office, long group, int i) throws IOException {
    Value groups = Value.List.of(Value.of(group));
    return Office.id(
        office.ask(
            "/agents",
            Value.Obj.builder()
                .put("name", "agent " + i)
                .put("capacity", SEATS)
                .put("groups", groups)
                .build()));
  }

  private static void queue(Desk desk, String name, int rooms) throws IOException {
    List<String> conversations = Collections.synchronizedList(new ArrayList<>());
    Crowd crowd = new Crowd(desk.nodes().ready(0));
    crowd.all(
        rooms,
        i -> Office.says(desk.bot(), name + "-" + i, "hello", ""),
        (_, line) ->
            conversations.add(Objects.requireNonNull(Office.json(line).text("conversation"))));
    Value wanted = Value.Obj.of("groups", Value.List.of(Value.of(desk.group())));
    crowd.all(
        rooms,
        i -> Office.post("/conversations/" + conversations.get(i) + "/room", "", wanted),
        (_, _) -> {});
  }

  private static void present(Desk desk, String presence) throws IOException {
    Value wanted = Value.Obj.builder().put("presence", presence).put("seconds", 3_600).build();
    new Crowd(desk.nodes().ready(0))
        .all(
            AGENTS,
            i -> Office.post("/agents/" + desk.agents().get(i) + "/presence", "", wanted),
            (_, _) -> {});
  }

  private record Closing(Wal database, AtomicBoolean done, AtomicLong failures) {}

  /// Closes whatever is attended, until all is done.
  private static void close(Nodes nodes, Closing closing) {
    int turn = 0;
    while (!closing.done().get()) {
      try {
        List<String> attended =
            closing.database().texts("select id from room where state = 'attended' limit 2000");
        turn++;
        new Crowd(nodes.ready(turn % NODES))
            .all(
                attended.size(),
                i -> Office.post("/rooms/" + attended.get(i) + "/close", "", Value.Obj.EMPTY),
                (_, _) -> {});
      } catch (IOException | SQLException failed) {
        System.err.println("closing: " + failed);
        closing.failures().incrementAndGet();
      }
    }
  }
}
