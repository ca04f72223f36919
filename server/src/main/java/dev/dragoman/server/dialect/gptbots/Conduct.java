package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Leg;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.ledger.Outcome;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A turn on a thread of its own, listened to by another: who stops listening cancels nothing.
final class Conduct {
  private final BlockingQueue<News> news = new LinkedBlockingQueue<>();

  /// What is heard of a turn, in order.
  sealed interface News {
    /// A leg was committed.
    record Committed(Leg leg) implements News {}

    /// It is over.
    record Over(Outcome outcome) implements News {}

    /// It failed for no reason of its own.
    record Failed(RuntimeException failure) implements News {}
  }

  private Conduct() {}

  static Conduct start(Turns turns, Turns.Taken taken) {
    Conduct conduct = new Conduct();
    Thread.ofVirtual().name("gptbots-turn").start(() -> conduct.drive(turns, taken));
    return conduct;
  }

  private void drive(Turns turns, Turns.Taken taken) {
    try {
      news.add(new News.Over(turns.take(taken, leg -> news.add(new News.Committed(leg)))));
    } catch (RuntimeException failure) {
      news.add(new News.Failed(failure));
    }
  }

  /// Waits for the next news; the last is [News.Over] or [News.Failed].
  News next() {
    try {
      return news.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new News.Over(new Outcome.Unknown());
    }
  }
}
