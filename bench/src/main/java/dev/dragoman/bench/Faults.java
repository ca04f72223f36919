package dev.dragoman.bench;

import dev.dragoman.bench.ledger.Arrival;
import dev.dragoman.bench.ledger.Asked;
import dev.dragoman.bench.ledger.Checker;
import dev.dragoman.bench.ledger.Findings;
import dev.dragoman.bench.ledger.Receiver;
import dev.dragoman.core.model.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Two nodes on one database, people who talk, receivers of every kind, and faults one after the
/// other; in the end everything that was answered has to be told, and told right.
///
/// | receiver | how it answers |
/// |---|---|
/// | good | at once, but refuses one conversation for a while |
/// | flaky | one in three: 500, 429, or takes it and cuts the connection |
/// | moody | hangs, fails always, or is good, by turns |
/// | dead | nobody is there until half of the faults are over |
final class Faults {
  private static final List<Fault> ORDER =
      List.of(
          Fault.KILL_FIRST,
          Fault.DATABASE,
          Fault.ZOMBIE_SECOND,
          Fault.KILL_SECOND,
          Fault.STOP_FIRST,
          Fault.ZOMBIE_FIRST);
  private static final List<Integer> MOODS = List.of(200, Receiver.HANG, 500);
  private static final int TALKERS = 16;
  private static final int ZOMBIE_SECONDS = 60;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(240);
  private static final List<String> KINDS = List.of("message.received", "message.sent");

  private final Field field;
  private final int rounds;
  private final int zombieSeconds;
  private final Random chance = new Random(17);
  private final AtomicBoolean healed = new AtomicBoolean();
  private volatile int mood = 200;

  /// What goes wrong.
  private enum Fault {
    KILL_FIRST,
    DATABASE,
    ZOMBIE_SECOND,
    KILL_SECOND,
    STOP_FIRST,
    ZOMBIE_FIRST
  }

  Faults(Field field, Options options) {
    this.field = field;
    this.rounds = options.number("--rounds", ORDER.size() * 2);
    this.zombieSeconds = options.number("--zombie", ZOMBIE_SECONDS);
  }

  Map<String, Double> run() throws IOException, SQLException {
    Path file = field.data("faults-journal");
    try (Nodes nodes = Nodes.open(field, "faults", 2, Map.of());
        Receiver good = Receiver.writing(file, this::good);
        Receiver flaky = Receiver.open(0, this::flaky);
        Receiver moody = Receiver.open(0, _ -> mood)) {
      int deadPort = closedPort();
      Office office = new Office(nodes.ready(0));
      String bot = office.publish(Office.ECHO);
      hears(office, good, "good");
      hears(office, flaky, "flaky");
      hears(office, moody, "moody");
      String deadSecret = endpoint(office, "http://127.0.0.1:" + deadPort + "/dead");
      Asked asked = new Asked();
      Talkers talkers = new Talkers(nodes, bot, asked, PAUSE_NANOS);
      Receiver dead = null;
      try (talkers) {
        talkers.start(TALKERS);
        for (int round = 0; round < rounds; round++) {
          if (round >= rounds / 2 && dead == null) {
            dead = Receiver.open(deadPort, _ -> 200);
            dead.expects("dead", deadSecret);
          }
          mood = MOODS.get(round % MOODS.size());
          fault(nodes, ORDER.get(round % ORDER.size()));
        }
      }
      healed.set(true);
      mood = 200;
      long stuck = drained(nodes);
      List<Arrival> arrivals = new ArrayList<>(Receiver.written(file));
      arrivals.addAll(flaky.arrivals());
      arrivals.addAll(moody.arrivals());
      if (dead != null) {
        arrivals.addAll(dead.arrivals());
        dead.close();
      }
      Findings findings =
          new Checker(asked, Set.of("good", "flaky", "moody", "dead")).check(arrivals, stuck);
      return figures(nodes, asked, talkers, arrivals, findings);
    }
  }

  private Map<String, Double> figures(
      Nodes nodes, Asked asked, Talkers talkers, List<Arrival> arrivals, Findings findings)
      throws SQLException {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("faultRounds", (double) rounds);
    figures.put("faultTurns", (double) asked.answers());
    figures.put("faultUnanswered", (double) talkers.unanswered());
    figures.put("faultRequests", (double) arrivals.size());
    figures.putAll(findings.figures("fault"));
    figures.put(
        "faultGivenUp",
        (double) nodes.database().number("select count(*) from delivery where outcome = 'dead'"));
    return figures;
  }

  private static int closedPort() throws IOException {
    try (Receiver nobody = Receiver.open(0, _ -> 200)) {
      return nobody.port();
    }
  }

  private static void hears(Office office, Receiver receiver, String name) throws IOException {
    receiver.expects(name, endpoint(office, receiver.url(name)));
  }

  private static String endpoint(Office office, String url) throws IOException {
    List<Value> waits = new ArrayList<>();
    List.of(0, 200, 1_000, 5_000).forEach(wait -> waits.add(Value.of(wait)));
    for (int i = waits.size(); i < 20; i++) {
      waits.add(Value.of(10_000));
    }
    Value.Obj schedule =
        Value.Obj.builder()
            .put("waitsMillis", new Value.List(waits))
            .put("attemptMillis", 2_000)
            .build();
    return String.valueOf(
        office.endpoint(url, KINDS, Value.Obj.of("schedule", schedule)).text("secret"));
  }

  private int good(Arrival seen) {
    return !healed.get() && seen.what().told().startsWith(Talkers.POISON) ? 500 : 200;
  }

  private int flaky(Arrival seen) {
    int dice;
    synchronized (chance) {
      dice = chance.nextInt(100);
    }
    return dice < 15 ? 500 : dice < 30 ? Receiver.CUT : dice < 35 ? 429 : 200;
  }

  private void fault(Nodes nodes, Fault fault) throws IOException {
    System.err.println("fault: " + fault);
    pause(2);
    switch (fault) {
      case KILL_FIRST -> nodes.kill(0);
      case KILL_SECOND -> nodes.kill(1);
      case STOP_FIRST -> nodes.restart(0);
      case DATABASE -> nodes.killDatabase();
      case ZOMBIE_FIRST -> zombie(nodes.server(0));
      case ZOMBIE_SECOND -> zombie(nodes.server(1));
    }
    pause(3);
    // The conversation that was refused is welcome again before its tries are used up.
    healed.set(true);
  }

  private void zombie(ServerProcess server) throws IOException {
    server.signal("STOP");
    try {
      pause(zombieSeconds);
    } finally {
      server.signal("CONT");
    }
  }

  private static void pause(int seconds) {
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
  }

  /// How many lanes are not at rest after a long while.
  private static long drained(Nodes nodes) throws SQLException {
    long until = System.nanoTime() + DRAIN_NANOS;
    long left = nodes.database().number("select count(*) from lane where not idle");
    while (left > 0 && System.nanoTime() < until) {
      pause(1);
      left = nodes.database().number("select count(*) from lane where not idle");
    }
    return left;
  }
}
