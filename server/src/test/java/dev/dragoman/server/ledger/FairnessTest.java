package dev.dragoman.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.Chance;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who is served when there is more to do than a batch holds, counted in batches: the ledger is
/// moved on one at a time, and its clock only when a test says so.
class FairnessTest {
  private static final LedgerSettings ONE_COMMITTER = new LedgerSettings(1, 4_096, 30_000, 100);
  private static final int FLOOD = 600;
  private static final int OTHERS = 4;
  private static TestDatabase database;

  /// The tests share a database: the ids of one are no ids of another.
  private static final AtomicInteger WORLD = new AtomicInteger(5);

  private final Supplier<Seed> seeds = TestNode.seeds(WORLD.getAndIncrement());
  private final AtomicLong ticks = new AtomicLong();
  private final List<String> served = new ArrayList<>();
  private Ledger ledger;
  private int people;

  @BeforeAll
  static void migrate() {
    database = TestDatabase.fresh();
    for (int workspace = 3; workspace < 3 + OTHERS; workspace++) {
      database.run("insert into workspace (workspace, name) values (" + workspace + ", 'more')");
    }
  }

  @AfterAll
  static void end() {
    database.close();
  }

  @BeforeEach
  void open() {
    AfterCommit after =
        (_, _, legs) ->
            legs.forEach(
                one -> served.add(one.leg().input() instanceof Input.Text t ? t.text() : ""));
    Ledger.Ports ports =
        new Ledger.Ports(
            database.ledgers(), TestNode.catalog(new OneStepBot()), after, TestNode.HASH, seeds);
    ledger = Ledger.still(ONE_COMMITTER, ports, ticks::get);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void a_flood_of_one_workspace_delays_another_by_one_batch() {
    flood(1, FLOOD, Urgency.LIVE);
    ledger.step();
    for (int round = 0; round < 5; round++) {
      flood(1, 100, Urgency.LIVE);
      Caller other = send(2, "other", Urgency.LIVE);

      assertThat(batchesUntil(other)).isLessThanOrEqualTo(2);
    }
    assertThat(served.stream().filter("flood"::equals).count())
        .as("the flood gets on as well")
        .isGreaterThan(FLOOD);
  }

  @Test
  void a_flood_that_has_waited_long_has_no_more_right_than_a_workspace_that_comes_new() {
    flood(1, FLOOD, Urgency.CAMPAIGN);
    ticks.addAndGet(TimeUnit.SECONDS.toNanos(60));
    Caller other = send(2, "other", Urgency.LIVE);

    assertThat(batchesUntil(other)).isLessThanOrEqualTo(2);
  }

  @Test
  void many_floods_delay_a_workspace_by_one_batch_each() {
    for (int workspace = 3; workspace < 3 + OTHERS; workspace++) {
      flood(workspace, 300, Urgency.LIVE);
    }
    for (int batch = 0; batch < OTHERS; batch++) {
      ledger.step();
    }
    Caller other = send(2, "other", Urgency.LIVE);

    assertThat(batchesUntil(other)).isLessThanOrEqualTo(OTHERS + 1);
  }

  @Test
  void who_waits_for_an_answer_goes_before_timers_and_these_before_campaigns() {
    flood(1, 200, Urgency.CAMPAIGN);
    flood(1, 200, Urgency.TIMER);
    flood(1, 200, Urgency.LIVE);
    served.clear();
    Caller campaign = send(1, "campaign", Urgency.CAMPAIGN);
    Caller timer = send(1, "timer 9999999", Urgency.TIMER);
    Caller live = send(1, "live", Urgency.LIVE);

    assertThat(batchesUntil(live)).isEqualTo(1);
    // Batches of what nobody waits for are short, a quarter of a full one: 201 timers, 201 others.
    assertThat(batchesUntil(timer)).isEqualTo(4);
    assertThat(batchesUntil(campaign)).isEqualTo(3);
    assertThat(served.indexOf("live")).isEqualTo(200);
    assertThat(served.indexOf("timer 9999999")).isEqualTo(401);
    assertThat(served.indexOf("campaign")).isEqualTo(602);
  }

  @Test
  void a_campaign_of_another_workspace_waits_for_the_live_inputs_of_all() {
    flood(2, 100, Urgency.CAMPAIGN);
    flood(1, FLOOD, Urgency.LIVE);
    Caller last = send(1, "last", Urgency.LIVE);
    Caller campaign = send(2, "campaign", Urgency.CAMPAIGN);

    batchesUntil(last);

    assertThat(campaign.poll()).isNull();
    assertThat(batchesUntil(campaign)).isEqualTo(2);
  }

  @Test
  void what_has_waited_long_is_served_although_more_urgent_inputs_never_end() {
    Caller here = send(1, "here", Urgency.CAMPAIGN);
    Caller timer = send(1, "timer 9999999", Urgency.TIMER);
    Caller there = send(2, "there", Urgency.CAMPAIGN);
    liveBatches(3);
    assertThat(Stream.of(here, timer, there).map(Caller::poll)).allMatch(Objects::isNull);

    ticks.addAndGet(TimeUnit.SECONDS.toNanos(3));
    liveBatches(3);

    assertThat(Stream.of(here, timer, there).map(Caller::poll))
        .allMatch(Outcome.Committed.class::isInstance);
  }

  @Test
  void a_campaign_that_has_waited_long_leaves_room_for_who_waits_for_an_answer() {
    flood(1, FLOOD, Urgency.CAMPAIGN);
    ticks.addAndGet(TimeUnit.SECONDS.toNanos(60));
    Caller live = send(1, "live", Urgency.LIVE);

    assertThat(batchesUntil(live)).isEqualTo(1);
  }

  /// So many batches, each of which would be full of live inputs of workspace 1.
  private void liveBatches(int batches) {
    for (int batch = 0; batch < batches; batch++) {
      flood(1, Limits.LEGS_PER_BATCH, Urgency.LIVE);
      ledger.step();
    }
  }

  private void flood(int workspace, int inputs, Urgency urgency) {
    for (int i = 0; i < inputs; i++) {
      send(workspace, "flood", urgency);
    }
  }

  /// Somebody new each time.
  private Caller send(int workspace, String text, Urgency urgency) {
    Arrival arrival =
        new Arrival(
            new Chance(seeds.get()).objectId(),
            new Input.Text(text, List.of(), Understood.NOTHING));
    Target person = TestNode.person(System.identityHashCode(this) + " p" + people++);
    return ledger.enter(new Submission(workspace, person, arrival, null, urgency), _ -> {});
  }

  private int batchesUntil(Caller caller) {
    int batches = 0;
    Outcome outcome = caller.poll();
    while (outcome == null && ledger.step()) {
      batches++;
      outcome = caller.poll();
    }
    assertThat(outcome).isInstanceOf(Outcome.Committed.class);
    return batches;
  }
}
