package dev.dragoman.server.egress;

/// How much may be out at once.
///
/// @param inFlight calls out at once, over all hosts
/// @param perHost calls out at once to one scheme, host and port: a dead receiver holds no more
/// @param waitingPerHost calls that may wait for their turn to one host; more are refused at once
/// @param lookups names resolved at once, each on a thread of its own
/// @param lookupMillis how long one lookup may take
public record EgressLimits(
    int inFlight, int perHost, int waitingPerHost, int lookups, int lookupMillis) {

  /// What a node starts with.
  public static final EgressLimits NORMAL = new EgressLimits(4_096, 64, 1_024, 32, 5_000);

  public EgressLimits {
    if (inFlight < 1 || perHost < 1 || waitingPerHost < 0 || lookups < 1 || lookupMillis < 1) {
      throw new IllegalArgumentException("egress limits must be positive");
    }
  }
}
