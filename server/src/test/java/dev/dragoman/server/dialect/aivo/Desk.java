package dev.dragoman.server.dialect.aivo;

import dev.dragoman.server.people.Credential;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import dev.dragoman.server.testing.TestServer.TestBot;
import java.util.UUID;

/// A bot with two groups and an agent on a running server, called as an integrator would.
final class Desk {
  static final String QUEUE = "/aivo/api/v1/live-handler/queue/external";
  static final String MESSAGE = "/aivo/api/v1/live-handler/message/external";
  static final String CLOSE = "/aivo/api/v1/live-handler/close/external";
  private static final String FILE =
      """
      bot: desk ⟨id⟩
      id: ⟨id⟩
      language: en
      intents: { hello: [hello, hi there, good morning] }
      stories:
        greeting:
          on: { intent: hello }
          steps:
            welcome: { say: "Hello!" }
      """;

  final TestServer server;
  final TestBot bot;
  final long number;
  final String token;
  final Client anyone;
  final Client admin;
  final int sales;
  final int billing;
  final String agentId;
  final Client agent;

  private Desk(TestServer server, TestBot bot) {
    this.server = server;
    this.bot = bot;
    this.number = bot.bot().head().number();
    this.token = server.key(Credential.Kind.AIVO_TOKEN, bot.id());
    this.anyone = server.client();
    this.admin = anyone.bearer(server.adminKey());
    this.sales = group("Sales");
    this.billing = group("Billing");
    Answer made =
        admin.post(
            "/api/v1/agents",
            "{\"name\":\"Tomás Vidal\",\"nickname\":\"Tom\",\"capacity\":50,\"groups\":[%d,%d]}"
                .formatted(sales, billing));
    this.agentId = made.at("id");
    this.agent = anyone.bearer(admin.post("/api/v1/agents/" + agentId + "/keys", "{}").at("key"));
  }

  /// A desk of its own.
  static Desk open(TestServer server) {
    String id = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    return new Desk(server, server.publish(FILE.replace("⟨id⟩", id)));
  }

  private int group(String name) {
    String body = "{\"name\":\"" + name + " of " + bot.id() + "\"}";
    return Integer.parseInt(admin.post("/api/v1/groups", body).at("number"));
  }

  /// A queue call as the vendor prints it, for this user.
  String queueing(String hash) {
    return """
        {"botId": %d, "groupsId": [%d], "botToken": "%s", "protocolId": 28,
         "user": {"hash": "%s", "firstname": "Lena", "lastname": "Ortiz",
           "email": "lena.ortiz@example.test", "phone": "+5491100000000",
           "extra": [{"Ticket": 7781}, {"Plan": "Gold"}]},
         "status": "queued", "lastSender": "user"}"""
        .formatted(number, sales, token, hash);
  }

  Answer queue(String body) {
    return anyone.post(QUEUE, body);
  }

  /// The room this user waits in.
  String room(String hash) {
    return queue(queueing(hash)).at("conversationId");
  }

  /// Who calls, and about which room.
  String about(String room) {
    return "{\"botId\":%d,\"botToken\":\"%s\",\"conversationId\":\"%s\""
        .formatted(number, token, room);
  }

  Answer message(String room, String action, String value) {
    return anyone.post(
        MESSAGE, about(room) + ",\"action\":\"" + action + "\",\"value\":\"" + value + "\"}");
  }

  Answer close(String room) {
    return anyone.post(CLOSE, about(room) + "}");
  }

  /// What the agent does in a room.
  Answer does(String room, String what, String body) {
    return agent.post("/api/v1/rooms/" + room + "/" + what, body);
  }

  /// How many rows there are that a call could have written.
  long rows() {
    return server.number(
        "select (select count(*) from leg) + (select count(*) from contact)"
            + " + (select count(*) from address) + (select count(*) from room)"
            + " + (select count(*) from input_id)");
  }
}
