package dev.dragoman.core.model;

/// How long a turn and a hook of it may take, in milliseconds. What an installation sets is a fact
/// of its decisions, recorded with each leg: a replay under other settings decides the same.
///
/// @param turnMillis from a turn's first commit until it settles, whatever hooks are out
/// @param hookMillis from a hook's commit until its answer must be committed
public record TurnTimes(int turnMillis, int hookMillis) {
  /// What holds when nothing is set.
  public static final TurnTimes STANDARD =
      new TurnTimes(Limits.TURN_DEADLINE_MILLIS, Limits.HOOK_TIMEOUT_MILLIS);

  /// Refuses times that leave nothing to decide in.
  public TurnTimes {
    if (turnMillis < 1 || hookMillis < 1) {
      throw new IllegalArgumentException("a turn and a hook take at least one millisecond");
    }
  }
}
