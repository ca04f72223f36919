package dev.dragoman.core.understand.entity;

import dev.dragoman.core.model.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds web addresses: with a scheme, or a bare host name whose ending is known. The value is the
/// address in lower case.
final class UrlRecogniser implements Recogniser {
  static final String TYPE = "url";

  private static final List<String> SCHEMES = List.of("https://", "http://", "ftp://");
  private static final String CLOSING = ".,;:!?'\"*_~";

  @Override
  public List<EntitySpan> find(String text, Language language, @Nullable Reference reference) {
    return find(text);
  }

  static List<EntitySpan> find(String text) {
    if (text.indexOf('.') < 0 && text.indexOf("://") < 0) {
      return List.of();
    }
    List<EntitySpan> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (!WebNames.isAsciiAlphanumeric(text.charAt(at))) {
        at++;
        continue;
      }
      int end = endOfUrl(text, at);
      if (end > at) {
        String url = text.substring(at, end);
        found.add(new EntitySpan(TYPE, at, end, url, url.toLowerCase(Locale.ROOT), Map.of()));
        at = end;
      } else {
        at = skip(text, at);
      }
    }
    return found;
  }

  /// Past the run of letters, digits, points and hyphens that began here and is no address.
  private static int skip(String text, int start) {
    int at = start;
    while (at < text.length() && isHostUnit(text.charAt(at))) {
      at++;
    }
    for (String scheme : SCHEMES) {
      int inside = at - scheme.indexOf(':');
      if (inside > start && text.regionMatches(true, inside, scheme, 0, scheme.length())) {
        return inside;
      }
    }
    return Math.max(at, start + 1);
  }

  private static boolean isHostUnit(char unit) {
    return WebNames.isAsciiAlphanumeric(unit) || unit == '.' || unit == '-';
  }

  private static int endOfUrl(String text, int start) {
    for (String scheme : SCHEMES) {
      if (text.regionMatches(true, start, scheme, 0, scheme.length())) {
        int host = start + scheme.length();
        int end = WebNames.endOfHost(text, host);
        return isHost(text, host, end) ? endOfPath(text, end) : start;
      }
    }
    return endOfBare(text, start);
  }

  private static boolean isHost(String text, int start, int end) {
    int point = WebNames.lastPoint(text, start, end);
    if (point <= start) {
      return end > start && text.substring(start, end).equalsIgnoreCase("localhost");
    }
    if (WebNames.isAddress(text, start, end)) {
      return true;
    }
    return end - point > 2 && Character.isLetter(text.charAt(point + 1));
  }

  private static int endOfBare(String text, int start) {
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    if (before == '@' || before == '/' || before == '.' || before == '_' || before == '-') {
      return start;
    }
    int end = WebNames.endOfHost(text, start);
    int point = WebNames.lastPoint(text, start, end);
    if (text.startsWith("://", end)
        || point <= start
        || (end < text.length() && "@_".indexOf(text.charAt(end)) >= 0)) {
      return start;
    }
    boolean named = WebNames.isKnownEnding(text.substring(point + 1, end));
    return named && hasLetterOfName(text, start, point) ? endOfPath(text, end) : start;
  }

  /// "7.am" is a time and no address.
  private static boolean hasLetterOfName(String text, int start, int point) {
    int letters = 0;
    for (int i = start; i < point; i++) {
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    return letters > 0 && point - start > 1;
  }

  private static int endOfPath(String text, int host) {
    int end = host;
    if (end < text.length() && text.charAt(end) == ':') {
      int port = end + 1;
      while (port < text.length() && Character.isDigit(text.charAt(port))) {
        port++;
      }
      end = port > end + 1 ? port : end;
    }
    if (end >= text.length() || "/?#".indexOf(text.charAt(end)) < 0) {
      return end;
    }
    int after = end;
    while (after < text.length() && isPathUnit(text.charAt(after))) {
      after++;
    }
    return withoutClosing(text, end, after);
  }

  /// Leaves to the sentence what belongs to it: its marks, and brackets it opened.
  private static int withoutClosing(String text, int start, int end) {
    int open = 0;
    for (int i = start; i < end; i++) {
      open += depth(text.charAt(i));
    }
    int after = end;
    while (after > start) {
      char last = text.charAt(after - 1);
      if (!(depth(last) < 0 && open < 0) && CLOSING.indexOf(last) < 0) {
        break;
      }
      open -= depth(last);
      after--;
    }
    return after;
  }

  private static int depth(char unit) {
    return switch (unit) {
      case '(', '[' -> 1;
      case ')', ']' -> -1;
      default -> 0;
    };
  }

  private static boolean isPathUnit(char unit) {
    return unit < 127
        ? unit > ' ' && "<>\"{}|\\^`".indexOf(unit) < 0
        : unit > 0xBF && Character.isLetter(unit) && !Letters.isHan(unit);
  }
}
