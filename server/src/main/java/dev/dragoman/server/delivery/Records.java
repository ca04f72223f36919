package dev.dragoman.server.delivery;

import dev.dragoman.server.store.Deliveries;

/// How an attempt is written down.
final class Records {
  private Records() {}

  /// What is known before anything came of it.
  ///
  /// @param url where the endpoint is, unless the telling itself says another
  record Facts(
      String stream,
      String endpointId,
      String url,
      Rendered rendered,
      long position,
      int attempt) {}

  /// The row of an attempt.
  static Deliveries.Attempted attempted(
      Facts facts,
      long token,
      Deliveries.Outcome outcome,
      Deliveries.Times times,
      Deliveries.Kept kept) {
    return new Deliveries.Attempted(
        which(facts), facts.attempt(), token, facts.position(), outcome, times, kept);
  }

  /// The row of a delivery whose bytes are stored before its first attempt.
  static Deliveries.Attempted stored(Facts facts, long token) {
    return new Deliveries.Attempted(
        which(facts),
        0,
        token,
        facts.position(),
        new Deliveries.Outcome("stored", 0, ""),
        new Deliveries.Times(0, 0, -1),
        kept(facts, true, new byte[0]));
  }

  private static Deliveries.Which which(Facts facts) {
    return new Deliveries.Which(
        facts.stream(),
        facts.rendered().sequence(),
        facts.endpointId(),
        facts.rendered().eventId(),
        facts.rendered().kind());
  }

  static Deliveries.Kept kept(Facts facts, boolean request, byte[] answer) {
    return new Deliveries.Kept(
        request ? Tellings.head(facts.rendered(), facts.url()) : null,
        request ? facts.rendered().body() : null,
        answer.length == 0 ? null : answer);
  }
}
