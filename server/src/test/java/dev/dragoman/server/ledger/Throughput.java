package dev.dragoman.server.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// Measures durable legs per second straight on the ledger: `main` of a test class, no test.
final class Throughput {
  private Throughput() {}

  /// Arguments: callers, seconds, conversations.
  public static void main(String[] arguments) throws Exception {
    int callers = Integer.parseInt(arguments[0]);
    int seconds = Integer.parseInt(arguments[1]);
    int conversations = Integer.parseInt(arguments[2]);
    AtomicLong batches = new AtomicLong();
    try (TestDatabase database = TestDatabase.fresh();
        TestNode node =
            TestNode.open(
                database.ledgers(),
                7,
                LedgerSettings.DEFAULT,
                (_, _, _) -> batches.incrementAndGet())) {
      List<Target> targets = targets(node, conversations);
      for (int round = 0; round < 4; round++) {
        round(database, node, targets, callers, seconds);
      }
    }
  }

  private static List<Target> targets(TestNode node, int conversations) {
    List<Turn> turns =
        LedgerTest.inParallel(conversations, i -> node.said(TestNode.person("p" + i), "hello"));
    List<Target> targets = new ArrayList<>();
    turns.forEach(turn -> targets.add(new Target.Known(turn.conversationId())));
    return targets;
  }

  private static void round(
      TestDatabase database, TestNode node, List<Target> targets, int callers, int seconds) {
    LongAdder turns = new LongAdder();
    long wal = database.number("select pg_current_wal_insert_lsn() - '0/0'");
    long commits = commits(database);
    long cpu = cpuNanos(database);
    long start = System.nanoTime();
    long end = start + seconds * 1_000_000_000L;
    LedgerTest.inParallel(
        callers,
        _ -> {
          while (System.nanoTime() < end) {
            Target target = targets.get(ThreadLocalRandom.current().nextInt(targets.size()));
            if (node.say(target, "a question of some words") instanceof Outcome.Committed) {
              turns.increment();
            }
          }
          return 0;
        });
    double took = (System.nanoTime() - start) / 1e9;
    long walNow = database.number("select pg_current_wal_insert_lsn() - '0/0'");
    long made = commits(database) - commits;
    long cpuUsed = cpuNanos(database) - cpu;
    System.out.printf(
        "%.0f turns/s, %.1f turns per commit, %.0f bytes of WAL, %.1f µs CPU per turn%n",
        turns.sum() / took,
        turns.sum() / (double) made,
        (walNow - wal) / (double) turns.sum(),
        cpuUsed / 1e3 / turns.sum());
  }

  private static long commits(TestDatabase database) {
    database.run("select pg_stat_clear_snapshot()");
    return database.number(
        "select xact_commit from pg_stat_database where datname = current_database()");
  }

  /// The CPU time so far of this JVM and of the back ends that commit (Linux only).
  private static long cpuNanos(TestDatabase database) {
    long backEnds = 0;
    for (int i = 0; i < 3; i++) {
      long pid =
          database.number(
              "select coalesce((select pid from pg_stat_activity where datname = current_database()"
                  + " and application_name = 'dragoman-ledger' order by pid offset "
                  + i
                  + " limit 1), 0)");
      backEnds +=
          ProcessHandle.of(pid)
              .flatMap(handle -> handle.info().totalCpuDuration())
              .map(Duration::toNanos)
              .orElse(0L);
    }
    return backEnds
        + ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }
}
