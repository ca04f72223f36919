package dev.dragoman.server.dialect.clustaar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.dialect.clustaar.Shop.Customer;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What "Post reply" refuses: in the dialect's form, with the field's path, and nothing written.
@ExtendWith(TestServer.Extension.class)
class BadInputTest {
  private static final String STORY = "{\"type\":\"story\",\"id\":\"60a1b2c3d4e5f60718293c01\"}";

  private final TestServer server;
  private final Customer ada;

  BadInputTest(TestServer server) {
    this.server = server;
    this.ada = Shop.open(server).customer();
  }

  private static Arguments defect(String path, String body) {
    return Arguments.of(path, body);
  }

  private static String goTo(String members) {
    return "{\"type\":\"go_to_action\"," + members + "}";
  }

  static Stream<Arguments> defects() {
    return Stream.of(
        defect("", "[]"),
        defect("", "\"text\""),
        defect("type", "{}"),
        defect("type", "{\"type\":null}"),
        defect("type", "{\"type\":7}"),
        defect("type", "{\"type\":\"\"}"),
        defect("type", "{\"type\":\"TEXT\",\"message\":\"a\"}"),
        defect("type", "{\"type\":\"open_url_action\",\"url\":\"https://a.example\"}"),
        defect("message", "{\"type\":\"text\"}"),
        defect("message", "{\"type\":\"text\",\"message\":null}"),
        defect("message", "{\"type\":\"text\",\"message\":[\"a\"]}"),
        defect("message", "{\"type\":\"text\",\"message\":\"\"}"),
        defect("message", "{\"type\":\"text\",\"message\":\"" + "a".repeat(500) + "\"}"),
        defect("message", "{\"type\":\"text\",\"message\":\"" + "a".repeat(501) + "\"}"),
        defect("message", "{\"type\":\"text\",\"message\":\"" + "a".repeat(999_000) + "\"}"),
        defect("attachments", "{\"type\":\"text\",\"message\":\"a\",\"attachments\":{}}"),
        defect("attachments[1].url", attachments("{\"url\":\"u\"},{\"name\":\"n\"}")),
        defect("attachments[0]", attachments("3")),
        defect("target", "{\"type\":\"go_to_action\"}"),
        defect("target", goTo("\"target\":\"60a1b2c3d4e5f60718293c01\"")),
        defect(
            "target.type",
            goTo("\"target\":{\"type\":\"page\",\"id\":\"60a1b2c3d4e5f60718293c01\"}")),
        defect("target.id", goTo("\"target\":{\"type\":\"step\"}")),
        defect("target.id", goTo("\"target\":{\"type\":\"step\",\"id\":\"zz\"}")),
        defect("sessionValues", goTo("\"target\":" + STORY + ",\"sessionValues\":[]")),
        defect("sessionValues.a", goTo(values("\"a\":\"" + "x".repeat(4_096) + "\""))),
        defect("sessionValues", goTo(values(many(201)))),
        defect("name", "{\"type\":\"custom_event\"}"),
        defect("name", "{\"type\":\"custom_event\",\"name\":\"" + "a".repeat(201) + "\"}"),
        defect("url", "{\"type\":\"url_loaded_event\",\"url\":\"" + "a".repeat(2_049) + "\"}"),
        defect("kind", "{\"type\":\"customer_satisfaction_callback_action\",\"kind\":\"great\"}"));
  }

  private static String attachments(String items) {
    return "{\"type\":\"legacy_reply_to_message_action\",\"message\":\"a\",\"attachments\":["
        + items
        + "]}";
  }

  private static String values(String members) {
    return "\"target\":" + STORY + ",\"sessionValues\":{" + members + "}";
  }

  private static String many(int count) {
    StringBuilder members = new StringBuilder("\"v0\":0");
    for (int i = 1; i < count; i++) {
      members.append(",\"v").append(i).append("\":0");
    }
    return members.toString();
  }

  @ParameterizedTest
  @MethodSource("defects")
  void namesThePathOfTheDefect(String path, String body) {
    Answer answer = refused(422, "invalid_document", body.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.at("error", "errors", 0, "path")).isEqualTo(path);
    assertThat(answer.at("error", "errors", 0, "message")).isNotEqualTo("null");
  }

  @Test
  void takesTheMostThatIsAllowed() {
    assertThat(ada.says("a".repeat(499)).status()).isEqualTo(200);
    assertThat(ada.event("a".repeat(200)).status()).isEqualTo(200);
    assertThat(ada.reply(goTo(values("\"a\":\"" + "x".repeat(4_094) + "\""))).status())
        .isEqualTo(200);
    assertThat(ada.reply(goTo(values(many(199)))).status()).isEqualTo(200);
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("message", utf8("{\"type\":\"text\",\"message\":\"hello\",}")),
        Arguments.of("", utf8("")),
        Arguments.of("", utf8("hello")),
        Arguments.of("type", utf8("{\"type\":\"text\"")),
        Arguments.of("type", utf8("{\"type\":\"text\",\"type\":\"text\",\"message\":\"a\"}")),
        Arguments.of("message", utf8("{\"type\":\"text\",\"message\":\"\\ud83d\"}")),
        Arguments.of("message", utf8("{\"type\":\"text\",\"message\":\"a\\u0000b\"}")),
        Arguments.of("", new byte[] {'{', '"', 't', '"', ':', '"', (byte) 0xff, '"', '}'}),
        Arguments.of("a", utf8("{\"a\":1e999999999}")));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void saysWhereJsonEnds(String path, byte[] body) {
    assertThat(refused(400, "invalid_json", body).at("error", "errors", 0, "path")).isEqualTo(path);
  }

  @Test
  void refusesWhatIsNestedTooDeeply() {
    refused(400, "invalid_json", utf8("[".repeat(100_000)));
    refused(400, "invalid_json", utf8("{\"a\":".repeat(100_000)));
  }

  @Test
  void refusesTooMuchAndStillAnswers() {
    refused(413, "too_large", new byte[1_000_001]);
    refused(413, "too_large", new byte[30_000_000]);
  }

  @Test
  void refusesAnotherContentType() {
    long before = legs();
    Answer answer =
        ada.as("Content-Type", "text/plain").post(ada.path() + "/reply", "{\"type\":\"text\"}");
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.at("error", "type")).isEqualTo("unsupported_media_type");
    assertThat(legs()).isEqualTo(before);
  }

  @Test
  void doesNotFindTargetsOfOtherBots() {
    String target = "\"target\":{\"type\":\"%s\",\"id\":\"60a1b2c3d4e5f60718293fff\"}";
    refused(404, "not_found", utf8(goTo(target.formatted("step"))));
    refused(404, "not_found", utf8(goTo(target.formatted("story"))));
    refused(
        404,
        "not_found",
        utf8(
            "{\"type\":\"customer_satisfaction_callback_action\",\"kind\":\"neutral\","
                + target.formatted("step")
                + "}"));
  }

  private Answer refused(int status, String type, byte[] body) {
    long before = legs();
    Answer answer = ada.send(body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("content-type")).contains("application/json; charset=utf-8");
    assertThat(answer.at("error", "type")).isEqualTo(type);
    assertThat(answer.text()).doesNotContain("dev.dragoman").doesNotContain("Exception");
    assertThat(legs()).as("nothing is written").isEqualTo(before);
    return answer;
  }

  private long legs() {
    return server.number("select count(*) from leg where conversation = '" + ada.id + "'");
  }
}
