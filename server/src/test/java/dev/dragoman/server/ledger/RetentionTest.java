package dev.dragoman.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.server.store.InputIds;
import dev.dragoman.server.store.Leases;
import dev.dragoman.server.store.OldConversations;
import dev.dragoman.server.store.Recorded;
import dev.dragoman.server.store.Retention;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is forgotten when, and that what is kept can still be replayed.
class RetentionTest {
  private static final String DAY = "86400000000000";
  private final BotCatalog bots = TestNode.catalog(TwoMessages.engine());
  private TestDatabase database;

  @BeforeEach
  void migrate() {
    database = TestDatabase.fresh();
  }

  @AfterEach
  void end() {
    database.close();
  }

  @Test
  void old_legs_go_behind_a_checkpoint_and_the_rest_replays_from_there() {
    String active = talk("active", 6);
    String quiet = talk("quiet", 3);
    String young = talk("young", 2);
    age(active, 4, 40);
    age(quiet, 3, 40);

    Checkpoints.Swept swept = checkpoints().sweep(30);

    assertThat(swept).isEqualTo(new Checkpoints.Swept(7, 0));
    assertThat(legs(active)).isEqualTo(2);
    assertThat(legs(quiet)).isZero();
    assertThat(legs(young)).isEqualTo(2);
    Replay.Report report = new Replay(new Recorded(database.pool()), bots).run();
    assertThat(report.different()).isEmpty();
    assertThat(report.legs()).isEqualTo(4);
    assertThat(checkpoints().sweep(30)).isEqualTo(new Checkpoints.Swept(0, 0));
  }

  @Test
  void a_conversation_goes_on_and_is_forgotten_again_after_a_checkpoint() {
    String id = talk("long", 3);
    age(id, 3, 40);
    checkpoints().sweep(30);
    talk("long", 3);
    age(id, 5, 40);

    assertThat(checkpoints().sweep(30)).isEqualTo(new Checkpoints.Swept(2, 0));
    assertThat(legs(id)).isEqualTo(1);
    assertThat(new Replay(new Recorded(database.pool()), bots).run().different()).isEmpty();
  }

  @Test
  void legs_that_come_out_otherwise_today_are_kept() {
    String id = talk("changed", 4);
    age(id, 2, 40);
    database.run("update leg set after_hash = 0 where leg = 2 and conversation = '" + id + "'");

    assertThat(checkpoints().sweep(30)).isEqualTo(new Checkpoints.Swept(0, 1));
    assertThat(legs(id)).isEqualTo(4);
  }

  @Test
  void a_workspace_says_how_long_its_legs_are_kept_and_0_keeps_them_for_ever() {
    String id = talk("kept", 2);
    age(id, 2, 40);

    assertThat(checkpoints().sweep(0).forgotten()).isZero();
    assertThat(checkpoints().sweep(60).forgotten()).isZero();
    database.run("insert into retention (workspace, class, days) values (1, 'leg', 20)");
    assertThat(checkpoints().sweep(0).forgotten()).isEqualTo(2);
  }

  @Test
  void input_ids_are_forgotten_after_three_days_and_not_before() {
    try (TestNode node = TestNode.open(database.ledgers(), 31)) {
      node.ledger().submit(node.text(TestNode.person("a"), "one", TestNode.id("young")));
      node.ledger().submit(node.text(TestNode.person("b"), "two", TestNode.id("old")));
    }
    database.run("update input_id set at_nanos = at_nanos - 3601 * 72000000000 where id = 'old'");
    database.run("update input_id set at_nanos = at_nanos - 3599 * 72000000000 where id = 'young'");

    assertThat(new InputIds(database.pool()).forgetOld(10)).isEqualTo(1);
    assertThat(database.number("select count(*) from input_id where id = 'young'")).isEqualTo(1);
  }

  @Test
  void rows_of_each_class_go_after_their_days() {
    database.run(
        """
        insert into poisoned (workspace, turn, conversation, at_nanos, code)
        select 1, 't' || days, 'c',
          (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000 - days * %1$s, 'x'
        from generate_series(10, 100, 30) days"""
            .formatted(DAY));

    Retention forEver = new Retention(database.pool(), Map.of(Retention.Kept.POISONED, 0));
    Retention standard = new Retention(database.pool(), Map.of());

    assertThat(forEver.sweep(100)).isZero();
    assertThat(standard.sweep(100)).isEqualTo(1);
    database.run("insert into retention (workspace, class, days) values (1, 'poisoned', 30)");
    assertThat(standard.sweep(1)).isEqualTo(1);
    assertThat(standard.sweep(100)).isEqualTo(1);
    assertThat(database.number("select count(*) from poisoned")).isEqualTo(1);
  }

  @Test
  void a_conversation_goes_with_all_of_it_when_nothing_has_happened_for_its_days() {
    String old = talk("old", 3);
    String young = talk("young", 2);
    database.run(
        """
        insert into file (workspace, id, conversation, at_nanos, bytes, chunks, head)
          values (1, 'f', '%1$s', 0, 1, 1, '');
        insert into file_chunk (workspace, file, chunk, content) values (1, 'f', 0, 'x')"""
            .formatted(old));
    quiet(old, 40);
    OldConversations conversations = new OldConversations(database.pool());

    assertThat(conversations.sweep(0)).isZero();
    assertThat(conversations.sweep(30)).isEqualTo(1);
    for (String table : List.of("leg", "address", "timer", "checkpoint", "file")) {
      assertThat(
              database.number(
                  "select count(*) from " + table + " where conversation = '" + old + "'"))
          .as(table)
          .isZero();
    }
    assertThat(database.number("select count(*) from file_chunk")).isZero();
    assertThat(legs(young)).isEqualTo(2);
    assertThat(new Replay(new Recorded(database.pool()), bots).run().different()).isEmpty();
    assertThat(talk("old", 1)).isNotEqualTo(old);

    quiet(young, 20);
    database.run("insert into retention (workspace, class, days) values (1, 'conversation', 10)");
    assertThat(conversations.sweep(0)).isEqualTo(1);
  }

  /// Nothing has happened in it for so many days.
  private void quiet(String conversation, int days) {
    Jdbi.create(database.pool())
        .useHandle(
            handle -> {
              byte[] state =
                  handle
                      .select("select state from conversation where id = ?", conversation)
                      .map((row, _) -> row.getBytes(1))
                      .one();
              Conversation before = Pack.conversation(state);
              var progress = before.progress();
              long then = progress.lastNanos() - Duration.ofDays(days).toNanos();
              Conversation after =
                  before.progressed(
                      new Conversation.Progress(progress.sequence(), then, progress.generation()));
              handle.execute(
                  "update conversation set state = ? where id = ?", Pack.pack(after), conversation);
            });
  }

  @Test
  void files_go_after_their_days_with_what_they_hold() {
    database.run(
        """
        insert into file (workspace, id, at_nanos, bytes, chunks, head)
        select 1, 'f' || days,
          (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000 - days * %1$s, 1, 1, ''
        from generate_series(10, 40, 30) days;
        insert into file_chunk (workspace, file, chunk, content)
          select 1, id, 0, 'x' from file"""
            .formatted(DAY));

    new Retention(database.pool(), Map.of(Retention.Kept.FILE, 30)).sweep(100);
    assertThat(database.number("select count(*) from file")).isEqualTo(1);
    assertThat(database.number("select count(*) from file_chunk where file = 'f10'")).isEqualTo(1);
    assertThat(database.number("select count(*) from file_chunk")).isEqualTo(1);
  }

  @Test
  void a_lease_has_one_owner_until_it_ends() {
    Leases leases = new Leases(database.pool());
    Leases.Share share = new Leases.Share("timers", 0);

    assertThat(leases.take(share, "a", Duration.ofMinutes(1))).isTrue();
    assertThat(leases.take(share, "b", Duration.ofMinutes(1))).isFalse();
    assertThat(leases.take(share, "a", Duration.ofMinutes(1))).isTrue();
    database.run("update lease set until_nanos = 0");
    assertThat(leases.take(share, "b", Duration.ofMinutes(1))).isTrue();
    assertThat(leases.take(share, "a", Duration.ofMinutes(1))).isFalse();
  }

  private Checkpoints checkpoints() {
    return new Checkpoints(new Recorded(database.pool()), bots);
  }

  private String talk(String person, int turns) {
    try (TestNode node =
        TestNode.open(database.ledgers(), person.hashCode(), TwoMessages.engine())) {
      String id = "";
      for (int turn = 0; turn < turns; turn++) {
        id = node.said(TestNode.person(person), "words " + turn).conversationId();
      }
      return id;
    }
  }

  /// The legs up to one are so many days old.
  private void age(String conversation, int upTo, int days) {
    database.run(
        "update leg set at_nanos = at_nanos - %d * %s where conversation = '%s' and leg <= %d"
            .formatted(days, DAY, conversation, upTo));
  }

  private long legs(String conversation) {
    return database.number("select count(*) from leg where conversation = '" + conversation + "'");
  }
}
