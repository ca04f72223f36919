package dev.dragoman.server.testing;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Calls the server over real HTTP. Immutable, thread-safe.
public final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Supplier<String> url;
  private final Map<String, String> headers;

  public Client(Supplier<String> url) {
    this(url, Map.of("Content-Type", "application/json"));
  }

  /// A client without a key of a server at this address.
  public static Client of(Supplier<String> url) {
    return new Client(url);
  }

  private Client(Supplier<String> url, Map<String, String> headers) {
    this.url = url;
    this.headers = headers;
  }

  /// What came back.
  public record Answer(int status, Map<String, String> headers, String text) {
    /// A header, by its lower-case name.
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    /// The body as JSON.
    public Value.Obj json() {
      return (Value.Obj) Json.read(text.getBytes(StandardCharsets.UTF_8)).orThrow();
    }

    /// What stands at the end of a path of members and positions, as JSON; `null` if nothing does.
    public String at(Object... path) {
      Value value = json();
      for (Object step : path) {
        value =
            switch (value) {
              case Value.Obj object when step instanceof String name ->
                  Optional.ofNullable(object.get(name)).orElse(Value.Null.NULL);
              case Value.List(var items)
                  when step instanceof Integer index && index < items.size() ->
                  items.get(index);
              default -> Value.Null.NULL;
            };
      }
      return value instanceof Value.Text(var text)
          ? text
          : new String(Json.write(value), StandardCharsets.UTF_8);
    }
  }

  /// The same with this key.
  public Client bearer(String key) {
    return with("Authorization", "Bearer " + key);
  }

  /// The same with one more header.
  public Client with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Client(url, more);
  }

  /// A GET.
  public Answer get(String path) {
    return send("GET", path, new byte[0]);
  }

  /// A POST of JSON.
  public Answer post(String path, String body) {
    return send("POST", path, body.getBytes(StandardCharsets.UTF_8));
  }

  /// A PUT of JSON.
  public Answer put(String path, String body) {
    return send("PUT", path, body.getBytes(StandardCharsets.UTF_8));
  }

  /// A DELETE.
  public Answer delete(String path) {
    return send("DELETE", path, new byte[0]);
  }

  /// Any request.
  public Answer send(String method, String path, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url.get() + path))
            .timeout(PATIENCE)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      HttpResponse<byte[]> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      Map<String, String> answered = new LinkedHashMap<>();
      answer.headers().map().forEach((name, values) -> answered.put(name, values.getFirst()));
      return new Answer(
          answer.statusCode(), answered, new String(answer.body(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// The host and port it calls, for raw sockets.
  public URI address() {
    return URI.create(url.get());
  }
}
