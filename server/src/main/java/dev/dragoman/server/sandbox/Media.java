package dev.dragoman.server.sandbox;

import dev.dragoman.core.model.Value;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/// Files that phones send: brought by hand, told of and fetched as the Cloud API does it, with a
/// line's token. Thread-safe.
///
/// @param isToken whether some line has this token
record Media(Predicate<String> isToken, Map<String, Kept> kept, AtomicLong count) {
  private static final String BEARER = "Bearer ";

  @SuppressWarnings("ArrayRecordComponent") // Handed on, compared by nobody.
  record Kept(String type, byte[] content) {}

  Media(Predicate<String> isToken) {
    this(isToken, new ConcurrentHashMap<>(), new AtomicLong(1_000_000));
  }

  /// `POST /sandbox/media`: the body is the file.
  Web.Answer bring(Web.Asked asked) {
    String id = Long.toString(count.incrementAndGet());
    String type = asked.headers().getOrDefault("content-type", "application/octet-stream");
    kept.put(id, new Kept(type, asked.body()));
    return Web.json(201, Value.Obj.of("id", Value.of(id)));
  }

  /// `GET /{version}/{id}`: where it is.
  Web.Answer tell(Web.Asked asked, String id) {
    Kept file = kept.get(id);
    if (file == null || !isLet(asked)) {
      return refused(file == null ? 404 : 401);
    }
    String host = asked.headers().getOrDefault("host", "127.0.0.1");
    return Web.json(
        200,
        Value.Obj.builder()
            .put("messaging_product", "whatsapp")
            .put("url", "http://" + host + "/sandbox/media/" + id)
            .put("mime_type", file.type())
            .put("file_size", file.content().length)
            .put("id", id)
            .build());
  }

  /// `GET /sandbox/media/{id}`: the file itself.
  Web.Answer give(Web.Asked asked, String id) {
    Kept file = kept.get(id);
    return file == null || !isLet(asked)
        ? refused(file == null ? 404 : 401)
        : new Web.Answer.Whole(200, file.type(), file.content());
  }

  private boolean isLet(Web.Asked asked) {
    return Optional.ofNullable(asked.headers().get("authorization"))
        .filter(given -> given.startsWith(BEARER))
        .map(given -> given.substring(BEARER.length()))
        .filter(isToken)
        .isPresent();
  }

  private static Web.Answer refused(int status) {
    return Web.json(status, Value.Obj.of("error", Value.Obj.of("code", Value.of(status))));
  }
}
