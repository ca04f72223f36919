package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.model.Moment;

/// Ends sessions in which nothing happens for as long as their bot lets them be quiet. Humans and
/// hooks that are out are waited for.
///
/// One timer a session: it looks whether something has happened since it was set, and if so waits
/// for the rest, so that no turn has to set it anew.
final class Quiet {
  private final long nanos;

  Quiet(Bot bot) {
    this.nanos = bot.settings().closing().quietMillis() * Moment.NANOS_PER_MILLI;
  }

  /// A session began: something has happened in it.
  void watch(Session session, Run run) {
    if (nanos > 0) {
      watch(session.id(), 0, run.moment.epochNanos() + nanos, run);
    }
  }

  private static void watch(String sessionId, long sequence, long dueNanos, Run run) {
    run.setTimer(dueNanos, new Timer.Purpose.SessionQuiet(sessionId, sequence));
  }

  /// The time has come to look.
  void look(Timer.Purpose.SessionQuiet purpose, Conversation before, Run run) {
    if (!run.hasSession() || !run.session().id().equals(purpose.sessionId()) || nanos == 0) {
      return;
    }
    boolean waited = before.holder() instanceof Holder.Bot && before.waiting().blocking() == null;
    long sequence = before.progress().sequence();
    boolean silent = purpose.sequence() == sequence;
    long dueNanos = before.progress().lastNanos() + nanos;
    if (waited && (silent || dueNanos <= run.moment.epochNanos())) {
      Walk.end(run);
    } else {
      // The timer's own event is the next.
      long next = waited ? dueNanos : run.moment.epochNanos() + nanos;
      watch(purpose.sessionId(), sequence + 1, next, run);
    }
  }

  /// Nobody looks any more.
  static void forget(Run run) {
    run.dropTimers(timer -> timer.purpose() instanceof Timer.Purpose.SessionQuiet);
  }
}
