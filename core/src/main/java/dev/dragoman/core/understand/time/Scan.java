package dev.dragoman.core.understand.time;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses what of a kind to report of a text: from left to right, the longest first, nothing that
/// is a piece of a longer number or word, and nothing inside what the language says means otherwise
/// (the kind with `stop` behind its name).
final class Scan {
  private static final String JOINING = "-/.:,+";
  private static final String NOT_TIME = "%$€£¥°#@";

  private final Chart chart;
  private final Tokens tokens;
  private final Grammar.Ways ways;
  private final Grammar.Ways stops;

  Scan(Chart chart, String kind) {
    this.chart = chart;
    this.tokens = chart.tokens();
    this.ways = chart.grammar().ways(kind);
    this.stops = chart.grammar().ways(kind + "stop");
  }

  List<Found> all() {
    List<Found> all = new ArrayList<>();
    int token = 0;
    while (token < tokens.size()) {
      Found best = longest(token);
      for (int at = token + 1; best != null && at < best.end(); at++) {
        Found later = longest(at);
        best = later != null && further(later, best) ? later : best;
      }
      List<Found> stop = chart.at(stops, token);
      boolean stopped = !stop.isEmpty() && (best == null || stop.getFirst().end() >= best.end());
      if (best != null && !stopped && !(best.sense() instanceof Sense.Never)) {
        all.add(best);
      }
      token = stopped ? stop.getFirst().end() : best == null ? token + 1 : best.end();
    }
    return all;
  }

  /// What covers the whole text, apart from signs at its end.
  @Nullable Found whole() {
    int end = tokens.size();
    while (end > 0 && tokens.is(end - 1, Tokens.Kind.SYMBOL)) {
      end--;
    }
    Found first = end > 0 ? longest(0) : null;
    return first != null && first.end() == end && !(first.sense() instanceof Sense.Never)
        ? first
        : null;
  }

  /// Whether what begins later also ends later and is longer: "on the tenth" and "tenth of May".
  private static boolean further(Found later, Found best) {
    return later.end() > best.end() && later.end() - later.start() > best.end() - best.start();
  }

  private @Nullable Found longest(int token) {
    for (Found found : chart.at(ways, token)) {
      if (startsClean(found.start()) && endsClean(found.end())) {
        return found;
      }
    }
    return null;
  }

  private boolean startsClean(int token) {
    if (!tokens.glued(token) || tokens.is(token, Tokens.Kind.HAN)) {
      return true;
    }
    if (tokens.is(token - 1, Tokens.Kind.SYMBOL)) {
      String sign = tokens.word(token - 1);
      boolean joined = JOINING.contains(sign) && tokens.is(token - 2, Tokens.Kind.NUMBER);
      boolean number = tokens.is(token, Tokens.Kind.NUMBER);
      return !(number && tokens.glued(token - 1) && joined) && !NOT_TIME.contains(sign);
    }
    return tokens.is(token - 1, Tokens.Kind.HAN);
  }

  private boolean endsClean(int end) {
    if (!tokens.glued(end) || tokens.is(end, Tokens.Kind.HAN)) {
      return true;
    }
    if (tokens.is(end, Tokens.Kind.SYMBOL)) {
      String sign = tokens.word(end);
      boolean goesOn =
          JOINING.contains(sign) && tokens.glued(end + 1) && tokens.is(end + 1, Tokens.Kind.NUMBER);
      boolean number = tokens.is(end - 1, Tokens.Kind.NUMBER);
      return !(number && (goesOn || NOT_TIME.contains(sign)));
    }
    return tokens.is(end - 1, Tokens.Kind.HAN);
  }
}
