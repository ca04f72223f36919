package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.TestServer;
import dev.dragoman.server.testing.TestServer.TestBot;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A bot on a running server, talked to as an integrator of clustaar would.
final class Shop {
  private static final Map<TestServer, Shop> OPEN = new ConcurrentHashMap<>();

  private static final Map<TestServer, Shop> SOCKETS = new ConcurrentHashMap<>();

  private final Client anyone;
  final TestBot bot;
  final Client bearer;
  final Client owner;

  private Shop(TestServer server, TestBot bot) {
    this.anyone = server.client();
    this.bot = bot;
    this.bearer = anyone.bearer(bot.token());
    this.owner = anyone.bearer(bot.key());
  }

  /// The bot with every action.
  static Shop open(TestServer server) {
    return OPEN.computeIfAbsent(
        server, one -> new Shop(one, one.publish(Golden.read("/clustaar/shop.yaml"))));
  }

  /// A bot of its own whose step asks this webhook, an address or a YAML mapping.
  static Shop hooked(TestServer server, String id, String webhook) {
    String file = Golden.read("/clustaar/hooked.yaml");
    return new Shop(server, server.publish(file.replace("⟨id⟩", id).replace("⟨webhook⟩", webhook)));
  }

  /// A bot of its own, made of this file.
  static Shop of(TestServer server, String file) {
    return new Shop(server, server.publish(file));
  }

  /// A bot for sockets, one for all tests of a server.
  static Shop ofSockets(TestServer server) {
    return SOCKETS.computeIfAbsent(
        server, one -> new Shop(one, one.publish(Golden.read("/clustaar/socket.yaml"))));
  }

  Client anyone() {
    return anyone;
  }

  /// A new interlocutor, with these members more in the request.
  Customer customer(String more) {
    String userId = "user-" + UUID.randomUUID();
    String id =
        create("{\"type\":\"interlocutor\",\"userID\":\"" + userId + "\"" + more + "}")
            .at("data", "id");
    return new Customer(id, userId);
  }

  Customer customer() {
    return customer("");
  }

  Answer create(String body) {
    return bearer.post(createPath(), body);
  }

  String createPath() {
    return "/clustaar/bots/" + bot.id() + "/interlocutors/clustaar_web_chat";
  }

  /// One interlocutor of this bot.
  final class Customer {
    final String id;
    final String userId;

    private Customer(String id, String userId) {
      this.id = id;
      this.userId = userId;
    }

    String path() {
      return "/clustaar/interlocutors/" + id;
    }

    Answer reply(String body) {
      return bearer.post(path() + "/reply", body);
    }

    /// The bearer of the public token, with one header more.
    Client as(String header, String value) {
      return bearer.with(header, value);
    }

    Answer send(byte[] body) {
      return bearer.send("POST", path() + "/reply", body);
    }

    Answer debugged(String body) {
      return bearer.post(path() + "/reply?debug=1", body);
    }

    Answer says(String message) {
      return reply("{\"type\":\"text\",\"message\":\"" + message + "\"}");
    }

    Answer event(String name) {
      return reply("{\"type\":\"custom_event\",\"name\":\"" + name + "\"}");
    }

    Answer seen() {
      return owner.get(path());
    }

    Answer actions() {
      return owner.get(path() + "/actions");
    }

    Answer conversation(String query) {
      return owner.get("/clustaar/bots/" + bot.id() + "/conversations/" + id + query);
    }
  }
}
