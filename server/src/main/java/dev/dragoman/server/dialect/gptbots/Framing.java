package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.server.http.Request;
import java.util.Locale;

/// How an event of a stream is told from the next (contract gptbots §3.5): documented samples are
/// bare lines, their prose says SSE.
public enum Framing {
  /// One JSON object per line.
  LINES("application/x-ndjson; charset=utf-8", "", "\n"),
  /// Server-sent events without names.
  SSE("text/event-stream; charset=utf-8", "data: ", "\n\n");

  private final String contentType;
  private final String before;
  private final String after;

  Framing(String contentType, String before, String after) {
    this.contentType = contentType;
    this.before = before;
    this.after = after;
  }

  String contentType() {
    return contentType;
  }

  String before() {
    return before;
  }

  String after() {
    return after;
  }

  /// The framing of one answer: SSE for who asks for it, else this one.
  Framing of(Request request) {
    String accepted = request.header("Accept").orElse("").toLowerCase(Locale.ROOT);
    return accepted.contains("text/event-stream") ? SSE : this;
  }
}
