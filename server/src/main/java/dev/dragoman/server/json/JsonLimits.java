package dev.dragoman.server.json;

import dev.dragoman.core.model.Value;

/// How much JSON is read before reading stops.
///
/// @param bytes the longest body
/// @param depth how many lists and objects may stand inside each other, at most [Value#MAX_DEPTH]
/// @param values how many values a body may hold: a megabyte of `0,` would take forty in memory
public record JsonLimits(int bytes, int depth, int values) {

  /// A request body: 1 MB, 64 deep, 100,000 values.
  public static final JsonLimits BODY = new JsonLimits(1_000_000, Value.MAX_DEPTH, 100_000);

  /// What a hook or a receiver answered: 64 KiB, 64 deep, 10,000 values.
  public static final JsonLimits ANSWER = new JsonLimits(64 * 1024, Value.MAX_DEPTH, 10_000);

  public JsonLimits {
    if (bytes < 1 || bytes >= Value.MAX_WEIGHT) {
      throw new IllegalArgumentException("bytes must be 1 to " + (Value.MAX_WEIGHT - 1));
    }
    if (depth < 1 || depth > Value.MAX_DEPTH) {
      throw new IllegalArgumentException("depth must be 1 to " + Value.MAX_DEPTH);
    }
    if (values < 1) {
      throw new IllegalArgumentException("values must be at least 1");
    }
  }
}
