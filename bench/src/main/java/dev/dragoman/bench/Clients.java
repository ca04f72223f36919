package dev.dragoman.bench;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The contacts of a bench: their conversations exist, their requests are ready bytes.
final class Clients {
  private static final int PER_CONNECTION = 1_000;

  private final String token;
  private final List<String> conversations;
  private final List<String> sentences = BenchBot.sentences();

  private Clients(String token, List<String> conversations) {
    this.token = token;
    this.conversations = conversations;
  }

  /// Opens so many conversations with the first bot of the demo.
  static Clients make(ServerProcess.Ready server, Path data, int count) throws IOException {
    Value.Obj demo = (Value.Obj) Json.read(Files.readAllBytes(data.resolve("demo.json"))).orThrow();
    Value.Obj bot = (Value.Obj) ((Value.List) Objects.requireNonNull(demo.get("bots"))).get(0);
    Value.Obj keys = (Value.Obj) Objects.requireNonNull(bot.get("clustaar"));
    String token = Objects.requireNonNull(keys.text("token"));
    String path = "/clustaar/bots/" + bot.text("id") + "/interlocutors/clustaar_web_chat";
    List<String> ids = new ArrayList<>();
    try (HttpLine line = new HttpLine(server)) {
      for (int i = 0; i < count; i++) {
        String body =
            "{\"type\":\"interlocutor\",\"userID\":\"bench-%d\",\"firstName\":\"Ada\",\"customAttributes\":{\"plan\":\"%s\"}}"
                .formatted(i, i % 2 == 0 ? "gold" : "free");
        if (line.exchange(HttpLine.post(path, token, body)) != 200) {
          throw new IOException("cannot create an interlocutor: " + line.text());
        }
        Value.Obj made =
            (Value.Obj) Json.read(line.text(), dev.dragoman.server.json.JsonLimits.BODY).orThrow();
        ids.add(
            Objects.requireNonNull(
                ((Value.Obj) Objects.requireNonNull(made.get("data"))).text("id")));
      }
    }
    return new Clients(token, ids);
  }

  /// The conversations it opened.
  List<String> conversations() {
    return conversations;
  }

  /// One reply to a conversation of the bot; `headers` as [HttpLine#post] takes them.
  byte[] reply(String conversation, int sentence, String headers) {
    return HttpLine.post(
        "/clustaar/interlocutors/" + conversation + "/reply",
        token,
        headers,
        "{\"type\":\"text\",\"message\":\"" + sentences.get(sentence % sentences.size()) + "\"}");
  }

  /// The replies one connection sends in turn: its own conversations, all sentences.
  byte[][] replies(int connection) {
    byte[][] requests = new byte[PER_CONNECTION][];
    for (int i = 0; i < requests.length; i++) {
      String id = conversations.get((connection * 16 + i) % conversations.size());
      requests[i] = reply(id, connection * 37 + i, "");
    }
    return requests;
  }

  /// A bare request of about the same size.
  byte[][] echoes(int connection) {
    return new byte[][] {
      HttpLine.post(
          "/echo",
          token,
          "{\"type\":\"text\",\"message\":\"connection " + connection + " says hello\"}")
    };
  }
}
