package dev.dragoman.server.ledger;

/// Keeps swept work flowing: where more waits than one sweep takes, the next sweep comes as soon as
/// half of what was taken has ended, without waiting for the clock. Thread-safe.
public final class Pump {
  private final int most;
  private int out;
  private boolean hungry;

  /// @param most so much is under way at one time
  public Pump(int most) {
    this.most = most;
  }

  /// How much more may be taken now.
  public synchronized int room() {
    return Math.max(0, most - out);
  }

  /// Whether what is under way will ask for the next sweep when it ends.
  public synchronized boolean flows() {
    return hungry && out > 0;
  }

  /// Takes note of a sweep.
  ///
  /// @param got what was started by it
  /// @param more whether there may be more where that came from
  public synchronized void swept(int got, boolean more) {
    out += got;
    hungry = more;
  }

  /// Takes note of something that ended; says whether the caller has to sweep again.
  public synchronized boolean ended() {
    out--;
    boolean now = hungry && out <= most / 2;
    hungry = hungry && !now;
    return now;
  }
}
