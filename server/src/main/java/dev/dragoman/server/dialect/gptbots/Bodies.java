package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonLimits;
import dev.dragoman.server.json.JsonRead;
import java.util.function.Function;

/// Reads the body of a request, or says all that is wrong with it.
final class Bodies {
  private final Errors errors;

  Bodies(Errors errors) {
    this.errors = errors;
  }

  <T> Response read(
      Request request,
      JsonLimits limits,
      Function<Fields, Decoded<T>> decode,
      Function<T, Response> answer) {
    return switch (Json.read(request.body(), limits)) {
      case JsonRead.Refused(var problem) -> errors.notJson(problem);
      case JsonRead.Read(var body) ->
          switch (decode.apply(Fields.of(body))) {
            case Decoded.Defective<T>(var defects) -> errors.invalid(defects);
            case Decoded.Whole<T>(var asked) -> answer.apply(asked);
          };
    };
  }

  /// The same within the usual limits.
  <T> Response read(
      Request request, Function<Fields, Decoded<T>> decode, Function<T, Response> answer) {
    return read(request, JsonLimits.BODY, decode, answer);
  }
}
