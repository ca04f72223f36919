package dev.dragoman.server.dialect.clustaar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.flow.HookForms;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The limits of actions and buttons at n and n + 1 (contract clustaar §4), as a webhook answers
/// them. Where the older and the newer limit differ, the wider one counts.
class ActionLimitsTest {
  private static final String GO =
      "{\"type\":\"go_to_action\",\"target\":{\"type\":\"step\",\"id\":\"60a1b2c3d4e5f60718293d04\"}}";
  private static final String OPEN = "{\"type\":\"open_url_action\",\"url\":\"https://a.example\"}";

  private final StepWebhook webhook = new StepWebhook((_, _) -> Optional.empty());

  /// `@n` in the action becomes `n` letters, `#n(x)` becomes `n` times `x` in a list.
  private static Arguments limit(String path, int most, String action) {
    return Arguments.of(path, most, action);
  }

  static Stream<Arguments> limits() {
    String text = "{\"type\":\"send_text_action\",\"alternatives\":[%s]}";
    String quick = "{\"type\":\"send_quick_replies_action\",\"message\":\"%s\",\"buttons\":[%s]}";
    String reply = "{\"title\":\"%s\",\"action\":" + OPEN + "}";
    String cards = "{\"type\":\"send_cards_action\",\"cards\":[%s]}";
    String card = "{\"type\":\"card\",\"title\":\"%s\",\"subtitle\":\"%s\",\"buttons\":[%s]}";
    String button = "{\"type\":\"button\",\"title\":\"%s\",\"action\":%s}";
    String store = "{\"type\":\"store_session_value_action\",\"key\":\"%s\",\"value\":\"%s\"}";
    String attribute = "{\"type\":\"set_user_attribute_action\",\"key\":\"%s\",\"value\":\"%s\"}";
    String mail =
        "{\"type\":\"send_email_action\",\"recipient\":\"%s\",\"subject\":\"%s\",\"content\":\"%s\"}";
    return Stream.of(
        limit("alternatives", 10, text.formatted("#(\"a\")")),
        limit("alternatives[0]", 500, text.formatted("\"@\"")),
        limit("message", 500, quick.formatted("@", reply.formatted("a"))),
        limit("buttons", 11, quick.formatted("a", "#(" + reply.formatted("a") + ")")),
        limit("buttons[0].title", 60, quick.formatted("a", reply.formatted("@"))),
        limit("cards", 25, cards.formatted("#(" + card.formatted("a", "a", "") + ")")),
        limit("cards[0].title", 80, cards.formatted(card.formatted("@", "a", ""))),
        limit("cards[0].subtitle", 80, cards.formatted(card.formatted("a", "@", ""))),
        limit(
            "cards[0].buttons",
            3,
            cards.formatted(card.formatted("a", "a", "#(" + button.formatted("a", GO) + ")"))),
        limit(
            "cards[0].buttons[0].title",
            20,
            cards.formatted(card.formatted("a", "a", button.formatted("@", GO)))),
        limit(
            "message",
            500,
            "{\"type\":\"ask_location_action\",\"message\":\"@\",\"action\":" + GO + "}"),
        limit("event", 200, "{\"type\":\"send_js_event_action\",\"event\":\"@\"}"),
        limit("key", 100, store.formatted("@", "a")),
        limit("value", 200, store.formatted("a", "@")),
        limit("key", 100, attribute.formatted("@", "a")),
        limit("value", 2_000, attribute.formatted("a", "@")),
        limit("recipient", 150, mail.formatted("@", "a", "a")),
        limit("subject", 150, mail.formatted("a", "@", "a")),
        limit("content", 1_500, mail.formatted("a", "a", "@")),
        limit("message", 1_000, "{\"type\":\"create_user_request_action\",\"message\":\"@\"}"),
        limit(
            "query",
            2_048,
            "{\"type\":\"google_custom_search_action\",\"query\":\"@\",\"customEngineID\":\"a\",\"limit\":10}"),
        limit(
            "message",
            500,
            "{\"type\":\"send_quick_replies_action\",\"message\":\"@\",\"buttons\":["
                + "{\"type\":\"quick_reply\",\"title\":\"a\",\"action\":{\"type\":\"share_action\"}}]}"),
        limit(
            "buttons[0].action.message",
            500,
            quick.formatted(
                "a",
                "{\"title\":\"a\",\"action\":{\"type\":\"legacy_reply_to_message_action\",\"message\":\"@\"}}")));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void takesTheMostAndNoMore(String path, int most, String action) {
    assertThat(error(filled(action, most))).isNull();
    assertThat(error(filled(action, most + 1)))
        .startsWith("RequestFailed: Invalid document (actions[0]." + path + ": ");
  }

  private static String filled(String action, int count) {
    int list = action.indexOf("#(");
    if (list < 0) {
      return action.replace("@", "a".repeat(count));
    }
    int end = action.lastIndexOf(')');
    String item = action.substring(list + 2, end);
    String items = IntStream.range(0, count).mapToObj(_ -> item).collect(Collectors.joining(","));
    return action.substring(0, list) + items + action.substring(end + 1);
  }

  private String error(String action) {
    HookForms.Read read =
        webhook.read(200, ("{\"actions\":[" + action + "]}").getBytes(StandardCharsets.UTF_8));
    return read.error();
  }
}
