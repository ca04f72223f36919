package dev.dragoman.server.dialect.clustaar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.dialect.clustaar.Shop.Customer;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// "Post reply" (seed 001; contract clustaar §2, §3, §4).
@ExtendWith(TestServer.Extension.class)
class ReplyTest {
  private final Shop shop;
  private final Customer ada;

  ReplyTest(TestServer server) {
    shop = Shop.open(server);
    ada = shop.customer(",\"firstName\":\"Ada\"");
  }

  private void isGolden(String name, Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("content-type")).contains("application/json; charset=utf-8");
    Golden.check("clustaar/" + name, answer.text(), Map.of("interlocutor", ada.id));
  }

  @Test
  void answersATextWithTheSeedsMembersInTheSeedsOrder() {
    isGolden("reply-text-debug", ada.debugged("{\"type\":\"text\",\"message\":\"hello\"}"));
  }

  @Test
  void leavesDebugOutUnlessAsked() {
    isGolden("reply-text", ada.says("hello"));
    assertThat(
            ada.reply("{\"type\":\"text\",\"message\":\"hello\",\"debug\":0}").at("data", "debug"))
        .isEqualTo("null");
    assertThat(
            ada.reply("{\"type\":\"text\",\"message\":\"hello\",\"debug\":1}").at("data", "debug"))
        .startsWith("{\"intentDetections\":[{");
  }

  @Test
  void writesEveryVisibleActionInItsDocumentedForm() {
    isGolden("reply-every-action", ada.event("ACTS"));
  }

  @Test
  void carriesEffectsOutAndLeavesThemOutOfTheReply() {
    isGolden(
        "reply-effects",
        ada.reply(
            """
            {"type":"go_to_action","target":{"type":"step","id":"60a1b2c3d4e5f60718293d04"},
             "sessionValues":{"colour":"red"}}"""));
    Answer conversation = ada.conversation("");
    assertThat(conversation.at("data", "userRequestsTodoCount")).isEqualTo("2");
    assertThat(ada.seen().at("data", "customAttributes"))
        .isEqualTo("{\"plan\":\"gold\",\"orders\":\"1\"}");
  }

  @Test
  void saysNothingWhilePaused() {
    assertThat(ada.event("PAUSE").at("data", "fulfillment", "actions"))
        .isEqualTo("[{\"type\":\"pause_bot_action\"}]");
    isGolden("reply-paused", ada.says("hello"));
  }

  @Test
  void namesTheFallbacksAsSources() {
    assertThat(ada.event("ORDER").at("data", "fulfillment", "source", "type"))
        .isEqualTo("step_actions");
    isGolden("reply-step-fallback", ada.says("blue sky"));
    isGolden("reply-story-fallback", ada.says("blue sky"));
    assertThat(ada.says("the large one").at("data", "fulfillment", "actions", 0, "text"))
        .isEqualTo("Thank you, Ada.");
  }

  @Test
  void entersStoriesByUrlAndByStory() {
    assertThat(
            ada.reply("{\"type\":\"url_loaded_event\",\"url\":\"https://shop.example/order/7\"}")
                .at("data", "fulfillment", "source", "step", "name"))
        .isEqualTo("size");
    assertThat(
            ada.reply(
                    """
                    {"type":"go_to_action","target":{"type":"story","id":"60a1b2c3d4e5f60718293c01",
                     "name":null},"sessionValues":null,"channel":"clustaar_web_chat"}""")
                .at("data", "fulfillment", "source", "step", "name"))
        .isEqualTo("first");
  }

  @Test
  void isSilentAtUnknownEventsAndAddresses() {
    String silence = "{\"actions\":[],\"source\":null}";
    assertThat(ada.event("NOBODY").at("data", "fulfillment")).isEqualTo(silence);
    assertThat(
            ada.reply("{\"type\":\"url_loaded_event\",\"url\":\"https://else.example\"}")
                .at("data", "fulfillment"))
        .isEqualTo(silence);
  }

  @Test
  void takesSurveysAndTypedButtonsBack() {
    assertThat(
            ada.reply(
                    """
                    {"type":"customer_satisfaction_callback_action","kind":"negative",
                     "target":{"type":"step","id":"60a1b2c3d4e5f60718293d06"}}""")
                .at("data", "fulfillment", "actions", 0, "text"))
        .isEqualTo("Which size?");
    assertThat(
            ada.reply("{\"type\":\"customer_satisfaction_callback_action\",\"kind\":\"positive\"}")
                .status())
        .isEqualTo(200);
    assertThat(
            ada.reply("{\"type\":\"legacy_reply_to_message_action\",\"message\":\"the large one\"}")
                .at("data", "fulfillment", "actions", 0, "text"))
        .isEqualTo("Thank you, Ada.");
  }

  @Test
  void countsCharactersNotBytes() {
    assertThat(ada.says("😀".repeat(499)).status()).isEqualTo(200);
    assertThat(ada.says("😀".repeat(500)).status()).isEqualTo(422);
    String legacy = "{\"type\":\"legacy_reply_to_message_action\",\"message\":\"%s\"}";
    assertThat(ada.reply(legacy.formatted("é".repeat(500))).status()).isEqualTo(200);
    assertThat(ada.reply(legacy.formatted("é".repeat(501))).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👩‍👩‍👧 😀",
        "مرحبا بالعالم",
        "e\u0301 \u212b ﬁ",
        "<b>&amp;</b>",
        "\u202eabc\u0007"
      })
  void givesLegalUnicodeBackByteForByte(String text) {
    String sent = text.replace("\u0007", "\\u0007");
    assertThat(ada.says(sent).at("data", "input"))
        .isEqualTo("{\"type\":\"text\",\"message\":\"" + sent + "\"}");
    assertThat(
            ada.conversation("?extract_limit=1").at("data", "extract", 0, "input_action", "action"))
        .isEqualTo("{\"type\":\"text\",\"message\":\"" + sent + "\"}");
  }
}
