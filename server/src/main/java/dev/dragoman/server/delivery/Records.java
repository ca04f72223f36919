package dev.dragoman.server.delivery;

import dev.dragoman.server.store.Deliveries;

/// How an attempt is written down.
final class Records {
  private Records() {}

  /// What is known before anything came of it.
  record Record(
      String stream, String endpointId, Rendered rendered, long position, int attempt) {}

  /// The row of an attempt.
  static Deliveries.Attempted attempted(
      Record record,
      long token,
      Deliveries.Outcome outcome,
      Deliveries.Times times,
      Deliveries.Kept kept) {
    return new Deliveries.Attempted(
        which(record), record.attempt(), token, record.position(), outcome, times, kept);
  }

  /// The row of a delivery whose bytes are stored before its first attempt.
  static Deliveries.Attempted stored(Record record, long token) {
    return new Deliveries.Attempted(
        which(record),
        0,
        token,
        record.position(),
        new Deliveries.Outcome("stored", 0, ""),
        new Deliveries.Times(0, 0, -1),
        kept(record.rendered(), true, new byte[0]));
  }

  private static Deliveries.Which which(Record record) {
    return new Deliveries.Which(
        record.stream(),
        record.rendered().sequence(),
        record.endpointId(),
        record.rendered().eventId(),
        record.rendered().kind());
  }

  static Deliveries.Kept kept(Rendered rendered, boolean request, byte[] answer) {
    return new Deliveries.Kept(
        request ? Tellings.head(rendered) : null,
        request ? rendered.body() : null,
        answer.length == 0 ? null : answer);
  }
}
