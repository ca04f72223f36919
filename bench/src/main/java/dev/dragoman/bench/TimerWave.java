package dev.dragoman.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Many conversations whose timers are due at the same moment: whether each fires once, how long it
/// takes, and what it does to those who talk meanwhile.
final class TimerWave {
  private static final int STORED = 1_000_000;
  private static final int ROWS_A_SECOND = 4_000;
  private static final int LEAST_SECONDS = 45;
  private static final int PATIENCE_SECONDS = 1_800;
  private static final double LIVE_PER_SECOND = 100;
  private static final int CALM_SECONDS = 10;
  private static final long LOOK_NANOS = 500_000_000L;

  private static final String BOT =
      """
      bot: timers
      language: en
      stories:
        hold:
          on: general-fallback
          steps:
            asked:
              say: "Your name?"
              ask: { open: true, timeout: { after: %ds, go: late } }
              next: [ { go: late } ]
            late: { say: "Never mind." }
      """;

  /// Copies of the one conversation that waits, with its contact and its timer.
  private static final String COPIES =
      """
      with model as (
        select c.*, p.version as contact_version, t.due_nanos, t.generation,
          encode(c.state, 'hex') as state_hex, encode(p.body, 'hex') as body_hex,
          encode(c.id::bytea, 'hex') as id_hex, encode(c.contact::bytea, 'hex') as contact_hex
        from conversation c join contact p on p.workspace = c.workspace and p.id = c.contact
          join timer t on t.workspace = c.workspace and t.conversation = c.id
        where c.id = '%1$s'),
      made as (
        select model.*, lpad(to_hex(n), 24, 'c0000000') as new_id,
          lpad(to_hex(n), 24, 'd0000000') as new_contact
        from model, generate_series(1, %2$d) n),
      contacts as (
        insert into contact (workspace, id, version, body)
        select workspace, new_contact, contact_version,
          decode(replace(body_hex, contact_hex, encode(new_contact::bytea, 'hex')), 'hex')
        from made),
      timers as (
        insert into timer (workspace, due_nanos, conversation, generation)
        select workspace, due_nanos, new_id, generation from made)
      insert into conversation (workspace, id, bot, contact, version, state)
      select workspace, new_id, bot, new_contact, version,
        decode(replace(replace(state_hex, id_hex, encode(new_id::bytea, 'hex')),
          contact_hex, encode(new_contact::bytea, 'hex')), 'hex')
      from made\
      """;

  private final Field field;
  private final int timers;

  TimerWave(Field field, Options options) {
    this.field = field;
    this.timers = options.number("--size", STORED);
  }

  Map<String, Double> measure() throws IOException, SQLException {
    try (Nodes nodes = Nodes.open(field, "timers", 1, Map.of())) {
      Office office = new Office(nodes.ready(0));
      String live = office.publish(Office.ECHO);
      talk(nodes, live, CALM_SECONDS);
      double calm = talk(nodes, live, CALM_SECONDS).percentileMillis(0.99);
      int after = LEAST_SECONDS + timers / ROWS_A_SECOND;
      String waits = conversation(office, office.publish(BOT.formatted(after)), "waits");
      Wal database = nodes.database();
      long begun = System.nanoTime();
      database.run(COPIES.formatted(waits, timers));
      database.run("analyze timer");
      database.run("analyze conversation");
      database.run("checkpoint");
      System.err.printf("%d timers stored in %.0f s%n", timers, (System.nanoTime() - begun) / 1e9);
      awaitDue(database, waits);
      return wave(nodes, live, calm);
    }
  }

  private Map<String, Double> wave(Nodes nodes, String live, double calm) throws SQLException {
    Wal database = nodes.database();
    Talk talk = new Talk(nodes, live);
    double seconds =
        Waiting.until(
            PATIENCE_SECONDS,
            LOOK_NANOS,
            () ->
                database.number(
                        "select case when exists (select from timer where conversation like"
                            + " 'c0000000%') then 1 else 0 end")
                    == 0);
    double busy = talk.end();
    String fired = " from leg where conversation like 'c0000000%'";
    long legs = database.number("select count(*)" + fired);
    long once = database.number("select count(distinct conversation)" + fired);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("timers", (double) timers);
    figures.put("timersNotFired", (double) (timers - once));
    figures.put("timersFiredTwice", (double) (legs - once));
    figures.put("timerSeconds", seconds);
    figures.put("timerLiveP99Calm", calm);
    figures.put("timerLiveP99", busy);
    figures.put("timerLiveP99Ratio", busy / calm);
    return figures;
  }

  /// People who talk while the wave goes over them, in runs of a few seconds.
  private static final class Talk {
    private static final int SECONDS = 3;
    private final List<Double> worst = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean ended;

    Talk(Nodes nodes, String live) {
      thread =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!ended) {
                      worst.add(talk(nodes, live, SECONDS).percentileMillis(0.99));
                    }
                  });
    }

    /// The median of the 99th percentiles of all runs.
    double end() {
      ended = true;
      Load.join(thread);
      return worst.stream().sorted().toList().get(worst.size() / 2);
    }
  }

  private static Load.Result talk(Nodes nodes, String live, int seconds) {
    return new OpenLoop(nodes.ready(0), 5)
        .run(
            LIVE_PER_SECOND,
            seconds,
            16,
            i -> Office.says(live, "live-" + i % 64, "how are you " + i, ""));
  }

  private static String conversation(Office office, String bot, String user) throws IOException {
    byte[] first = Office.says(bot, user, "hello", "");
    return Objects.requireNonNull(office.sent(first).text("conversation"));
  }

  private static void awaitDue(Wal database, String conversation) throws SQLException {
    long due =
        database.number("select due_nanos from timer where conversation = '" + conversation + "'");
    long left = due - TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    if (left < 0) {
      throw new IllegalStateException("the timers were due before they were all stored");
    }
    LockSupport.parkNanos(left);
  }
}
