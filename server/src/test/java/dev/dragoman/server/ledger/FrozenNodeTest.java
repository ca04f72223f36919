package dev.dragoman.server.ledger;

import static dev.dragoman.server.ledger.LedgerTest.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.store.Recorded;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Three nodes, of which one freezes while it holds a conversation's row: the other two go on.
@Timeout(120)
class FrozenNodeTest {
  private static final LedgerSettings PATIENT = LedgerSettings.DEFAULT.patience(100_000);
  private static final int OTHERS = 6;
  private static TestDatabase database;

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch open = new CountDownLatch(1);
  private TestNode frozen;
  private TestNode first;
  private TestNode second;

  @BeforeAll
  static void migrate() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void end() {
    database.close();
  }

  @BeforeEach
  void open() {
    GatedBot bot = new GatedBot("freeze", reached, open);
    frozen = TestNode.open(database.ledgers(), 61, PATIENT, bot);
    first = TestNode.open(database.ledgers(), 62, PATIENT, new OneStepBot());
    second = TestNode.open(database.ledgers(), 63, PATIENT, new OneStepBot());
  }

  @AfterEach
  void close() {
    open.countDown();
    frozen.close();
    first.close();
    second.close();
  }

  @Test
  void a_frozen_client_keeps_its_row_until_postgresql_ends_its_transaction() throws Exception {
    Target held = known("client");
    List<Target> others = others("client");
    CompletableFuture<Outcome> freezing = saying(frozen, held, "freeze");
    reached.await();

    assertThat(goOn(others)).allMatch(Outcome.Committed.class::isInstance);
    List<CompletableFuture<Outcome>> late =
        List.of(saying(first, held, "one"), saying(second, held, "two"));
    for (CompletableFuture<Outcome> one : late) {
      assertThat(one.get(90, TimeUnit.SECONDS)).isInstanceOf(Outcome.Committed.class);
    }
    assertThat(freezing).as("nobody let it on so far").isNotDone();
    open.countDown();

    assertThat(freezing.get(90, TimeUnit.SECONDS)).isInstanceOf(Outcome.Committed.class);
    assertThat(OneStepBot.count(first.said(held, "last").after())).isEqualTo(5);
    nothingIsLostOrDoubled(held, 5);
  }

  @Test
  void a_frozen_back_end_keeps_its_row_until_it_goes_on_and_delays_nothing_else() throws Exception {
    Target held = known("back end");
    List<Target> others = others("back end");
    CompletableFuture<Outcome> freezing = saying(frozen, held, "freeze");
    reached.await();
    long backEnd =
        database.number(
            "select pid from pg_stat_activity where datname = current_database()"
                + " and application_name = 'dragoman-ledger' and state = 'idle in transaction'");
    signal("STOP", backEnd);
    try {
      open.countDown();
      CompletableFuture<Outcome> late = saying(first, held, "one");

      assertThat(goOn(others)).allMatch(Outcome.Committed.class::isInstance);
      assertThat(goOn(others)).allMatch(Outcome.Committed.class::isInstance);
      assertThat(late).isNotDone();
      assertThat(freezing).isNotDone();
      signal("CONT", backEnd);

      assertThat(late.get(90, TimeUnit.SECONDS)).isInstanceOf(Outcome.Committed.class);
      assertThat(freezing.get(90, TimeUnit.SECONDS)).isInstanceOf(Outcome.Committed.class);
    } finally {
      signal("CONT", backEnd);
    }
    assertThat(OneStepBot.count(second.said(held, "last").after())).isEqualTo(4);
    nothingIsLostOrDoubled(held, 4);
  }

  private Target known(String name) {
    return new Target.Known(first.said(TestNode.person(name), "hello").conversationId());
  }

  private List<Target> others(String name) {
    return inParallel(OTHERS, i -> known(name + " " + i));
  }

  /// What the two other nodes do meanwhile: old conversations and new ones.
  private List<Outcome> goOn(List<Target> others) {
    return inParallel(
        30,
        i -> {
          TestNode node = i % 2 == 0 ? first : second;
          return i % 5 == 0
              ? node.say(TestNode.person("new " + node.newTurn()), "hello")
              : node.say(others.get(i % OTHERS), "meanwhile");
        });
  }

  private static CompletableFuture<Outcome> saying(TestNode node, Target person, String text) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> outcome.complete(node.say(person, text)));
    return outcome;
  }

  private static void signal(String name, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
  }

  private static void nothingIsLostOrDoubled(Target held, int turns) {
    String id = ((Target.Known) held).conversationId();
    String legs = "select count(%s turn) from leg where conversation = '" + id + "'";
    assertThat(database.number(legs.formatted(""))).isEqualTo(turns);
    assertThat(database.number(legs.formatted("distinct"))).isEqualTo(turns);
    assertThat(
            new Replay(new Recorded(database.pool()), TestNode.catalog(new OneStepBot()))
                .run()
                .different())
        .isEmpty();
  }
}
