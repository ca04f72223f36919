package dev.dragoman.server.api;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Asks the API with one key; every answer is held against the published document.
final class Client {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String url;
  private final String key;
  private final Conformity document;

  /// An answer as it came.
  record Answer(int status, Value body, HttpResponse<String> raw) {
    /// The value at a path of names and list indexes.
    Value at(Object... path) {
      Value here = body;
      for (Object step : path) {
        here =
            switch (here) {
              case Value.Obj object ->
                  Optional.ofNullable(object.get((String) step))
                      .orElseThrow(() -> new AssertionError("no " + step + " in " + body));
              case Value.List list -> list.get((Integer) step);
              case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ ->
                  throw new AssertionError("no " + step + " in " + body);
            };
      }
      return here;
    }

    String text(Object... path) {
      return ((Value.Text) at(path)).text();
    }

    int number(Object... path) {
      return (int) ((Value.Num) at(path)).longValue();
    }

    int size(Object... path) {
      return ((Value.List) at(path)).size();
    }
  }

  private Client(String url, String key, Conformity document) {
    this.url = url;
    this.key = key;
    this.document = document;
  }

  static Client of(String url, String key) {
    Client bare = new Client(url, "", Conformity.NONE);
    return new Client(
        url, key, new Conformity((Value.Obj) bare.fetch("/docs/openapi.json").body()));
  }

  Client with(String otherKey) {
    return new Client(url, otherKey, document);
  }

  Conformity document() {
    return document;
  }

  Answer get(String path) {
    return ask("GET", path, null, Map.of());
  }

  Answer delete(String path) {
    return ask("DELETE", path, null, Map.of());
  }

  Answer post(String path, String body) {
    return ask("POST", path, body, Map.of());
  }

  Answer post(String path, String body, String idempotencyKey) {
    return ask("POST", path, body, Map.of("Idempotency-Key", idempotencyKey));
  }

  Answer put(String path, String body) {
    return ask("PUT", path, body, Map.of());
  }

  Answer patch(String path, String body) {
    return ask("PATCH", path, body, Map.of());
  }

  /// Asks below `/api/v1` and checks that the document allows the answer.
  Answer ask(String method, String path, String body, Map<String, String> headers) {
    Map<String, String> sent = new LinkedHashMap<>(headers);
    if (!key.isEmpty()) {
      sent.put("Authorization", "Bearer " + key);
    }
    if (body != null) {
      sent.putIfAbsent("Content-Type", "application/json");
    }
    Answer answer = send(method, "/api/v1" + path, body, sent);
    document.check(method, path, answer);
    return answer;
  }

  /// The same with a body of any bytes.
  Answer send(String method, String path, byte[] body) {
    Map<String, String> sent = new LinkedHashMap<>();
    sent.put("Authorization", "Bearer " + key);
    sent.put("Content-Type", "application/json");
    Answer answer =
        send(
            method,
            "/api/v1" + path,
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body),
            sent);
    document.check(method, path, answer);
    return answer;
  }

  /// A page from anywhere, without a key and without a check.
  Answer fetch(String path) {
    return send("GET", path, BodyPublishers.noBody(), Map.of());
  }

  private Answer send(String method, String path, String body, Map<String, String> headers) {
    return send(
        method,
        path,
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
        headers);
  }

  private Answer send(
      String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).method(method, body);
    headers.forEach(request::header);
    try {
      HttpResponse<String> raw = HTTP.send(request.build(), BodyHandlers.ofString());
      boolean json = raw.headers().firstValue("Content-Type").orElse("").contains("json");
      Value value =
          json
              ? Json.read(raw.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)).orThrow()
              : Value.Null.NULL;
      return new Answer(raw.statusCode(), value, raw);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
