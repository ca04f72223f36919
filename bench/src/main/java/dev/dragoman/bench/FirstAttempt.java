package dev.dragoman.bench;

import dev.dragoman.bench.ledger.Arrival;
import dev.dragoman.bench.ledger.Receiver;
import dev.dragoman.core.model.Value;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long after it happened an event is told for the first time, at a steady rate of turns. An
/// event has the time at which it was decided: the flush of its commit is within the delay.
final class FirstAttempt {
  private static final double PER_SECOND = 500;
  private static final int SECONDS = 20;
  private static final int CONNECTIONS = 32;
  private static final int USERS = 1_000;

  private final Field field;
  private final int seconds;
  private final double perSecond;

  FirstAttempt(Field field, Options options) {
    this.field = field;
    this.seconds = options.number("--size", SECONDS);
    this.perSecond = options.number("--rate", (int) PER_SECOND);
  }

  Map<String, Double> measure() throws IOException, SQLException {
    try (Nodes nodes = Nodes.open(field, "delay", 1, Map.of());
        Receiver receiver = Receiver.open(0, _ -> 200)) {
      Office office = new Office(nodes.ready(0));
      String bot = office.publish(Office.ECHO);
      Value.Obj made =
          office.endpoint(
              receiver.url("all"),
              List.of("message.received", "message.sent"),
              Value.Obj.of("bot", Value.of(bot)));
      receiver.expects("all", String.valueOf(made.text("secret")));
      talk(nodes, bot, perSecond / 2);
      receiver.forget();
      Load.Result turns = talk(nodes, bot, perSecond);
      double left = Waiting.until(30, () -> receiver.count() >= turns.count() * 2);
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put("delayTurnsPerSecond", turns.perSecond());
      figures.put("delayDeliveries", (double) receiver.count());
      figures.put("delayP50Millis", percentile(receiver.arrivals(), 0.5));
      figures.put("delayP99Millis", percentile(receiver.arrivals(), 0.99));
      figures.put("delayTurnP99Millis", turns.percentileMillis(0.99));
      figures.put("delayBehindSeconds", left);
      return figures;
    }
  }

  private Load.Result talk(Nodes nodes, String bot, double rate) {
    return new OpenLoop(nodes.ready(0), 3)
        .run(
            rate,
            seconds,
            CONNECTIONS,
            i -> Office.says(bot, "guest-" + i % USERS, "how are you " + i, ""));
  }

  /// Of all first attempts, also of those that waited for another of their lane.
  static double percentile(List<Arrival> arrivals, double share) {
    double[] delays =
        arrivals.stream()
            .filter(one -> one.numbering().attempt() == 1)
            .mapToDouble(one -> one.times().delayMillis())
            .sorted()
            .toArray();
    return delays.length == 0
        ? 0
        : delays[(int) Math.min(delays.length - 1L, (long) (delays.length * share))];
  }
}
