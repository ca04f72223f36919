package dev.dragoman.core.understand.entity;

import java.util.Map;

/// One thing found in a text, with what it means. Immutable.
///
/// Values are written for machines, the same in every language: decimals with a point, no grouping.
///
/// @param type what was found: `number`, `percentage`, `money`, `email`, `url`, `date`, `time`,
///     `datetime`, `duration`
/// @param start offset of its first UTF-16 unit in the original text
/// @param end offset after its last UTF-16 unit
/// @param text the original text between the two
/// @param value what it means; of a date or time without a year or day, the future reading
/// @param details more of the meaning by name, possibly empty: `unit` and `currency` of money,
///     [#TIMEX] and [#PAST] of dates and times
public record EntitySpan(
    String type, int start, int end, String text, String value, Map<String, String> details) {

  /// Name of the detail that holds the TIMEX3 expression of a date, time or duration.
  public static final String TIMEX = "timex";

  /// Name of the detail that holds the past reading of a date where it differs from the value.
  public static final String PAST = "past";

  /// Refuses an empty or inverted range.
  public EntitySpan {
    if (start < 0 || end <= start || text.length() != end - start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
    details = Map.copyOf(details);
  }
}
