package dev.dragoman.core.bot.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/// Dates as authors write them.
final class IsoDate {
  private IsoDate() {}

  static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException notADate) {
      return false;
    }
  }
}
