package dev.dragoman.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `dragoman bench`: several runs on one server, medians of what each measured.
final class Bench {
  private static final int CONNECTIONS = 64;
  private static final int CONVERSATIONS = 1_000;

  /// On two cores the just-in-time compiler needs half a minute of load; it shares them with it.
  private static final double WARM_UP_SECONDS = 30;

  private static final double SECONDS = 6;
  private static final int SPINS = 200_000_000;

  private final Path home;
  private final int runs;

  Bench(Path home, int runs) {
    this.home = home;
    this.runs = runs;
  }

  /// The figures by name: one map per run, and one of medians and of what is measured once.
  record Figures(List<Map<String, Double>> runs, Map<String, Double> medians) {}

  Figures measure() throws IOException {
    try (Field field = Field.make(home)) {
      return measure(field);
    }
  }

  private Figures measure(Field field) throws IOException {
    Map<String, Double> once = new LinkedHashMap<>();
    Path work = field.work();
    Path data = field.data("data");
    // Builds and rehearses, when that has not been done.
    ServerProcess.start(field.server("rehearsal", List.of())).close();
    ServerProcess.Start start = field.server("data", List.of());
    try (ServerProcess first = ServerProcess.start(start)) {
      once.put("readySecondsFirst", first.ready().seconds());
    }
    List<Map<String, Double>> all = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start(start)) {
      once.put("readySecondsLater", server.ready().seconds());
      Clients clients = Clients.make(server.ready(), data, CONVERSATIONS);
      warmUp(server, clients);
      for (int run = 0; run < runs; run++) {
        Map<String, Double> figures = run(server, clients, data);
        all.add(figures);
        System.err.println("run " + (run + 1) + " of " + runs + ": " + figures);
      }
    }
    once.put("turnsPerSecondFresh", fresh(field));
    once.put("fdatasyncMillis", fdatasyncMillis(work));
    once.put("pssMegabytes", idleMemory(work));
    Map<String, Double> medians = medians(all);
    medians.putAll(once);
    return new Figures(all, medians);
  }

  /// Turns a second of a server whose data directory was made with it.
  private static double fresh(Field field) throws IOException {
    try (ServerProcess server = ServerProcess.start(field.server("fresh", List.of()))) {
      Clients clients = Clients.make(server.ready(), field.data("fresh"), CONVERSATIONS);
      warmUp(server, clients);
      return new Load(server.ready()).run(CONNECTIONS, SECONDS, clients::replies).perSecond();
    }
  }

  private static void warmUp(ServerProcess server, Clients clients) {
    Load load = new Load(server.ready());
    load.run(CONNECTIONS, WARM_UP_SECONDS, clients::replies);
    load.run(CONNECTIONS, WARM_UP_SECONDS / 6, clients::echoes);
  }

  private static Map<String, Double> run(ServerProcess server, Clients clients, Path data) {
    Load load = new Load(server.ready());
    Map<String, Double> figures = new LinkedHashMap<>();
    Load.Result echo = load.run(CONNECTIONS, SECONDS, clients::echoes);
    Wal wal = Wal.of(data);
    long walBefore = wal.bytes();
    long cpuBefore = ProcFigures.cpuMicros(server.family());
    Batches batchesBefore = Batches.of(server.ready());
    Load.Result turns = load.run(CONNECTIONS, SECONDS, clients::replies);
    Batches batches = Batches.of(server.ready()).since(batchesBefore);
    long cpu = ProcFigures.cpuMicros(server.family()) - cpuBefore;
    double walBytes = wal.bytes() - walBefore;
    Load.Result single = load.run(1, SECONDS / 2, clients::replies);
    figures.put("echoPerSecond", echo.perSecond());
    figures.put("turnsPerSecond", turns.perSecond());
    figures.put("ratio", turns.perSecond() / echo.perSecond());
    figures.put("cpuMicrosPerTurn", (double) cpu / Math.max(1, turns.count()));
    figures.put("p50Millis64", turns.percentileMillis(0.5));
    figures.put("p99Millis64", turns.percentileMillis(0.99));
    figures.put("p50Millis1", single.percentileMillis(0.5));
    figures.put("p99Millis1", single.percentileMillis(0.99));
    figures.put("walBytesPerTurn", walBytes / Math.max(1, turns.count()));
    figures.put("legsPerBatch", batches.legsEach());
    figures.put("roundTripsPerBatch", batches.roundTripsEach());
    figures.put("spinsPerSecond", spinsPerSecond());
    figures.put("failures", (double) (echo.failures() + turns.failures() + single.failures()));
    return figures;
  }

  /// How fast one core of this machine is just now: figures of two runs can be compared by it.
  private static double spinsPerSecond() {
    long state = System.nanoTime();
    long before = System.nanoTime();
    for (int i = 0; i < SPINS; i++) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
    }
    double seconds = (System.nanoTime() - before) / 1e9;
    return state == 0 ? 0 : SPINS / seconds;
  }

  /// What one flush to this disk costs, the median of 200.
  private static double fdatasyncMillis(Path work) throws IOException {
    long[] nanos = new long[200];
    try (FileChannel file =
        FileChannel.open(
            work.resolve("sync"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < nanos.length; i++) {
        long before = System.nanoTime();
        file.write(ByteBuffer.allocate(8_192), (long) (i % 16) * 8_192);
        file.force(false);
        nanos[i] = System.nanoTime() - before;
      }
    }
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1e6;
  }

  /// The memory of a server that has the demo bots and nothing to do.
  private double idleMemory(Path work) {
    ServerProcess.Start start =
        new ServerProcess.Start(
            home,
            work.resolve("idle"),
            List.of(),
            List.of(),
            Map.of("DRAGOMAN_DEMO_ENABLED", "true"));
    try (ServerProcess server = ServerProcess.start(start)) {
      double least = Double.MAX_VALUE;
      for (int look = 0; look < 20; look++) {
        least = Math.min(least, ProcFigures.pssMegabytes(server.family()));
        java.util.concurrent.locks.LockSupport.parkNanos(250_000_000L);
      }
      return least;
    }
  }

  private static Map<String, Double> medians(List<Map<String, Double>> runs) {
    Map<String, Double> medians = new LinkedHashMap<>();
    runs.getFirst()
        .keySet()
        .forEach(
            name -> {
              double[] values = runs.stream().mapToDouble(run -> run.get(name)).sorted().toArray();
              medians.put(name, values[values.length / 2]);
            });
    return medians;
  }
}
