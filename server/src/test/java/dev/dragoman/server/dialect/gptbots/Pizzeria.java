package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.server.people.Credential;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.TestServer;
import dev.dragoman.server.testing.TestServer.TestBot;

/// A bot on a running server, talked to as a client of gptbots would.
final class Pizzeria {
  static final String BOT = "90a1b2c3d4e5f60718293a40";

  private final Client anyone;
  final TestBot bot;
  final String key;
  final Client client;

  private Pizzeria(TestServer server, TestBot bot) {
    this.anyone = server.client();
    this.bot = bot;
    this.key = server.key(Credential.Kind.GPTBOTS_KEY, bot.id());
    this.client = anyone.bearer(key);
  }

  /// The bot, with webhooks nobody answers.
  static Pizzeria open(TestServer server) {
    return hooked(server, BOT, "http://127.0.0.1:9/nobody");
  }

  /// A bot of its own whose steps ask this webhook.
  static Pizzeria hooked(TestServer server, String id, String url) {
    String file = Golden.read("/gptbots/pizzeria.yaml");
    return new Pizzeria(
        server, server.publish(file.replace("⟨id⟩", id).replace("⟨webhook⟩", '"' + url + '"')));
  }

  Client anyone() {
    return anyone;
  }

  /// A new conversation of this user.
  Guest guest(String userId) {
    return new Guest(
        client
            .post("/gptbots/v1/conversation", "{\"user_id\":\"" + userId + "\"}")
            .at("conversation_id"));
  }

  Guest guest() {
    return guest("u-7");
  }

  static String message(String id, String mode, String content) {
    return "{\"conversation_id\":\"%s\",\"response_mode\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":%s}]}"
        .formatted(id, mode, content);
  }

  /// One conversation with this bot.
  final class Guest {
    static final String V1 = "/gptbots/v1/conversation/message";
    static final String V2 = "/gptbots/v2/conversation/message";
    final String id;

    private Guest(String id) {
      this.id = id;
    }

    Answer says(String text) {
      return sends('"' + text + '"');
    }

    /// Sends a content in its written form, and waits.
    Answer sends(String content) {
      return client.post(V2, message(id, "blocking", content));
    }

    /// Sends these members beside the conversation's id.
    Answer sendsV1(String members) {
      return client.post(V1, "{\"conversation_id\":\"" + id + "\"," + members + "}");
    }
  }
}
