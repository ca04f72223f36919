package dev.dragoman.server.egress;

/// What one call may take.
///
/// @param totalMillis everything together: the wait for a turn, the name, the connection, TLS, the
///     headers and the last byte of the answer
/// @param readBytes how much of the answer's body is read; the rest is dropped with the connection
public record CallLimits(long totalMillis, int readBytes) {

  /// A hook: 10 s, 64 KiB.
  public static final CallLimits HOOK = new CallLimits(10_000, 64 * 1024);

  static final int READ_MAX = 32 * 1024 * 1024;

  /// The same, but no more than these bounds allow.
  CallLimits within(EgressLimits.PerCall bounds) {
    return new CallLimits(
        Math.min(totalMillis, bounds.totalMillis()), Math.min(readBytes, bounds.readBytes()));
  }

  public CallLimits {
    if (totalMillis < 1 || readBytes < 0 || readBytes > READ_MAX) {
      throw new IllegalArgumentException("a call has at least 1 ms and reads 0 to 32 MiB");
    }
  }
}
