package dev.dragoman.core.check;

/// A place of the way through a bot: the outside, the end, or a phase of a step.
record Point(Phase phase, String stepId) {
  static final Point OUTSIDE = new Point(Phase.OUTSIDE, "");
  static final Point END = new Point(Phase.END, "");

  /// Where in a step the way is.
  enum Phase {
    /// No step yet: what starts stories comes from here.
    OUTSIDE,
    /// The step was entered and runs its actions.
    ENTER,
    /// The step decides which arrow of `next` to take.
    NEXT,
    /// The step waits for the contact.
    REST,
    /// The session is over.
    END
  }

  static Point enter(String stepId) {
    return new Point(Phase.ENTER, stepId);
  }

  static Point next(String stepId) {
    return new Point(Phase.NEXT, stepId);
  }

  static Point rest(String stepId) {
    return new Point(Phase.REST, stepId);
  }
}
