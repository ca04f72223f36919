package dev.dragoman.server.api;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import dev.dragoman.server.people.Credential;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The description of the API: OpenAPI 3.1, made of the operations that are routed and of the
/// schemas beside this class.
final class Docs {
  private static final String SCHEMAS = "schemas.json";
  private static final String PROBLEM = "#/components/schemas/Problem";

  private final byte[] document;
  private final byte[] page;

  Docs(List<Operation> operations) {
    this.document = Json.write(openApi(operations));
    this.page = DocsPage.of(operations);
  }

  Response document(Request request) {
    return Response.json(200, document);
  }

  Response page(Request request) {
    return Response.of(200, "text/html; charset=utf-8", page)
        .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
  }

  private static Value.Obj openApi(List<Operation> operations) {
    Value.Obj info =
        Value.Obj.builder()
            .put("title", "Dragoman")
            .put("version", "1")
            .put("description", "The native API of Dragoman, an open conversation server.")
            .put(
                "license",
                Value.Obj.builder()
                    .put("name", "Apache-2.0")
                    .put("identifier", "Apache-2.0")
                    .build())
            .build();
    Value.Obj key = Value.Obj.builder().put("type", "http").put("scheme", "bearer").build();
    Value.Obj components =
        Value.Obj.builder()
            .put("schemas", schemas())
            .put("securitySchemes", Value.Obj.of("key", key))
            .build();
    return Value.Obj.builder()
        .put("openapi", "3.1.0")
        .put("info", info)
        .put("servers", Value.List.of(Value.Obj.of("url", Value.of(ApiDoor.PREFIX))))
        .put("security", Value.List.of(Value.Obj.of("key", Value.List.EMPTY)))
        .put("paths", paths(operations))
        .put("components", components)
        .build();
  }

  private static Value.Obj schemas() {
    try (InputStream file =
        Objects.requireNonNull(Docs.class.getResourceAsStream(SCHEMAS), SCHEMAS)) {
      return Json.read(file.readAllBytes()) instanceof JsonRead.Read(Value.Obj schemas)
          ? schemas
          : Value.Obj.EMPTY;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Value.Obj paths(List<Operation> operations) {
    Map<String, ObjBuilder> paths = new TreeMap<>();
    operations.stream()
        .sorted(Comparator.comparing(Operation::method))
        .forEach(
            one ->
                paths
                    .computeIfAbsent(one.path(), _ -> Value.Obj.builder())
                    .put(one.method().toLowerCase(Locale.ROOT), operation(one)));
    ObjBuilder all = Value.Obj.builder();
    paths.forEach((path, methods) -> all.put(path, methods.build()));
    return all.build();
  }

  private static Value.Obj operation(Operation operation) {
    ObjBuilder written =
        Value.Obj.builder()
            .put("operationId", operation.named().id())
            .put("tags", Value.List.of(Value.of(operation.named().tag())))
            .put("summary", operation.named().summary())
            .put("description", "Keys: " + kinds(operation) + ".")
            .put("parameters", new Value.List(parameters(operation)));
    String body = operation.traffic().body();
    if (body != null) {
      written.put(
          "requestBody",
          Value.Obj.builder()
              .put("required", true)
              .put("content", content("application/json", "#/components/schemas/" + body))
              .build());
    }
    return written.put("responses", responses(operation)).build();
  }

  static String kinds(Operation operation) {
    return String.join(
        ", ",
        operation.kinds().stream()
            .map(Credential.Kind::name)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList());
  }

  private static List<Value> parameters(Operation operation) {
    List<Value> parameters = new ArrayList<>();
    for (String part : operation.path().split("/")) {
      if (part.startsWith("{")) {
        String name = part.substring(1, part.length() - 1);
        String schema =
            switch (name) {
              case "version", "number" -> "VersionNumber";
              case "name" -> "SecretName";
              default -> "Id";
            };
        parameters.add(parameter(new Operation.Parameter(name, "path", "", schema), true));
      }
    }
    operation.traffic().parameters().forEach(one -> parameters.add(parameter(one, false)));
    return parameters;
  }

  private static Value.Obj parameter(Operation.Parameter parameter, boolean required) {
    return Value.Obj.builder()
        .put("name", parameter.name())
        .put("in", parameter.in())
        .put("description", parameter.description())
        .put("required", required)
        .put("schema", ref("#/components/schemas/" + parameter.schema()))
        .build();
  }

  private static Value.Obj responses(Operation operation) {
    Operation.Traffic traffic = operation.traffic();
    ObjBuilder responses = Value.Obj.builder();
    ObjBuilder good = Value.Obj.builder().put("description", operation.named().summary());
    if (traffic.answer() != null) {
      good.put(
          "content",
          content(
              traffic.streams() ? "text/event-stream" : "application/json",
              "#/components/schemas/" + traffic.answer()));
    }
    responses.put(Integer.toString(traffic.status()), good.build());
    for (Problems.Type type : Problems.Type.values()) {
      if (happens(operation, type)) {
        responses.put(Integer.toString(type.status), problem(type));
      }
    }
    return responses.build();
  }

  /// Which problems an operation may answer with.
  private static boolean happens(Operation operation, Problems.Type type) {
    Operation.Traffic traffic = operation.traffic();
    boolean body = traffic.body() != null;
    return switch (type) {
      case UNAUTHORIZED, FORBIDDEN, MALFORMED, INTERNAL -> true;
      case NOT_FOUND -> operation.path().contains("{") || !traffic.parameters().isEmpty();
      case UNSUPPORTED_MEDIA_TYPE -> body;
      case TOO_LARGE -> body || traffic.turn();
      case INVALID -> body || !traffic.parameters().isEmpty();
      case CONFLICT -> body || traffic.turn();
      case TOO_MANY_REQUESTS -> traffic.turn() || traffic.streams();
      case UNAVAILABLE -> traffic.turn();
      case STALE -> traffic.parameters().contains(Operation.MATCH);
      case METHOD_NOT_ALLOWED -> false;
    };
  }

  private static Value.Obj problem(Problems.Type type) {
    return Value.Obj.builder()
        .put("description", type.title)
        .put("content", content(Problems.CONTENT_TYPE, PROBLEM))
        .build();
  }

  private static Value.Obj content(String type, String schema) {
    return Value.Obj.of(type, Value.Obj.of("schema", ref(schema)));
  }

  private static Value.Obj ref(String schema) {
    return Value.Obj.of("$ref", Value.of(schema));
  }
}
