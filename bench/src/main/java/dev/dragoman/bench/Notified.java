package dev.dragoman.bench;

import dev.dragoman.bench.ledger.Receiver;
import dev.dragoman.core.model.Value;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/// What notifications cost turns: without any endpoint, with one that is paused, and with one that
/// is told everything, at the pace at which its backlog does not grow.
final class Notified {
  private static final int CONNECTIONS = 32;
  private static final int USERS = 1_024;
  private static final int SECONDS = 20;

  /// So many deliveries may be behind the turns: more is a backlog that grows.
  private static final int BEHIND = 1_000;

  private final Field field;
  private final int seconds;

  Notified(Field field, Options options) {
    this.field = field;
    this.seconds = options.number("--size", SECONDS);
  }

  Map<String, Double> measure() throws IOException, SQLException {
    try (Nodes nodes = Nodes.open(field, "notified", 1, Map.of());
        Receiver receiver = Receiver.open(0, _ -> 200)) {
      Office office = new Office(nodes.ready(0));
      String bot = office.publish(Office.ECHO);
      IntFunction<byte[][]> requests = connection -> requests(bot, connection);
      Load load = new Load(nodes.ready(0));
      load.run(CONNECTIONS, seconds, requests);
      Load.Result off = load.run(CONNECTIONS, seconds, requests);
      String endpoint =
          Office.id(
              office.endpoint(
                  receiver.url("all"),
                  List.of("message.received", "message.sent"),
                  Value.Obj.of("bot", Value.of(bot))));
      office.ask("/endpoints/" + endpoint + "/pause", Value.Obj.EMPTY);
      Load.Result paused = load.run(CONNECTIONS, seconds, requests);
      nodes.database().run("delete from lane");
      office.ask("/endpoints/" + endpoint + "/resume", Value.Obj.EMPTY);
      steady(nodes, receiver, requests, seconds / 2.0);
      double told = steady(nodes, receiver, requests, seconds);
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put("turnsPerSecondOff", off.perSecond());
      figures.put("turnsPerSecondPaused", paused.perSecond());
      figures.put("turnsPerSecondTold", told);
      figures.put("pausedToOff", paused.perSecond() / off.perSecond());
      figures.put("toldToOff", told / off.perSecond());
      figures.put("notifiedFailures", (double) (off.failures() + paused.failures()));
      return figures;
    }
  }

  private static byte[][] requests(String bot, int connection) {
    byte[][] requests = new byte[USERS / CONNECTIONS][];
    for (int i = 0; i < requests.length; i++) {
      requests[i] =
          Office.says(bot, "guest-" + (connection * requests.length + i), "how are you", "");
    }
    return requests;
  }

  /// Turns a second while whoever talks waits for the deliveries that are behind: each turn has
  /// two.
  private static double steady(
      Nodes nodes, Receiver receiver, IntFunction<byte[][]> requests, double seconds) {
    receiver.forget();
    AtomicLong turns = new AtomicLong();
    long begun = System.nanoTime();
    long end = begun + (long) (seconds * 1e9);
    List<Thread> threads =
        java.util.stream.IntStream.range(0, CONNECTIONS)
            .mapToObj(
                i ->
                    Thread.ofPlatform()
                        .start(
                            () -> talk(nodes, requests.apply(i), end, new Paced(turns, receiver))))
            .toList();
    threads.forEach(Load::join);
    return turns.get() / ((System.nanoTime() - begun) / 1e9);
  }

  private record Paced(AtomicLong turns, Receiver receiver) {
    boolean ahead() {
      return turns.get() * 2 - receiver.count() > BEHIND;
    }
  }

  private static void talk(Nodes nodes, byte[][] requests, long end, Paced pace) {
    try (HttpLine line = new HttpLine(nodes.ready(0))) {
      for (int i = 0; System.nanoTime() < end; i++) {
        while (pace.ahead() && System.nanoTime() < end) {
          LockSupport.parkNanos(500_000L);
        }
        if (line.exchange(requests[i % requests.length]) == 200) {
          pace.turns().incrementAndGet();
        }
      }
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }
}
