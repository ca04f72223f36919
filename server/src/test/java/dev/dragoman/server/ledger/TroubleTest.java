package dev.dragoman.server.ledger;

import static dev.dragoman.server.ledger.LedgerTest.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.HookRecord;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.server.store.Recorded;
import dev.dragoman.server.store.Timers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TroubleTest {
  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Target known(Turn turn) {
    return new Target.Known(turn.conversationId());
  }

  private static LedgerDatabase through(Proxy proxy) {
    return LedgerDatabase.postgres(database.connections(proxy.port()), database.pool());
  }

  @Test
  void a_batch_takes_three_round_trips() {
    // A turn that takes long is looked for meanwhile: that trip is not the batch's.
    LedgerSettings one = new LedgerSettings(1, 4_096, 30_000, 60_000);
    try (Proxy proxy = Proxy.to(TestServer.shared().port());
        TestNode node = TestNode.open(through(proxy), 11, one, (_, _, _) -> {})) {
      Target target = known(node.said(TestNode.person("trips"), "hello"));
      node.ledger().submit(node.text(target, "set a b", TestNode.id("trip 1")));

      List<Integer> trips = new ArrayList<>();
      for (int turn = 2; turn <= 10; turn++) {
        int before = proxy.roundTrips();
        node.ledger().submit(node.text(target, "set a c", TestNode.id("trip " + turn)));
        trips.add(proxy.roundTrips() - before);
      }

      assertThat(trips).containsOnly(3);
    }
  }

  @Test
  void a_row_held_elsewhere_delays_nobody_else_and_is_done_when_it_is_free() throws Exception {
    try (TestNode node = TestNode.open(database.ledgers(), 12);
        Connection holder = database.pool().getConnection()) {
      Turn held = node.said(TestNode.person("held"), "hello");
      List<Target> others =
          inParallel(8, i -> known(node.said(TestNode.person("free " + i), "hello")));
      hold(holder, held.conversationId());
      AtomicReference<Outcome> late = new AtomicReference<>();
      Thread waiter = Thread.ofVirtual().start(() -> late.set(node.say(known(held), "late")));

      List<Outcome> outcomes = inParallel(40, i -> node.say(others.get(i % 8), "on time"));

      assertThat(outcomes).allMatch(Outcome.Committed.class::isInstance);
      assertThat(late.get()).isNull();
      holder.rollback();
      waiter.join();
      assertThat(late.get()).isInstanceOf(Outcome.Committed.class);
    }
  }

  private static void hold(Connection holder, String conversationId) throws SQLException {
    holder.setAutoCommit(false);
    try (Statement statement = holder.createStatement()) {
      statement.execute("select from conversation where id = '" + conversationId + "' for update");
    }
  }

  @Test
  void a_commit_that_was_done_but_not_answered_is_found_and_not_done_again() {
    assertThat(countAfterCut("done", 3)).isEqualTo(2);
  }

  @Test
  void a_write_that_was_lost_with_its_connection_is_done_again() {
    assertThat(countAfterCut("undone", 2)).isEqualTo(2);
  }

  /// The count after a second turn whose connection was cut at that request of its batch.
  private static long countAfterCut(String name, int request) {
    LedgerSettings one = new LedgerSettings(1, 4_096, 30_000, 100);
    try (Proxy proxy = Proxy.to(TestServer.shared().port());
        TestNode node = TestNode.open(through(proxy), name.hashCode(), one, (_, _, _) -> {})) {
      Turn first = node.said(TestNode.person(name), "hello");
      node.said(known(first), "set a b");
      proxy.cutAfter(request);

      Turn last = node.said(known(first), "again");

      String legs = "select count(*) from leg where conversation = '%s'";
      assertThat(proxy.hasCut()).isTrue();
      assertThat(database.number(legs.formatted(first.conversationId()))).isEqualTo(3);
      return OneStepBot.count(last.after()) - 1;
    }
  }

  @Test
  void inputs_wait_in_order_while_a_hook_is_out_and_are_answered_after_it() throws Exception {
    BlockingQueue<Leg> legs = new LinkedBlockingQueue<>();
    AfterCommit after = (_, _, decided) -> decided.forEach(one -> legs.add(one.leg()));
    try (TestNode node = TestNode.open(database.ledgers(), 13, LedgerSettings.DEFAULT, after);
        TestNode other = TestNode.open(database.ledgers(), 14)) {
      Target person = known(node.said(TestNode.person("hooked"), "hello"));
      AtomicReference<Outcome> asked = new AtomicReference<>();
      Thread asking = Thread.ofVirtual().start(() -> asked.set(node.say(person, "hook")));
      Leg out = until(legs, Event.HookCalled.class);
      AtomicReference<Outcome> queued = new AtomicReference<>();
      Thread waiting = Thread.ofVirtual().start(() -> queued.set(node.say(person, "meanwhile")));
      until(legs, Event.InputQueued.class);

      String call = ((Event.HookCalled) out.told().events().getFirst()).callId();
      other.ledger().submit(settled(other, person, call));
      asking.join();
      waiting.join();

      Turn hook = ((Outcome.Committed) asked.get()).turn();
      Turn meanwhile = ((Outcome.Committed) queued.get()).turn();
      assertThat(hook.legs()).hasSize(2);
      assertThat(meanwhile.legs()).hasSize(2);
      assertThat(meanwhile.legs().getLast().firstSequence())
          .isGreaterThan(hook.legs().getLast().firstSequence());
    }
  }

  private static Submission settled(TestNode node, Target target, String call) {
    HookAnswer late = new HookAnswer.Failed(HookAnswer.Reason.LATE);
    HookRecord record = new HookRecord("POST", "http://hook", "{}", null, "late", 1);
    Arrival arrival = new Arrival(node.newTurn(), new Input.HookSettled(call, late, record));
    return new Submission(1, target, arrival, null, Urgency.LIVE);
  }

  private static Leg until(BlockingQueue<Leg> legs, Class<? extends Event> kind)
      throws InterruptedException {
    Leg leg = legs.poll(20, TimeUnit.SECONDS);
    while (leg != null && leg.told().events().stream().noneMatch(kind::isInstance)) {
      leg = legs.poll(20, TimeUnit.SECONDS);
    }
    return java.util.Objects.requireNonNull(leg);
  }

  @Test
  void a_timer_fires_once_however_many_sweep() throws Exception {
    BlockingQueue<Leg> legs = new LinkedBlockingQueue<>();
    AfterCommit after = (_, _, decided) -> decided.forEach(one -> legs.add(one.leg()));
    try (TestNode node = TestNode.open(database.ledgers(), 15, LedgerSettings.DEFAULT, after);
        TestNode other = TestNode.open(database.ledgers(), 16, LedgerSettings.DEFAULT, after)) {
      Turn turn = node.said(TestNode.person("timed"), "timer 1");
      Timers timers = new Timers(database.pool());
      TimerSweep here = new TimerSweep(timers, node.ledger(), node::newTurn);
      TimerSweep there = new TimerSweep(timers, other.ledger(), other::newTurn);
      Thread sweeping =
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                      here.sweep();
                      there.sweep();
                    }
                  });

      Leg fired = until(legs, Event.Sent.class);
      sweeping.interrupt();
      sweeping.join();

      assertThat(fired.input()).isInstanceOf(Input.TimerDue.class);
      assertThat(database.number("select count(*) from timer")).isZero();
      assertThat(
              database.number(
                  "select count(*) from leg where conversation = '" + turn.conversationId() + "'"))
          .isEqualTo(2);
    }
  }

  @Test
  void replay_decides_everything_again_to_the_same_bytes() {
    try (TestNode node = TestNode.open(database.ledgers(), 17)) {
      Target person = TestNode.person("replayed");
      inParallel(20, i -> node.say(person, i % 3 == 0 ? "set k v" + i : "words " + i));
      String id = node.said(person, "last").conversationId();
      Replay.Report same = replay();
      database.run(
          "update leg set before_hash = before_hash + 1 where leg = 7 and conversation = '"
              + id
              + "'");
      Replay.Report different = replay();

      assertThat(same.different()).isEmpty();
      assertThat(same.legs()).isGreaterThanOrEqualTo(21);
      assertThat(different.different())
          .singleElement()
          .satisfies(one -> assertThat(one.conversationId()).isEqualTo(id))
          .satisfies(one -> assertThat(one.leg()).isEqualTo(7))
          .satisfies(one -> assertThat(one.firstSequence()).isPositive())
          .satisfies(one -> assertThat(one.kind()).isEqualTo(Replay.Kind.STATE_BEFORE));
      database.run(
          "update leg set before_hash = before_hash - 1 where leg = 7 and conversation = '"
              + id
              + "'");
    }
  }

  private static Replay.Report replay() {
    return new Replay(new Recorded(database.pool()), TestNode.catalog(new OneStepBot())).run();
  }
}
