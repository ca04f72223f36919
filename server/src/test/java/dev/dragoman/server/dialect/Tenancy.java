package dev.dragoman.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.Spacing;
import dev.dragoman.server.people.Credential.Kind;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// A workspace of its own with one of everything that has an id, and a key of every kind.
///
/// @param names what stands in for `⟨name⟩` in paths and bodies
record Tenancy(TestServer server, Client admin, Map<String, String> names, Map<Kind, String> keys) {
  private static final String FILE =
      """
      bot: tenancy ⟨id⟩
      language: en
      settings: { humans: { desk: endpoint } }
      stories:
        human:
          on: { event: HUMAN }
          steps: { over: { do: [ { hand-over: wanted } ] } }
        ask:
          on: { event: START }
          steps:
            size:
              say: "Which size?"
              ask: { open: true, save: size }
              next: end
        else:
          on: general-fallback
          steps: { answer: { say: "I see." } }
      """;
  private static final String TOKEN = "chosen-by-the-site-";

  /// Ids of the right form that nobody has.
  static final Map<String, String> NOBODY =
      Map.ofEntries(
          Map.entry("bot", "f".repeat(24)),
          Map.entry("number", "987654321"),
          Map.entry("group", "987654322"),
          Map.entry("poll", "987654323"),
          Map.entry("interlocutor", "e".repeat(24)),
          Map.entry("conversation", "d".repeat(24)),
          Map.entry("answer", "c".repeat(24)),
          Map.entry("session", "d".repeat(24) + "b".repeat(32)),
          Map.entry("room", "00000000-0000-4000-8000-000000000000"),
          Map.entry("desk", "a".repeat(24)),
          Map.entry("line", "9".repeat(24)));

  /// Makes one.
  static Tenancy in(TestServer server) {
    Client anyone = server.client();
    Answer workspace =
        anyone
            .bearer(dev.dragoman.server.app.RunningServer.ADMIN_KEY)
            .post("/api/v1/workspaces", "{\"name\": \"tenancy\"}");
    String key = workspace.at("key", "key");
    Tenancy made =
        new Tenancy(server, anyone.bearer(key), new HashMap<>(), new EnumMap<>(Kind.class));
    made.keys.put(Kind.ADMIN, key);
    made.settle();
    return made;
  }

  private void settle() {
    String file = FILE.replace("⟨id⟩", UUID.randomUUID().toString());
    Value files = Value.Obj.of("files", Value.Obj.of("bot.yaml", Value.of(file)));
    Answer bot = made("/api/v1/bots", Json.text(files, Spacing.NONE));
    names.put("bot", bot.at("id"));
    names.put("number", bot.at("number"));
    names.put("group", made("/api/v1/groups", "{\"name\": \"Sales\"}").at("number"));
    for (Kind kind : Kind.values()) {
      switch (kind) {
        case ADMIN -> {}
        case AGENT -> keys.put(kind, agentKey());
        case INTERLOCUTOR -> keys.put(kind, interlocutorToken());
        default -> keys.put(kind, key(kind).at("key"));
      }
    }
    talk();
  }

  private Answer made(String path, String body) {
    Answer made = admin.post(path, body);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made;
  }

  /// Another key of that kind.
  Answer key(Kind kind) {
    boolean ofBot =
        switch (kind) {
          case BOT_TOKEN, BOT_KEY, GPTBOTS_KEY, AIVO_TOKEN -> true;
          case ADMIN, READER, CHANNEL, TREBLE_KEY, AGENT, INTERLOCUTOR -> false;
        };
    String bot = ofBot ? ", \"bot\": \"" + names.get("bot") + "\"" : "";
    String name = kind.name().toLowerCase(Locale.ROOT);
    return made("/api/v1/keys", "{\"kind\": \"" + name + "\"" + bot + "}");
  }

  /// One of that kind that was good once.
  String revoked(Kind kind) {
    Answer key = key(kind);
    assertThat(admin.send("DELETE", "/api/v1/keys/" + key.at("id"), new byte[0]).status())
        .isEqualTo(204);
    return key.at("key");
  }

  /// One of that kind whose time is over.
  String expired(Kind kind) {
    Answer key = key(kind);
    try (var connection = server.database();
        var update =
            connection.prepareStatement("update api_key set expires_nanos = 1 where id = ?")) {
      update.setString(1, key.at("id"));
      assertThat(update.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return key.at("key");
  }

  private String agentKey() {
    String agent =
        made(
                "/api/v1/agents",
                "{\"name\": \"Ana\", \"capacity\": 9, \"groups\": [%s]}"
                    .formatted(names.get("group")))
            .at("id");
    return made("/api/v1/agents/" + agent + "/keys", "{}").at("key");
  }

  private String interlocutorToken() {
    Client site = server.client().bearer(key(Kind.BOT_TOKEN).at("key"));
    String token = TOKEN + UUID.randomUUID();
    Answer made =
        site.post(
            "/clustaar/bots/" + names.get("bot") + "/interlocutors/clustaar_web_chat",
            "{\"type\":\"interlocutor\",\"userID\":\"ada\",\"socketToken\":\"" + token + "\"}");
    String id = made.at("data", "id");
    names.put("interlocutor", id);
    names.put("socketToken", token);
    String json =
        "{\"value\":\"%s\",\"subject\":{\"type\":\"interlocutor\",\"id\":\"%s\"}}"
            .formatted(token, id);
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /// Conversations, with an answer, a session and a room.
  private void talk() {
    Client gptbots = server.client().bearer(keys.get(Kind.GPTBOTS_KEY));
    String id =
        gptbots.post("/gptbots/v1/conversation", "{\"user_id\":\"ada\"}").at("conversation_id");
    names.put("conversation", id);
    Answer said =
        gptbots.post(
            "/gptbots/v2/conversation/message",
            "{\"conversation_id\":\"%s\",\"response_mode\":\"blocking\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}"
                .formatted(id));
    assertThat(said.status()).as(said.text()).isEqualTo(200);
    names.put("answer", said.at("message_id"));
    Answer begun =
        admin.post(
            "/api/v1/bots/" + names.get("bot") + "/inputs",
            "{\"peer\":{\"phone\":\"+573001234567\"},\"input\":{\"type\":\"event\",\"name\":\"START\"}}");
    Answer asked = admin.get("/api/v1/conversations/" + begun.at("conversation"));
    names.put("session", asked.at("session", "id"));
    Client treble = server.client().bearer(keys.get(Kind.TREBLE_KEY));
    String polls = treble.get("/treble/poll/api/all").text();
    names.put("poll", polls.replaceFirst("(?s)^.*?\"id\":\\s*([0-9]+).*$", "$1"));
    names.put("line", NOBODY.get("line"));
    openRoom();
  }

  /// A room that waits, and one at a desk outside.
  void openRoom() {
    Answer room =
        admin.post(
            "/api/v1/conversations/" + begun("START") + "/room",
            "{\"groups\": [" + names.get("group") + "]}");
    assertThat(room.status()).as(room.text()).isEqualTo(200);
    names.put("room", room.at("uuid"));
    String conversation = begun("HUMAN");
    String desk =
        server.text(
            "select id from room where desk = 'endpoint' and conversation = '"
                + conversation
                + "'");
    names.put("desk", desk);
    told(desk);
  }

  /// Begins a conversation with an event.
  private String begun(String event) {
    return admin
        .post(
            "/api/v1/bots/" + names.get("bot") + "/inputs",
            "{\"peer\":{\"user\":\"%s\"},\"input\":{\"type\":\"event\",\"name\":\"%s\"}}"
                .formatted(UUID.randomUUID(), event))
        .at("conversation");
  }

  /// The desk outside was told of the room.
  private void told(String room) {
    try (var connection = server.database();
        var insert =
            connection.prepareStatement(
                "insert into gptbots_room (workspace, id, conversation, bot)"
                    + " select workspace, id, conversation, bot from room where id = ?")) {
      insert.setString(1, room);
      assertThat(insert.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /// The template with the ids of somebody in their places.
  static String filled(String template, Map<String, String> names) {
    String filled = template;
    for (var name : names.entrySet()) {
      filled = filled.replace("⟨" + name.getKey() + "⟩", name.getValue());
    }
    return filled;
  }
}
