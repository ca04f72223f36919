package dev.dragoman.server.ledger;

import org.jspecify.annotations.Nullable;

/// Why a batch did not become true.
final class StoreFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /// What to do about it.
  enum Kind {
    /// Somebody else was first, or two batches embraced: run the same batch again.
    LOST_CLAIM,
    /// A row was held for longer than the lock time-out: as a lost claim, or wait for it elsewhere.
    LOCKED,
    /// One of the inputs cannot be written: halve.
    BAD_DATA,
    /// The connection is gone and nothing was committed: reconnect and run again.
    BROKEN,
    /// The connection is gone while the commit was out: find out under the locks.
    IN_DOUBT
  }

  private final Kind kind;
  private final String code;

  StoreFailure(Kind kind, String code, @Nullable Throwable cause) {
    super(kind + " " + code, cause);
    this.kind = kind;
    this.code = code;
  }

  Kind kind() {
    return kind;
  }

  /// The SQLSTATE, or a word.
  String code() {
    return code;
  }
}
