package dev.dragoman.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static TestDatabase database;
  private static TestNode node;
  private static TestNode other;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
    node = TestNode.open(database.ledgers(), 1);
    other = TestNode.open(database.ledgers(), 2);
  }

  @AfterAll
  static void close() {
    node.close();
    other.close();
    database.close();
  }

  @Test
  void a_first_message_makes_contact_and_conversation_and_is_answered() {
    Turn turn = node.said(TestNode.person("ana"), "hello");

    assertThat(turn.settled()).isTrue();
    assertThat(turn.legs().getFirst().sent().getFirst().action())
        .isEqualTo(Value.Obj.of("text", Value.of("you said hello")));
    assertThat(OneStepBot.count(turn.after())).isEqualTo(1);
    Turn next = other.said(new Target.Known(turn.conversationId()), "again");
    assertThat(OneStepBot.count(next.after())).isEqualTo(2);
    assertThat(next.legs().getFirst().firstSequence()).isEqualTo(2);
  }

  @Test
  void fifty_first_messages_over_two_nodes_make_one_conversation_and_fifty_turns() {
    Target person = TestNode.person("fifty");
    List<Turn> turns =
        inParallel(50, i -> (i % 2 == 0 ? node : other).said(person, "message " + i));

    assertThat(turns)
        .extracting(Turn::conversationId)
        .containsOnly(turns.getFirst().conversationId());
    assertThat(turns).extracting(turn -> OneStepBot.count(turn.after())).doesNotHaveDuplicates();
    String id = turns.getFirst().conversationId();
    assertThat(database.number("select count(*) from leg where conversation = '" + id + "'"))
        .isEqualTo(50);
    assertThat(
            database.number(
                "select count(*) from contact_identity i join conversation c on c.contact = i.contact"
                    + " where c.id = '"
                    + id
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void the_same_input_id_drives_one_turn_wherever_it_is_sent() {
    Target person = TestNode.person("repeater");
    List<Outcome> outcomes =
        inParallel(
            10,
            i -> {
              TestNode one = i % 2 == 0 ? node : other;
              return one.ledger().submit(one.text(person, "order", TestNode.id("only-once")));
            });

    assertThat(outcomes).filteredOn(Outcome.Committed.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.Repeated.class::isInstance).hasSize(9);
    Outcome.Repeated repeated =
        (Outcome.Repeated)
            outcomes.stream().filter(Outcome.Repeated.class::isInstance).findFirst().orElseThrow();
    assertThat(OneStepBot.count(repeated.turn().after())).isEqualTo(1);
    assertThat(repeated.turn().legs()).hasSize(1);
  }

  @Test
  void the_same_input_id_with_another_request_is_refused() {
    Target person = TestNode.person("two-faced");
    node.ledger().submit(node.text(person, "a", new InputId("test", "same", "aa")));

    Outcome outcome =
        node.ledger().submit(node.text(person, "b", new InputId("test", "same", "bb")));

    assertThat(outcome).isInstanceOf(Outcome.ConflictingRepeat.class);
  }

  @Test
  void an_exception_of_the_bot_fails_its_own_input_only() {
    Target person = TestNode.person("thrower");
    List<Outcome> outcomes = inParallel(6, i -> node.say(person, i == 3 ? "throw" : "fine"));

    assertThat(outcomes).filteredOn(Outcome.Poisoned.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Outcome.Committed.class::isInstance).hasSize(5);
  }

  @Test
  void what_one_turn_sets_on_a_contact_is_a_fact_of_the_next_in_any_conversation() {
    node.said(TestNode.person("rosa", 1), "set city Lima");

    Turn turn = other.said(TestNode.person("rosa", 2), "hello");

    assertThat(turn.legs().getFirst().facts().attributes().text("city")).isEqualTo("Lima");
  }

  @Test
  void attributes_set_by_many_conversations_of_one_contact_are_all_kept() {
    inParallel(
        12, i -> (i % 2 == 0 ? node : other).said(TestNode.person("tags", i), "set k" + i + " v"));

    Turn turn = node.said(TestNode.person("tags", 99), "hello");

    assertThat(turn.legs().getFirst().facts().attributes().size()).isEqualTo(12);
  }

  @Test
  void unknown_workspaces_and_conversations_answer_alike() {
    Submission there = node.text(new Target.Known("ab".repeat(12)), "hello", null);
    Submission nowhere = new Submission(99, there.target(), there.arrival(), null, Urgency.LIVE);

    assertThat(node.ledger().submit(there))
        .isEqualTo(new Outcome.NotFound(Outcome.What.CONVERSATION));
    assertThat(node.ledger().submit(nowhere)).isInstanceOf(Outcome.NotFound.class);
  }

  @Test
  void an_input_that_cannot_be_written_is_recorded_and_its_neighbours_are_not_touched() {
    Target person = TestNode.person("neighbour");
    node.said(person, "hello");
    Submission bad = node.text(person, "bad", new InputId("test", "nul\u0000", "aa"));
    List<Outcome> outcomes =
        inParallel(9, i -> i == 4 ? node.ledger().submit(bad) : node.say(person, "good"));

    assertThat(outcomes.get(4)).isEqualTo(new Outcome.Poisoned("22021"));
    assertThat(outcomes).filteredOn(Outcome.Committed.class::isInstance).hasSize(8);
    assertThat(
            database.number(
                "select count(*) from poisoned where turn = '" + bad.arrival().turnId() + "'"))
        .isEqualTo(1);
  }

  static <T> List<T> inParallel(int times, IntTask<T> task) {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<T>> tasks =
          IntStream.range(0, times).<Callable<T>>mapToObj(i -> () -> task.run(i)).toList();
      return executor.invokeAll(tasks).stream().map(LedgerTest::get).toList();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  interface IntTask<T> {
    T run(int number) throws Exception;
  }
}
