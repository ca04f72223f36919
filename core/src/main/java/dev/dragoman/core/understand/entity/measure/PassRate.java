package dev.dragoman.core.understand.entity.measure;

/// How many cases were right.
///
/// @param cases all of them
/// @param rightSpans those where exactly the expected spans were found
/// @param rightValues those of them where every value was right too
public record PassRate(int cases, int rightSpans, int rightValues) {
  static final PassRate NONE = new PassRate(0, 0, 0);

  PassRate plus(boolean spans, boolean values) {
    return new PassRate(
        cases + 1, rightSpans + (spans ? 1 : 0), rightValues + (spans && values ? 1 : 0));
  }

  /// The share of cases with all spans right, 0 to 1; 0 without cases.
  public double spans() {
    return cases == 0 ? 0 : (double) rightSpans / cases;
  }

  /// The share of cases with all spans and values right, 0 to 1; 0 without cases.
  public double values() {
    return cases == 0 ? 0 : (double) rightValues / cases;
  }
}
