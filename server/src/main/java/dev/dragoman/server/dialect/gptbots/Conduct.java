package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Audience;
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

  /// Starts the turn; `audience` is who its words are for.
  static Conduct start(Turns turns, Turns.Taken taken, Audience audience, Kept kept) {
    Conduct conduct = new Conduct();
    Thread.ofVirtual()
        .name("gptbots-turn")
        .start(() -> conduct.drive(turns, taken, audience, kept));
    return conduct;
  }

  private void drive(Turns turns, Turns.Taken taken, Audience audience, Kept kept) {
    try {
      Outcome outcome = turns.take(taken, audience, leg -> news.add(new News.Committed(leg)));
      news.add(new News.Over(kept.settled(outcome)));
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
