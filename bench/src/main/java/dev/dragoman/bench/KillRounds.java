package dev.dragoman.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Kills the server's JVM, or one of its PostgreSQL's processes, under load, again and again; then
/// asks every caller's question once more and compares the answers, counts the turns, and replays.
final class KillRounds {
  private static final int CONNECTIONS = 16;
  private static final int CONVERSATIONS = 64;
  private static final long RECOVERY_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final Pattern REPLAYED =
      Pattern.compile("(\\d+) legs, \\d+ skipped \\(erased\\), (\\d+) different");

  private final Field field;
  private final int rounds;
  private final Random chance = new Random(5);
  private final Map<String, Asked> asked = new ConcurrentHashMap<>();
  private final Map<String, String> answered = new ConcurrentHashMap<>();
  private long different;
  private long refused;

  /// What was asked under a key.
  @SuppressWarnings("ArrayRecordComponent") // Sent as it is, compared with nothing.
  private record Asked(byte[] request) {}

  KillRounds(Field field, int rounds) {
    this.field = field;
    this.rounds = rounds;
  }

  Map<String, Double> run() throws IOException, SQLException {
    ServerProcess.Start start = field.server("kills", List.of());
    ServerProcess server = ServerProcess.start(start);
    try {
      Clients clients = Clients.make(server.ready(), start.data(), CONVERSATIONS);
      long before = turns(start);
      for (int round = 0; round < rounds; round++) {
        Set<String> fresh = load(server, clients, round);
        if (round % 2 == 0) {
          server.close();
          server = ServerProcess.start(start);
        }
        askAgain(server, fresh);
        if (round % 20 == 19) {
          System.err.printf("%d rounds, %d turns%n", round + 1, asked.size());
        }
      }
      long doubled = turns(start) - before - asked.size();
      long lost = lost(start);
      server.close();
      return figures(start, lost, doubled);
    } finally {
      server.close();
    }
  }

  private Map<String, Double> figures(ServerProcess.Start start, long lost, long doubled)
      throws IOException {
    String printed =
        Tools.run(
            field.home().resolve("dragoman").toString(),
            "replay",
            "--data",
            start.data().toString());
    Matcher replayed = REPLAYED.matcher(printed);
    if (!replayed.find()) {
      throw new IOException("the replay said: " + printed);
    }
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("killRounds", (double) rounds);
    figures.put("killTurns", (double) asked.size());
    figures.put("killLost", (double) lost);
    figures.put("killDoubled", (double) doubled);
    figures.put("killAnswersDiffering", (double) different);
    figures.put("killRefused", (double) refused);
    figures.put("replayedLegs", Double.valueOf(replayed.group(1)));
    figures.put("replayedDiffering", Double.valueOf(replayed.group(2)));
    return figures;
  }

  private static long turns(ServerProcess.Start start) throws SQLException {
    String count = "select count(distinct turn) from leg";
    return Long.parseLong(Wal.of(start.data()).texts(count).getFirst());
  }

  /// Acknowledged keys that the ledger does not know.
  private long lost(ServerProcess.Start start) throws SQLException {
    Set<String> known = new HashSet<>(Wal.of(start.data()).texts("select id from input_id"));
    return answered.keySet().stream().filter(key -> !known.contains(key)).count();
  }

  /// Loads until something is killed; returns the keys of the round.
  private Set<String> load(ServerProcess server, Clients clients, int round) {
    Set<String> keys = ConcurrentHashMap.newKeySet();
    List<Thread> threads = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1_500);
    for (int i = 0; i < CONNECTIONS; i++) {
      int connection = i;
      threads.add(
          Thread.ofPlatform()
              .start(() -> drive(server, clients, new Place(round, connection, end), keys)));
    }
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100 + chance.nextInt(800)));
    if (round % 2 == 0) {
      server.kill();
    } else {
      killPostgres(server);
    }
    threads.forEach(Load::join);
    return keys;
  }

  private record Place(int round, int connection, long endNanos) {}

  private void drive(ServerProcess server, Clients clients, Place place, Set<String> keys) {
    try (HttpLine line = new HttpLine(server.ready())) {
      for (int i = 0; System.nanoTime() < place.endNanos(); i++) {
        String key = "lab-%d-%d-%d".formatted(place.round(), place.connection(), i);
        List<String> ids = clients.conversations();
        String id = ids.get((place.connection() * 4 + i % 4) % ids.size());
        byte[] request = clients.reply(id, i, "Idempotency-Key: " + key + "\r\n");
        asked.put(key, new Asked(request));
        keys.add(key);
        if (line.exchange(request) == 200) {
          answered.put(key, line.text());
        }
      }
    } catch (IOException killed) {
      // What it asked last is asked again when the server is back.
      return;
    }
  }

  private void killPostgres(ServerProcess server) {
    List<ProcessHandle> postgres =
        ProcessHandle.of(server.pid()).stream()
            .flatMap(ProcessHandle::descendants)
            .filter(one -> one.info().command().orElse("").endsWith("/postgres"))
            .toList();
    if (!postgres.isEmpty()) {
      postgres.get(chance.nextInt(postgres.size())).destroyForcibly();
    }
  }

  private void askAgain(ServerProcess server, Set<String> keys) {
    for (String key : keys.stream().sorted().toList()) {
      Asked again = asked.get(key);
      String answer = again == null ? null : settled(server, again.request());
      if (answer == null) {
        refused++;
        continue;
      }
      String first = answered.putIfAbsent(key, answer);
      if (first != null && !first.equals(answer)) {
        different++;
      }
    }
  }

  /// The answer, asked for until the server has recovered; null if it never does.
  private static @org.jspecify.annotations.Nullable String settled(
      ServerProcess server, byte[] request) {
    long until = System.nanoTime() + RECOVERY_NANOS;
    while (System.nanoTime() < until) {
      try (HttpLine line = new HttpLine(server.ready())) {
        if (line.exchange(request) == 200) {
          return line.text();
        }
      } catch (IOException notYet) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    return null;
  }
}
