package dev.dragoman.server.app;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A running server as the command line sees it: its native API, opened with one key.
///
/// The address is the one its own user typed, so it is called by the JDK's client and not checked
/// like the addresses a server is given.
final class BotServer {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofMinutes(2);

  private final String url;
  private final String key;

  /// @param url where the server is, as it said when it was ready
  BotServer(String url, String key) {
    this.url = url.replaceAll("/+$", "");
    this.key = key;
  }

  /// What the server said.
  record Answer(int status, Value.Obj body) {
    /// The sentence of a refusal.
    String detail() {
      String detail = body.text("detail");
      String title = body.text("title");
      return detail != null ? detail : title != null ? title : "status " + status;
    }
  }

  /// It could not be asked; the message is for people.
  static final class Unreachable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreachable(String message) {
      super(message);
    }
  }

  /// Publishes these files as a bot's next version.
  Answer publish(List<Source> files) throws Unreachable {
    ObjBuilder texts = Value.Obj.builder();
    files.forEach(file -> texts.put(file.name(), file.text()));
    byte[] body = Json.write(Value.Obj.of("files", texts.build()));
    return ask("/bots", request -> request.POST(BodyPublishers.ofByteArray(body)));
  }

  /// A bot as it is published.
  Answer bot(String id) throws Unreachable {
    return ask("/bots/" + id, HttpRequest.Builder::GET);
  }

  /// The files of a version.
  Answer version(String id, int version) throws Unreachable {
    return ask("/bots/" + id + "/versions/" + version, HttpRequest.Builder::GET);
  }

  /// The files in such an answer.
  static List<Source> files(Value.Obj answer) {
    List<Source> files = new ArrayList<>();
    if (answer.get("files") instanceof Value.Obj texts) {
      texts
          .members()
          .forEach(
              (name, text) -> {
                if (text instanceof Value.Text(var content)) {
                  files.add(new Source(name, content));
                }
              });
    }
    return files;
  }

  private interface Asking {
    HttpRequest.Builder with(HttpRequest.Builder request);
  }

  private Answer ask(String path, Asking asking) throws Unreachable {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
              .timeout(ANSWER)
              .header("Authorization", "Bearer " + key)
              .header("Content-Type", "application/json");
      HttpResponse<byte[]> answer =
          client.send(asking.with(request).build(), BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), body(answer.body()));
    } catch (IOException | IllegalArgumentException failed) {
      throw new Unreachable("there is no answer from " + url + ": " + failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unreachable("stopped");
    }
  }

  private Value.Obj body(byte[] body) throws Unreachable {
    if (Json.read(body) instanceof JsonRead.Read(Value.Obj object)) {
      return object;
    }
    throw new Unreachable(url + " does not answer like a Dragoman");
  }
}
