package dev.dragoman.server.dialect.clustaar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.dialect.clustaar.Shop.Customer;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.Receiver;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The step webhook (contract clustaar §5): the exact request, and what its answer changes.
@ExtendWith(TestServer.Extension.class)
class WebhookTest {
  private static final String BOT = "70a1b2c3d4e5f60718293a41";
  private static final String CALL = "{\"type\":\"custom_event\",\"name\":\"CALL\"}";

  private final TestServer server;
  private final AtomicReference<String> answer = new AtomicReference<>("{\"actions\":[]}");
  private Receiver receiver;
  private Shop shop;

  WebhookTest(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void listen() throws IOException {
    receiver = Receiver.that(connection -> connection.write(http(answer.get()).getBytes(UTF_8)));
    shop = Shop.hooked(server, BOT, '"' + receiver.url() + '"');
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  private static String http(String body) {
    return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
        + body.getBytes(UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  private String request() {
    return new String(receiver.requests.getLast().getBytes(ISO_8859_1), UTF_8);
  }

  private static String body(String request) {
    return request.substring(request.indexOf("\r\n\r\n") + 4);
  }

  private static String header(String request, String name) {
    var found = Pattern.compile("(?im)^" + name + ": (.*?)\r?$").matcher(request);
    return found.find() ? found.group(1) : "";
  }

  @Test
  void sendsTheDocumentedRequest() {
    Customer ada = shop.customer(",\"firstName\":\"Ada\",\"customAttributes\":{\"plan\":\"gold\"}");
    ada.reply(CALL);
    String request = request();
    assertThat(request).startsWith("POST /hook?x=1 HTTP/1.1\r\n");
    assertThat(header(request, "Content-Type")).isEqualTo("application/json");
    assertThat(header(request, "Date")).matches("\\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]{8} GMT");
    assertThat(header(request, "Authorization")).isEmpty();
    assertThat(header(request, "X-Hub-Signature")).isEmpty();
    Value.Obj sent = (Value.Obj) Json.read(body(request).getBytes(UTF_8)).orThrow();
    Golden.check(
        "clustaar/step-webhook-request",
        body(request),
        Map.of(
            "bot",
            BOT,
            "timestamp",
            new String(Json.write(sent.get("timestamp")), UTF_8),
            "interlocutor",
            ada.id,
            "user",
            ada.userId));
  }

  @Test
  void authenticatesAndSignsWithTheSecretsTheBotNames() {
    server.secret("shop-basic", "shop:pässword");
    server.secret("shop-signing", "signing key");
    String webhook =
        "{ url: \"%s\", authorization: shop-basic, key: shop-signing }".formatted(receiver.url());
    Shop.hooked(server, BOT, webhook).customer().reply(CALL);
    String request = request();
    assertThat(header(request, "Authorization"))
        .isEqualTo("Basic " + Base64.getEncoder().encodeToString("shop:pässword".getBytes(UTF_8)));
    assertThat(header(request, "X-Hub-Signature"))
        .isEqualTo(Signature.of("signing key", header(request, "Date"), body(request)));
  }

  @Test
  void doesNotCallWithoutTheSecretItShouldSend() {
    String webhook = "{ url: \"%s\", key: nobody-set-this }".formatted(receiver.url());
    Answer said = Shop.hooked(server, BOT, webhook).customer().debugged(CALL);
    assertThat(said.at("data", "fulfillment", "actions", 0, "text")).isEqualTo("Configured");
    assertThat(said.at("data", "debug", "webhookCalls", 0, "error"))
        .isEqualTo("RequestFailed: Not called (the secret nobody-set-this is not set)");
    assertThat(receiver.connections).hasValue(0);
  }

  @Test
  void replacesActionsSessionAndInterlocutor() {
    answer.set(
        """
        {"actions":[{"type":"send_text_action","alternatives":["From the shop, {{not}} filled"]},
                    {"type":"store_session_value_action","key":"stored","value":"1"}],
         "session":{"values":{"cart":[1,2.50],"n":null}},
         "interlocutor":{"firstName":"Bob","isLogged":true,"customAttributes":{"plan":"silver"}}}""");
    Customer ada = shop.customer(",\"firstName\":\"Ada\",\"customAttributes\":{\"plan\":\"gold\"}");
    ada.reply(
        "{\"type\":\"go_to_action\",\"target\":{\"type\":\"step\",\"id\":\"70a1b2c3d4e5f60718293d02\"},"
            + "\"sessionValues\":{\"old\":1}}");
    Answer said = ada.debugged(CALL);
    assertThat(said.at("data", "fulfillment", "actions"))
        .isEqualTo(
            "[{\"type\":\"send_text_action\",\"alternatives\":[\"From the shop, {{not}} filled\"],"
                + "\"text\":\"From the shop, {{not}} filled\"}]");
    assertThat(said.at("data", "session", "values"))
        .isEqualTo("{\"cart\":[1,2.50],\"n\":null,\"stored\":\"1\"}");
    assertThat(said.at("data", "debug", "webhookCalls", 0, "error")).isEqualTo("null");
    assertThat(ada.seen().at("data", "firstName")).isEqualTo("Bob");
    assertThat(ada.seen().at("data", "customAttributes")).isEqualTo("{\"plan\":\"silver\"}");
    ada.reply(CALL);
    assertThat(body(request())).contains("\"isLogged\":true,\"usedToTest\":false");
  }

  @Test
  void leavesTheSessionWhenTheAnswerHasNone() {
    Customer ada = shop.customer();
    String goTo =
        "{\"type\":\"go_to_action\",\"target\":{\"type\":\"step\",\"id\":\"70a1b2c3d4e5f60718293d02\"},"
            + "\"sessionValues\":{\"kept\":1}}";
    assertThat(ada.reply(goTo).at("data", "session", "values")).isEqualTo("{\"kept\":1}");
    answer.set("{\"actions\":[],\"session\":null,\"interlocutor\":null}");
    assertThat(ada.reply(goTo).at("data", "session", "values")).isEqualTo("{\"kept\":1}");
    assertThat(body(request())).contains("\"session\":{\"values\":{\"kept\":1}}");
  }

  @Test
  void showsAFailedCallInDebugAsTheSeedDoes() {
    answer.set("{");
    Customer ada = shop.customer();
    Answer said = ada.debugged(CALL);
    assertThat(said.status()).isEqualTo(200);
    Golden.check(
        "clustaar/reply-webhook-failed",
        said.text(),
        Map.of(
            "interlocutor", ada.id,
            "url", receiver.url(),
            "request", body(request()).replace("\\", "\\\\").replace("\"", "\\\"")));
  }

  @Test
  void isOneElementOfTheConversation() {
    answer.set("{\"actions\":[{\"type\":\"send_text_action\",\"alternatives\":[\"Shop\"]}]}");
    Customer ada = shop.customer();
    ada.reply(CALL);
    Answer conversation = ada.conversation("");
    assertThat(conversation.at("data", "count")).isEqualTo("1");
    Golden.check(
        "clustaar/conversation",
        conversation.text(),
        Map.of(
            "bot",
            BOT,
            "interlocutor",
            ada.id,
            "timestamp",
            conversation.at("data", "extract", 0, "timestamp")));
  }
}
