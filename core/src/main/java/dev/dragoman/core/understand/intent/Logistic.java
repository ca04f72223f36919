package dev.dragoman.core.understand.intent;

/// A logistic line through yes-or-no observations.
final class Logistic {
  private static final int STEPS = 30;
  private static final double RIDGE = 1e-3;

  private Logistic() {}

  /// The share that belongs to log-odds.
  static double odds(double logOdds) {
    return 1 / (1 + StrictMath.exp(-logOdds));
  }

  /// Slope and offset of log-odds over `x` by Newton's method. Targets are drawn in a little
  /// (Platt), so that observations without any "no" do not make the slope endless. The slope is
  /// never negative.
  static double[] fit(double[] x, boolean[] yes) {
    int positives = 0;
    for (boolean one : yes) {
      positives += one ? 1 : 0;
    }
    double high = (positives + 1.0) / (positives + 2.0);
    double low = 1.0 / (yes.length - positives + 2.0);
    double slope = 0;
    double offset = StrictMath.log((positives + 1.0) / (yes.length - positives + 1.0));
    for (int step = 0; step < STEPS; step++) {
      double[] move = move(x, yes, new double[] {slope, offset, high, low});
      slope += move[0];
      offset += move[1];
      if (Math.abs(move[0]) + Math.abs(move[1]) < 1e-9) {
        break;
      }
    }
    return new double[] {Math.max(0.01, slope), offset};
  }

  private static double[] move(double[] x, boolean[] yes, double[] at) {
    double bySlope = -RIDGE * at[0];
    double byOffset = 0;
    double slopeSlope = RIDGE;
    double slopeOffset = 0;
    double offsetOffset = RIDGE;
    for (int i = 0; i < x.length; i++) {
      double share = odds(at[0] * x[i] + at[1]);
      double error = (yes[i] ? at[2] : at[3]) - share;
      double curve = share * (1 - share);
      bySlope += error * x[i];
      byOffset += error;
      slopeSlope += curve * x[i] * x[i];
      slopeOffset += curve * x[i];
      offsetOffset += curve;
    }
    double determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
    return new double[] {
      (bySlope * offsetOffset - byOffset * slopeOffset) / determinant,
      (byOffset * slopeSlope - bySlope * slopeOffset) / determinant
    };
  }
}
