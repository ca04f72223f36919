package dev.dragoman.server.ledger;

/// Who goes first when there is more to do than one batch holds. Waiting raises the class, so that
/// nobody starves.
public enum Urgency {
  /// Somebody waits for the answer.
  LIVE(0),
  /// A time has come.
  TIMER(1),
  /// Many recipients, none of whom asked.
  CAMPAIGN(2);

  private final int rank;

  Urgency(int rank) {
    this.rank = rank;
  }

  /// 0 goes first.
  int rank() {
    return rank;
  }
}
