package dev.dragoman.server.api;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Lists page by page: `{"data": […], "next": cursor or null}`.
///
/// A cursor holds the key of the last entry shown, so that a page never repeats or skips what was
/// there all the time, whatever is added meanwhile.
final class Page {
  static final int LIMIT = 50;
  static final int MOST = 200;
  private static final int LONGEST_CURSOR = 200;

  private Page() {}

  /// What is asked of a list.
  ///
  /// @param after the key behind which to begin
  /// @param limit one more than a page shows: by it the end is known
  record Asked(String after, int limit) {}

  /// An entry and its key.
  record Entry(String key, Value shown) {}

  /// Gives at most as many entries as asked for.
  @FunctionalInterface
  interface Source {
    List<Entry> entries(Asked asked);
  }

  /// How the keys of a list look.
  ///
  /// @param start the key before the first entry
  record Keys(String start, Predicate<String> legal) {
    /// Keys that are ids.
    static final Keys IDS = new Keys("", dev.dragoman.core.model.Ids::isObjectId);
  }

  static Response of(Call call, Keys keys, Source source) {
    Optional<Integer> limit = limit(call.request().query("limit"));
    Optional<String> after = after(call.request().query("cursor"), keys);
    if (limit.isEmpty()) {
      return Problems.invalid("limit", "must be a whole number from 1 to " + MOST);
    }
    if (after.isEmpty()) {
      return Problems.invalid("cursor", "must be the next of another page of this list");
    }
    List<Entry> entries = source.entries(new Asked(after.get(), limit.get() + 1));
    return Response.json(200, Json.write(document(entries, limit.get())));
  }

  private static Value.Obj document(List<Entry> entries, int limit) {
    List<Entry> shown = entries.size() > limit ? entries.subList(0, limit) : entries;
    Value next = entries.size() > limit ? Value.of(cursor(shown.getLast().key())) : Value.Null.NULL;
    return Value.Obj.builder()
        .put("data", new Value.List(shown.stream().map(Entry::shown).toList()))
        .put("next", next)
        .build();
  }

  private static String cursor(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Optional<String> after(Optional<String> cursor, Keys keys) {
    if (cursor.isEmpty()) {
      return Optional.of(keys.start());
    }
    if (cursor.get().length() > LONGEST_CURSOR) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor.get());
      return Optional.of(new String(bytes, StandardCharsets.US_ASCII)).filter(keys.legal());
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> limit(Optional<String> given) {
    return given.isEmpty()
        ? Optional.of(LIMIT)
        : given
            .filter(text -> text.matches("[0-9]{1,3}"))
            .map(Integer::valueOf)
            .filter(limit -> limit >= 1 && limit <= MOST);
  }
}
