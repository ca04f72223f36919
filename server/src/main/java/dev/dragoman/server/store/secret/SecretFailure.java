package dev.dragoman.server.store.secret;

/// Something sealed cannot be opened, or the keys cannot be used; says which and why, never what.
public final class SecretFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  SecretFailure(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  SecretFailure(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /// What went wrong.
  public Reason reason() {
    return reason;
  }

  /// The ways it can go wrong.
  public enum Reason {
    /// The key file cannot be read, written or understood.
    KEY_FILE,
    /// It was sealed under a key that is not in the key file.
    UNKNOWN_KEY,
    /// It is shorter than anything sealed can be.
    TRUNCATED,
    /// It was written in a form this version does not know.
    UNKNOWN_FORMAT,
    /// It was changed, moved to another place, or sealed under another key of the same number.
    TAMPERED
  }
}
