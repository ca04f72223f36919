package dev.dragoman.core.turn;

import dev.dragoman.core.conversation.Conversation.Pending;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.model.Limits;
import java.util.List;

/// Collects quick successive texts, which are answered once: each waits for the next; the turns
/// before the last one settle silently, and the last one hears them all, one a line.
///
/// Something else than a text ends it, and so does a text that would make them longer than a
/// message may be, or that comes so late that the first of them has waited for [#LONGEST_MILLIS].
final class Collecting {
  /// Nobody writes on for ever without an answer.
  static final long LONGEST_MILLIS = 20_000;

  private final int waitMillis;

  Collecting(int waitMillis) {
    this.waitMillis = waitMillis;
  }

  /// Whether this input waits, either for more texts or behind those that wait: sets the clock anew
  /// or stops it.
  boolean begins(Input.Ordered input, Run run) {
    List<Pending> pending = run.state().waiting().pending();
    long sinceNanos = since(run);
    run.dropTimers(Collecting::isOurs);
    if (!isCollected(input, run)) {
      return !pending.isEmpty();
    }
    long now = run.moment.epochNanos();
    long first = pending.isEmpty() ? now : sinceNanos;
    long latest = first + LONGEST_MILLIS * 1_000_000;
    if (length(pending, input) > Limits.MESSAGE_TEXT || now >= latest) {
      return !pending.isEmpty();
    }
    run.setTimer(
        Math.min(run.moment.plusMillis(waitMillis), latest), new Timer.Purpose.Collected(first));
    return true;
  }

  private boolean isCollected(Input.Ordered input, Run run) {
    return waitMillis > 0
        && input instanceof Input.Text text
        && text.attachments().isEmpty()
        && run.state().waiting().blocking() == null
        && RoomState.open(run) == null;
  }

  private static long since(Run run) {
    for (Timer timer : run.state().timers()) {
      if (timer.purpose() instanceof Timer.Purpose.Collected(long sinceNanos)) {
        return sinceNanos;
      }
    }
    return run.moment.epochNanos();
  }

  private static boolean isOurs(Timer timer) {
    return timer.purpose() instanceof Timer.Purpose.Collected;
  }

  private static int length(List<Pending> pending, Input.Ordered input) {
    int length = input instanceof Input.Text text ? text.text().length() : 0;
    return pending.isEmpty() ? length : length + 1 + pending.getLast().text().length();
  }

  /// The input as it waits: with the texts before it, when it collects.
  Pending pending(Input.Ordered input, Run run) {
    List<Pending> waiting = run.state().waiting().pending();
    boolean joins = run.state().collects() && !waiting.isEmpty();
    return new Pending(run.turnId(), input, joins ? waiting.getLast().text() : "");
  }
}
