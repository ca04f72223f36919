package dev.dragoman.core.understand.time;

import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.EntitySpan;
import dev.dragoman.core.understand.entity.Recogniser;
import dev.dragoman.core.understand.entity.Recognisers;
import dev.dragoman.core.understand.entity.Reference;
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
  /// single recognisers find one by one, with one reading of the text.
  public static List<EntitySpan> findAll(
      String text, Language language, @Nullable Reference reference) {
    Chart chart = chart(text, language, reference);
    List<EntitySpan> spans = new ArrayList<>();
    TYPES.forEach(type -> find(type, text, chart, spans));
    return spans;
  }

  /// What a reply says to the question for a `date` or a `time`: what the recogniser finds, and
  /// where it finds nothing, a whole message that can only be meant so ("6", "15", "tonight").
  /// Of `datetime` and `duration` what the recogniser finds, of any other type nothing.
  public static List<EntitySpan> findAnswer(
      String type, String text, Language language, @Nullable Reference reference) {
    Chart chart = chart(text, language, reference);
    List<EntitySpan> spans = new ArrayList<>();
    if (TYPES.contains(type)) {
      find(type, text, chart, spans);
    }
    Found whole = spans.isEmpty() ? new Scan(chart, type + "answer").whole() : null;
    if (whole != null) {
      spans.add(span(type, text, chart.tokens(), whole));
    }
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
      into.add(span(type, text, chart.tokens(), found));
    }
  }

  private static LocalDateTime wallClock(Reference reference) {
    long seconds = Math.floorDiv(reference.epochNanos(), 1_000_000_000L);
    return LocalDateTime.ofEpochSecond(seconds + reference.offsetSeconds(), 0, ZoneOffset.UTC);
  }

  private static EntitySpan span(String type, String text, Tokens tokens, Found found) {
    int start = tokens.start(found.start());
    int end = tokens.end(found.end() - 1);
    Reading reading = Reading.of(found.sense());
    Map<String, String> details = new HashMap<>();
    details.put(EntitySpan.TIMEX, reading.timex());
    if (!reading.past().equals(reading.future())) {
      details.put(EntitySpan.PAST, reading.past());
    }
    String said = text.substring(start, end);
    return new EntitySpan(type, start, end, said, reading.future(), details);
  }
}
