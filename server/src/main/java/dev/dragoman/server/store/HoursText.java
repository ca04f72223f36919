package dev.dragoman.server.store;

import dev.dragoman.core.room.Hours;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Hours of a group as they are stored: `1 540 1080;2 540 1080`, day and minutes.
final class HoursText {
  private HoursText() {}

  static String write(List<Hours.Span> spans) {
    return spans.stream()
        .map(span -> span.day().getValue() + " " + span.fromMinute() + " " + span.toMinute())
        .collect(Collectors.joining(";"));
  }

  static Hours read(String zone, String written) {
    List<Hours.Span> spans = new ArrayList<>();
    for (String span : written.split(";", -1)) {
      if (!span.isEmpty()) {
        String[] parts = span.split(" ", -1);
        spans.add(
            new Hours.Span(
                DayOfWeek.of(Integer.parseInt(parts[0])),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2])));
      }
    }
    return new Hours(ZoneId.of(zone), spans);
  }
}
