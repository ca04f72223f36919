package dev.dragoman.server.dialect.aivo;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.Repeats;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import java.util.function.Function;

/// Reads the body of a request, or says all that is wrong with it.
final class Bodies {
  private Bodies() {}

  static <T> Response read(
      Request request, Function<Fields, Decoded<T>> decode, Function<T, Response> answer) {
    if (!request.header(Repeats.HEADER).map(Repeats::isLegal).orElse(true)) {
      return Errors.of(400, Repeats.HEADER + " " + Repeats.RULE);
    }
    return switch (Json.read(request.body())) {
      case JsonRead.Read(var body) -> decoded(body, decode, answer);
      case JsonRead.Refused(var problem) ->
          Json.read(PrintedExtra.braced(request.body())) instanceof JsonRead.Read(var body)
              ? decoded(body, decode, answer)
              : Errors.notJson(problem);
    };
  }

  private static <T> Response decoded(
      Value body, Function<Fields, Decoded<T>> decode, Function<T, Response> answer) {
    return switch (decode.apply(Fields.of(body))) {
      case Decoded.Defective<T>(var defects) -> Errors.invalid(defects);
      case Decoded.Whole<T>(var asked) -> answer.apply(asked);
    };
  }
}
