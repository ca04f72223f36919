package dev.dragoman.core.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The whole state of one conversation: one row, locked once, decided by one function.
///
/// Immutable. `sequence` is that of the last event (0 before the first), `lastNanos` the time of
/// it; `generation` counts timers ever set, so that a late timer of an earlier life is known.
public record Conversation(
    Address address, Progress progress, Holder holder, Waiting waiting, List<Timer> timers) {
  /// Copies the list.
  public Conversation {
    timers = List.copyOf(timers);
  }

  /// Who talks with whom: the ids stay the same for the conversation's life.
  public record Address(
      String conversationId, String botId, String contactId, String account, String peer) {}

  /// How far the conversation has come.
  public record Progress(long sequence, long lastNanos, int generation) {
    /// Nothing has happened yet.
    public static final Progress START = new Progress(0, 0, 0);
  }

  /// What is out and what waits for it: at most one blocking hook, a few side hooks, and the
  /// ordered inputs that came while the blocking one was out.
  public record Waiting(@Nullable OpenHook blocking, List<OpenHook> side, List<Pending> pending) {
    /// Nothing is out.
    public static final Waiting NOTHING = new Waiting(null, List.of(), List.of());

    /// Copies the lists.
    public Waiting {
      side = List.copyOf(side);
      pending = List.copyOf(pending);
    }
  }

  /// An ordered input that waits, with the turn it will drive; `earlier` are the texts of turns
  /// before it that are answered with it, one a line, or empty.
  public record Pending(String turnId, Input input, String earlier) {
    /// The input as it is heard: a text after those before it, which nobody has understood yet.
    public Input heard() {
      return input instanceof Input.Text(_, var attachments, _) && !earlier.isEmpty()
          ? new Input.Text(text(), attachments, Understood.NOTHING)
          : input;
    }

    /// The texts before it and its own, one a line; empty if it is no text.
    public String text() {
      String own = input instanceof Input.Text text ? text.text() : "";
      return earlier.isEmpty() ? own : earlier + "\n" + own;
    }
  }

  /// Whether quick texts are being collected: what is pending waits for more of them.
  public boolean collects() {
    return timers.stream().anyMatch(timer -> timer.purpose() instanceof Timer.Purpose.Collected);
  }

  /// A conversation nothing has happened in.
  public static Conversation fresh(Address address) {
    return new Conversation(address, Progress.START, Holder.Nobody.NEW, Waiting.NOTHING, List.of());
  }

  /// The same with another holder.
  public Conversation held(Holder newHolder) {
    return new Conversation(address, progress, newHolder, waiting, timers);
  }

  /// The same after so much progress.
  public Conversation progressed(Progress newProgress) {
    return new Conversation(address, newProgress, holder, waiting, timers);
  }

  /// The same with other things out.
  public Conversation waiting(Waiting newWaiting) {
    return new Conversation(address, progress, holder, newWaiting, timers);
  }

  /// The same with other timers.
  public Conversation timed(List<Timer> newTimers) {
    return new Conversation(address, progress, holder, waiting, newTimers);
  }
}
