package dev.dragoman.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tail of latencies at half the peak: the server on one core, the generator on the other.
final class Tail {
  private static final int CONNECTIONS = 64;
  private static final double SECONDS = 20;
  private static final long SEED = 11;

  private final Field field;

  Tail(Field field) {
    this.field = field;
  }

  Map<String, Double> measure() throws IOException {
    pinSelf();
    ServerProcess.Start start = field.server("tail", List.of("taskset", "-c", "0"));
    try (ServerProcess server = ServerProcess.start(start)) {
      Clients clients = Clients.make(server.ready(), start.data(), 1_000);
      Load load = new Load(server.ready());
      load.run(CONNECTIONS, SECONDS, clients::replies);
      Load.Result peak = load.run(CONNECTIONS, SECONDS / 2, clients::replies);
      List<String> ids = clients.conversations();
      Load.Result half =
          new OpenLoop(server.ready(), SEED)
              .run(
                  peak.perSecond() / 2,
                  SECONDS,
                  CONNECTIONS,
                  i -> clients.reply(ids.get((int) (i * 7919L % ids.size())), i, ""));
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put("pinnedPeakPerSecond", peak.perSecond());
      figures.put("openLoopPerSecond", half.perSecond());
      figures.put("p50MillisHalf", half.percentileMillis(0.5));
      figures.put("p99MillisHalf", half.percentileMillis(0.99));
      figures.put("tailFailures", (double) half.failures());
      return figures;
    }
  }

  /// All threads of this process move to the second core.
  private static void pinSelf() throws IOException {
    Tools.run("taskset", "-a", "-c", "-p", "1", Long.toString(ProcessHandle.current().pid()));
  }
}
