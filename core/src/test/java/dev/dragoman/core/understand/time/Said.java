package dev.dragoman.core.understand.time;

import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.EntitySpan;
import dev.dragoman.core.understand.entity.Recognisers;
import dev.dragoman.core.understand.entity.Reference;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A text somebody said in a language at a moment, and what is found in it.
record Said(String language, String text, LocalDateTime moment) {
  /// A Friday morning.
  static final LocalDateTime FRIDAY = LocalDateTime.of(2026, 11, 20, 10, 30);

  private static final Recognisers RECOGNISERS = TimeRecognisers.addTo(new Recognisers(Map.of()));

  static Said onFriday(String language, String text) {
    return new Said(language, text, FRIDAY);
  }

  List<EntitySpan> find(String type) {
    return RECOGNISERS.byType().get(type).find(text, new Language(language), reference());
  }

  List<EntitySpan> findAll() {
    return TimeRecognisers.findAll(text, new Language(language), reference());
  }

  private Reference reference() {
    return new Reference(moment.toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L, 0);
  }

  /// What is found of a type, as "span = value" (and the past reading where there is one).
  String read(String type) {
    return show(find(type));
  }

  /// The same where the type was just asked for.
  String answer(String type) {
    return show(TimeRecognisers.findAnswer(type, text, new Language(language), reference()));
  }

  private static String show(List<EntitySpan> spans) {
    return spans.stream().map(Said::show).collect(Collectors.joining("; "));
  }

  static List<EntitySpan> withoutMoment(String language, String type, String text) {
    return RECOGNISERS.byType().get(type).find(text, new Language(language), null);
  }

  private static String show(EntitySpan span) {
    String past = span.details().get(EntitySpan.PAST);
    return span.text() + " = " + span.value() + (past == null ? "" : " or " + past);
  }
}
