package dev.dragoman.server.dialect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Receiver;
import dev.dragoman.server.testing.TestServer;
import dev.dragoman.server.testing.TestServer.TestBot;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// One conversation through all four doors, each spoken as its vendor's own clients speak it.
@ExtendWith(TestServer.Extension.class)
class FourDoorsTest {
  private static final String FILE =
      """
      bot: four doors ⟨id⟩
      id: ⟨id⟩
      language: en
      values: { size: text, price: text }
      intents: { order: [I want a pizza, order a pizza] }
      stories:
        order:
          on: { intent: order }
          steps:
            size:
              say: "Which size?"
              ask: { closed: [Small, Large], save: size }
              next:
                - { go: priced, hook: "⟨hook⟩" }
            priced:
              say: "{{size}} it is, for {{price}}."
              next: end
      """;
  private static final String RAISED =
      "{\"user_session_keys\":[{\"key\":\"price\",\"value\":\"12 euros\",\"type\":null}]}";

  private final TestServer server;
  private final Client anyone;
  private final Client admin;
  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private final BlockingQueue<Value.Obj> desk = new LinkedBlockingQueue<>();
  private final BlockingQueue<Value.Obj> agentWebhook = new LinkedBlockingQueue<>();
  private Receiver hook;
  private Receiver deskReceiver;
  private Receiver webhook;
  private TestBot bot;

  FourDoorsTest(TestServer server) {
    this.server = server;
    this.anyone = server.client();
    this.admin = anyone.bearer(server.adminKey());
  }

  @BeforeEach
  void open() throws IOException {
    hook = Receiver.heard(asked::add, RAISED);
    deskReceiver = Receiver.heard(request -> desk.add(body(request)), "{}");
    webhook =
        Receiver.heard(
            request -> agentWebhook.add(body(request)), "{\"code\":200,\"msg\":\"success\"}");
    String id = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    bot = server.publish(FILE.replace("⟨id⟩", id).replace("⟨hook⟩", hook.url()));
    made("/api/v1/endpoints", endpoint("aivo", deskReceiver.url(), ""));
    made(
        "/api/v1/endpoints",
        endpoint("gptbots", webhook.url(), ",\"auth\":{\"type\":\"bearer\",\"token\":\"app\"}"));
  }

  @AfterEach
  void close() {
    hook.close();
    deskReceiver.close();
    webhook.close();
  }

  private String endpoint(String dialect, String url, String more) {
    return "{\"bot\":\"%s\",\"dialect\":\"%s\",\"url\":\"%s\"%s}"
        .formatted(bot.id(), dialect, url, more);
  }

  private Answer made(String path, String body) {
    Answer made = admin.post(path, body);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made;
  }

  private static Value.Obj body(String request) {
    String text = new String(request.getBytes(ISO_8859_1), UTF_8);
    byte[] json = text.substring(text.indexOf("\r\n\r\n") + 4).getBytes(UTF_8);
    return (Value.Obj) Json.read(json).orThrow();
  }

  private static <T> T next(BlockingQueue<T> heard) throws InterruptedException {
    T one = heard.poll(30, TimeUnit.SECONDS);
    assertThat(one).as("nothing came").isNotNull();
    return one;
  }

  @Test
  void one_conversation_goes_through_all_four_with_one_sequence() throws Exception {
    String conversation = askedByClustaar();
    answeredByGptbotsAndPricedByTreble(conversation);
    int first = group("Sales");
    int second = group("Billing");
    String room = queuedByAivo(conversation, first);
    String sales = agent("Marta", first);
    String billing = agent("Tomás", second);
    attendedAndTransferred(room, sales, second, billing);
    writtenAndClosed(room, billing);
    botAgain(conversation);
    unbroken(conversation);
  }

  private String askedByClustaar() {
    Client clustaar = anyone.bearer(bot.token());
    String id =
        clustaar
            .post(
                "/clustaar/bots/" + bot.id() + "/interlocutors/clustaar_web_chat",
                "{\"type\":\"interlocutor\",\"userID\":\"ada\",\"firstName\":\"Ada\"}")
            .at("data", "id");
    Answer answer = reply(id, "I want a pizza");
    assertThat(answer.text()).contains("Which size?");
    return id;
  }

  private Answer reply(String conversation, String text) {
    Answer answer =
        anyone
            .bearer(bot.token())
            .post(
                "/clustaar/interlocutors/" + conversation + "/reply",
                "{\"type\":\"text\",\"message\":\"" + text + "\"}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private void answeredByGptbotsAndPricedByTreble(String conversation) throws InterruptedException {
    Client gptbots = anyone.bearer(server.key(Credential.Kind.GPTBOTS_KEY, bot.id()));
    Answer sent =
        gptbots.post(
            "/gptbots/v2/conversation/message",
            "{\"conversation_id\":\"%s\",\"response_mode\":\"webhook\",\"messages\":[{\"role\":\"user\",\"content\":\"Large\"}]}"
                .formatted(conversation));
    assertThat(sent.status()).as(sent.text()).isEqualTo(200);
    Value.Obj hooked = body(next(asked));
    assertThat(hooked.members().keySet()).contains("user_session_keys", "session_id");
    Value.Obj heard = next(agentWebhook);
    assertThat(heard.text("conversation_id")).isEqualTo(conversation);
    assertThat(new String(Json.write(heard), UTF_8)).contains("Large it is, for 12 euros.");
  }

  private String queuedByAivo(String conversation, int group) {
    String token = server.key(Credential.Kind.AIVO_TOKEN, bot.id());
    Answer queued =
        anyone.post(
            "/aivo/api/v1/live-handler/queue/external",
            """
            {"botId": %d, "groupsId": [%d], "botToken": "%s", "protocolId": 28,
             "user": {"hash": "ada", "firstname": "Ada", "extra": [{"Ticket": 7781}]},
             "status": "queued", "lastSender": "user"}"""
                .formatted(bot.bot().head().number(), group, token));
    assertThat(queued.status()).as(queued.text()).isEqualTo(200);
    Answer room = admin.get("/api/v1/rooms/" + queued.at("conversationId"));
    assertThat(room.at("conversation")).isEqualTo(conversation);
    assertThat(reply(conversation, "is anybody there?").at("data", "fulfillment", "actions"))
        .isIn("[]", "null");
    return queued.at("conversationId");
  }

  private int group(String name) {
    String body = "{\"name\":\"%s of %s\"}".formatted(name, bot.id());
    return Integer.parseInt(made("/api/v1/groups", body).at("number"));
  }

  private String agent(String name, int group) {
    String body = "{\"name\":\"%s\",\"capacity\":5,\"groups\":[%d]}".formatted(name, group);
    return made("/api/v1/agents", body).at("id");
  }

  private void act(String room, String what, String body) {
    Answer done = admin.post("/api/v1/rooms/" + room + "/" + what, body);
    assertThat(done.status()).as(done.text()).isLessThan(300);
  }

  private static String by(String agent) {
    return "\"agent\":\"" + agent + "\"";
  }

  private void attendedAndTransferred(String room, String first, int group, String second)
      throws InterruptedException {
    act(room, "attend", "{" + by(first) + "}");
    assertThat(next(desk).text("name")).isEqualTo("attended");
    act(room, "transfer", "{" + by(first) + ",\"group\":" + group + "}");
    assertThat(next(desk).text("name")).isEqualTo("transfer");
    act(room, "attend", "{" + by(second) + "}");
    assertThat(next(desk).text("name")).isEqualTo("attended");
  }

  private void writtenAndClosed(String room, String agent) throws InterruptedException {
    act(room, "messages", "{" + by(agent) + ",\"type\":\"text\",\"text\":\"Your pizza flies\"}");
    Value.Obj written = next(desk);
    assertThat(written.text("name")).isEqualTo("messageToClient");
    assertThat(written.text("roomId")).isEqualTo(room);
    assertThat(new String(Json.write(next(agentWebhook)), UTF_8)).contains("Your pizza flies");
    act(room, "close", "{" + by(agent) + "}");
    assertThat(next(desk).text("name")).isEqualTo("close");
  }

  private void botAgain(String conversation) {
    assertThat(reply(conversation, "order a pizza").text()).contains("Which size?");
  }

  private void unbroken(String conversation) {
    List<Leg> legs = server.legs(conversation);
    long next = 1;
    for (Leg leg : legs) {
      assertThat(leg.firstSequence()).isEqualTo(next);
      next += leg.told().events().size();
    }
    assertThat(next).isGreaterThan(20);
    assertThat(desk).isEmpty();
    assertThat(asked).isEmpty();
  }
}
