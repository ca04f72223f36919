package dev.dragoman.server.botfile.shape;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes the JSON Schema (2020-12) of bot files, or of conversation tests, from the same table of
/// keys that their reader uses.
public final class SchemaWriter {
  private static final String DEFINITIONS = "#/$defs/";

  private SchemaWriter() {}

  /// The schema of a bot file.
  public static Value.Obj bot() {
    return document("A Dragoman bot", ref("bot"), Shapes.all());
  }

  /// The schema of a file of conversation tests.
  public static Value.Obj tests() {
    Value.Obj list = typed("array").put("items", ref("conversation")).build();
    return document("Conversation tests of a Dragoman bot", list, TestShapes.all());
  }

  private static Value.Obj document(String title, Value.Obj top, List<Shape> shapes) {
    Map<String, Value> known = new LinkedHashMap<>();
    shapes.forEach(shape -> known.put(shape.name(), object(shape)));
    known.putAll(SchemaTypes.named());
    Set<String> used = new HashSet<>();
    collect(top, known, used);
    ObjBuilder definitions = Value.Obj.builder();
    known.forEach(
        (name, schema) -> {
          if (used.contains(name)) {
            definitions.put(name, schema);
          }
        });
    return Value.Obj.builder()
        .put("$schema", "https://json-schema.org/draft/2020-12/schema")
        .put("title", title)
        .setAll(top)
        .put("$defs", definitions.build())
        .build();
  }

  /// The definitions a schema needs, directly or through others.
  private static void collect(Value schema, Map<String, Value> known, Set<String> used) {
    switch (schema) {
      case Value.Obj object -> {
        String ref = object.text("$ref");
        String name = ref == null ? null : ref.substring(DEFINITIONS.length());
        Value definition = name == null ? null : known.get(name);
        if (definition != null && used.add(name)) {
          collect(definition, known, used);
        }
        object.members().values().forEach(member -> collect(member, known, used));
      }
      case Value.List(var items) -> items.forEach(item -> collect(item, known, used));
      case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ -> {}
    }
  }

  private static Value.Obj object(Shape shape) {
    ObjBuilder properties = Value.Obj.builder();
    shape
        .keys()
        .values()
        .forEach(
            key ->
                properties.put(
                    key.name(),
                    Value.Obj.builder()
                        .put("description", key.doc())
                        .setAll(type(key.type()))
                        .build()));
    ObjBuilder object = typed("object").put("description", shape.doc());
    object.put("properties", properties.build());
    if (shape.name().equals("intent")) {
      object.put(
          "patternProperties", Value.Obj.of("^(?!id$)[a-z]{2,3}$", type(Shapes.EXAMPLE_LANGUAGE)));
    }
    if (!shape.required().isEmpty()) {
      object.put(
          "required",
          new Value.List(shape.required().stream().sorted().<Value>map(Value::of).toList()));
    }
    return object.put("additionalProperties", false).build();
  }

  /// The schema of a type as a key names it: words joined by `|`.
  static Value.Obj type(String type) {
    List<Value.Obj> parts = Arrays.stream(type.split("\\|")).map(SchemaWriter::one).toList();
    return parts.size() == 1 ? parts.getFirst() : anyOf(parts);
  }

  private static Value.Obj one(String word) {
    if (word.startsWith("@")) {
      return ref(word.substring(1));
    }
    if (word.startsWith("=")) {
      String constant = word.substring(1);
      return Value.Obj.of("const", constant.equals("true") ? Value.of(true) : Value.of(constant));
    }
    if (word.startsWith("list:")) {
      return typed("array").put("items", one(word.substring(5))).build();
    }
    if (word.startsWith("map:")) {
      return typed("object").put("additionalProperties", one(word.substring(4))).build();
    }
    return ref(word);
  }

  static Value.Obj anyOf(List<Value.Obj> parts) {
    return Value.Obj.of("anyOf", new Value.List(List.copyOf(parts)));
  }

  static Value.Obj ref(String name) {
    return Value.Obj.of("$ref", Value.of(DEFINITIONS + name));
  }

  static ObjBuilder typed(String type) {
    return Value.Obj.builder().put("type", type);
  }
}
