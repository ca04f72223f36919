package dev.dragoman.server.ledger;

import static dev.dragoman.server.ledger.LedgerTest.inParallel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.Chance;
import dev.dragoman.core.model.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Each guard of a batch in the one race it is there for, with the race made certain.
@Timeout(60)
class GuardsTest {
  private static TestDatabase database;

  @BeforeAll
  static void migrate() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void end() {
    database.close();
  }

  @Test
  void who_waited_for_a_row_sees_all_that_its_holder_committed() throws Exception {
    HandWritten ana = new HandWritten(1, "ana");
    try (BatchStore holder = database.ledgers().batches();
        BatchStore waiter = database.ledgers().batches()) {
      holder.look(ana.everything(false));
      holder.write(ana.first());
      holder.commit();
      holder.look(ana.everything(false));
      holder.write(ana.second(1, 1));
      FutureTask<Looked> waiting = begun(() -> patientLook(waiter, ana.everything(true)));
      untilSomebodyWaitsForARow();
      holder.commit();

      Looked looked = waiting.get(30, TimeUnit.SECONDS);

      assertThat(looked.locked().get(ana.id()).version()).isEqualTo(2);
      assertThat(looked.claims().inputIds()).containsKey(ana.inputId().key());
      assertThat(looked.contacts().get(ana.id()).version()).isEqualTo(2);
      assertThat(looked.attempts()).contains(ana.mark(2));
    }
  }

  /// A machine under load may take longer than the lock time-out between any two lines above.
  private static Looked patientLook(BatchStore store, Lookup lookup) throws StoreFailure {
    while (true) {
      try {
        return store.look(lookup);
      } catch (StoreFailure failure) {
        if (failure.kind() != StoreFailure.Kind.LOCKED) {
          throw failure;
        }
      }
    }
  }

  @Test
  void an_input_id_that_waits_behind_itself_drives_one_turn() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    try (TestNode holder =
            TestNode.open(database.ledgers(), 71, new GatedBot("order", reached, open));
        TestNode waiter = TestNode.open(database.ledgers(), 72)) {
      Target person =
          new Target.Known(waiter.said(TestNode.person("bea"), "hello").conversationId());
      CompletableFuture<Outcome> one = ordering(holder, person);
      reached.await();
      CompletableFuture<Outcome> same = ordering(waiter, person);
      untilSomebodyWaitsForARow();
      open.countDown();

      List<Outcome> outcomes =
          List.of(one.get(30, TimeUnit.SECONDS), same.get(30, TimeUnit.SECONDS));

      assertThat(outcomes).filteredOn(Outcome.Committed.class::isInstance).hasSize(1);
      assertThat(outcomes).filteredOn(Outcome.Repeated.class::isInstance).hasSize(1);
      assertThat(OneStepBot.count(waiter.said(person, "last").after())).isEqualTo(3);
    }
  }

  private static CompletableFuture<Outcome> ordering(TestNode node, Target person) {
    Submission order = node.text(person, "order", TestNode.id("order of bea"));
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> outcome.complete(node.ledger().submit(order)));
    return outcome;
  }

  @Test
  void two_first_messages_that_both_found_no_address_make_one_conversation() {
    CountDownLatch both = new CountDownLatch(2);
    try (TestNode one = TestNode.open(database.ledgers(), 73, new GatedBot("first", both, both));
        TestNode other = TestNode.open(database.ledgers(), 74, new GatedBot("first", both, both))) {
      List<Turn> turns =
          inParallel(2, i -> (i == 0 ? one : other).said(TestNode.person("carl"), "first"));

      assertThat(turns.getFirst().conversationId()).isEqualTo(turns.getLast().conversationId());
      assertThat(turns)
          .extracting(turn -> OneStepBot.count(turn.after()))
          .containsExactlyInAnyOrder(1L, 2L);
    }
  }

  @Test
  void of_a_poisoned_batch_only_the_poison_is_given_up_and_the_rest_keeps_its_order() {
    Supplier<Seed> seeds = TestNode.seeds(75);
    List<Integer> batches = new ArrayList<>();
    try (Ledger ledger = still(seeds, batches)) {
      List<Caller> good = new ArrayList<>();
      List<Caller> bad = new ArrayList<>();
      for (int entry = 0; entry < 3; entry++) {
        for (int person = 0; person < 8; person++) {
          boolean poison = person == 5 && entry == 1;
          InputId inputId = poison ? new InputId("test", "nul\u0000", "aa") : null;
          Arrival arrival =
              new Arrival(
                  new Chance(seeds.get()).objectId(),
                  new Input.Text("entry " + entry, List.of(), Understood.NOTHING));
          Target target = TestNode.person("poisoned " + person);
          Submission submission = new Submission(1, target, arrival, inputId, Urgency.LIVE);
          (poison ? bad : good).add(ledger.enter(submission, _ -> {}));
        }
      }
      boolean more = ledger.step();
      assertThat(batches).as("halves that were committed by themselves").hasSizeGreaterThan(1);
      while (more) {
        more = ledger.step();
      }

      assertThat(bad.getFirst().poll()).isEqualTo(new Outcome.Poisoned("22021"));
      List<Outcome> outcomes = good.stream().map(Caller::poll).toList();
      assertThat(outcomes).allMatch(Outcome.Committed.class::isInstance);
      assertThat(outcomes)
          .map(outcome -> OneStepBot.count(((Outcome.Committed) outcome).turn().after()))
          .containsExactly(
              1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, //
              2L, 2L, 2L, 2L, 2L, 2L, 2L, //
              3L, 3L, 3L, 3L, 3L, 2L, 3L, 3L);
      assertThat(database.number("select count(*) from poisoned")).isEqualTo(1);
    }
  }

  private static Ledger still(Supplier<Seed> seeds, List<Integer> batches) {
    AfterCommit after =
        new AfterCommit() {
          @Override
          public void committed(
              int workspace, String conversationId, List<Decision.Decided> legs) {}

          @Override
          public void batch(int legs, int roundTrips) {
            batches.add(legs);
          }
        };
    Ledger.Ports ports =
        new Ledger.Ports(
            database.ledgers(), TestNode.catalog(new OneStepBot()), after, TestNode.HASH, seeds);
    return Ledger.still(new LedgerSettings(1, 4_096, 30_000, 100), ports, () -> 0);
  }

  private static <T> FutureTask<T> begun(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofVirtual().start(task);
    return task;
  }

  private static void untilSomebodyWaitsForARow() {
    long waiting = 0;
    while (waiting == 0) {
      waiting =
          database.number(
              "select count(*) from pg_stat_activity where datname = current_database()"
                  + " and application_name = 'dragoman-ledger' and wait_event_type = 'Lock'");
    }
  }
}
