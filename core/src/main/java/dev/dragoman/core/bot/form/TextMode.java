package dev.dragoman.core.bot.form;

/// How the texts of a written form are meant.
public enum TextMode {
  /// An author wrote it: texts are templates, may be given per language, and a member that is not
  /// known is a defect.
  AUTHOR,
  /// A webhook answered it: texts are literal, whatever braces they hold, and members that are not
  /// known are ignored.
  LITERAL
}
