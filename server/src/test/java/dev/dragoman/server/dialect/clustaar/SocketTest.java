package dev.dragoman.server.dialect.clustaar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.dialect.clustaar.Shop.Customer;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.Receiver;
import dev.dragoman.server.testing.Socket;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The websocket twin of "Post reply" (contract clustaar §8), over real sockets.
@ExtendWith(TestServer.Extension.class)
class SocketTest {
  private static final String TOKEN = "a-token-the-site-has-chosen";

  private final TestServer server;
  private final Shop shop;
  private final Customer ada;
  private final String topic;
  private final List<Socket> opened = new ArrayList<>();

  SocketTest(TestServer server) {
    this.server = server;
    shop = Shop.ofSockets(server);
    ada = shop.customer(",\"socketToken\":\"" + TOKEN + "\"");
    topic = "interlocutor:" + ada.id;
  }

  @AfterEach
  void close() {
    opened.forEach(Socket::close);
  }

  private Socket socket(String query) {
    Socket socket = Socket.open(shop.anyone().address() + "/clustaar/websocket" + query);
    opened.add(socket);
    return socket;
  }

  private Socket joined() {
    Socket socket = socket("?vsn=2.0.0");
    socket.send(join("1", topic, shop.bot.id(), TOKEN));
    assertThat(socket.next())
        .isEqualTo(answer("1", topic, "{\"response\":{\"control\":false},\"status\":\"ok\"}"));
    return socket;
  }

  private static String join(String ref, String topic, String bot, String token) {
    return "[\"%s\",\"%s\",\"%s\",\"phx_join\",{\"bot_id\":\"%s\",\"socketToken\":\"%s\"}]"
        .formatted(ref, ref, topic, bot, token);
  }

  private static String answer(String ref, String topic, String payload) {
    return "[\"1\",\"%s\",\"%s\",\"phx_reply\",%s]".formatted(ref, topic, payload);
  }

  private String reply(String token, String body) {
    return """
    ["1","2","%s","interlocutor_reply",
     {"token":"%s","params":{"debug":0,"display":true,"channel":"clustaar_web_chat"},
      "body":%s}]\
    """
        .formatted(topic, token, body);
  }

  private void says(Socket socket, String message) {
    socket.send(reply(shop.bot.token(), "{\"type\":\"text\",\"message\":\"" + message + "\"}"));
  }

  private static String[] twoOf(Socket socket) {
    String one = socket.next();
    String two = socket.next();
    return one.contains("\"phx_reply\"") ? new String[] {one, two} : new String[] {two, one};
  }

  private static Value payload(String message) {
    Value.List items = (Value.List) Json.read(message.getBytes(StandardCharsets.UTF_8)).orThrow();
    return items.items().getLast();
  }

  private void isGolden(String name, String message) {
    Golden.check("clustaar/" + name, message, Map.of("interlocutor", ada.id));
  }

  @Test
  void answersAReplyAsPostReplyDoes() {
    Socket socket = joined();
    says(socket, "hello");
    String[] both = twoOf(socket);
    isGolden("socket-bot-reply", both[1]);
    String answered = both[0];
    assertThat(answered).startsWith("[\"1\",\"2\",\"" + topic + "\",\"phx_reply\",{\"response\":{");
    assertThat(answered).contains("\"status\":200,").endsWith(",\"status\":\"ok\"}]");
    assertThat(((Value.Obj) payload(answered)).get("response")).isEqualTo(payload(both[1]));
  }

  @Test
  void writesObjectsForOldClients() {
    Socket socket = socket("");
    socket.send(
        """
        {"topic":"%s","event":"phx_join","ref":"1",
         "payload":{"bot_id":"%s","socketToken":"%s","origin":"https://shop.example"}}\
        """
            .formatted(topic, shop.bot.id(), TOKEN));
    assertThat(socket.next())
        .isEqualTo(
            """
            {"event":"phx_reply","payload":{"response":{"control":false},"status":"ok"},\
            "ref":"1","topic":"%s"}\
            """
                .formatted(topic));
    ada.says("hello");
    assertThat(socket.next())
        .isEqualTo(
            """
            {"event":"interlocutor_reply","payload":{"body":{"type":"text","message":"hello"}},\
            "ref":null,"topic":"%s"}\
            """
                .formatted(topic));
    assertThat(socket.next()).startsWith("{\"event\":\"bot_reply\",\"payload\":{\"status\":200,");
  }

  @Test
  void tellsOtherTabsWhatWasSaidAndAnswered() {
    Socket one = joined();
    Socket other = joined();
    says(one, "hello");
    assertThat(other.next())
        .isEqualTo(
            "[\"1\",null,\"%s\",\"interlocutor_reply\",{\"body\":{\"type\":\"text\",\"message\":\"hello\"}}]"
                .formatted(topic));
    isGolden("socket-bot-reply", other.next());
    twoOf(one);
    says(other, "hello");
    assertThat(one.next()).contains("\"interlocutor_reply\"");
    assertThat(one.next()).contains("\"bot_reply\"");
    assertThat(one.unheard()).isZero();
  }

  @Test
  void showsDebugOnlyToTheOneWhoAsked() {
    Socket one = joined();
    Socket other = joined();
    one.send(
        reply(shop.bot.token(), "{\"type\":\"text\",\"message\":\"hello\"}")
            .replace("\"debug\":0", "\"debug\":1"));
    assertThat(twoOf(one)[1]).contains("\"debug\":{\"intentDetections\":[{");
    assertThat(other.next()).doesNotContain("debug");
    assertThat(other.next()).doesNotContain("debug");
  }

  @Test
  void keepsTheOrderOfWhatAClientSays() {
    Socket one = joined();
    Socket other = joined();
    for (int i = 0; i < 6; i++) {
      says(one, "number " + i);
    }
    for (int i = 0; i < 6; i++) {
      assertThat(other.next()).contains("interlocutor_reply").contains("number " + i);
      assertThat(other.next()).contains("bot_reply").contains("number " + i);
    }
  }

  @Test
  void saysWhatIsWrongWithAReply() {
    Socket socket = joined();
    socket.send(reply(shop.bot.token(), "{\"type\":\"text\"}"));
    isGolden("socket-reply-refused", socket.next());
    assertThat(socket.next()).contains("\"bot_reply\",{\"status\":422,\"body\":{\"error\":{");
    socket.send(reply("nobody", "{\"type\":\"text\",\"message\":\"hello\"}"));
    assertThat(socket.next()).contains("\"status\":401,").contains("\"status\":\"error\"");
    assertThat(socket.next()).contains("\"bot_reply\",{\"status\":401,");
    socket.send(reply(shop.bot.key(), "{\"type\":\"text\",\"message\":\"hello\"}"));
    assertThat(socket.next()).contains("\"status\":403,");
  }

  @Test
  void letsNobodyInWithoutWhatBelongsTogether() {
    Customer eve = shop.customer(",\"socketToken\":\"another-token\"");
    String refused = "{\"response\":{\"reason\":\"unauthorized\"},\"status\":\"error\"}";
    Socket socket = socket("?vsn=2.0.0");
    String other = Shop.open(server).bot.id();
    for (String wrong :
        List.of(
            join("1", topic, shop.bot.id(), "another-token"),
            join("1", topic, other, TOKEN),
            join("1", topic, "", TOKEN),
            "[\"1\",\"1\",\"" + topic + "\",\"phx_join\",{}]")) {
      socket.send(wrong);
      assertThat(socket.next()).as(wrong).isEqualTo(answer("1", topic, refused));
    }
    for (String id : List.of(eve.id, "000000000000000000000000", "x", "")) {
      socket.send(join("1", "interlocutor:" + id, shop.bot.id(), TOKEN));
      assertThat(socket.next()).isEqualTo(answer("1", "interlocutor:" + id, refused));
    }
    says(socket, "hello");
    assertThat(socket.next()).contains("{\"reason\":\"unmatched topic\"}");
  }

  @Test
  void answersHeartbeatsAndNamesWhatItDoesNotKnow() {
    Socket socket = joined();
    socket.send("[null,\"7\",\"phoenix\",\"heartbeat\",{}]");
    assertThat(socket.next())
        .isEqualTo("[null,\"7\",\"phoenix\",\"phx_reply\",{\"response\":{},\"status\":\"ok\"}]");
    socket.send("[null,\"8\",\"lobby\",\"phx_join\",{}]");
    assertThat(socket.next())
        .contains("\"phx_reply\",{\"response\":{\"reason\":\"unmatched topic\"}");
    socket.send("[\"1\",\"9\",\"" + topic + "\",\"dance\",{}]");
    assertThat(socket.next()).contains("{\"reason\":\"unmatched event\"},\"status\":\"error\"");
  }

  @Test
  void leavesAndComesBack() {
    Socket socket = joined();
    socket.send("[\"1\",\"3\",\"" + topic + "\",\"phx_leave\",{}]");
    assertThat(socket.next()).isEqualTo(answer("3", topic, "{\"response\":{},\"status\":\"ok\"}"));
    assertThat(socket.next()).isEqualTo("[\"1\",\"1\",\"" + topic + "\",\"phx_close\",{}]");
    ada.says("hello");
    socket.send(join("4", topic, shop.bot.id(), TOKEN));
    assertThat(socket.next()).contains("\"phx_reply\"");
    socket.send(join("5", topic, shop.bot.id(), TOKEN));
    assertThat(socket.next()).isEqualTo("[\"4\",\"4\",\"" + topic + "\",\"phx_close\",{}]");
    assertThat(socket.next()).contains("\"phx_reply\"");
    ada.says("hello");
    assertThat(socket.next()).startsWith("[\"5\",null,").contains("interlocutor_reply");
    assertThat(socket.next()).startsWith("[\"5\",null,").contains("bot_reply");
  }

  @Test
  void countsTheSocketsOfAnInterlocutor() {
    for (int i = 0; i < Sockets.MOST; i++) {
      joined();
    }
    Socket late = socket("?vsn=2.0.0");
    late.send(join("1", topic, shop.bot.id(), TOKEN));
    assertThat(late.next()).contains("{\"reason\":\"too many sockets\"},\"status\":\"error\"");
    opened.getFirst().send("[\"1\",\"3\",\"" + topic + "\",\"phx_leave\",{}]");
    opened.getFirst().next();
    opened.getFirst().next();
    late.send(join("1", topic, shop.bot.id(), TOKEN));
    assertThat(late.next()).contains("\"status\":\"ok\"");
  }

  @Test
  void tellsWhenTheBotFallsSilentAndSpeaksAgain() {
    Socket socket = joined();
    Client admin = shop.anyone().bearer(RunningServer.ADMIN_KEY);
    admin.post("/api/v1/conversations/" + ada.id + "/pause", "{}");
    assertThat(socket.next()).matches(control(true));
    Socket late = socket("?vsn=2.0.0");
    late.send(join("1", topic, shop.bot.id(), TOKEN));
    assertThat(late.next()).contains("{\"response\":{\"control\":true},\"status\":\"ok\"}");
    says(socket, "hello");
    assertThat(twoOf(socket)[1]).contains("{\"actions\":[],\"source\":null}");
    admin.post("/api/v1/conversations/" + ada.id + "/release", "{}");
    assertThat(socket.next()).matches(control(false));
  }

  private String control(boolean value) {
    return "\\[\"1\",null,\"%s\",\"control\",\\{\"at\":1\\d{9},\"value\":%s}]"
        .formatted(topic, value);
  }

  @Test
  void tellsWhatPeopleSayWhoTakeOver() throws Exception {
    CompletableFuture<String> room = new CompletableFuture<>();
    try (Receiver desk = Receiver.heard(request -> established(request, room), "{\"code\":0}")) {
      Client admin = shop.anyone().bearer(RunningServer.ADMIN_KEY);
      Answer endpoint =
          admin.post(
              "/api/v1/endpoints",
              "{\"bot\":\"%s\",\"dialect\":\"gptbots-desk\",\"url\":\"%s\"}"
                  .formatted(shop.bot.id(), desk.url()));
      assertThat(endpoint.status()).as(endpoint.text()).isEqualTo(201);
      Socket socket = joined();
      ada.event("PERSON");
      assertThat(socket.next()).contains("interlocutor_reply");
      assertThat(socket.next()).matches(control(true));
      assertThat(socket.next()).contains("bot_reply").contains("Connecting.");
      desk("/message/receive", room, ",\"body\":\"Hello, this is Eve\"");
      assertThat(socket.next())
          .matches(
              "\\[\"1\",null,\"%s\",\"agent_reply\",\\{\"body\":\\{\"type\":\"text\",\"message\":\"Hello, this is Eve\"},\"timestamp\":1\\d{9}}]"
                  .formatted(topic));
      desk("/close", room, "");
      assertThat(socket.next()).matches(control(false));
      assertThat(socket.next()).contains("bot_reply").contains("It is me again.");
      admin.send("DELETE", "/api/v1/endpoints/" + endpoint.at("id"), new byte[0]);
    }
  }

  private static void established(String request, CompletableFuture<String> room) {
    int body = request.indexOf("\r\n\r\n") + 4;
    Value.Obj json =
        (Value.Obj) Json.read(request.substring(body).getBytes(StandardCharsets.UTF_8)).orThrow();
    room.complete(String.valueOf(json.text("conversation_id")));
  }

  private void desk(String path, CompletableFuture<String> room, String more)
      throws InterruptedException {
    String id = room.orTimeout(20, TimeUnit.SECONDS).join();
    Answer said =
        shop.anyone()
            .bearer(server.key(Credential.Kind.GPTBOTS_KEY, shop.bot.id()))
            .post(
                "/gptbots/v1/human" + path,
                "{\"conversation_id\":\"" + id + "\",\"timestamp\":1751000000123" + more + "}");
    assertThat(said.status()).as(said.text()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "",
        "{",
        "null",
        "[]",
        "[1,2,3]",
        "{\"topic\":\"phoenix\"}",
        "[null,null,\"phoenix\",\"heartbeat\",null]",
        "[{},null,\"phoenix\",\"heartbeat\",{}]",
        "[null,null,7,\"heartbeat\",{}]"
      })
  void closesWhatSpeaksNoPhoenix(String frame) {
    Socket socket = socket("?vsn=2.0.0");
    socket.send(frame);
    assertThat(socket.closedWith()).isEqualTo(1007);
  }

  @Test
  void closesOnBinaryAndHugeMessages() {
    Socket binary = socket("?vsn=2.0.0");
    binary.binary(new byte[] {1, 2, 3});
    assertThat(binary.closedWith()).isEqualTo(1003);
    Socket huge = socket("?vsn=2.0.0");
    huge.send("x".repeat(70_000));
    assertThat(huge.closedWith()).isEqualTo(1009);
  }

  @ParameterizedTest
  @CsvSource({"?vsn=3.0.0", "?vsn=x"})
  void refusesSerialisationsItDoesNotKnow(String query) {
    assertThat(socket(query).closedWith()).isEqualTo(1008);
  }

  @Test
  void saysThatTheAddressIsForSockets() throws IOException {
    Answer plain = shop.anyone().get("/clustaar/websocket?vsn=2.0.0");
    assertThat(plain.status()).isEqualTo(426);
    assertThat(plain.at("error", "type")).isEqualTo("upgrade_required");
  }
}
