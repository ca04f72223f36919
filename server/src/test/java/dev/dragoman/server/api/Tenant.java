package dev.dragoman.server.api;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.Spacing;

/// A workspace made for one test, its administrator, and a bot that takes orders for pizza.
record Tenant(Client admin, String bot) {
  static final String PIZZA =
      """
      bot: pizza
      language: en
      intents:
        order: [I want a pizza, "a pizza please", order pizza, can I order food]
        hours: [when are you open, opening hours, what time do you close]
      stories:
        order:
          on: { intent: order }
          steps:
            size:
              say: "What size, {{contact.firstName}}?"
              ask: { closed: [Small, Large], save: size }
              next:
                - { when: { value: size, equals: Large }, go: large }
                - { go: done }
            large:
              say: "Large it is"
              next: [ { go: done } ]
            done:
              say: "Your {{size}} pizza is coming."
        hours:
          on: { intent: hours }
          steps:
            open:
              say: "We open at ten."
      """;

  static Tenant in(RunningServer server) {
    Client first = Client.of(server.url(), RunningServer.ADMIN_KEY);
    Client admin =
        first.with(first.post("/workspaces", "{\"name\": \"tenant\"}").text("key", "key"));
    return new Tenant(admin, admin.post("/bots", files(numbered(PIZZA))).text("id"));
  }

  /// Numbers are unique per server: each tenant's bot gets its own.
  private static String numbered(String bot) {
    String name = "pizza " + java.util.UUID.randomUUID();
    return bot.replace("bot: pizza", "bot: " + name);
  }

  /// The body that publishes this one file.
  static String files(String botFile) {
    return json(Value.Obj.of("files", Value.Obj.of("bot.yaml", Value.of(botFile))));
  }

  static String json(Value value) {
    return Json.text(value, Spacing.NONE);
  }

  /// A text of somebody, to the bot.
  Client.Answer says(String user, String text) {
    return admin.post("/bots/" + bot + "/inputs", said(user, text));
  }

  static String said(String user, String text) {
    return """
        {"peer": {"user": "%s"}, "attributes": {"firstName": "Ana"},
         "input": {"type": "text", "text": "%s"}}"""
        .formatted(user, text);
  }

  /// A key of a kind, made by the administrator.
  Client key(String kind, String bot) {
    String body =
        bot == null
            ? "{\"kind\": \"%s\"}".formatted(kind)
            : "{\"kind\": \"%s\", \"bot\": \"%s\"}".formatted(kind, bot);
    return admin.with(admin.post("/keys", body).text("key"));
  }
}
