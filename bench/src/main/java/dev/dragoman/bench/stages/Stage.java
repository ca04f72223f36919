package dev.dragoman.bench.stages;

/// A stage of a turn's way and its budget.
///
/// Bytes are enforced: they are the same on every machine. Nanoseconds are stated: what one core
/// of a machine of today should need at most when it does nothing else.
public enum Stage {
  AUTHENTICATE("fingerprint of a key", 900, 2_500),
  DECODE("body of a reply request", 2_500, 3_000),
  HASH_INPUT("hash of an input that has an id", 1_000, 3_000),
  GUESS_LANGUAGE("a sentence, two languages", 150, 4_000),
  FIND_LISTED("a sentence, 25 names", 1_000, 2_000),
  UNDERSTAND("a sentence, 30 intents of 20 examples", 9_500, 15_000),
  DECIDE("one leg of a story", 3_500, 8_000),
  PACK_STATE("a conversation", 800, 1_500),
  UNPACK_STATE("a conversation", 900, 1_500),
  PACK_LEG("a leg", 2_400, 3_500),
  UNPACK_LEG("a leg", 3_200, 3_500),
  ENCODE("the answer", 3_300, 4_000);

  private final String what;
  private final int bytes;
  private final int nanos;

  Stage(String what, int bytes, int nanos) {
    this.what = what;
    this.bytes = bytes;
    this.nanos = nanos;
  }

  /// What is worked on.
  public String what() {
    return what;
  }

  /// The most bytes an operation may allocate.
  public int bytes() {
    return bytes;
  }

  /// The nanoseconds an operation should need at most.
  public int nanos() {
    return nanos;
  }
}
