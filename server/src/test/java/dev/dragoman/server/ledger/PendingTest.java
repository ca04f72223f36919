package dev.dragoman.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.HookRecord;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.server.store.Recorded;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What waited for a hook: no input of it can stop those behind it.
@Timeout(60)
class PendingTest {
  private static final LedgerSettings IMPATIENT = new LedgerSettings(2, 4_096, 10_000, 100);
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
  void an_input_that_the_bot_throws_at_is_given_up_and_those_behind_it_are_answered()
      throws Exception {
    List<Turn> turns = afterTheHook("throw", "fine");

    assertThat(turns.getFirst().legs().getLast().input())
        .isEqualTo(new Input.Resume(new Input.Resume.GivenUp("IllegalStateException")));
    assertThat(turns.getFirst().legs().getLast().sent()).isEmpty();
    assertThat(turns.getLast().legs().getLast().sent()).hasSize(1);
    assertThat(turns.getLast().after().waiting().pending()).isEmpty();
    assertThat(differences()).isEmpty();
    assertThat(poisoned()).containsEntry(turns.getFirst().turnId(), "IllegalStateException");
  }

  @Test
  void a_timer_that_the_bot_throws_at_is_given_up_and_those_behind_it_fire() throws Exception {
    BlockingQueue<Leg> legs = new LinkedBlockingQueue<>();
    AfterCommit after = (_, _, decided) -> decided.forEach(one -> legs.add(one.leg()));
    try (TestNode node = TestNode.open(database.ledgers(), 77, IMPATIENT, after)) {
      Target person =
          new Target.Known(node.said(TestNode.person("bomber"), "bomb 0").conversationId());
      assertThat(node.said(person, "timer 0").after().timers()).hasSize(1);
      Turn last = node.said(person, "still here");

      assertThat(last.after().timers()).isEmpty();
      List<Input> inputs = new ArrayList<>();
      while (!inputs.contains(new Input.TimerDue(2))) {
        inputs.add(Objects.requireNonNull(legs.poll(20, TimeUnit.SECONDS)).input());
      }
      assertThat(inputs).contains(new Input.TimerGivenUp(1, "IllegalStateException"));
      assertThat(poisoned()).containsValue("IllegalStateException");
      assertThat(timersOf(last.conversationId())).isZero();
      assertThat(differences()).isEmpty();
    }
  }

  private static Map<String, String> poisoned() throws SQLException {
    Map<String, String> codes = new TreeMap<>();
    try (var connection = database.pool().getConnection();
        var rows = connection.createStatement().executeQuery("select turn, code from poisoned")) {
      while (rows.next()) {
        codes.put(rows.getString(1), rows.getString(2));
      }
    }
    return codes;
  }

  private static long timersOf(String conversation) throws SQLException {
    try (var connection = database.pool().getConnection();
        var query =
            connection.prepareStatement("select count(*) from timer where conversation = ?")) {
      query.setString(1, conversation);
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  @Test
  void inputs_that_another_version_understood_are_understood_again_in_their_order()
      throws Exception {
    List<Turn> turns = afterTheHook("later one", "later two", "three");

    assertThat(turns)
        .extracting(turn -> turn.legs().getLast().input())
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo(again()),
            second -> assertThat(second).isEqualTo(again()),
            third -> assertThat(third).isEqualTo(new Input.Resume()));
    assertThat(turns)
        .extracting(turn -> turn.legs().getLast().firstSequence())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(turns.getFirst().legs().getLast().sent()).hasSize(1);
    assertThat(differences()).isEmpty();
  }

  private static Input again() {
    BotCatalog.Wanted wanted = new BotCatalog.Wanted(1, 0, TestNode.BOT, OneStepBot.VERSION);
    return new Input.Resume(
        new Input.Resume.Again(TestNode.catalog(new OneStepBot()).understand(wanted, "")));
  }

  /// Says these while a hook is out, settles it, and returns what became of their turns.
  private static List<Turn> afterTheHook(String... texts) throws Exception {
    BlockingQueue<Leg> legs = new LinkedBlockingQueue<>();
    AfterCommit after = (_, _, decided) -> decided.forEach(one -> legs.add(one.leg()));
    try (TestNode node = TestNode.open(database.ledgers(), texts.length, IMPATIENT, after)) {
      Target person =
          new Target.Known(
              node.said(TestNode.person("p" + String.join("", texts)), "hello").conversationId());
      CompletableFuture<Outcome> hook = saying(node, person, "hook");
      Event.HookCalled called =
          (Event.HookCalled) until(legs, Event.HookCalled.class).told().events().getFirst();
      List<CompletableFuture<Outcome>> waiting = new ArrayList<>();
      for (String text : texts) {
        waiting.add(saying(node, person, text));
        until(legs, Event.InputQueued.class);
      }
      node.ledger().submit(settled(node, person, called.callId()));
      assertThat(hook.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Committed.class);
      List<Turn> turns = new ArrayList<>();
      for (CompletableFuture<Outcome> one : waiting) {
        Outcome outcome = one.get(20, TimeUnit.SECONDS);
        assertThat(outcome).isInstanceOf(Outcome.Committed.class);
        turns.add(((Outcome.Committed) outcome).turn());
      }
      return turns;
    }
  }

  private static CompletableFuture<Outcome> saying(TestNode node, Target person, String text) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> outcome.complete(node.say(person, text)));
    return outcome;
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
    return Objects.requireNonNull(leg);
  }

  private static List<Replay.Difference> differences() {
    return new Replay(new Recorded(database.pool()), TestNode.catalog(new OneStepBot()))
        .run()
        .different();
  }
}
