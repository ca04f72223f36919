package dev.dragoman.core.delivery;

/// What came back of one attempt.
///
/// @param status of HTTP or SMTP, 0 when nothing usable came
/// @param retryAfterMillis what the receiver asked to wait, or -1
public record Answer(int status, long retryAfterMillis) {
  /// No answer: not reached, too late, broken off, garbage.
  public static final Answer NONE = new Answer(0, -1);

  private static final int GOOD = 2;
  private static final int CLASS = 100;
  private static final int GONE = 410;
  // 550 to 559: no such mailbox, too large, not allowed. HTTP has no status there.
  private static final int SMTP_FOR_GOOD = 55;
  private static final int TEN = 10;

  /// Any 2xx: it is theirs now.
  public boolean isGood() {
    return status / CLASS == GOOD;
  }

  /// The endpoint wants to hear no more, for good.
  public boolean isGone() {
    return status == GONE;
  }

  /// The receiver will hardly change its mind: one more try.
  public boolean isRefusal() {
    return status == 400 || status == 413 || status == 422 || status / TEN == SMTP_FOR_GOOD;
  }
}
