package dev.dragoman.core.understand.entity;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Reads host names, and knows the endings people write without `https://` before them.
final class WebNames {
  private static final Set<String> ENDINGS = endings();
  private static final int MAX_LABEL = 63;
  private static final int MAX_HOST = 253;

  private WebNames() {}

  /// Whether an unadorned name with this ending is meant as an address: countries and the common
  /// generic ones.
  static boolean isKnownEnding(String label) {
    return ENDINGS.contains(label.toLowerCase(Locale.ROOT));
  }

  static boolean isAsciiAlphanumeric(char unit) {
    return unit < 128 && Character.isLetterOrDigit(unit);
  }

  /// The offset after the host name that begins here, or the same offset when none does. Labels
  /// hold letters, digits and inner hyphens; the last one may be of any script.
  static int endOfHost(String text, int start) {
    int end = start;
    int at = start;
    while (at < text.length() && at - start < MAX_HOST) {
      int label = endOfLabel(text, at);
      if (label == at) {
        break;
      }
      end = label;
      if (label >= text.length() || text.charAt(label) != '.') {
        break;
      }
      at = label + 1;
    }
    return end;
  }

  /// The offset of the last point between two offsets, or -1.
  static int lastPoint(String text, int start, int end) {
    int at = end - 1;
    while (at >= start && text.charAt(at) != '.') {
      at--;
    }
    return at < start ? -1 : at;
  }

  private static int endOfLabel(String text, int start) {
    int end = start;
    while (end < text.length()
        && end - start <= MAX_LABEL
        && (isAsciiAlphanumeric(text.charAt(end)) || text.charAt(end) == '-')) {
      end++;
    }
    while (end > start && text.charAt(end - 1) == '-') {
      end--;
    }
    boolean bad = end == start || text.charAt(start) == '-' || end - start > MAX_LABEL;
    return bad ? start : end;
  }

  /// Whether the text between two offsets is four numbers below 256 with points between.
  static boolean isAddress(String text, int start, int end) {
    int numbers = 0;
    int value = -1;
    for (int i = start; i <= end; i++) {
      char unit = i < end ? text.charAt(i) : '.';
      if (unit == '.' && value >= 0) {
        numbers++;
        value = -1;
      } else if (unit >= '0' && unit <= '9' && value < 256) {
        value = Math.max(value, 0) * 10 + unit - '0';
      } else {
        return false;
      }
      if (value > 255) {
        return false;
      }
    }
    return numbers == 4;
  }

  private static Set<String> endings() {
    String generic =
        """
        com org net edu gov mil int info biz name pro aero coop museum mobi jobs travel app dev
        page cloud online site store shop tech blog wiki news live email chat agency academy bank
        club digital games group guru health help host link media money network ninja one party
        photo photos press review run school science services software solutions space studio
        support systems team today tools top tv video vip web work works world xyz zone
        """;
    String countries =
        """
        ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br
        bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz
        ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw
        gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw
        ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu
        mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt
        pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc
        td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws
        ye yt za zm zw
        """;
    Set<String> endings = new HashSet<>();
    for (String ending : (generic + countries).split("\\s+", -1)) {
      if (!ending.isEmpty()) {
        endings.add(ending);
      }
    }
    return endings;
  }
}
