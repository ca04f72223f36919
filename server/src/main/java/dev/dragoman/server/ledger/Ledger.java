package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.Seed;
import dev.dragoman.server.store.IdentityHash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How anything becomes true: takes inputs, commits them in groups, tells their callers.
///
/// Thread-safe. Callers block until their turn is settled: call it from virtual threads.
public final class Ledger implements AutoCloseable {
  private static final int REMEMBERED_ADDRESSES = 50_000;
  private static final int RETRY_AFTER_SECONDS = 1;
  private static final int AFTER_TURN_MILLIS = 5_000;

  private final LedgerSettings settings;
  private final Ports ports;
  private final LongSupplier ticks;
  private final Turns turns = new Turns();
  private final List<Backlog> backlogs = new ArrayList<>();
  private final List<Committer> committers = new ArrayList<>();
  private final List<BatchStore> stores = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final SlowLane slowLane;
  private final TurnPoll poll;
  private final Map<LineKey.OfAddress, String> addresses =
      Collections.synchronizedMap(new RememberedAddresses());

  /// What a ledger needs of the rest of the server.
  ///
  /// @param seeds 256 bits of secure chance each time it is asked
  public record Ports(
      LedgerDatabase database,
      BotCatalog catalog,
      AfterCommit afterCommit,
      IdentityHash hash,
      Supplier<Seed> seeds) {}

  private static final class RememberedAddresses extends LinkedHashMap<LineKey.OfAddress, String> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<LineKey.OfAddress, String> eldest) {
      return size() > REMEMBERED_ADDRESSES;
    }
  }

  private Ledger(LedgerSettings settings, Ports ports, LongSupplier ticks) {
    this.settings = settings;
    this.ports = ports;
    this.ticks = ticks;
    Exits exits = new Exits();
    for (int i = 0; i < settings.committers(); i++) {
      Backlog backlog = new Backlog(settings.queueCapacity(), ticks);
      backlogs.add(backlog);
      committers.add(new Committer(backlog, runner(), exits));
    }
    slowLane = new SlowLane(runner(), exits);
    poll = new TurnPoll(turns, ports.database().turns(), settings.pollMillis(), ticks);
  }

  /// Opens a ledger whose committers run on their own threads.
  ///
  /// @param ticks a clock that only measures, in nanoseconds
  public static Ledger open(LedgerSettings settings, Ports ports, LongSupplier ticks) {
    Ledger ledger = new Ledger(settings, ports, ticks);
    ledger.startThreads();
    return ledger;
  }

  /// A ledger without threads, moved on by [#step]: for simulations.
  static Ledger still(LedgerSettings settings, Ports ports, LongSupplier ticks) {
    return new Ledger(settings, ports, ticks);
  }

  private BatchRunner runner() {
    BatchStore store = ports.database().batches();
    stores.add(store);
    return new BatchRunner(
        store,
        new Deciding(ports.catalog(), ports.seeds()),
        new BatchRunner.Finish(
            this::committed, this::sized, ports.afterCommit()::batch, this::claimed));
  }

  private void startThreads() {
    for (Committer committer : committers) {
      threads.add(Thread.ofPlatform().name("committer").daemon().start(committer::work));
    }
    threads.add(Thread.ofPlatform().name("slow-committer").daemon().start(slowLane::work));
    threads.add(Thread.ofVirtual().name("turn-poll").start(poll::work));
  }

  /// Every batch that is ready, once per committer; returns whether there was any.
  boolean step() {
    boolean any = false;
    for (Committer committer : committers) {
      any |= committer.step();
    }
    return slowLane.step() || any;
  }

  /// Hands in an input and waits until its turn is settled or something else is certain.
  public Outcome submit(Submission submission) {
    return submit(submission, _ -> {});
  }

  /// The same, and tells each leg of the turn on the caller's thread as soon as it is committed.
  public Outcome submit(Submission submission, Consumer<Leg> each) {
    Outcome outcome = once(submission, each);
    while (outcome instanceof Outcome.NeedsVersion
        && !(submission.arrival().input() instanceof Input.Text)) {
      outcome = once(submission, each);
    }
    return outcome instanceof Outcome.NotFound && forgetAddress(submission)
        ? once(submission, each)
        : outcome;
  }

  /// Whether the conversation was remembered from an address: it may have been erased since.
  private boolean forgetAddress(Submission submission) {
    return submission.target() instanceof Target.Addressed to
        && addresses.remove(address(submission.workspace(), to)) != null;
  }

  private Outcome once(Submission submission, Consumer<Leg> each) {
    try (Caller caller = enter(submission, each)) {
      return caller.await(TimeUnit.MILLISECONDS.toNanos(patienceMillis(submission)));
    }
  }

  /// A caller waits out the turn it asked for, and its last commit.
  private long patienceMillis(Submission submission) {
    int turn = submission.arrival().turnMillis();
    return Math.max(settings.patienceMillis(), turn == 0 ? 0 : turn + AFTER_TURN_MILLIS);
  }

  /// Queues an input without waiting for what becomes of it.
  Caller enter(Submission submission, Consumer<Leg> each) {
    Slot slot = new Slot();
    Entry entry = new Entry(submission, slot, ticks.getAsLong());
    Caller caller =
        new Caller(new Caller.Waits(turns, ports.database().turns(), ticks), entry, slot, each);
    Outcome.Bottleneck full = offer(route(submission), entry);
    if (full != null) {
      entry.over(new Outcome.Overloaded(full, RETRY_AFTER_SECONDS));
    }
    return caller;
  }

  private LineKey route(Submission submission) {
    int workspace = submission.workspace();
    return switch (submission.target()) {
      case Target.Known(var id) -> new LineKey.OfConversation(workspace, id);
      case Target.Addressed to -> {
        LineKey.OfAddress address = address(workspace, to);
        String known = addresses.get(address);
        yield known == null ? address : new LineKey.OfConversation(workspace, known);
      }
    };
  }

  private LineKey.OfAddress address(int workspace, Target.Addressed to) {
    String peer = ports.hash().of(workspace, to.identity().realm(), to.identity().text());
    return new LineKey.OfAddress(workspace, to.botId(), to.account(), peer, to.thread());
  }

  private Outcome.@Nullable Bottleneck offer(LineKey key, Entry entry) {
    return backlog(key).offer(key, entry);
  }

  private Backlog backlog(LineKey key) {
    return backlogs.get(Math.floorMod(key.hashCode(), backlogs.size()));
  }

  private void committed(LineKey key, LinePlan plan) {
    if (!plan.decided().isEmpty()) {
      turns.committed(plan.decided());
      ports.afterCommit().committed(key.workspace(), plan.conversationId(), plan.decided());
    }
  }

  private void claimed(LineKey key, LinePlan plan, List<LaneClaim> claims) {
    ports.afterCommit().claimed(key.workspace(), plan.conversationId(), plan.decided(), claims);
  }

  private void sized(Line line, LinePlan plan) {
    LinePlan.Rows rows = plan.rows();
    if (rows != null) {
      backlog(line.key()).sized(line.key(), rows.conversation().state().length);
    }
  }

  /// How many inputs wait on this node to be taken into a batch.
  public int waiting() {
    return backlogs.stream().mapToInt(Backlog::waiting).sum();
  }

  /// Lets nothing more in, commits what waits, and ends its threads.
  @Override
  public void close() {
    backlogs.forEach(Backlog::close);
    slowLane.close();
    poll.stop();
    threads.forEach(Ledger::join);
    stores.forEach(BatchStore::close);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Exits implements Committer.Exits {
    @Override
    public void slow(Backlog home, Line line, List<Entry> undone) {
      slowLane.add(home, line, undone);
    }

    @Override
    public void load(Backlog home, Returns.Return back, BotCatalog.Wanted wanted) {
      Thread.ofVirtual()
          .start(
              () -> {
                boolean exists = loads(wanted);
                if (!exists) {
                  back.undone.forEach(e -> e.over(new Outcome.NotFound(Outcome.What.BOT)));
                }
                home.comeBack(back.line, exists ? back.undone : List.of());
              });
    }

    private boolean loads(BotCatalog.Wanted wanted) {
      try {
        return ports.catalog().load(wanted);
      } catch (RuntimeException unreadable) {
        return false;
      }
    }

    @Override
    public void understand(
        Backlog home, Returns.Return back, BotCatalog.Wanted bot, Recorder.Stale text) {
      Thread.ofVirtual()
          .start(
              () -> {
                Map<String, Understood> all = new HashMap<>(back.line.understood);
                all.put(text.turnId(), understood(bot, text));
                back.line.understood = Map.copyOf(all);
                home.comeBack(back.line, back.undone);
              });
    }

    /// A text that cannot be understood any more is one that means nothing to the bot.
    private Understood understood(BotCatalog.Wanted bot, Recorder.Stale text) {
      Understood nothing = new Understood(text.version(), null, List.of(), 1, false, List.of());
      BotCatalog.Wanted wanted =
          new BotCatalog.Wanted(bot.workspace(), bot.revision(), bot.botId(), text.version());
      try {
        Understood understood = ports.catalog().understand(wanted, text.text());
        return understood.botVersion() == text.version() ? understood : nothing;
      } catch (RuntimeException unreadable) {
        return nothing;
      }
    }

    @Override
    public void reroute(LineKey.OfAddress address, String conversationId, List<Entry> entries) {
      addresses.put(address, conversationId);
      LineKey key = new LineKey.OfConversation(address.workspace(), conversationId);
      for (Entry entry : entries) {
        entry.putBack();
        Outcome.Bottleneck full = offer(key, entry);
        if (full != null) {
          entry.over(new Outcome.Overloaded(full, RETRY_AFTER_SECONDS));
        }
      }
    }
  }
}
