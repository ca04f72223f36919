package dev.dragoman.server.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Bodies that nobody means well with: some are no JSON, some are another JSON than was asked for.
public final class Hostile {
  private static final byte[] CUT = {'{', '"', 'a', '"', ':', '"', (byte) 0xf0, (byte) 0x9f};

  private Hostile() {}

  /// What is no JSON document, or one that must not be read; by what is wrong with it.
  public static Map<String, byte[]> unreadable() {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    bodies.put("nothing", new byte[0]);
    bodies.put("a word", "hello".getBytes(UTF_8));
    bodies.put("no end", "{\"a\":1".getBytes(UTF_8));
    bodies.put("a trailing comma", "{\"a\":1,}".getBytes(UTF_8));
    bodies.put("two documents", "{} {}".getBytes(UTF_8));
    bodies.put("a comment", "{/* a */\"a\":1}".getBytes(UTF_8));
    bodies.put("single quotes", "{'a':1}".getBytes(UTF_8));
    bodies.put("no number", "{\"a\":NaN}".getBytes(UTF_8));
    bodies.put("an endless number", "{\"a\":1e999999999}".getBytes(UTF_8));
    bodies.put("one name twice", "{\"a\":1,\"a\":2}".getBytes(UTF_8));
    bodies.put("NUL", "{\"a\":\"\\u0000\"}".getBytes(UTF_8));
    bodies.put("half a surrogate pair", "{\"a\":\"\\ud83d\"}".getBytes(UTF_8));
    bodies.put("half a pair in a name", "{\"\\udc00\":1}".getBytes(UTF_8));
    bodies.put("bytes that are no UTF-8", new byte[] {'"', (byte) 0xff, '"'});
    bodies.put("UTF-8 that is cut off", CUT);
    bodies.put("overlong UTF-8", new byte[] {'"', (byte) 0xc0, (byte) 0x80, '"'});
    bodies.put("UTF-16", "{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_16));
    bodies.put("100,000 deep lists", "[".repeat(100_000).getBytes(UTF_8));
    bodies.put("100,000 deep objects", "{\"a\":".repeat(100_000).getBytes(UTF_8));
    return bodies;
  }

  /// Values that stand where something else was expected.
  private static List<Value> strangers() {
    return List.of(
        Value.Null.NULL,
        Value.of(true),
        Value.of(-1),
        Value.of(0),
        Value.of(Long.MAX_VALUE),
        new Value.Num("0.5"),
        new Value.Num("1e300"),
        new Value.Num("1" + "0".repeat(400)),
        Value.of(""),
        Value.of(" \t\r\n"),
        Value.of("../../etc/passwd"),
        Value.of("'; drop table leg; --"),
        Value.of("{{contact.name}}"),
        Value.of("\u200f\u202e😀 עברית e\u0301"),
        Value.of("x".repeat(300)),
        Value.of("x".repeat(20_000)),
        Value.of("2026-13-45T99:99:99Z"),
        Value.List.EMPTY,
        Value.List.of(Value.Null.NULL),
        Value.List.of(Value.List.EMPTY),
        Value.Obj.EMPTY,
        Value.Obj.of("a", Value.Obj.of("b", Value.of(1))));
  }

  /// The document with one value after the other replaced by each stranger, and with each member
  /// left out; by where and what.
  public static Map<String, byte[]> altered(String document) {
    Map<String, byte[]> altered = new LinkedHashMap<>();
    Value whole = Json.read(document.getBytes(UTF_8)).orThrow();
    List<Value> all = new ArrayList<>();
    alter(whole, all);
    for (Value one : all) {
      byte[] written = Json.write(one);
      String text = new String(written, UTF_8);
      altered.putIfAbsent(text.substring(0, Math.min(text.length(), 400)), written);
    }
    return altered;
  }

  private static void alter(Value value, List<Value> into) {
    into.addAll(strangers());
    switch (value) {
      case Value.Obj object ->
          object
              .members()
              .forEach(
                  (name, member) -> {
                    List<Value> others = new ArrayList<>();
                    alter(member, others);
                    others.forEach(other -> into.add(object.with(name, other)));
                    into.add(without(object, name));
                  });
      case Value.List list -> {
        for (int i = 0; i < list.size(); i++) {
          List<Value> others = new ArrayList<>();
          alter(list.get(i), others);
          for (Value other : others) {
            List<Value> items = new ArrayList<>(list.items());
            items.set(i, other);
            into.add(new Value.List(items));
          }
        }
      }
      case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ -> {}
    }
  }

  private static Value without(Value.Obj object, String name) {
    var rest = Value.Obj.builder();
    object
        .members()
        .forEach(
            (key, value) -> {
              if (!key.equals(name)) {
                rest.put(key, value);
              }
            });
    return rest.build();
  }
}
