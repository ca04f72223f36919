package dev.dragoman.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.Spacing;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.Wire;
import dev.dragoman.server.testing.Wire.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Clients of the vendors move by configuration alone: what they know of a bot is imported, and
/// their base URL or the name server leads here.
class MovingTest {
  private static final String BOT = "90a1b2c3d4e5f60718293a77";
  private static final String CLUSTAAR_TOKEN = "the-token-they-have-at-clustaar";
  private static final String GPTBOTS_KEY = "app-TheKeyTheyHaveAtGptbots";
  private static final String AIVO_TOKEN = "the-token-they-have-at-aivo";
  private static final String PAGE = "https://shop.example";

  @TempDir static Path directory;

  private static RunningServer server;
  private static Client admin;

  @BeforeAll
  static void start() {
    server =
        RunningServer.start(
            directory,
            "--dialects.clustaar.hosts",
            "api.clustaar.io",
            "--dialects.clustaar.cors",
            PAGE,
            "--dialects.gptbots.hosts",
            "api-sg.gptbots.ai, api.gptbots.ai",
            "--dialects.aivo.hosts",
            "gateway.aivo.co,api.aivo.co",
            "--dialects.treble.hosts",
            "main.treble.ai");
    admin = Client.of(server::url).bearer(RunningServer.ADMIN_KEY);
    String file =
        Golden.read("/gptbots/pizzeria.yaml")
            .replace("⟨id⟩", BOT + "\nnumber: 7411")
            .replace("⟨webhook⟩", "\"http://127.0.0.1:9/nobody\"");
    Value.Obj files = Value.Obj.of("files", Value.Obj.of("bot.yaml", Value.of(file)));
    assertThat(admin.post("/api/v1/bots", Json.text(files, Spacing.NONE)).status()).isEqualTo(201);
    imported("bot_token", CLUSTAAR_TOKEN);
    imported("gptbots_key", GPTBOTS_KEY);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String newKey(String kind, String key) {
    return "{\"kind\":\"%s\",\"bot\":\"%s\",\"key\":\"%s\"}".formatted(kind, BOT, key);
  }

  private static void imported(String kind, String key) {
    Answer made = admin.post("/api/v1/keys", newKey(kind, key));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("key")).isEqualTo(key);
  }

  private static Value.Obj json(Reply reply) {
    return (Value.Obj)
        Json.read(reply.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)).orThrow();
  }

  private static String text(Value.Obj in, String name) {
    return String.valueOf(in.text(name));
  }

  private static String interlocutor(String user) {
    return "{\"type\":\"interlocutor\",\"userID\":\"" + user + "\"}";
  }

  private static String message(String conversation) {
    return "{\"conversation_id\":\"%s\",\"response_mode\":\"blocking\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}"
        .formatted(conversation);
  }

  @Test
  void aClientOfClustaarChangesItsBaseUrl() {
    Client client = Client.of(() -> server.url() + "/clustaar").bearer(CLUSTAAR_TOKEN);
    String id =
        client
            .post("/bots/" + BOT + "/interlocutors/clustaar_web_chat", interlocutor("by-url"))
            .at("data", "id");
    Answer said =
        client.post("/interlocutors/" + id + "/reply", "{\"type\":\"text\",\"message\":\"hello\"}");
    assertThat(said.at("data", "fulfillment", "actions", 0, "text")).isEqualTo("Hello!");
  }

  @Test
  void aClientOfClustaarKeepsItsHostName() {
    Wire client =
        Wire.to(server.url(), "api.clustaar.io").with("Authorization", "Bearer " + CLUSTAAR_TOKEN);
    Reply made =
        client.post("/bots/" + BOT + "/interlocutors/clustaar_web_chat", interlocutor("by-name"));
    String id = text((Value.Obj) json(made).get("data"), "id");
    Reply said =
        client
            .with("Origin", PAGE)
            .post("/interlocutors/" + id + "/reply", "{\"type\":\"text\",\"message\":\"hello\"}");
    assertThat(said.status()).as(said.headers().toString()).isEqualTo(200);
    assertThat(said.body()).contains("\"text\":\"Hello!\"");
    assertThat(said.header("access-control-allow-origin")).contains(PAGE);
  }

  @Test
  void aClientOfGptbotsChangesItsBaseUrl() {
    Client client = Client.of(() -> server.url() + "/gptbots").bearer(GPTBOTS_KEY);
    String id = client.post("/v1/conversation", "{\"user_id\":\"u-1\"}").at("conversation_id");
    Answer said = client.post("/v2/conversation/message", message(id));
    assertThat(said.status()).isEqualTo(200);
    assertThat(said.text()).contains("Hello!");
  }

  @Test
  void aClientOfGptbotsKeepsItsHostName() {
    Wire client =
        Wire.to(server.url(), "api-sg.gptbots.ai").with("Authorization", "Bearer " + GPTBOTS_KEY);
    Reply made = client.post("/v1/conversation", "{\"user_id\":\"u-2\"}");
    Reply said =
        client.post("/v2/conversation/message", message(text(json(made), "conversation_id")));
    assertThat(said.status()).isEqualTo(200);
    assertThat(said.body()).contains("Hello!");
  }

  private static void queuesAt(Wire client) {
    Reply queued =
        client.post(
            "/api/v1/live-handler/queue/external",
            """
            {"botId": 7411, "groupsId": [94711], "botToken": "%s", "protocolId": 28,
             "user": {"hash": "%s", "firstname": "Lena"}, "status": "queued", "lastSender": "user"}"""
                .formatted(AIVO_TOKEN, client.headers().get("Host")));
    assertThat(queued.status()).as(queued.body()).isEqualTo(200);
    assertThat(queued.body()).contains("conversationId");
  }

  @Test
  void aClientOfAivoKeepsItsHostNamesAndNumbers() {
    Answer group = admin.post("/api/v1/groups", "{\"name\":\"Sales\",\"number\":94711}");
    assertThat(group.at("number")).as(group.text()).isEqualTo("94711");
    imported("aivo_token", AIVO_TOKEN);
    queuesAt(Wire.to(server.url(), "gateway.aivo.co"));
    queuesAt(Wire.to(server.url(), "api.aivo.co"));
  }

  @Test
  void aClientOfTrebleKeepsItsHostNameAndItsKey() {
    String key = "the-key-of-their-treble-account";
    String wanted = "{\"kind\":\"treble_key\",\"key\":\"" + key + "\"}";
    assertThat(admin.post("/api/v1/keys", wanted).status()).isEqualTo(201);
    Client byUrl = Client.of(() -> server.url() + "/treble").with("Authorization", key);
    Answer flows = byUrl.get("/poll/api/all");
    assertThat(flows.status()).isEqualTo(200);
    Wire byName = Wire.to(server.url(), "main.treble.ai").with("Authorization", key);
    assertThat(byName.get("/poll/api/all").body()).isEqualTo(flows.text());
    assertThat(Wire.to(server.url(), "main.treble.ai").get("/poll/api/all").status())
        .isNotEqualTo(200);
  }

  @Test
  void aKeyThatIsInUseIsRefusedByName() {
    Answer refused = admin.post("/api/v1/keys", newKey("bot_key", GPTBOTS_KEY));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.header("content-type")).contains("application/problem+json");
    assertThat(refused.at("errors", 0, "path")).isEqualTo("key");
    assertThat(refused.text()).doesNotContain(GPTBOTS_KEY);
  }

  @Test
  void anEndpointKeepsItsIdAndItsSecret() {
    String id = "90a1b2c3d4e5f60718293a88";
    String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    String given =
        "{\"id\":\"%s\",\"url\":\"https://receiver.example/hear\",\"secret\":\"%s\"}"
            .formatted(id, secret);
    Answer made = admin.post("/api/v1/endpoints", given);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.at("id")).isEqualTo(id);
    assertThat(made.at("secret")).isEqualTo(secret);
    Answer taken = admin.post("/api/v1/endpoints", given);
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.at("errors", 0, "path")).isEqualTo("id");
    assertThat(taken.text()).contains(id);
  }

  private static Answer patch(Client client, String path, String body) {
    return client.send("PATCH", path, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void ofTwoWhoEditAnEndpointOneIsToldSo() {
    Answer made = admin.post("/api/v1/endpoints", "{\"url\":\"https://receiver.example/two\"}");
    String path = "/api/v1/endpoints/" + made.at("id");
    String tag = admin.get(path).header("etag").orElseThrow();
    Client editor = admin.with("If-Match", tag);
    Answer first = patch(editor, path, "{\"name\":\"first\"}");
    assertThat(first.status()).isEqualTo(200);
    Answer second = patch(editor, path, "{\"name\":\"second\"}");
    assertThat(second.status()).isEqualTo(412);
    assertThat(second.header("content-type")).contains("application/problem+json");
    assertThat(admin.get(path).at("name")).isEqualTo("first");
    Client again = admin.with("If-Match", first.header("etag").orElseThrow());
    assertThat(patch(again, path, "{\"name\":\"second\"}").status()).isEqualTo(200);
  }

  @Test
  void ofTwoWhoEditALineOneIsToldSo() {
    String line =
        """
        {"id": "90a1b2c3d4e5f60718293a99", "number": 4242, "kind": "whatsapp", "bot": "%s",
         "phone": "+573001234567", "line": "1", "token": "t", "appSecret": "s", "verifyToken": "v"}"""
            .formatted(BOT);
    Answer made = admin.post("/api/v1/channels", line);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.at("number")).isEqualTo("4242");
    String path = "/api/v1/channels/" + made.at("id");
    Client editor = admin.with("If-Match", admin.get(path).header("etag").orElseThrow());
    assertThat(patch(editor, path, "{\"name\":\"first\"}").status()).isEqualTo(200);
    assertThat(patch(editor, path, "{\"name\":\"second\"}").status()).isEqualTo(412);
    assertThat(admin.get(path).at("name")).isEqualTo("first");

    assertTaken(line, "id", "90a1b2c3d4e5f60718293a99");
    String other = line.replace("293a99", "293a98");
    assertTaken(other, "phone", "+573001234567");
    assertTaken(other.replace("+573001234567", "+573001234568"), "number", "4242");
  }

  private static void assertTaken(String line, String what, String value) {
    Answer refused = admin.post("/api/v1/channels", line);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("errors", 0, "path")).isEqualTo(what);
    assertThat(refused.at("detail")).contains(value);
  }

  @Test
  void ofTwoWhoPublishABotOneIsToldSo() {
    String file =
        """
        bot: twice
        id: 90a1b2c3d4e5f60718293a66
        language: en
        stories:
          a: { on: { event: A }, steps: { one: { say: One } } }
        """;
    Value.Obj files = Value.Obj.of("files", Value.Obj.of("bot.yaml", Value.of(file)));
    String body = Json.text(files, Spacing.NONE);
    Answer made = admin.post("/api/v1/bots", body);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String path = "/api/v1/bots/" + made.at("id");
    Client editor = admin.with("If-Match", admin.get(path).header("etag").orElseThrow());
    assertThat(editor.post("/api/v1/bots", body).status()).isEqualTo(201);
    assertThat(editor.post("/api/v1/bots", body).status()).isEqualTo(412);
    assertThat(editor.post(path + "/rollback", "{\"version\":1}").status()).isEqualTo(412);
    Answer now = admin.get(path);
    assertThat(now.at("publishedVersion")).isEqualTo("2");
    Client current = admin.with("If-Match", now.header("etag").orElseThrow());
    assertThat(current.post(path + "/rollback", "{\"version\":1}").status()).isEqualTo(200);
  }
}
