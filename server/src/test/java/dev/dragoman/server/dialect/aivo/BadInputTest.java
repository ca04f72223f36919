package dev.dragoman.server.dialect.aivo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.Spacing;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What must not come in: answered in the contract's form, and nothing is written.
@ExtendWith(TestServer.Extension.class)
class BadInputTest {
  private final Desk desk;

  BadInputTest(TestServer server) {
    this.desk = Desk.open(server);
  }

  private void refused(int status, String message, Answer answer) {
    String error =
        switch (status) {
          case 400 -> "Bad Request";
          case 401 -> "Unauthorized";
          case 404 -> "Not Found";
          case 409 -> "Conflict";
          case 422 -> "Unprocessable Entity";
          default -> throw new AssertionError(status);
        };
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("content-type")).contains("application/json; charset=utf-8");
    assertThat(answer.text())
        .startsWith("{\"statusCode\":" + status + ",\"message\":\"")
        .endsWith("\",\"error\":\"" + error + "\"}");
    assertThat(answer.at("message")).contains(message);
  }

  private void refused(int status, String message, String path, String body) {
    long before = desk.rows();
    refused(status, message, desk.anyone.post(path, body));
    assertThat(desk.rows()).as("nothing is written").isEqualTo(before);
  }

  static Stream<Arguments> missing() {
    return Stream.of(
        Arguments.of("botId", "\"botId\""),
        Arguments.of("groupsId", "\"groupsId\""),
        Arguments.of("botToken", "\"botToken\""),
        Arguments.of("protocolId", "\"protocolId\""),
        Arguments.of("user", "\"user\""),
        Arguments.of("user.hash", "\"hash\""),
        Arguments.of("status", "\"status\""),
        Arguments.of("lastSender", "\"lastSender\""));
  }

  @ParameterizedTest
  @MethodSource("missing")
  void wantsEachMember(String path, String member) {
    String body = desk.queueing("u").replace(member, "\"no\"");
    refused(400, path + " is required", Desk.QUEUE, body);
  }

  static Stream<Arguments> types() {
    return Stream.of(
        Arguments.of("botId must be a whole number", "\"botId\": ", "\"botId\": \"x\", \"a\": "),
        Arguments.of("botId must be", "\"botId\": ", "\"botId\": 0, \"a\": "),
        Arguments.of("groupsId must be a list", "\"groupsId\": ", "\"groupsId\": 7, \"a\": "),
        Arguments.of("groupsId must have", "\"groupsId\": ", "\"groupsId\": [], \"a\": "),
        Arguments.of(
            "groupsId[0] must be a whole number",
            "\"groupsId\": ",
            "\"groupsId\": [\"7\"], \"a\": "),
        Arguments.of("groupsId[0] must be", "\"groupsId\": ", "\"groupsId\": [-7], \"a\": "),
        Arguments.of(
            "groupsId[0] must be", "\"groupsId\": ", "\"groupsId\": [99999999999], \"a\": "),
        Arguments.of("botToken must be a string", "\"botToken\": ", "\"botToken\": 7, \"a\": "),
        Arguments.of(
            "protocolId must be a whole number",
            "\"protocolId\": ",
            "\"protocolId\": \"28\", \"a\": "),
        Arguments.of("user must be an object", "\"user\": ", "\"user\": [], \"a\": "),
        Arguments.of("user.hash must be a string", "\"hash\": ", "\"hash\": 7, \"a\": "),
        Arguments.of("user.hash must", "\"hash\": ", "\"hash\": \"\", \"a\": "),
        Arguments.of(
            "user.hash must", "\"hash\": ", "\"hash\": \"" + "u".repeat(256) + "\", \"a\": "),
        Arguments.of("user.email must be a string", "\"email\": ", "\"email\": 7, \"a\": "),
        Arguments.of("user.extra must be", "\"extra\": ", "\"extra\": \"x\", \"a\": "),
        Arguments.of("user.extra must be", "\"extra\": ", "\"extra\": [7], \"a\": "),
        Arguments.of("user.extra must have", "\"extra\": ", "\"extra\": {\"a\":{}}, \"a\": "),
        Arguments.of("user.extra must have", "\"extra\": ", "\"extra\": {\"\":1}, \"a\": "),
        Arguments.of("status must be a string", "\"status\": ", "\"status\": 1, \"a\": "),
        Arguments.of("webhook must be a string", "\"status\": ", "\"webhook\": 1, \"status\": "),
        Arguments.of(
            "webhook is refused",
            "\"status\": ",
            "\"webhook\": \"http://10.0.0.1/x\", \"status\": "),
        Arguments.of(
            "webhook is refused", "\"status\": ", "\"webhook\": \"file:///x\", \"status\": "));
  }

  @ParameterizedTest
  @MethodSource("types")
  void namesWhatIsWrong(String message, String member, String instead) {
    refused(400, message, Desk.QUEUE, desk.queueing("u").replace(member, instead));
  }

  static Stream<Arguments> constants() {
    return Stream.of(
        Arguments.of("protocolId must be 28", "\"protocolId\": 28", "\"protocolId\": 27"),
        Arguments.of("status must be queued", "\"status\": \"queued\"", "\"status\": \"Queued\""),
        Arguments.of(
            "lastSender must be user", "\"lastSender\": \"user\"", "\"lastSender\": \"bot\""));
  }

  @ParameterizedTest
  @MethodSource("constants")
  void wantsTheConstants(String message, String constant, String instead) {
    refused(422, message, Desk.QUEUE, desk.queueing("u").replace(constant, instead));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"botId\":1,}",
        "{\"user\":{\"extra\":[\"a\":1}}",
        "{\"extra\":[\"a\":",
        "{\"extra\":[\"a\":1]",
        "{\"extra\":[\"a\":1,\"a\":2]}",
        "\"extra\":[\"a\":1]",
        "{} {}",
        "{\"extra",
        "{\"extra\\"
      })
  void refusesWhatIsNoJson(String body) {
    for (String path : new String[] {Desk.QUEUE, Desk.MESSAGE, Desk.CLOSE}) {
      long before = desk.rows();
      assertThat(desk.anyone.post(path, body).status()).as(body).isEqualTo(400);
      assertThat(desk.rows()).isEqualTo(before);
    }
  }

  @Test
  void wantsBotAndTokenToBelongTogether() {
    Desk other = Desk.open(desk.server);
    String good = desk.queueing("u");
    String room = desk.room("lena");
    for (String token :
        new String[] {
          "unknown",
          other.token,
          desk.bot.token(),
          desk.bot.key(),
          desk.server.key(Credential.Kind.GPTBOTS_KEY, desk.bot.id())
        }) {
      String message = "botId and botToken do not belong together";
      refused(401, message, Desk.QUEUE, good.replace(desk.token, token));
      String about = desk.about(room).replace(desk.token, token);
      refused(401, message, Desk.CLOSE, about + "}");
      refused(401, message, Desk.MESSAGE, about + ",\"action\":\"text\",\"value\":\"hello\"}");
    }
    String number = "\"botId\": " + desk.number;
    refused(401, "", Desk.QUEUE, good.replace(number, "\"botId\": " + other.number));
    refused(401, "", Desk.QUEUE, good.replace(number, "\"botId\": 987654321"));
  }

  @Test
  void doesNotKnowGroupsThatAreNone() {
    String of = "[" + desk.sales + "]";
    refused(404, "There is no such group", Desk.QUEUE, desk.queueing("u").replace(of, "[999999]"));
    refused(404, "There is no such group", Desk.QUEUE, desk.queueing("u").replace(of, "[0]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "00000000-0000-4000-8000-000000000000", "000000000000000000000000", "../.."})
  void doesNotKnowRoomsThatAreNone(String room) {
    String about = desk.about(room);
    refused(404, "no such conversation", Desk.CLOSE, about + "}");
    refused(
        404,
        "no such conversation",
        Desk.MESSAGE,
        about + ",\"action\":\"text\",\"value\":\"hello\"}");
  }

  /// Everything of a workspace of its own: a bot, its number and its token.
  private static String[] stranger(TestServer server) {
    Client first = server.client().bearer(RunningServer.ADMIN_KEY);
    String key = first.post("/api/v1/workspaces", "{\"name\": \"stranger\"}").at("key", "key");
    Client admin = server.client().bearer(key);
    String file =
        "bot: s\nlanguage: en\nstories: { s: { on: general-fallback, steps: { a: { say: x } } } }";
    Value body = Value.Obj.of("files", Value.Obj.of("bot.yaml", Value.of(file)));
    Answer bot = admin.post("/api/v1/bots", Json.text(body, Spacing.NONE));
    String wanted = "{\"kind\": \"aivo_token\", \"bot\": \"" + bot.at("id") + "\"}";
    return new String[] {bot.at("number"), admin.post("/api/v1/keys", wanted).at("key")};
  }

  @Test
  void doesNotKnowWhatBelongsToAnotherWorkspace() {
    String room = desk.room("lena");
    String[] stranger = stranger(desk.server);
    String number = "\"botId\": " + desk.number;
    String theirs =
        desk.queueing("u")
            .replace(number, "\"botId\": " + stranger[0])
            .replace(desk.token, stranger[1]);
    refused(404, "There is no such group", Desk.QUEUE, theirs);
    refused(401, "", Desk.QUEUE, theirs.replace(stranger[1], desk.token));
    refused(401, "", Desk.QUEUE, desk.queueing("u").replace(desk.token, stranger[1]));
    String about =
        "{\"botId\":%s,\"botToken\":\"%s\",\"conversationId\":\"%s\""
            .formatted(stranger[0], stranger[1], room);
    refused(404, "no such conversation", Desk.CLOSE, about + "}");
    refused(
        404, "no such conversation", Desk.MESSAGE, about + ",\"action\":\"text\",\"value\":\"a\"}");
    assertThat(desk.anyone.bearer(stranger[1]).get("/aivo/group").text()).isEqualTo("[]");
    assertThat(
            desk.anyone.bearer(desk.token).with("X-Token", stranger[1]).get("/aivo/group").status())
        .isEqualTo(401);
  }

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of("action is required", ",\"value\":\"hello\"}"),
        Arguments.of(
            "action must be one of: text, image, file",
            ",\"action\":\"video\",\"value\":\"hello\"}"),
        Arguments.of("action must be a string", ",\"action\":1,\"value\":\"hello\"}"),
        Arguments.of("value is required", ",\"action\":\"text\"}"),
        Arguments.of("value must be a string", ",\"action\":\"text\",\"value\":[]}"),
        Arguments.of("value must not be blank", ",\"action\":\"text\",\"value\":\" \"}"),
        Arguments.of(
            "value must be 1 to 4096 characters long",
            ",\"action\":\"text\",\"value\":\"" + "x".repeat(4_097) + "\"}"),
        Arguments.of(
            "value must be an http or https address",
            ",\"action\":\"file\",\"value\":\"file:///etc/passwd\"}"),
        Arguments.of("hash must be a string", ",\"action\":\"text\",\"value\":\"a\",\"hash\":1}"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void namesWhatIsWrongInAMessage(String message, String rest) {
    refused(400, message, Desk.MESSAGE, desk.about(desk.room("lena")) + rest);
  }

  @Test
  void wantsARoomOrAHash() {
    String body = "{\"botId\":%d,\"botToken\":\"%s\"}".formatted(desk.number, desk.token);
    refused(400, "conversationId or hash is required", Desk.CLOSE, body);
  }

  @Test
  void answersAllElseInItsOwnForm() {
    refused(404, "no such endpoint", desk.anyone.get("/aivo/api/v9"));
    assertThat(desk.anyone.get(Desk.QUEUE).status()).isEqualTo(405);
    assertThat(desk.anyone.get(Desk.QUEUE).at("error")).isEqualTo("Method Not Allowed");
    assertThat(
            desk.anyone
                .with("Content-Type", "text/plain")
                .post(Desk.QUEUE, desk.queueing("u"))
                .status())
        .isEqualTo(415);
    assertThat(desk.anyone.send("POST", Desk.QUEUE, new byte[2_000_000]).status()).isEqualTo(413);
    refused(
        400,
        "Idempotency-Key must be",
        desk.anyone.with("Idempotency-Key", "a b").post(Desk.QUEUE, desk.queueing("u")));
  }
}
