package dev.dragoman.core.understand.time;

import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.EntitySpan;
import dev.dragoman.core.understand.entity.Recogniser;
import dev.dragoman.core.understand.entity.Recognisers;
import dev.dragoman.core.understand.entity.Reference;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Recognisers of `date`, `time`, `datetime` and `duration`. Each type is sought on its own: of
/// "tomorrow at 7" the date, the time and the datetime are all found, and who asks takes what it
/// needs. Values:
///
/// * `date` `YYYY-MM-DD`, `time` `HH:MM:SS`, `datetime` `YYYY-MM-DD HH:MM:SS`, `duration` seconds;
/// * of what has a past and a future reading ("Friday") the value is the future one, and the past
///   one is the detail `past`;
/// * the detail `timex` holds the TIMEX3 expression.
///
/// Days that no calendar has (30 February) are not found. Stateless, for any thread.
public final class TimeRecognisers {
  private static final List<String> TYPES = List.of("date", "time", "datetime", "duration");

  private TimeRecognisers() {}

  /// These recognisers and those of this package.
  public static Recognisers addTo(Recognisers recognisers) {
    Recognisers more = recognisers;
    for (String type : TYPES) {
      more = more.with(type, of(type));
    }
    return more;
  }

  private static Recogniser of(String type) {
    return (text, language, reference) -> find(type, text, language, reference);
  }

  /// Everything of the four types, by type in the order date, time, datetime, duration: what the
  /// single recognisers find one by one, at a third of the cost.
  public static List<EntitySpan> findAll(
      String text, Language language, @Nullable Reference reference) {
    Chart chart = chart(text, language, reference);
    List<EntitySpan> spans = new ArrayList<>();
    TYPES.forEach(type -> find(type, text, chart, spans));
    return spans;
  }

  private static List<EntitySpan> find(
      String type, String text, Language language, @Nullable Reference reference) {
    List<EntitySpan> spans = new ArrayList<>();
    find(type, text, chart(text, language, reference), spans);
    return spans;
  }

  private static Chart chart(String text, Language language, @Nullable Reference reference) {
    LocalDateTime now = reference == null ? null : wallClock(reference);
    return new Chart(Grammars.of(language), new Tokens(text), now);
  }

  private static void find(String type, String text, Chart chart, List<EntitySpan> into) {
    for (Found found : new Scan(chart, type).all()) {
      int start = chart.tokens().start(found.start());
      int end = chart.tokens().end(found.end() - 1);
      into.add(span(type, start, text.substring(start, end), found.sense()));
    }
  }

  private static LocalDateTime wallClock(Reference reference) {
    long seconds = Math.floorDiv(reference.epochNanos(), 1_000_000_000L);
    return LocalDateTime.ofEpochSecond(seconds + reference.offsetSeconds(), 0, ZoneOffset.UTC);
  }

  private static EntitySpan span(String type, int start, String text, Sense sense) {
    return switch (sense) {
      case Sense.Day day ->
          new EntitySpan(
              type,
              start,
              start + text.length(),
              text,
              day.future().toString(),
              details(day.timex(), day.past().toString(), day.future().toString()));
      case Sense.Point point -> {
        String future = PointMeanings.value(point.future());
        String past = PointMeanings.value(point.past());
        Map<String, String> details = details(point.timex(), past, future);
        yield new EntitySpan(type, start, start + text.length(), text, future, details);
      }
      case Sense.Clock clock -> {
        String value = ClockMeanings.value(clock);
        Map<String, String> details = details(ClockMeanings.timex(clock), value, value);
        yield new EntitySpan(type, start, start + text.length(), text, value, details);
      }
      case Sense.Length length -> {
        BigDecimal seconds = length.amounts().seconds();
        String value = Amounts.plain(seconds);
        Map<String, String> details = details(length.amounts().timex(), value, value);
        yield new EntitySpan(type, start, start + text.length(), text, value, details);
      }
      case Sense.Count _, Sense.Measure _, Sense.Daytime _, Sense.DayPart _, Sense.Never _ ->
          throw new IllegalStateException("not a value: " + sense);
    };
  }

  private static Map<String, String> details(String timex, String past, String future) {
    Map<String, String> details = new HashMap<>();
    details.put(EntitySpan.TIMEX, timex);
    if (!past.equals(future)) {
      details.put(EntitySpan.PAST, past);
    }
    return details;
  }
}
