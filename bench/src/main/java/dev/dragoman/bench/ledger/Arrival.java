package dev.dragoman.bench.ledger;

/// One request of a delivery as a receiver got it.
///
/// @param endpoint the last part of the path it came to
/// @param what of whom it tells, and which of their events
/// @param numbering what its headers count
/// @param bytes the hash of its body and whether it was signed right
/// @param status what it is answered, 0 when the connection is cut instead
/// @param times when it happened and when it came
public record Arrival(
    String endpoint, What what, Numbering numbering, Bytes bytes, int status, Times times) {
  private static final String BETWEEN = "\t";

  /// Which event.
  ///
  /// @param told the words of a contact, or the id of a message of the bot: what the driver knows
  public record What(String eventId, String stream, long sequence, String told) {}

  /// Place in the lane, and how often it was tried.
  public record Numbering(long position, int attempt) {}

  /// What was found about the body.
  public record Bytes(String hash, boolean signed) {}

  /// In nanoseconds since 1970, by the clock of this machine: what its body says, and when the
  /// receiver had read it; 0 for unknown.
  public record Times(long toldNanos, long arrivedNanos) {
    /// Of which nothing is known.
    public static final Times NONE = new Times(0, 0);

    /// From what happened until it came.
    public double delayMillis() {
      return (arrivedNanos - toldNanos) / 1e6;
    }
  }

  /// Whether the sender was told that it has arrived.
  public boolean accepted() {
    return status / 100 == 2;
  }

  /// As one line of a file.
  public String line() {
    return String.join(
        BETWEEN,
        endpoint,
        what.eventId(),
        what.stream(),
        Long.toString(what.sequence()),
        what.told().replaceAll("\\s", " "),
        Long.toString(numbering.position()),
        Integer.toString(numbering.attempt()),
        bytes.hash(),
        Boolean.toString(bytes.signed()),
        Integer.toString(status),
        Long.toString(times.toldNanos()),
        Long.toString(times.arrivedNanos()));
  }

  /// From such a line.
  public static Arrival of(String line) {
    String[] parts = line.split(BETWEEN, -1);
    return new Arrival(
        parts[0],
        new What(parts[1], parts[2], Long.parseLong(parts[3]), parts[4]),
        new Numbering(Long.parseLong(parts[5]), Integer.parseInt(parts[6])),
        new Bytes(parts[7], Boolean.parseBoolean(parts[8])),
        Integer.parseInt(parts[9]),
        new Times(Long.parseLong(parts[10]), Long.parseLong(parts[11])));
  }
}
