package dev.dragoman.server.http;

import java.util.Optional;
import java.util.Set;

/// Web pages of which other origins may call a door.
///
/// Keys travel in headers that a page sets itself, so no origin is ever allowed credentials of the
/// browser.
///
/// @param allowed such as `https://shop.example`, or `*` for every origin; empty turns it off
public record Origins(Set<String> allowed) {
  static final Origins NONE = new Origins(Set.of());

  private static final String ANY = "*";
  private static final String REMEMBERED_SECONDS = "600";
  private static final int LONGEST_HEADERS = 1_000;

  /// Copies the set.
  public Origins {
    allowed = Set.copyOf(allowed);
  }

  /// The answer, readable by the page that asked if it may read it.
  Response shown(Response answer, Optional<String> origin) {
    if (allowed.isEmpty()) {
      return answer;
    }
    Response varied = answer.with("Vary", "Origin");
    return origin
        .filter(this::allows)
        .map(
            one ->
                varied
                    .with("Access-Control-Allow-Origin", one)
                    .with("Access-Control-Expose-Headers", "ETag, Location, Retry-After"))
        .orElse(varied);
  }

  /// The answer to a browser that asks before it sends; the same for one that may not.
  ///
  /// @param methods those of the path, separated by commas
  /// @param headers those that the page wants to send, as the browser lists them
  Response preflight(Response answer, String methods, Optional<String> headers) {
    if (allowed.isEmpty()) {
      return answer;
    }
    Response asked =
        answer
            .with("Access-Control-Allow-Methods", methods)
            .with("Access-Control-Max-Age", REMEMBERED_SECONDS);
    return headers
        .filter(Origins::isList)
        .map(list -> asked.with("Access-Control-Allow-Headers", list))
        .orElse(asked);
  }

  private boolean allows(String origin) {
    return allowed.contains(origin) || allowed.contains(ANY);
  }

  private static boolean isList(String headers) {
    return headers.length() <= LONGEST_HEADERS
        && headers
            .chars()
            .allMatch(c -> c == ',' || c == ' ' || c == '-' || c == '_' || isPlain(c));
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
