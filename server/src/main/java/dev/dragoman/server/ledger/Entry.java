package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Input;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A submission in the queue. Thread-safe.
final class Entry {
  private enum State {
    WAITING,
    TAKEN,
    GIVEN_UP
  }

  private final Submission submission;
  private final Slot slot;
  private final long arrivedNanos;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

  Entry(Submission submission, Slot slot, long arrivedNanos) {
    this.submission = submission;
    this.slot = slot;
    this.arrivedNanos = arrivedNanos;
  }

  Submission submission() {
    return submission;
  }

  Arrival arrival() {
    return submission.arrival();
  }

  InputId.@Nullable Key inputKey() {
    InputId inputId = submission.inputId();
    return inputId == null ? null : inputId.key();
  }

  long arrivedNanos() {
    return arrivedNanos;
  }

  void over(Outcome outcome) {
    slot.tell(new News.Over(outcome));
  }

  void tell(News news) {
    slot.tell(news);
  }

  /// Whether a committer may work on it: false when its caller has gone.
  boolean take() {
    return state.compareAndSet(State.WAITING, State.TAKEN) || state.get() == State.TAKEN;
  }

  /// Nothing of it is committed or in doubt: it waits again.
  void putBack() {
    state.set(State.WAITING);
  }

  /// Whether nothing will come of it, because no committer has it.
  boolean giveUp() {
    return state.compareAndSet(State.WAITING, State.GIVEN_UP);
  }

  /// Whether it must get in even when too many wait: the answer of a hook is not asked for twice.
  boolean cannotBeRefused() {
    Input input = submission.arrival().input();
    return input instanceof Input.HookSettled
        || input instanceof Input.TimerDue
        || input instanceof Input.Resume;
  }
}
