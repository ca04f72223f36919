package dev.dragoman.server.settings;

import java.util.Locale;

/// One thing an operator can set.
///
/// @param section the part of the file it stands in
/// @param name its name there, in camel case
/// @param kind what it may be
/// @param standard the default, as text
/// @param meaning one sentence for the manual
/// @param <T> the type of its value
record Setting<T>(String section, String name, Kind<T> kind, String standard, String meaning) {

  /// The name in messages, in the manual and as a flag: `http.maxBodyBytes`.
  String key() {
    return section + "." + name;
  }

  /// The environment variable: `DRAGOMAN_HTTP_MAX_BODY_BYTES`.
  String variable() {
    String words = name.replaceAll("([A-Z])", "_$1");
    return "DRAGOMAN_" + (section.replace('.', '_') + "_" + words).toUpperCase(Locale.ROOT);
  }
}
