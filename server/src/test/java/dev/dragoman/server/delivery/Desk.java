package dev.dragoman.server.delivery;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.Spacing;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.util.List;
import java.util.UUID;

/// A workspace of its own for one test: an administrator, an echoing bot, and endpoints.
record Desk(Client admin, String bot) {
  private static final String ECHO =
      """
      bot: NAME
      language: en
      stories:
        hello:
          on: general-fallback
          steps:
            said:
              say: "You are welcome."
      """;

  static Desk in(TestServer server) {
    Client first = server.client().bearer(RunningServer.ADMIN_KEY);
    Answer made = first.post("/api/v1/workspaces", "{\"name\": \"desk\"}");
    Client admin = server.client().bearer(made.at("key", "key"));
    String file = ECHO.replace("NAME", "echo-" + UUID.randomUUID());
    Value body = Value.Obj.of("files", Value.Obj.of("bot.yaml", Value.of(file)));
    Answer published = admin.post("/api/v1/bots", Json.text(body, Spacing.NONE));
    if (published.status() != 201) {
      throw new AssertionError(published.text());
    }
    return new Desk(admin, published.at("id"));
  }

  /// Makes an endpoint and returns what the API says of it.
  Answer endpoint(String url, String more) {
    Answer made =
        admin.post(
            "/api/v1/endpoints", "{\"url\": \"%s\", \"bot\": \"%s\"%s}".formatted(url, bot, more));
    if (made.status() != 201) {
      throw new AssertionError(made.text());
    }
    return made;
  }

  Answer says(String user, String text) {
    Answer said =
        admin.post(
            "/api/v1/bots/" + bot + "/inputs",
            """
            {"peer": {"user": "%s"}, "input": {"type": "text", "text": "%s"}}"""
                .formatted(user, text));
    if (said.status() != 200) {
      throw new AssertionError(said.text());
    }
    return said;
  }

  /// What came of the attempts at an endpoint, oldest first.
  List<String> outcomes(String endpointId) {
    Value data = admin.get("/api/v1/deliveries?endpoint=" + endpointId).json().get("data");
    return data instanceof Value.List(var rows)
        ? rows.stream().map(row -> ((Value.Obj) row).text("outcome")).toList()
        : List.of();
  }

  static List<String> types(List<Inbox.Got> got) {
    return got.stream().map(Inbox.Got::type).toList();
  }
}
