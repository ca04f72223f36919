package dev.dragoman.server.ledger;

import dev.dragoman.core.model.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What waits for one committer: lines of inputs by workspace and urgency. Thread-safe.
///
/// A line that is at work is not handed out again before it came back, so no two batches of a node
/// want the same row.
final class Backlog {
  private static final int REMEMBERED_SIZES = 10_000;

  /// States up to here are not remembered: a full batch of them is within the bound.
  private static final int SMALL_STATE = Limits.STATE_BYTES_PER_BATCH / Limits.LEGS_PER_BATCH;

  /// Waiting so long raises an input by one class.
  private static final long AGING_NANOS = 1_000_000_000L;

  /// So many legs of a batch go, in each class, to what has waited until it is as urgent as any: it
  /// gets on, however much that is more urgent there is, and does not crowd that out.
  private static final int OVERDUE_LEGS = Limits.LEGS_PER_BATCH / 8;

  /// Beyond so many legs nothing comes into a batch for whose answer nobody waits: who comes
  /// meanwhile waits until it is written, and that shall be soon.
  private static final int BACKGROUND_LEGS = Limits.LEGS_PER_BATCH / 4;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Map<LineKey, Line> lines = new HashMap<>();
  private final Map<Integer, Share> shares = new HashMap<>();
  private final Map<LineKey, Integer> bigStates = new Remembered();
  private final LongSupplier ticks;
  private final int capacity;
  private int waiting;
  private long batches;
  private boolean closed;

  /// What one workspace has waiting.
  private static final class Share {
    final Map<Urgency, Deque<Line>> ready = new EnumMap<>(Urgency.class);
    int waiting;
    long servedIn;

    Share(long servedIn) {
      this.servedIn = servedIn;
      for (Urgency urgency : Urgency.values()) {
        ready.put(urgency, new ArrayDeque<>());
      }
    }
  }

  /// A batch while lines are taken into it.
  private static final class Filling {
    final List<Line.Taken> taken = new ArrayList<>();
    int legs;
    int bytes;
  }

  private static final class Remembered extends LinkedHashMap<LineKey, Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<LineKey, Integer> eldest) {
      return size() > REMEMBERED_SIZES;
    }
  }

  Backlog(int capacity, LongSupplier ticks) {
    this.capacity = capacity;
    this.ticks = ticks;
  }

  /// Queues an entry; returns what is full, or null when it got in.
  Outcome.@Nullable Bottleneck offer(LineKey key, Entry entry) {
    lock.lock();
    try {
      if (!entry.cannotBeRefused()) {
        Outcome.Bottleneck full = full(key);
        if (full != null) {
          return full;
        }
      }
      add(key, entry);
      return null;
    } finally {
      lock.unlock();
    }
  }

  private Outcome.@Nullable Bottleneck full(LineKey key) {
    Share share = shares.get(key.workspace());
    Line line = lines.get(key);
    if (closed || waiting >= capacity || (share != null && share.waiting >= capacity / 2)) {
      return Outcome.Bottleneck.QUEUE;
    }
    return line != null && line.entries.size() >= Limits.WAITING_PER_CONVERSATION
        ? Outcome.Bottleneck.CONVERSATION
        : null;
  }

  private void add(LineKey key, Entry entry) {
    Line line = lines.computeIfAbsent(key, Line::new);
    line.entries.addLast(entry);
    count(key, 1);
    if (!line.atWork) {
      makeReady(line, entry.submission().urgency());
    }
  }

  private void count(LineKey key, int more) {
    waiting += more;
    share(key).waiting += more;
  }

  private Share share(LineKey key) {
    // Who comes new stands before the one that was served last and behind all others: first of all,
    // many that come and go would never let those in that have more to do than a batch holds.
    return shares.computeIfAbsent(key.workspace(), _ -> new Share(batches - 1));
  }

  /// A line stands in the queue of its most urgent entry; a place it left before is skipped.
  private void makeReady(Line line, Urgency urgency) {
    if (line.readyAs == null || urgency.compareTo(line.readyAs) < 0) {
      line.readyAs = urgency;
      queue(line, urgency).addLast(line);
      work.signalAll();
    }
  }

  private Deque<Line> queue(Line line, Urgency urgency) {
    return queue(share(line.key()), urgency);
  }

  private static Deque<Line> queue(Share share, Urgency urgency) {
    return share.ready.getOrDefault(urgency, new ArrayDeque<>());
  }

  /// The next batch, all of one workspace; waits for one, and is empty when closed and drained.
  List<Line.Taken> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      List<Line.Taken> batch = poll();
      while (batch.isEmpty() && !closed) {
        work.await();
        batch = poll();
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /// The next batch, or nothing when nothing is ready.
  List<Line.Taken> poll() {
    lock.lock();
    try {
      Share share = next();
      if (share == null) {
        return List.of();
      }
      batches += 2;
      share.servedIn = batches;
      return collect(share);
    } finally {
      lock.unlock();
    }
  }

  private List<Line.Taken> collect(Share share) {
    Filling batch = new Filling();
    for (Urgency urgency : Urgency.values()) {
      fill(batch, batch.legs + OVERDUE_LEGS, share, urgency, line -> isOverdue(line, urgency));
    }
    for (Urgency urgency : Urgency.values()) {
      int most = urgency.rank() == 0 ? Limits.LEGS_PER_BATCH : BACKGROUND_LEGS;
      fill(batch, most, share, urgency, _ -> true);
    }
    return batch.taken;
  }

  private boolean isOverdue(Line line, Urgency urgency) {
    return urgency.rank() > 0 && urgency.rank() <= classesRaised(line);
  }

  private void fill(
      Filling batch, int mostLegs, Share share, Urgency urgency, Predicate<Line> wanted) {
    Line line = head(share, urgency);
    while (line != null && fits(line, batch, mostLegs) && wanted.test(line)) {
      queue(share, urgency).removeFirst();
      List<Entry> entries = takeEntries(line, mostLegs - batch.legs);
      batch.legs += entries.size();
      batch.bytes += assumedBytes(line);
      if (!entries.isEmpty() || line.attempt != null) {
        batch.taken.add(new Line.Taken(line, entries));
      } else {
        release(line);
      }
      line = head(share, urgency);
    }
  }

  private boolean fits(Line line, Filling batch, int mostLegs) {
    return batch.legs < mostLegs
        && batch.taken.size() < mostLegs
        && (batch.taken.isEmpty()
            || batch.bytes + assumedBytes(line) <= Limits.STATE_BYTES_PER_BATCH);
  }

  private int assumedBytes(Line line) {
    return bigStates.getOrDefault(line.key(), SMALL_STATE);
  }

  private List<Entry> takeEntries(Line line, int room) {
    line.atWork = true;
    line.readyAs = null;
    List<Entry> entries = new ArrayList<>();
    int most = Math.min(room, Limits.LEGS_PER_CONVERSATION_AND_BATCH);
    while (entries.size() < most && !line.entries.isEmpty()) {
      Entry entry = line.entries.removeFirst();
      count(line.key(), -1);
      if (entry.take()) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private @Nullable Share next() {
    Share best = null;
    long bestRank = Long.MAX_VALUE;
    for (Share share : shares.values()) {
      long rank = rank(share);
      if (rank < bestRank || (best != null && rank == bestRank && share.servedIn < best.servedIn)) {
        best = share;
        bestRank = rank;
      }
    }
    return bestRank == Long.MAX_VALUE ? null : best;
  }

  /// The class of what is most urgent there, waiting counted in.
  private long rank(Share share) {
    long rank = Long.MAX_VALUE;
    for (Urgency urgency : Urgency.values()) {
      Line line = head(share, urgency);
      if (line != null) {
        rank = Math.min(rank, Math.max(0, urgency.rank() - classesRaised(line)));
      }
    }
    return rank;
  }

  private long classesRaised(Line line) {
    Entry first = line.entries.peekFirst();
    return first == null ? 0 : (ticks.getAsLong() - first.arrivedNanos()) / AGING_NANOS;
  }

  private static @Nullable Line head(Share share, Urgency urgency) {
    Deque<Line> queue = queue(share, urgency);
    while (!queue.isEmpty() && queue.getFirst().readyAs != urgency) {
      queue.removeFirst();
    }
    return queue.peekFirst();
  }

  /// More of a line that is at work, for the committer that keeps it.
  List<Entry> more(Line line) {
    lock.lock();
    try {
      return takeEntries(line, Limits.LEGS_PER_CONVERSATION_AND_BATCH);
    } finally {
      lock.unlock();
    }
  }

  /// A line comes back from work; entries that could not be done stand first again.
  void comeBack(Line line, List<Entry> undone) {
    lock.lock();
    try {
      for (Entry entry : undone.reversed()) {
        if (line.attempt == null) {
          entry.putBack();
        }
        line.entries.addFirst(entry);
        count(line.key(), 1);
      }
      release(line);
    } finally {
      lock.unlock();
    }
  }

  private void release(Line line) {
    line.atWork = false;
    line.readyAs = null;
    Entry first = line.entries.peekFirst();
    if (first != null) {
      makeReady(line, mostUrgent(line));
    } else if (line.attempt != null) {
      makeReady(line, Urgency.TIMER);
    } else {
      lines.remove(line.key());
      dropEmptyShare(line.key());
    }
  }

  private void dropEmptyShare(LineKey key) {
    Share share = share(key);
    if (share.waiting == 0 && share.ready.values().stream().allMatch(Deque::isEmpty)) {
      shares.remove(key.workspace());
    }
  }

  private static Urgency mostUrgent(Line line) {
    Urgency most = Urgency.CAMPAIGN;
    for (Entry entry : line.entries) {
      most = entry.submission().urgency().compareTo(most) < 0 ? entry.submission().urgency() : most;
    }
    return most;
  }

  /// Remembers how large a state is, so that a batch does not lock more than its bound.
  void sized(LineKey key, int bytes) {
    lock.lock();
    try {
      if (bytes > SMALL_STATE) {
        bigStates.put(key, bytes);
      } else if (!bigStates.isEmpty()) {
        bigStates.remove(key);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Whether nothing more gets in.
  boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /// How many entries wait.
  int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  /// Lets nothing more in and wakes who waits.
  void close() {
    lock.lock();
    try {
      closed = true;
      work.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
