package dev.dragoman.server.botfile;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.botfile.shape.SchemaWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// Checks a value against the JSON Schema keywords that our schemas use; an unknown keyword fails.
final class SchemaCheck {
  private final Value.Obj document;

  private SchemaCheck(Value.Obj document) {
    this.document = document;
  }

  static SchemaCheck ofBot() {
    return new SchemaCheck(SchemaWriter.bot());
  }

  static SchemaCheck ofTests() {
    return new SchemaCheck(SchemaWriter.tests());
  }

  List<String> errors(Value value) {
    List<String> errors = new ArrayList<>();
    check(document.without("$schema").without("$defs").without("title"), value, "", errors);
    return errors;
  }

  private void check(Value.Obj schema, Value value, String path, List<String> errors) {
    schema
        .members()
        .forEach(
            (keyword, rule) -> {
              switch (keyword) {
                case "description", "properties", "patternProperties" -> {}
                case "$ref" -> check(definition(((Value.Text) rule).text()), value, path, errors);
                case "anyOf" -> anyOf((Value.List) rule, value, path, errors);
                case "const" -> expect(rule.equals(value), path + " must be " + rule, errors);
                case "type" -> expect(hasType(rule, value), path + " must be " + rule, errors);
                case "pattern" -> pattern(((Value.Text) rule).text(), value, path, errors);
                case "minimum", "maximum" -> bound(keyword, (Value.Num) rule, value, path, errors);
                case "minProperties" ->
                    expect(!(value instanceof Value.Obj o && o.size() == 0), path, errors);
                case "required" -> required((Value.List) rule, value, path, errors);
                case "items" -> items((Value.Obj) rule, value, path, errors);
                case "additionalProperties" -> members(schema, rule, value, path, errors);
                default -> throw new IllegalStateException("unknown keyword " + keyword);
              }
            });
  }

  private static void expect(boolean holds, String message, List<String> errors) {
    if (!holds) {
      errors.add(message);
    }
  }

  private Value.Obj definition(String reference) {
    Value.Obj definitions = (Value.Obj) Objects.requireNonNull(document.get("$defs"));
    return (Value.Obj)
        Objects.requireNonNull(
            definitions.get(reference.substring("#/$defs/".length())), reference);
  }

  private void anyOf(Value.List options, Value value, String path, List<String> errors) {
    boolean fits =
        options.items().stream()
            .anyMatch(
                option -> {
                  List<String> inner = new ArrayList<>();
                  check((Value.Obj) option, value, path, inner);
                  return inner.isEmpty();
                });
    expect(fits, path + " fits none of " + options.size() + " forms", errors);
  }

  private static boolean hasType(Value rule, Value value) {
    if (rule instanceof Value.List(var any)) {
      return any.stream().anyMatch(one -> hasType(one, value));
    }
    return switch (((Value.Text) rule).text()) {
      case "object" -> value instanceof Value.Obj;
      case "array" -> value instanceof Value.List;
      case "string" -> value instanceof Value.Text;
      case "boolean" -> value instanceof Value.Bool;
      case "null" -> value instanceof Value.Null;
      case "number" -> value instanceof Value.Num;
      case "integer" -> value instanceof Value.Num number && number.isLong();
      default -> throw new IllegalStateException(rule.toString());
    };
  }

  private static void pattern(String pattern, Value value, String path, List<String> errors) {
    if (value instanceof Value.Text(var text)) {
      expect(Pattern.compile(pattern).matcher(text).find(), path + " !~ " + pattern, errors);
    }
  }

  private static void bound(
      String keyword, Value.Num bound, Value value, String path, List<String> errors) {
    if (value instanceof Value.Num number) {
      int order = number.compare(bound);
      expect(keyword.equals("minimum") ? order >= 0 : order <= 0, path + " " + keyword, errors);
    }
  }

  private static void required(Value.List names, Value value, String path, List<String> errors) {
    if (value instanceof Value.Obj object) {
      for (Value name : names.items()) {
        String key = ((Value.Text) name).text();
        expect(object.get(key) != null, path + "." + key + " is required", errors);
      }
    }
  }

  private void items(Value.Obj rule, Value value, String path, List<String> errors) {
    if (value instanceof Value.List(var items)) {
      for (int i = 0; i < items.size(); i++) {
        check(rule, items.get(i), path + "[" + i + "]", errors);
      }
    }
  }

  private void members(
      Value.Obj schema, Value rest, Value value, String path, List<String> errors) {
    if (!(value instanceof Value.Obj object)) {
      return;
    }
    Value.Obj properties = schema.get("properties") instanceof Value.Obj o ? o : Value.Obj.EMPTY;
    Value.Obj patterns =
        schema.get("patternProperties") instanceof Value.Obj o ? o : Value.Obj.EMPTY;
    for (Map.Entry<String, Value> member : object.members().entrySet()) {
      String below = path + "." + member.getKey();
      List<Value> rules = new ArrayList<>();
      if (properties.get(member.getKey()) != null) {
        rules.add(properties.get(member.getKey()));
      }
      patterns
          .members()
          .forEach(
              (pattern, rule) -> {
                if (Pattern.compile(pattern).matcher(member.getKey()).find()) {
                  rules.add(rule);
                }
              });
      if (rules.isEmpty()) {
        rules.add(rest);
      }
      for (Value rule : rules) {
        if (rule instanceof Value.Bool(var allowed)) {
          expect(allowed, below + " is not known", errors);
        } else {
          check((Value.Obj) rule, member.getValue(), below, errors);
        }
      }
    }
  }
}
