package dev.dragoman.server.egress;

/// How much may be out at once, and what no call may exceed.
///
/// @param inFlight calls out at once, over all hosts
/// @param perHost calls out at once to one scheme, host and port: a dead receiver holds no more
/// @param waitingPerHost calls that may wait for their turn to one host; more are refused at once
/// @param lookups names resolved at once, each on a thread of its own
/// @param lookupMillis how long one lookup may take
/// @param call what one call may take at most, whatever it asks for
public record EgressLimits(
    int inFlight, int perHost, int waitingPerHost, int lookups, int lookupMillis, PerCall call) {
  /// What one call may take at most.
  ///
  /// @param connectMillis to connect to one address of several
  /// @param totalMillis everything together
  /// @param readBytes of the answer's body
  public record PerCall(int connectMillis, int totalMillis, int readBytes) {
    /// What a node starts with.
    public static final PerCall NORMAL = new PerCall(3_000, 120_000, CallLimits.READ_MAX);
  }

  /// What a node starts with.
  public static final EgressLimits NORMAL = new EgressLimits(4_096, 64, 1_024, 32, 5_000);

  /// Calls within the usual bounds.
  public EgressLimits(
      int inFlight, int perHost, int waitingPerHost, int lookups, int lookupMillis) {
    this(inFlight, perHost, waitingPerHost, lookups, lookupMillis, PerCall.NORMAL);
  }

  /// The same with so many calls out at most, and these bounds for each.
  public EgressLimits with(int calls, PerCall bounds) {
    return new EgressLimits(
        calls, Math.min(perHost, calls), waitingPerHost, lookups, lookupMillis, bounds);
  }

  public EgressLimits {
    if (inFlight < 1 || perHost < 1 || waitingPerHost < 0 || lookups < 1 || lookupMillis < 1) {
      throw new IllegalArgumentException("egress limits must be positive");
    }
  }
}
