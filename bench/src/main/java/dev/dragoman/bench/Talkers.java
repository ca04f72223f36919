package dev.dragoman.bench;

import dev.dragoman.bench.ledger.Asked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// People who say one thing after the other to whichever node answers, and ask again under the
/// same key until they are answered. Each has some conversations of their own.
final class Talkers implements AutoCloseable {
  /// What the words of the first user of the first talker begin with.
  static final String POISON = "poison";

  private static final int USERS = 8;
  private static final int PATIENCE_MILLIS = 5_000;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(180);

  private final Nodes nodes;
  private final String bot;
  private final Asked asked;
  private final long pauseNanos;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong unanswered = new AtomicLong();
  private volatile boolean stopped;

  /// @param pauseNanos of each between two things they say
  Talkers(Nodes nodes, String bot, Asked asked, long pauseNanos) {
    this.nodes = nodes;
    this.bot = bot;
    this.asked = asked;
    this.pauseNanos = pauseNanos;
  }

  void start(int count) {
    for (int i = 0; i < count; i++) {
      int talker = i;
      threads.add(Thread.ofVirtual().name("talker").start(() -> talk(talker)));
    }
  }

  private void talk(int talker) {
    for (int i = 0; !stopped; i++) {
      int user = i % USERS;
      String word = talker == 0 && user == 0 ? POISON : "word";
      say("user-%d-%d".formatted(talker, user), "%s-%d-%d".formatted(word, talker, i), talker);
      LockSupport.parkNanos(pauseNanos);
    }
  }

  private void say(String user, String text, int talker) {
    byte[] request = Office.says(bot, user, text, "Idempotency-Key: " + text + "\r\n");
    asked.asks(text);
    long until = System.nanoTime() + LONGEST_NANOS;
    for (int i = talker; System.nanoTime() < until; i++) {
      try (HttpLine line = new HttpLine(nodes.ready(i % nodes.count()), PATIENCE_MILLIS)) {
        if (line.exchange(request) == 200) {
          Deliveries.note(asked, text, Office.json(line));
          return;
        }
      } catch (IOException down) {
        LockSupport.parkNanos(pauseNanos);
      }
      LockSupport.parkNanos(pauseNanos);
    }
    unanswered.incrementAndGet();
  }

  /// What was never answered, however often it was asked.
  long unanswered() {
    return unanswered.get();
  }

  /// They finish their sentences.
  @Override
  public void close() {
    stopped = true;
    threads.forEach(Load::join);
  }
}
