package dev.dragoman.core.room;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/// When a group is served, by the clock of its zone. Without spans it always is.
public record Hours(ZoneId zone, List<Span> spans) {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /// Copies the list.
  public Hours {
    spans = List.copyOf(spans);
  }

  /// From one minute of a day (0..1439) up to another (1..1440), the latter not included.
  public record Span(DayOfWeek day, int fromMinute, int toMinute) {
    /// Checks the bounds; a night is two spans.
    public Span {
      if (fromMinute < 0 || toMinute > 1_440 || fromMinute >= toMinute) {
        throw new IllegalArgumentException("a span lies within one day and is not empty");
      }
    }
  }

  /// Whether the group is served at that time, in nanoseconds since 1970.
  public boolean open(long epochNanos) {
    if (spans.isEmpty()) {
      return true;
    }
    ZonedDateTime local =
        Instant.ofEpochSecond(Math.floorDiv(epochNanos, NANOS_PER_SECOND)).atZone(zone);
    int minute = local.getHour() * 60 + local.getMinute();
    return spans.stream()
        .filter(span -> span.day() == local.getDayOfWeek())
        .anyMatch(span -> minute >= span.fromMinute() && minute < span.toMinute());
  }
}
