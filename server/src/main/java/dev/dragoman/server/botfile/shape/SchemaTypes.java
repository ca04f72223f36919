package dev.dragoman.server.botfile.shape;

import static dev.dragoman.server.botfile.shape.SchemaWriter.type;
import static dev.dragoman.server.botfile.shape.SchemaWriter.typed;

import dev.dragoman.core.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The words that stand for types in the tables of keys, as schemas.
final class SchemaTypes {
  private SchemaTypes() {}

  static Map<String, Value> named() {
    Map<String, Value> named = new LinkedHashMap<>();
    scalars(named);
    texts(named);
    compounds(named);
    return named;
  }

  private static void scalars(Map<String, Value> named) {
    named.put("text", kinds("string", "number", "boolean"));
    named.put("scalar", kinds("string", "number", "boolean"));
    named.put("truth", typed("boolean").build());
    named.put("number", typed("number").build());
    named.put("whole", typed("integer").build());
    named.put("share", typed("number").put("minimum", 0).put("maximum", 1).build());
    named.put("object", typed("object").build());
    named.put("any", Value.Obj.EMPTY);
    named.put("id", pattern("^[0-9a-fA-F]{24}$"));
    named.put("language", pattern("^[a-z]{2,3}$"));
    named.put("duration", pattern("^([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?$"));
    named.put("date", pattern("^([0-9]{4}-[0-9]{2}-[0-9]{2}|today)$"));
  }

  private static void texts(Map<String, Value> named) {
    named.put("texts", type("text|list:text"));
    named.put("languages", type("language|list:language"));
    named.put("perLanguage", byLanguage("text"));
    named.put("phrase", type("text|perLanguage"));
    named.put("say", type("text|list:phrase|sayPerLanguage"));
    named.put("sayPerLanguage", byLanguage("texts"));
    named.put("examples", type("texts|examplesPerLanguage"));
    named.put("examplesPerLanguage", byLanguage("texts"));
    named.put("exampleList", typed("array").put("items", SchemaWriter.ref("text")).build());
    named.put("range", type("text|list:any"));
  }

  private static Value byLanguage(String type) {
    return typed("object")
        .put("patternProperties", Value.Obj.of("^[a-z]{2,3}$", SchemaWriter.ref(type)))
        .put("additionalProperties", false)
        .put("minProperties", 1)
        .build();
  }

  private static void compounds(Map<String, Value> named) {
    named.put("full", typed("object").put("required", Value.List.of(Value.of("type"))).build());
    named.put("go", type("text|full"));
    named.put("do", type("step-action|list:step-action"));
    named.put("step-action", type("text|@action|full"));
    named.put("arrows", type("any-arrow|list:any-arrow"));
    named.put("any-arrow", type("text|@arrow|full"));
    named.put("conditions", type("@condition|list:@condition"));
    named.put("buttons", type("list:any-button|map:go"));
    named.put("any-button", type("text|@button|full"));
    named.put("answers", type("list:any-answer|map:named-answer"));
    named.put("any-answer", type("text|@answer"));
    named.put("named-answer", type("text|none|@answer"));
    named.put("none", typed("null").build());
    named.put("intent-entry", type("exampleList|@intent"));
    named.put("parameter-entry", type("text|@parameter"));
    named.put("entity-entry", type("list:text|map:synonyms"));
    named.put("synonyms", type("texts|none|examplesPerLanguage"));
    named.put("value-entry", type(Shapes.VALUE_TYPES + "|@value"));
    named.put("choice-entry", type("text|@choice"));
  }

  private static Value kinds(String... kinds) {
    List<Value> names = List.of(kinds).stream().<Value>map(Value::of).toList();
    return Value.Obj.of("type", new Value.List(names));
  }

  private static Value pattern(String pattern) {
    return typed("string").put("pattern", pattern).build();
  }
}
