package dev.dragoman.bench;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/// The native API with the administrator's key: makes what a part of the lab needs.
final class Office {
  /// Answers every text with one message.
  static final String ECHO =
      """
      bot: echo
      language: en
      stories: { any: { on: general-fallback, steps: { one: { say: "Heard." } } } }
      """;

  private static final String PREFIX = "/api/v1";

  private final ServerProcess.Ready server;

  Office(ServerProcess.Ready server) {
    this.server = server;
  }

  /// A request of the API, ready to be sent.
  static byte[] post(String path, String headers, Value body) {
    return HttpLine.post(PREFIX + path, Nodes.ADMIN_KEY, headers, text(body));
  }

  private static String text(Value body) {
    return new String(Json.write(body), java.nio.charset.StandardCharsets.UTF_8);
  }

  /// Publishes a bot of one file and returns its id.
  String publish(String file) throws IOException {
    Value.Obj files = Value.Obj.of("bot.yaml", Value.of(file));
    return id(ask("/bots", Value.Obj.of("files", files)));
  }

  /// An endpoint as the API shows it, with its secret.
  Value.Obj endpoint(String url, List<String> kinds, Value.Obj more) throws IOException {
    Value.Obj wanted =
        Value.Obj.builder()
            .put("url", url)
            .put("kinds", new Value.List(kinds.stream().<Value>map(Value::of).toList()))
            .setAll(more)
            .build();
    return ask("/endpoints", wanted);
  }

  /// Posts and returns what is answered, which must be good.
  Value.Obj ask(String path, Value body) throws IOException {
    return sent(post(path, "", body));
  }

  /// Makes a key of a kind and returns it.
  String key(String kind) throws IOException {
    Value.Obj made = ask("/keys", Value.Obj.of("kind", Value.of(kind)));
    return Objects.requireNonNull(made.text("key"));
  }

  /// Gets.
  Value.Obj look(String path) throws IOException {
    return sent(HttpLine.get(PREFIX + path, Nodes.ADMIN_KEY));
  }

  /// Sends a request and returns what is answered, which must be good.
  Value.Obj sent(byte[] request) throws IOException {
    try (HttpLine line = new HttpLine(server)) {
      int status = line.exchange(request);
      if (status / 100 != 2) {
        throw new IOException("the server answered " + status + ": " + line.text());
      }
      return json(line);
    }
  }

  /// The last answer of a connection.
  static Value.Obj json(HttpLine line) {
    return Json.read(line.text().getBytes(java.nio.charset.StandardCharsets.UTF_8))
            instanceof JsonRead.Read(Value.Obj object)
        ? object
        : Value.Obj.EMPTY;
  }

  static String id(Value.Obj made) {
    return Objects.requireNonNull(made.text("id"));
  }

  /// An input of somebody to a bot, ready to be sent.
  static byte[] says(String bot, String user, String text, String headers) {
    Value.Obj body =
        Value.Obj.builder()
            .put("peer", Value.Obj.of("user", Value.of(user)))
            .put("input", Value.Obj.builder().put("type", "text").put("text", text).build())
            .build();
    return post("/bots/" + bot + "/inputs", headers, body);
  }
}
