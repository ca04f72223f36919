package dev.dragoman.server.dialect.gptbots;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.dialect.gptbots.Pizzeria.Guest;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.Receiver;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Webhook mode, to a receiver that listens (seed; contract gptbots §3.4, §5).
@ExtendWith(TestServer.Extension.class)
class WebhookTest {
  private static final String BOT = "90a1b2c3d4e5f60718293a45";

  private final TestServer server;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private Receiver hook;
  private Receiver receiver;
  private Pizzeria pizzeria;
  private Guest ann;
  private String endpoint;

  WebhookTest(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void open() throws IOException {
    hook =
        Receiver.answering(
            http(
                "{\"actions\":[{\"type\":\"send_text_action\",\"alternatives\":[\"It is"
                    + " hot.\"]}]}"));
    receiver = Receiver.that(this::hear);
    pizzeria = Pizzeria.hooked(server, BOT, hook.url());
    ann = pizzeria.guest();
    endpoint = endpoint("gptbots", ",\"auth\":{\"type\":\"bearer\",\"token\":\"app-webhook\"}");
  }

  private Client admin() {
    return pizzeria.anyone().bearer(RunningServer.ADMIN_KEY);
  }

  private String endpoint(String dialect, String more) {
    Answer made =
        admin()
            .post(
                "/api/v1/endpoints",
                "{\"bot\":\"%s\",\"dialect\":\"%s\",\"url\":\"%s\"%s}"
                    .formatted(BOT, dialect, receiver.url(), more));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.at("id");
  }

  @AfterEach
  void close() {
    pizzeria
        .anyone()
        .bearer(RunningServer.ADMIN_KEY)
        .send("DELETE", "/api/v1/endpoints/" + endpoint, new byte[0]);
    receiver.close();
    hook.close();
  }

  private void hear(Receiver.Connection connection) throws IOException {
    do {
      heard.add(new String(receiver.requests.getLast().getBytes(ISO_8859_1), UTF_8));
      connection.write(http("{\"code\":200,\"msg\":\"success\"}"));
    } while (connection.readRequest());
  }

  private static String http(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private String next() throws InterruptedException {
    String request = heard.poll(20, TimeUnit.SECONDS);
    assertThat(request).as("a request came").isNotNull();
    return request;
  }

  private static String body(String request) {
    return request.substring(request.indexOf("\r\n\r\n") + 4);
  }

  private static Value.Obj json(String request) {
    return (Value.Obj) Json.read(body(request).getBytes(UTF_8)).orThrow();
  }

  private Answer sends(String text) {
    return pizzeria.client.post(Guest.V2, Pizzeria.message(ann.id, "webhook", '"' + text + '"'));
  }

  @Test
  void acceptsAtOnceAndTellsTheWebhookInTheFormOfTheMessage() throws Exception {
    Answer accepted = sends("I want a pizza");
    assertThat(accepted.text())
        .matches(
            "\\{\"create_time\":[0-9]{10},\"conversation_id\":\"%s\",\"message_id\":\"[0-9a-f]{24}\"}"
                .formatted(ann.id));
    String first = next();
    assertThat(first).containsIgnoringCase("\r\nAuthorization: Bearer app-webhook\r\n");
    assertThat(first).containsIgnoringCase("\r\nContent-Type: application/json\r\n");
    Golden.check("gptbots/reply-v2", body(first), names(accepted, first));

    Answer older = ann.sendsV1("\"text\":\"Large\",\"response_mode\":\"webhook\"");
    String second = next();
    Golden.check("gptbots/reply-v1", body(second), names(older, second));
  }

  private Map<String, String> names(Answer accepted, String request) {
    return Map.of(
        "time",
        new String(Json.write(json(request).get("create_time")), UTF_8),
        "conversation",
        ann.id,
        "message",
        accepted.at("message_id"));
  }

  @Test
  void tellsEachLegWithAnIdOfItsOwn() throws Exception {
    Answer accepted = sends("is it ready");
    Value.Obj first = json(next());
    Value.Obj second = json(next());
    assertThat(first.text("message_id")).isEqualTo(accepted.at("message_id"));
    assertThat(second.text("message_id")).matches("[0-9a-f]{24}");
    assertThat(second.text("message_id")).isNotEqualTo(first.text("message_id"));
    assertThat(first.get("output").toString()).contains("One moment.");
    assertThat(new String(Json.write(second.get("output")), UTF_8))
        .isEqualTo(
            "[{\"from_component_branch\":\"1\",\"from_component_name\":\"asked\",\"content\":{\"text\":\"It"
                + " is hot.\"}}]");
  }

  @Test
  void handsOverToTheDeskAndTellsTheWebhookWhatItWrites() throws Exception {
    String desk = endpoint("gptbots-desk", "");
    sends("I want a person");
    Value.Obj established = null;
    for (int i = 0; i < 2; i++) {
      String request = next();
      if (request.startsWith("POST /hook?x=1/conversation/establish ")) {
        established = json(request);
      } else {
        assertThat(body(request)).contains("Connecting.");
      }
    }
    assertThat(established).isNotNull();
    String room = established.text("conversation_id");
    assertThat(room).matches("[0-9a-f]{24}").isNotEqualTo(ann.id);

    assertThat(desk("receive", room, ",\"body\":\"Hello, this is Eve\"").text())
        .isEqualTo("{\"code\":0,\"message\":\"OK\"}");
    assertThat(body(next())).contains("{\"text\":\"Hello, this is Eve\"}");

    sends("where is my pizza");
    String chat = next();
    assertThat(chat).startsWith("POST /hook?x=1/chat ");
    assertThat(json(chat).members().keySet())
        .containsExactly("conversation_id", "timestamp", "body");
    assertThat(json(chat).text("body")).isEqualTo("where is my pizza");

    assertThat(desk("close", room, "").status()).isEqualTo(200);
    assertThat(body(next())).as("the bot goes on").contains("It is me again.");
    Answer late = desk("receive", room, ",\"body\":\"Too late\"");
    assertThat(late.status()).isEqualTo(404);
    assertThat(late.at("code")).isEqualTo("40356");
    admin().send("DELETE", "/api/v1/endpoints/" + desk, new byte[0]);
  }

  private Answer desk(String what, String room, String more) {
    String path =
        what.equals("close") ? "/gptbots/v1/human/close" : "/gptbots/v1/human/message/receive";
    return pizzeria.client.post(
        path, "{\"conversation_id\":\"" + room + "\",\"timestamp\":1751000000123" + more + "}");
  }

  @Test
  void tellsNothingThatACallerHasHeard() throws Exception {
    sends("hello");
    assertThat(body(next())).contains("Hello!");
    ann.says("I want a pizza");
    sends("Small");
    assertThat(body(next())).as("the answer after it").contains("Small it is.");
  }
}
