package dev.dragoman.core.understand.closed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the well-formed JSON of the acceptance set into maps, lists, strings, numbers and null.
final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  @SuppressWarnings("unchecked") // every line of the set is an object
  static Map<String, Object> object(String line) {
    return (Map<String, Object>) new Json(line).value();
  }

  private Object value() {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 'n' -> nothing();
      default -> number();
    };
  }

  private char peek() {
    while (text.charAt(at) == ' ') {
      at++;
    }
    return text.charAt(at);
  }

  private boolean takes(char sign) {
    boolean here = peek() == sign;
    at += here ? 1 : 0;
    return here;
  }

  private void expect(char sign) {
    if (!takes(sign)) {
      throw new IllegalStateException("no " + sign + " at " + at + " of " + text);
    }
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    expect('{');
    while (!takes('}')) {
      peek();
      String name = string();
      expect(':');
      members.put(name, value());
      takes(',');
    }
    return members;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    expect('[');
    while (!takes(']')) {
      items.add(value());
      takes(',');
    }
    return items;
  }

  private String string() {
    StringBuilder content = new StringBuilder();
    expect('"');
    while (text.charAt(at) != '"') {
      char sign = text.charAt(at++);
      content.append(sign == '\\' ? escaped() : sign);
    }
    at++;
    return content.toString();
  }

  private char escaped() {
    char sign = text.charAt(at++);
    if (sign == 'u') {
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }
    return sign == 'n' ? '\n' : sign;
  }

  private Object nothing() {
    at += 4;
    return null;
  }

  private Object number() {
    int from = at;
    while ("+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return Double.valueOf(text.substring(from, at));
  }
}
