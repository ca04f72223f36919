package dev.dragoman.core.understand.time;

/// A meaning written for machines.
///
/// @param timex TIMEX3 expression
/// @param past value of the past reading
/// @param future value of the future reading; the same when there is only one
record Reading(String timex, String past, String future) {

  static Reading of(Sense sense) {
    return switch (sense) {
      case Sense.Day day ->
          new Reading(day.timex(), day.past().toString(), day.future().toString());
      case Sense.Point point ->
          new Reading(
              point.timex(),
              PointMeanings.value(point.past()),
              PointMeanings.value(point.future()));
      case Sense.Clock clock -> single(ClockMeanings.timex(clock), ClockMeanings.value(clock));
      case Sense.Length(Amounts amounts) ->
          single(amounts.timex(), Amounts.plain(amounts.seconds()));
      case Sense.Count _, Sense.Measure _, Sense.Daytime _, Sense.DayPart _, Sense.Never _ ->
          throw new IllegalStateException("not a value: " + sense);
    };
  }

  private static Reading single(String timex, String value) {
    return new Reading(timex, value, value);
  }
}
