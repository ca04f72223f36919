package dev.dragoman.server.app;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Plays one evening on data that is thrown away: what the start-up cache is recorded from.
///
/// The cache keeps the classes that were used and how often code ran; a server that starts with it
/// compiles what was hot here at once instead of finding it out under its first users.
final class Rehearsal {
  private static final int GUESTS = 16;
  private static final int WORDS_EACH = 250;
  private static final int GOOD = 200;
  private static final List<String> WORDS =
      List.of(
          "hello there, I would like to order something",
          "hola, quiero pedir dos pizzas grandes para hoy",
          "yes please",
          "no, gracias",
          "what is the status of my order?",
          "mi pedido no ha llegado y quiero hablar con una persona",
          "the second one",
          "mañana a las nueve, para cuatro",
          "I cannot log in any more and my password does not work",
          "xyzzy");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;

  private Rehearsal(String url) {
    this.url = url;
  }

  /// Starts with the demo, lets guests talk to each of its bots, and stops.
  static void play() throws InterruptedException, IOException {
    Path data = Files.createTempDirectory("dragoman-rehearsal");
    try {
      List<String> flags = List.of("--data", data.toString(), "--port", "0", "--demo");
      Serve.open(Settings.load(flags, Map.of(), data), () -> play(data.resolve("demo.json")));
    } finally {
      delete(data);
    }
  }

  private static void play(Path demo) throws InterruptedException {
    Value.Obj written = (Value.Obj) read(demo);
    Rehearsal rehearsal = new Rehearsal(Objects.requireNonNull(written.text("url")));
    List<Thread> guests = new ArrayList<>();
    for (Value bot : ((Value.List) Objects.requireNonNull(written.get("bots"))).items()) {
      for (int guest = 0; guest < GUESTS; guest++) {
        String name = "guest-" + guest;
        guests.add(Thread.ofVirtual().start(() -> rehearsal.talk((Value.Obj) bot, name)));
      }
    }
    for (Thread guest : guests) {
      guest.join();
    }
  }

  private void talk(Value.Obj bot, String name) {
    Value.Obj keys = (Value.Obj) Objects.requireNonNull(bot.get("clustaar"));
    String token = Objects.requireNonNull(keys.text("token"));
    Value.Obj contact = Value.Obj.builder().put("type", "interlocutor").put("userID", name).build();
    Value.Obj made =
        post(
            "/clustaar/bots/" + bot.text("id") + "/interlocutors/clustaar_web_chat",
            token,
            contact);
    String id = ((Value.Obj) Objects.requireNonNull(made.get("data"))).text("id");
    for (int i = 0; i < WORDS_EACH; i++) {
      String words = WORDS.get(i % WORDS.size());
      Value.Obj said = Value.Obj.builder().put("type", "text").put("message", words).build();
      post("/clustaar/interlocutors/" + id + "/reply", token, said);
    }
  }

  private Value.Obj post(String path, String token, Value.Obj body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(body)))
            .build();
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != GOOD) {
        throw new IllegalStateException(path + " answered " + answer.statusCode());
      }
      return (Value.Obj) Json.read(answer.body()).orThrow();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the rehearsal was interrupted", interrupted);
    }
  }

  private static Value read(Path file) {
    try {
      return Json.read(Files.readAllBytes(file)).orThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
