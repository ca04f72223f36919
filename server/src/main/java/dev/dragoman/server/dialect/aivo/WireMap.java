package dev.dragoman.server.dialect.aivo;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Paths and member names of the calls that are not public (contract aivo §2.3 to §2.6, §2.8): who
/// holds the vendor's full page corrects them here, without code.
///
/// A file of the form of `wire.json`; what it leaves out stays as the contract proposes.
///
/// @param actions the words for `text`, `image` and `file`
public record WireMap(Call message, Map<String, String> actions, Call close, Call group) {
  private static final String PROPOSED = "wire.json";
  private static final int LONGEST = 200;
  private static final String MESSAGE = "message";
  private static final String CLOSE = "close";
  private static final String GROUP = "group";

  /// One call.
  ///
  /// @param request our name of a member to its name on the wire
  /// @param answer the same for what goes back, in the order of the wire
  /// @param done the word for success
  public record Call(
      String path, Map<String, String> request, Map<String, String> answer, String done) {
    /// How a member of the request is called on the wire.
    String in(String name) {
      return Objects.requireNonNull(request.get(name), name);
    }

    /// How a member of the answer is called on the wire.
    String out(String name) {
      return Objects.requireNonNull(answer.get(name), name);
    }
  }

  /// As the contract proposes.
  public static WireMap proposed() {
    try (InputStream stream = WireMap.class.getResourceAsStream(PROPOSED)) {
      return merged(stream.readAllBytes(), Value.Obj.EMPTY);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// As the contract proposes but for what this document says; throws `IllegalArgumentException`
  /// naming everything that is wrong in it.
  public static WireMap of(byte[] document) {
    try (InputStream stream = WireMap.class.getResourceAsStream(PROPOSED)) {
      return switch (Json.read(document)) {
        case JsonRead.Read(var value) -> merged(stream.readAllBytes(), value);
        case JsonRead.Refused(var problem) -> throw new IllegalArgumentException(problem.message());
      };
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static WireMap merged(byte[] proposed, Value other) {
    Fields standard = Fields.of(Json.read(proposed).orThrow());
    Fields own = Fields.of(other);
    Call message = call(standard, own, MESSAGE);
    Map<String, String> actions = names(standard.object(MESSAGE), part(own, MESSAGE), "actions");
    Call close = call(standard, own, CLOSE);
    Call group = call(standard, own, GROUP);
    own.refuseUnknown();
    if (!areFree(message.path(), close.path())) {
      own.invalidBelow("", "must have paths that differ");
    }
    return switch (own.decoded(() -> new WireMap(message, actions, close, group))) {
      case Decoded.Whole<WireMap>(var map) -> map;
      case Decoded.Defective<WireMap>(var defects) ->
          throw new IllegalArgumentException(
              defects.stream()
                  .map(defect -> defect.path() + " " + defect.message())
                  .collect(Collectors.joining("; ")));
    };
  }

  private static boolean areFree(String message, String close) {
    return Set.of(QueueRoute.PATH, AivoDoor.LOGIN, AivoDoor.LOGIN_BY_MAIL).stream()
            .noneMatch(path -> path.equals(message) || path.equals(close))
        && !message.equals(close);
  }

  private static Fields part(Fields own, String name) {
    Fields part = own.optionalObject(name);
    return part == null ? Fields.of(Value.Obj.EMPTY) : part;
  }

  private static Call call(Fields standard, Fields own, String name) {
    Fields proposed = standard.object(name);
    Fields given = part(own, name);
    String path = given.optionalText("path", 2, LONGEST);
    if (path != null && !path.matches("/[!-z&&[^{}?#*]]+")) {
      given.invalid("path", "must be a path that begins with /");
    }
    String done = given.optionalText("done", 1, LONGEST);
    Call call =
        new Call(
            path == null ? proposed.text("path", 2, LONGEST) : path,
            names(proposed, given, "request"),
            names(proposed, given, "answer"),
            Objects.requireNonNullElse(
                done == null ? proposed.optionalText("done", 1, LONGEST) : done, ""));
    if (name.equals(MESSAGE)) {
      given.optional("actions");
    }
    given.refuseUnknown();
    return call;
  }

  /// The names of the proposal, each replaced by what is given for it.
  private static Map<String, String> names(Fields proposed, Fields given, String part) {
    Map<String, String> names = new LinkedHashMap<>();
    Fields standard = proposed.optionalObject(part);
    Fields own = given.optionalObject(part);
    if (standard != null) {
      for (String name : standard.source().members().keySet()) {
        String other = own == null ? null : own.optionalText(name, 1, LONGEST);
        names.put(name, other == null ? standard.text(name, 1, LONGEST) : other);
      }
    }
    if (own != null) {
      own.refuseUnknown();
    }
    if (new HashSet<>(names.values()).size() < names.size()) {
      given.invalid(part, "must not use a name twice");
    }
    return names;
  }
}
