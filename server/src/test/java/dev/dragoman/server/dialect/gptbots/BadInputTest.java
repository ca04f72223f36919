package dev.dragoman.server.dialect.gptbots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.dialect.gptbots.Pizzeria.Guest;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What must not come in: answered in the vendor's form, and nothing is written.
@ExtendWith(TestServer.Extension.class)
class BadInputTest {
  private static final String OTHER = "90a1b2c3d4e5f60718293a42";

  private final TestServer server;
  private final Pizzeria pizzeria;
  private final Guest ann;

  BadInputTest(TestServer server) {
    this.server = server;
    this.pizzeria = Pizzeria.open(server);
    this.ann = pizzeria.guest();
  }

  static Stream<Arguments> contents() {
    return Stream.of(
        Arguments.of("messages[0].content is required", "null"),
        Arguments.of("messages[0].content must not be empty", "\"\""),
        Arguments.of("messages[0].content must not be empty", "\" \\n\""),
        Arguments.of("messages[0].content must be a string or a list of parts", "7"),
        Arguments.of("messages[0].content must be a string or a list of parts", "{}"),
        Arguments.of("messages[0].content must have 1 to 100 items", "[]"),
        Arguments.of("messages[0].content[0] must be an object", "[\"a\"]"),
        Arguments.of("messages[0].content[0].type is required", "[{}]"),
        Arguments.of("messages[0].content[0].type must be a string", "[{\"type\":1}]"),
        Arguments.of(
            "messages[0].content[0].type must be one of: text, image, audio, document",
            "[{\"type\":\"video\"}]"),
        Arguments.of("messages[0].content[0].text is required", "[{\"type\":\"text\"}]"),
        Arguments.of(
            "messages[0].content[1].image is required",
            "[{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"image\"}]"),
        Arguments.of(
            "messages[0].content[0].image must be an object",
            "[{\"type\":\"image\",\"image\":\"https://a.example\"}]"),
        Arguments.of(
            "messages[0].content[0].image.url or base64_content is required",
            "[{\"type\":\"image\",\"image\":{}}]"),
        Arguments.of(
            "messages[0].content[0].audio[0].url must be an http or https address",
            "[{\"type\":\"audio\",\"audio\":[{\"url\":\"file:///etc/passwd\"}]}]"),
        Arguments.of(
            "messages[0].content[0].document[0].base64_content must be base64",
            "[{\"type\":\"document\",\"document\":[{\"base64_content\":\"a?b=\"}]}]"));
  }

  @ParameterizedTest
  @MethodSource("contents")
  void namesThePathOfTheContent(String message, String content) {
    Answer answer = refused(400, 40_000, Pizzeria.message(ann.id, "blocking", content));
    assertThat(answer.at("message")).startsWith(message);
  }

  static Stream<Arguments> bodies() {
    String opening = "{\"conversation_id\":\"⟨id⟩\",\"response_mode\":\"blocking\",";
    String hello = "\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]";
    return Stream.of(
        Arguments.of("conversation_id is required", "{}"),
        Arguments.of("the body must be an object", "[]"),
        Arguments.of(
            "response_mode must be one of: blocking, streaming, webhook",
            "{\"conversation_id\":\"⟨id⟩\",\"response_mode\":\"later\"," + hello + "}"),
        Arguments.of(
            "response_mode cannot be webhook",
            "{\"conversation_id\":\"⟨id⟩\",\"response_mode\":\"webhook\"," + hello + "}"),
        Arguments.of("messages is required", opening + "\"text\":\"hello\"}"),
        Arguments.of("messages must be a list", opening + "\"messages\":\"hello\"}"),
        Arguments.of("messages must have 1 to", opening + "\"messages\":[]}"),
        Arguments.of(
            "messages[0].role must be one of: ",
            opening + "\"messages\":[{\"role\":\"system\",\"content\":\"hello\"}]}"),
        Arguments.of(
            "messages[1].role must be user",
            opening
                + "\"messages\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"}]}"),
        Arguments.of(
            "conversation_config must be an object",
            opening + hello + ",\"conversation_config\":[]}"),
        Arguments.of(
            "conversation_config.short_term_memory must be true or false",
            opening + hello + ",\"conversation_config\":{\"short_term_memory\":\"on\"}}"),
        Arguments.of(
            "conversation_config.knowledge.data_ids[0] must be a string",
            opening + hello + ",\"conversation_config\":{\"knowledge\":{\"data_ids\":[1]}}}"),
        Arguments.of(
            "conversation_config.custom_variables must be an object",
            opening + hello + ",\"conversation_config\":{\"custom_variables\":[]}}"),
        Arguments.of(
            "conversation_config.custom_variables.a must take at most 4096 bytes",
            opening
                + hello
                + ",\"conversation_config\":{\"custom_variables\":{\"a\":\""
                + "x".repeat(4_100)
                + "\"}}}"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void namesThePathOfTheMember(String message, String body) {
    Answer answer = refused(400, 40_000, body.replace("⟨id⟩", ann.id));
    assertThat(answer.at("message")).contains(message);
  }

  @Test
  void readsTheOlderRequestAsStrictly() {
    assertThat(ann.sendsV1("\"response_mode\":\"blocking\"").at("message"))
        .isEqualTo("text or files is required");
    assertThat(ann.sendsV1("\"response_mode\":\"blocking\",\"text\":7").at("message"))
        .startsWith("text must be a string");
    assertThat(
            ann.sendsV1("\"response_mode\":\"blocking\",\"files\":[{\"width\":-1}]").at("message"))
        .startsWith("files[0].width must be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "\"\\ud83d\"", "{} {}"})
  void refusesWhatIsNoJson(String body) {
    refused(400, 40_000, body);
  }

  @Test
  void saysTooLongByItsOwnCode() {
    String longest = "hello ".repeat(682) + "hell";
    assertThat(longest).hasSize(4_096);
    refused(400, 20_040, Pizzeria.message(ann.id, "blocking", '"' + longest + "o\""));
    assertThat(ann.says(longest).status()).isEqualTo(200);
  }

  @Test
  void refusesTooMuchAndStillAnswers() {
    Answer answer = pizzeria.client.send("POST", Guest.V2, new byte[35_000_000]);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.at("code")).isEqualTo("40000");
    Answer small = pizzeria.client.send("POST", "/gptbots/v1/conversation", new byte[2_000_000]);
    assertThat(small.status()).isEqualTo(413);
  }

  @Test
  void takesAFewLargeBodiesAtATime() throws Exception {
    List<Socket> sending = new ArrayList<>();
    byte[] large = new byte[2_000_000];
    try {
      for (int i = 0; i < 4; i++) {
        sending.add(sendingSlowly(large.length));
      }
      await(() -> pizzeria.client.send("POST", Guest.V2, large).status() == 503);
      assertThat(ann.says("hello").status()).as("small ones go on").isEqualTo(200);
    } finally {
      for (Socket socket : sending) {
        socket.close();
      }
    }
    await(() -> pizzeria.client.send("POST", Guest.V2, large).status() == 400);
  }

  /// Announces so much and sends a little of it.
  private Socket sendingSlowly(int length) throws IOException {
    Socket socket =
        new Socket(pizzeria.anyone().address().getHost(), pizzeria.anyone().address().getPort());
    String head =
        "POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(Guest.V2, length);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(new byte[100]);
    socket.getOutputStream().flush();
    return socket;
  }

  private static void await(BooleanSupplier condition) {
    for (int tries = 0; tries < 100 && !condition.getAsBoolean(); tries++) {
      Thread.onSpinWait();
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void refusesAnotherContentType() {
    Answer answer =
        pizzeria
            .client
            .with("Content-Type", "text/plain")
            .post(Guest.V2, Pizzeria.message(ann.id, "blocking", "\"hello\""));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.at("code")).isEqualTo("40000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "000000000000000000000000", "90A1B2C3D4E5F60718293A40", "../../etc"})
  void doesNotKnowConversationsThatAreNone(String id) {
    refused(404, 40_356, Pizzeria.message(id, "blocking", "\"hello\""));
  }

  @Test
  void saysWhenAConversationIsAnothersBots() {
    Pizzeria other = Pizzeria.hooked(server, OTHER, "http://127.0.0.1:9/nobody");
    refused(400, 40_358, Pizzeria.message(other.guest().id, "blocking", "\"hello\""));
  }

  @Test
  void wantsAUserOfAtMost32Characters() {
    for (String body :
        new String[] {
          "{}", "{\"user_id\":\"\"}", "{\"user_id\":7}", "{\"user_id\":\"" + "u".repeat(33) + "\"}"
        }) {
      Answer answer = pizzeria.client.post("/gptbots/v1/conversation", body);
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.at("code")).isEqualTo("40000");
      assertThat(answer.at("message")).startsWith("user_id ");
    }
    assertThat(pizzeria.guest("u".repeat(32)).id).hasSize(24);
  }

  @Test
  void letsOnlyKeysOfThisDoorIn() {
    Client anyone = pizzeria.anyone();
    String body = "{\"user_id\":\"u-7\"}";
    for (Client client :
        new Client[] {
          anyone,
          anyone.bearer("app-unknown"),
          anyone.bearer(pizzeria.bot.key()),
          anyone.bearer(pizzeria.bot.token()),
          anyone.with("Authorization", "Basic " + pizzeria.key)
        }) {
      Answer answer = client.post("/gptbots/v1/conversation", body);
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.text())
          .isEqualTo("{\"code\":40127,\"message\":\"Developer authentication failed\"}");
    }
    assertThat(
            anyone
                .with("Authorization", pizzeria.key)
                .post("/gptbots/v1/conversation", body)
                .status())
        .as("a bare key")
        .isEqualTo(200);
    String interlocutors =
        "/clustaar/bots/" + pizzeria.bot.id() + "/interlocutors/clustaar_web_chat";
    assertThat(pizzeria.client.post(interlocutors, "{}").status()).isEqualTo(403);
  }

  @Test
  void answersAllElseInItsOwnForm() {
    assertThat(pizzeria.client.get("/gptbots/v9/nothing").at("code")).isEqualTo("40000");
    Answer wrong = pizzeria.client.get(Guest.V2);
    assertThat(wrong.status()).isEqualTo(405);
    assertThat(wrong.at("code")).isEqualTo("40000");
  }

  @Test
  void tellsABotThatIsNotThere() {
    String key = server.key(Credential.Kind.GPTBOTS_KEY, "90a1b2c3d4e5f60718293fff");
    Answer answer =
        pizzeria.anyone().bearer(key).post("/gptbots/v1/conversation", "{\"user_id\":\"u-7\"}");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("code")).isEqualTo("40378");
  }

  private Answer refused(int status, int code, String body) {
    long before = rows();
    Answer answer = pizzeria.client.send("POST", Guest.V2, body.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("content-type")).contains("application/json; charset=utf-8");
    assertThat(answer.at("code")).isEqualTo(Integer.toString(code));
    assertThat(answer.text()).startsWith("{\"code\":" + code + ",\"message\":\"");
    assertThat(answer.text()).doesNotContain("dev.dragoman").doesNotContain("Exception");
    assertThat(rows()).as("nothing is written").isEqualTo(before);
    return answer;
  }

  private long rows() {
    return server.number(
        "select (select count(*) from leg where conversation = '%s') + (select count(*) from file) + (select count(*) from gptbots_mode)"
            .formatted(ann.id));
  }
}
