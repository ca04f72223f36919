package dev.dragoman.core.understand.entity;

import dev.dragoman.core.model.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds e-mail addresses by RFC 5321 as people use it: a dotted or quoted local part that does not
/// end in a sign, and a host name with an ending or an address in brackets.
final class EmailRecogniser implements Recogniser {
  static final String TYPE = "email";

  private static final int MAX_LOCAL = 64;
  private static final String LOCAL_SIGNS = "!#$%&'*+-/=?^_`{|}~.";

  @Override
  public List<EntitySpan> find(String text, Language language, @Nullable Reference reference) {
    List<EntitySpan> found = new ArrayList<>();
    int last = 0;
    int at = text.indexOf('@');
    while (at >= 0) {
      int start = startOfLocal(text, at, last);
      int end = endOfDomain(text, at + 1);
      if (start < at && end > at + 1) {
        String address = text.substring(start, end);
        found.add(new EntitySpan(TYPE, start, end, address, address, Map.of()));
        last = end;
      }
      at = text.indexOf('@', at + 1);
    }
    return found;
  }

  private static int startOfLocal(String text, int at, int bound) {
    if (at > bound && text.charAt(at - 1) == '"') {
      int open = at - 2;
      while (open >= bound && at - open <= MAX_LOCAL && !isOpeningQuote(text, open, bound)) {
        open--;
      }
      return open >= bound && at - open <= MAX_LOCAL ? open : at;
    }
    int start = at;
    while (start > bound && at - start <= MAX_LOCAL && isLocal(text.charAt(start - 1))) {
      start--;
    }
    if (at - start > MAX_LOCAL) {
      return at;
    }
    while (start < at
        && !WebNames.isAsciiAlphanumeric(text.charAt(start))
        && text.charAt(start) != '_') {
      start++;
    }
    boolean dots = text.substring(start, at).contains("..");
    boolean ends = start < at && endsLocal(text.charAt(at - 1));
    return dots || !ends ? at : start;
  }

  private static boolean isOpeningQuote(String text, int at, int bound) {
    return text.charAt(at) == '"'
        && (at == bound || Letters.isSpace(text.charAt(at - 1)) || text.charAt(at - 1) == '<');
  }

  private static boolean isLocal(char unit) {
    return WebNames.isAsciiAlphanumeric(unit) || LOCAL_SIGNS.indexOf(unit) >= 0;
  }

  private static boolean endsLocal(char unit) {
    return WebNames.isAsciiAlphanumeric(unit) || unit == '_' || unit == '-' || unit == '+';
  }

  private static int endOfDomain(String text, int start) {
    if (start < text.length() && text.charAt(start) == '[') {
      int close = text.indexOf(']', start);
      boolean near = close > 0 && close - start < 17;
      return near && WebNames.isAddress(text, start + 1, close) ? close + 1 : start;
    }
    int end = WebNames.endOfHost(text, start);
    int point = WebNames.lastPoint(text, start, end);
    if (point <= start || (end < text.length() && text.charAt(end) == '_')) {
      return start;
    }
    boolean ending = end - point > 2 && Character.isLetter(text.charAt(point + 1));
    return ending ? end : start;
  }
}
