package dev.dragoman.core.understand.closed;

/// What one rule says about a reply: an answer by its index, or that the reply is none of them.
record Verdict(int answer, double score, Rule rule, int second, double secondScore) {
  static final int NOBODY = -1;

  static Verdict accept(int answer, double score, Rule rule) {
    return new Verdict(answer, score, rule, NOBODY, 0);
  }

  /// None of the answers; `nearest` is the one that came nearest, or [#NOBODY].
  static Verdict refuse(int nearest, double score) {
    return new Verdict(NOBODY, score, Rule.NONE, nearest, score);
  }

  Verdict with(int runnerUp, double itsScore) {
    return new Verdict(answer, score, rule, runnerUp, itsScore);
  }
}
