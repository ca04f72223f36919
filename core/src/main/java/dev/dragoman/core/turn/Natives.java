package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.bot.Template.ClockField;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Value;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Values nobody has to set (contract treble §5.5). A session's own value of the same name goes
/// before them in conditions.
///
/// | name | what |
/// |---|---|
/// | `time`, `date`, `weekday` | of the moment, by the bot's clock |
/// | `country_code` | of the contact's number, with its plus |
/// | `inbound` | the words that began the story; kept as a session value where a bot reads it |
final class Natives {
  /// The attribute that holds what `country_code` shows.
  static final String COUNTRY_CODE = "countryCode";

  /// The session value that holds the words a story began with.
  static final String INBOUND = "inbound";

  private Natives() {}

  /// The session's value of that name, else the native one, else null.
  static @Nullable Value value(String key, Run run) {
    Value own = run.session().values().get(key);
    return own != null || !Template.NATIVE.contains(key) ? own : nativeValue(key, run);
  }

  private static @Nullable Value nativeValue(String key, Run run) {
    return switch (key) {
      case "time" -> Value.of(clock(ClockField.TIME, run));
      case "date" -> Value.of(clock(ClockField.DATE, run));
      case "weekday" -> Value.of(clock(ClockField.WEEKDAY, run));
      case "country_code" -> run.facts().attributes().get(COUNTRY_CODE);
      default -> null;
    };
  }

  /// A reading of the bot's clock: in its zone and the contact's language, or as the treble dialect
  /// has it, in GMT and with weekdays from 1, Monday, to 7.
  static String clock(ClockField field, Run run) {
    boolean gmt = run.clock() == Settings.Clock.GMT;
    LocalDateTime now = gmt ? at(run.moment, 0) : local(run.moment);
    return switch (field) {
      case TIME -> "%02d:%02d".formatted(now.getHour(), now.getMinute());
      case DATE -> now.toLocalDate().toString();
      case WEEKDAY -> {
        DayOfWeek day = now.getDayOfWeek();
        Locale language = Locale.forLanguageTag(run.session().language());
        yield gmt ? Integer.toString(day.getValue()) : day.getDisplayName(TextStyle.FULL, language);
      }
    };
  }

  /// The moment in the bot's zone.
  static LocalDateTime local(Moment moment) {
    return at(moment, moment.offsetSeconds());
  }

  private static LocalDateTime at(Moment moment, int offsetSeconds) {
    return LocalDateTime.ofInstant(
        Instant.ofEpochSecond(moment.epochSeconds()), ZoneOffset.ofTotalSeconds(offsetSeconds));
  }
}
