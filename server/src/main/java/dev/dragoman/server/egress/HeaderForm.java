package dev.dragoman.server.egress;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The form of a header that a user may have sent.
final class HeaderForm {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}");
  private static final int VALUE_MAX = 4_096;

  /// Headers that say how the message is framed or which connection it takes.
  private static final Set<String> OURS =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private HeaderForm() {}

  static Optional<String> refusal(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      return Optional.of("a header name is 1 to 128 letters, digits or - _ . characters");
    }
    var lower = name.toLowerCase(Locale.ROOT);
    if (OURS.contains(lower) || lower.startsWith("proxy-")) {
      return Optional.of("the header " + name + " is set by the server itself");
    }
    if (value.length() > VALUE_MAX) {
      return Optional.of("the header " + name + " is longer than " + VALUE_MAX + " characters");
    }
    if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7F))) {
      return Optional.of(
          "the header " + name + " holds a line break, a control character or non-ASCII text");
    }
    return Optional.empty();
  }
}
