package dev.dragoman.server.api;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/// Which edition of something a client changes: told as `ETag`, asked for by `If-Match`.
///
/// @param tag the entity tag, with its quotes
record Edition(String tag) {
  private static final String ANY = "*";
  private static final int TAG_BYTES = 8;

  static Edition of(Object version) {
    return new Edition("\"" + version + "\"");
  }

  /// The edition of something that has no version: what stands in it.
  static Edition ofContent(Value content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Json.write(content));
      return of(HexFormat.of().formatHex(digest, 0, TAG_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The answer with this tag.
  Response on(Response answer) {
    return answer.with("ETag", tag);
  }

  /// Whether the request has another edition in mind; one that names none has all in mind.
  boolean isStale(Call call) {
    return wanted(call)
        .filter(list -> Stream.of(list.split(",", -1)).map(String::strip).noneMatch(this::matches))
        .isPresent();
  }

  private boolean matches(String given) {
    return given.equals(ANY) || given.equals(tag);
  }

  private static Optional<String> wanted(Call call) {
    return call.request().header("If-Match");
  }

  /// What a change is told that came too late: as asked for, or for being overtaken.
  static Response stale(Call call) {
    return wanted(call).isPresent()
        ? Problems.of(Problems.Type.STALE, "Read it again: If-Match names another edition.")
        : Problems.conflict("version", "Somebody else changed it meanwhile.");
  }
}
