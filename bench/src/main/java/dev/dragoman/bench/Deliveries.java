package dev.dragoman.bench;

import dev.dragoman.bench.ledger.Asked;
import dev.dragoman.bench.ledger.Checker;
import dev.dragoman.bench.ledger.Receiver;
import dev.dragoman.core.model.Value;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// How fast lanes that wait are told to a receiver that answers at once: every lane has a few
/// events, and their order is checked.
final class Deliveries {
  private static final int LANES = 10_000;
  private static final int TURNS = 2;
  private static final int PATIENCE_SECONDS = 300;
  private static final long LOOK_NANOS = 200_000_000L;

  private final Field field;
  private final int lanes;

  Deliveries(Field field, Options options) {
    this.field = field;
    this.lanes = options.number("--size", LANES);
  }

  Map<String, Double> measure() throws IOException, SQLException {
    try (Nodes nodes = Nodes.open(field, "deliveries", 1, Map.of());
        Receiver receiver = Receiver.open(0, _ -> 200)) {
      Office office = new Office(nodes.ready(0));
      String bot = office.publish(Office.ECHO);
      Map<String, Double> figures = new LinkedHashMap<>();
      // Once small, so that neither side is cold.
      told(nodes, receiver, new Round(bot, "warm", Math.max(1, lanes / 5)));
      Told told = told(nodes, receiver, new Round(bot, "full", lanes));
      figures.put("deliveryLanes", (double) lanes);
      figures.put("deliveries", (double) told.count());
      figures.put("deliveriesPerSecond", told.count() / told.seconds());
      figures.putAll(told.figures());
      return figures;
    }
  }

  private record Round(String bot, String name, int lanes) {}

  private record Told(long count, double seconds, Map<String, Double> figures) {}

  private static Told told(Nodes nodes, Receiver receiver, Round round)
      throws IOException, SQLException {
    Office office = new Office(nodes.ready(0));
    String name = round.name();
    Value.Obj endpoint =
        office.endpoint(
            receiver.url(name),
            List.of("message.received", "message.sent"),
            Value.Obj.of("bot", Value.of(round.bot())));
    String id = Office.id(endpoint);
    receiver.expects(name, String.valueOf(endpoint.text("secret")));
    office.ask("/endpoints/" + id + "/pause", Value.Obj.EMPTY);
    Asked asked = talk(nodes, round);
    Wal database = nodes.database();
    String waiting = " lane where endpoint = '" + id + "' and not idle";
    // A lane that began while it was paused is looked at within a minute: here at once.
    int before = receiver.count();
    long expected = 2L * TURNS * round.lanes();
    office.ask("/endpoints/" + id + "/resume", Value.Obj.EMPTY);
    database.run("update lane set due_nanos = 1 where endpoint = '" + id + "' and not idle");
    double seconds = Waiting.until(PATIENCE_SECONDS, () -> receiver.count() - before >= expected);
    Waiting.until(
        PATIENCE_SECONDS, LOOK_NANOS, () -> database.number("select count(*) from" + waiting) == 0);
    long stuck = database.number("select count(*) from" + waiting);
    office.ask("/endpoints/" + id + "/pause", Value.Obj.EMPTY);
    return new Told(
        receiver.count() - before,
        seconds,
        new Checker(asked, Set.of(name))
            .check(
                receiver.arrivals().stream().filter(one -> one.endpoint().equals(name)).toList(),
                stuck)
            .figures("delivery"));
  }

  private static Asked talk(Nodes nodes, Round round) throws IOException {
    Asked asked = new Asked();
    new Crowd(nodes.ready(0))
        .all(
            round.lanes() * TURNS,
            i -> {
              asked.asks(round.name() + " " + i);
              String user = round.name() + "-" + i % round.lanes();
              return Office.says(round.bot(), user, round.name() + " " + i, "");
            },
            (i, line) -> note(asked, round.name() + " " + i, Office.json(line)));
    return asked;
  }

  /// What a turn was answered goes into the book.
  static void note(Asked asked, String text, Value.Obj answer) {
    List<String> messages =
        answer.get("messages") instanceof Value.List(var said)
            ? said.stream().map(one -> String.valueOf(((Value.Obj) one).text("id"))).toList()
            : List.of();
    asked.heard(text, Objects.requireNonNull(answer.text("conversation")), messages);
  }
}
