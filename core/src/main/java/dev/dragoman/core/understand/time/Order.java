package dev.dragoman.core.understand.time;

/// In which order a language writes the parts of a date in digits.
enum Order {
  /// 12/31/2016.
  MONTH_FIRST,
  /// 31/12/2016.
  DAY_FIRST,
  /// 2016-12-31, also with two digits for the year.
  YEAR_FIRST
}
