package dev.dragoman.server.ledger;

/// What may be set about a ledger.
///
/// @param committers threads that commit, two by default: one decides while the other flushes
/// @param queueCapacity inputs that may wait per committer; half of it for one workspace
/// @param patienceMillis how long a caller waits for its turn to settle
/// @param pollMillis how often turns settled by other nodes are looked for
public record LedgerSettings(
    int committers, int queueCapacity, long patienceMillis, long pollMillis) {
  /// The settings of the product.
  public static final LedgerSettings DEFAULT = new LedgerSettings(2, 4_096, 30_000, 100);

  /// The same with callers of other patience.
  public LedgerSettings patience(long millis) {
    return new LedgerSettings(committers, queueCapacity, millis, pollMillis);
  }
}
