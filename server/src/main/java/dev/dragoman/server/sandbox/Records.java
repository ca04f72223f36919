package dev.dragoman.server.sandbox;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import java.util.ArrayList;
import java.util.List;

/// Plays the integrator's receiver: keeps what it got, newest last, and answers 200 with an empty
/// object. Thread-safe; keeps the last [#MOST].
final class Records {
  static final int MOST = 100_000;

  private final List<Value.Obj> got = new ArrayList<>();

  synchronized void add(Web.Asked asked, long atMillis) {
    if (got.size() >= MOST) {
      got.removeFirst();
    }
    ObjBuilder headers = Value.Obj.builder();
    asked.headers().forEach(headers::put);
    got.add(
        Value.Obj.builder()
            .put("at", atMillis)
            .put("method", asked.method())
            .put("path", asked.path())
            .put("headers", headers.build())
            .put("body", legal(asked.text()))
            .build());
  }

  private static String legal(String text) {
    return Value.Text.firstIllegal(text) < 0 ? text : text.replace('\0', '?');
  }

  synchronized Value.List list(String path) {
    return new Value.List(
        got.stream()
            .filter(one -> Chats.text(one, "path").startsWith(path))
            .<Value>map(o -> o)
            .toList());
  }

  synchronized void clear() {
    got.clear();
  }
}
