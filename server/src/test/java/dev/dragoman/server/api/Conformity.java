package dev.dragoman.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Holds answers against an OpenAPI document: the part of JSON Schema that the document uses.
record Conformity(Value.Obj document) {
  static final Conformity NONE = new Conformity(Value.Obj.EMPTY);

  /// An operation of the document.
  record Documented(String method, String path, Value.Obj operation) {
    String id() {
      return String.valueOf(operation.text("operationId"));
    }

    /// The names of its query parameters.
    List<String> queries() {
      List<String> names = new ArrayList<>();
      if (operation.get("parameters") instanceof Value.List(var parameters)) {
        for (Value one : parameters) {
          if (one instanceof Value.Obj parameter && "query".equals(parameter.text("in"))) {
            names.add(String.valueOf(parameter.text("name")));
          }
        }
      }
      return names;
    }

    Optional<String> bodySchema() {
      return operation.get("requestBody") instanceof Value.Obj body
          ? Optional.of(ref(schema(object(body, "content"), "application/json")))
          : Optional.empty();
    }
  }

  private static String ref(Value.Obj schema) {
    return String.valueOf(schema.text("$ref")).replace("#/components/schemas/", "");
  }

  private static Value.Obj object(Value.Obj in, String name) {
    return in.get(name) instanceof Value.Obj found ? found : Value.Obj.EMPTY;
  }

  private static Value.Obj schema(Value.Obj content, String type) {
    return object(object(content, type), "schema");
  }

  List<Documented> operations() {
    List<Documented> all = new ArrayList<>();
    object(document, "paths")
        .members()
        .forEach(
            (path, methods) ->
                ((Value.Obj) methods)
                    .members()
                    .forEach(
                        (method, operation) ->
                            all.add(
                                new Documented(
                                    method.toUpperCase(Locale.ROOT),
                                    path,
                                    (Value.Obj) operation))));
    return all;
  }

  /// The documented paths with all their methods.
  Map<String, List<String>> methods() {
    Map<String, List<String>> methods = new TreeMap<>();
    operations()
        .forEach(
            one -> methods.computeIfAbsent(one.path(), _ -> new ArrayList<>()).add(one.method()));
    return methods;
  }

  /// The answer is one that the operation is documented to give.
  void check(String method, String path, Client.Answer answer) {
    String plain = path.replaceAll("\\?.*", "");
    Optional<Documented> found =
        operations().stream()
            .filter(one -> one.method().equals(method) && matches(one.path(), plain))
            .min(java.util.Comparator.comparing(one -> one.path().contains("{")));
    if (found.isEmpty()) {
      assertThat(answer.status()).as("%s %s is not documented", method, path).isIn(404, 405);
      conforms(Value.Obj.of("$ref", Value.of("#/components/schemas/Problem")), answer.body(), "");
      return;
    }
    Value.Obj responses = object(found.get().operation(), "responses");
    Value.Obj response = object(responses, Integer.toString(answer.status()));
    assertThat(response.size())
        .as("%s %s may answer %d: %s", method, path, answer.status(), answer.raw().body())
        .isPositive();
    if (response.get("content") instanceof Value.Obj content) {
      String type = answer.raw().headers().firstValue("Content-Type").orElse("");
      String essence = type.replaceAll(";.*", "");
      assertThat(content.members()).as("%s %s", method, path).containsKey(essence);
      if (essence.endsWith("json")) {
        assertThat(violation(schema(content, essence), answer.body(), ""))
            .as("%s %s answered %s", method, path, answer.raw().body())
            .isNull();
      }
    } else {
      assertThat(answer.raw().body()).isEmpty();
    }
  }

  private static boolean matches(String template, String path) {
    return Pattern.matches(template.replaceAll("\\{[a-z]+}", "[^/]+"), path);
  }

  /// Fails unless the value is as the schema says.
  void conforms(Value.Obj schema, Value value, String at) {
    assertThat(violation(schema, value, at)).isNull();
  }

  /// What is wrong with the value, or null.
  String violation(Value.Obj schema, Value value, String at) {
    if (schema.get("$ref") != null) {
      Value.Obj named = object(object(object(document, "components"), "schemas"), ref(schema));
      assertThat(named.size()).as("schema %s", schema).isPositive();
      return violation(named, value, at);
    }
    String wrong = scalar(schema, value, at);
    if (wrong == null) {
      wrong = choice(schema, value, at);
    }
    if (wrong == null && value instanceof Value.Obj object) {
      wrong = members(schema, object, at);
    }
    if (wrong == null
        && value instanceof Value.List list
        && schema.get("items") instanceof Value.Obj items) {
      for (int i = 0; wrong == null && i < list.size(); i++) {
        wrong = violation(items, list.get(i), at + "[" + i + "]");
      }
    }
    return wrong;
  }

  private static String scalar(Value.Obj schema, Value value, String at) {
    Value type = schema.get("type");
    if (type != null) {
      List<Value> allowed = type instanceof Value.List(var types) ? types : List.of(type);
      if (allowed.stream().noneMatch(one -> is(((Value.Text) one).text(), value))) {
        return at + " is no " + type;
      }
    }
    if (schema.get("const") != null && !value.equals(schema.get("const"))) {
      return at + " is not " + schema.get("const");
    }
    if (schema.get("enum") instanceof Value.List(var allowed) && !allowed.contains(value)) {
      return at + " is none of " + allowed;
    }
    String pattern = schema.text("pattern");
    return pattern != null
            && value instanceof Value.Text(var text)
            && !Pattern.compile(pattern).matcher(text).find()
        ? at + " does not match " + pattern
        : null;
  }

  private static boolean is(String type, Value value) {
    return switch (value) {
      case Value.Null _ -> type.equals("null");
      case Value.Bool _ -> type.equals("boolean");
      case Value.Num number -> type.equals("number") || (type.equals("integer") && number.isLong());
      case Value.Text _ -> type.equals("string");
      case Value.List _ -> type.equals("array");
      case Value.Obj _ -> type.equals("object");
    };
  }

  private String choice(Value.Obj schema, Value value, String at) {
    for (String name : List.of("oneOf", "anyOf")) {
      if (schema.get(name) instanceof Value.List(var branches)) {
        List<String> wrong = new ArrayList<>();
        for (Value branch : branches) {
          String one = violation((Value.Obj) branch, value, at);
          if (one != null) {
            wrong.add(one);
          }
        }
        int fitting = branches.size() - wrong.size();
        if (fitting == 0 || (name.equals("oneOf") && fitting > 1)) {
          return at + " fits " + fitting + " branches: " + wrong;
        }
      }
    }
    return null;
  }

  private String members(Value.Obj schema, Value.Obj object, String at) {
    if (schema.get("required") instanceof Value.List(var required)) {
      for (Value name : required) {
        if (object.get(((Value.Text) name).text()) == null) {
          return at + " lacks " + name;
        }
      }
    }
    Value.Obj properties = object(schema, "properties");
    for (var member : object.members().entrySet()) {
      String here = at + "." + member.getKey();
      Value rule = properties.get(member.getKey());
      Value known = rule == null ? schema.get("additionalProperties") : rule;
      if (known instanceof Value.Bool(boolean allowed) && !allowed) {
        return here + " is not documented";
      }
      String wrong =
          known instanceof Value.Obj inner ? violation(inner, member.getValue(), here) : null;
      if (wrong != null) {
        return wrong;
      }
    }
    return null;
  }
}
