package dev.dragoman.server.api;

import dev.dragoman.core.model.Ids;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import dev.dragoman.server.people.Credential;
import java.util.Optional;
import java.util.function.Function;

/// A request that was let in, with the key it came with.
record Call(Request request, Credential credential) {
  int workspace() {
    return credential.workspace();
  }

  /// The id in the path; an id of the wrong form is nobody's.
  Optional<String> id(String place) {
    return Optional.of(request.place(place)).filter(Ids::isObjectId);
  }

  /// Whether the key is for all bots or for this one; an agent sees whatever rooms there are.
  boolean sees(String botId) {
    return credential.kind() == Credential.Kind.AGENT
        || credential.subject() == null
        || credential.subject().equals(botId);
  }

  /// Reads the body and answers with what was read.
  <T> Response read(Function<Fields, Decoded<T>> reader, Function<T, Response> answer) {
    return switch (Json.read(request.body())) {
      case JsonRead.Refused(var problem) -> Problems.notJson(problem);
      case JsonRead.Read(var body) ->
          switch (reader.apply(Fields.of(body))) {
            case Decoded.Defective<T>(var defects) -> Problems.invalid(defects);
            case Decoded.Whole<T>(var whole) -> answer.apply(whole);
          };
    };
  }
}
