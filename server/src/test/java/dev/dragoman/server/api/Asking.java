package dev.dragoman.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.api.Conformity.Documented;
import dev.dragoman.server.app.RunningServer;
import java.util.Map;

/// Asks any documented operation well, for tests that then ask it otherwise.
abstract class Asking {
  static final String ENDPOINT = "{\"url\": \"https://shop.example/hook\"}";

  Tenant tenant;
  String conversation;
  String turn;
  int lines;
  String endpoint;
  int group;
  int other;
  String agent;
  int made;

  void aTenant(RunningServer server) {
    tenant = Tenant.in(server);
    Client.Answer said = tenant.says("ana", "I want a pizza");
    conversation = said.text("conversation");
    turn = said.text("turn");
    endpoint = tenant.admin().post("/endpoints", ENDPOINT).text("id");
    group = tenant.admin().post("/groups", "{\"name\": \"Sales\"}").number("number");
    other = tenant.admin().post("/groups", "{\"name\": \"Help\"}").number("number");
    agent = tenant.admin().post("/agents", agentNamed("Ana")).text("id");
  }

  static String agentNamed(String name) {
    return "{\"name\": \"%s\", \"capacity\": 100}".formatted(name);
  }

  /// A room that the agent has, or that waits for one to attend it.
  String room(Documented one) {
    String mine = tenant.says("room " + ++made, "I want a pizza").text("conversation");
    String asked = "{\"groups\": [" + group + "]}";
    String room = tenant.admin().post("/conversations/" + mine + "/room", asked).text("id");
    if (!one.id().equals("attendRoom")) {
      tenant.admin().post("/rooms/" + room + "/attend", byAgent(""));
    }
    return room;
  }

  String byAgent(String more) {
    return "{\"agent\": \"" + agent + "\"" + more + "}";
  }

  String contact() {
    return tenant.admin().get("/conversations/" + conversation).text("contact");
  }

  Client.Answer ask(Client client, Documented one) {
    String body = one.bodySchema().map(this::body).orElse(null);
    return client.ask(one.method(), path(one), body, Map.of());
  }

  String path(Documented one) {
    String path =
        one.path()
            .replace("{turn}", turn)
            .replace("{version}", "1")
            .replace("{name}", one.path().contains("{name}") ? secret() : "")
            .replace("{number}", one.path().contains("{number}") ? freshGroup() : "")
            .replace("{id}", one.path().contains("{id}") ? id(one) : "");
    return one.id().startsWith("stream")
        ? path + "?wait=0"
        : one.id().equals("explainTold") ? path + "?sequence=1" : path;
  }

  /// A secret of the tenant.
  String secret() {
    String name = "shop-signing";
    assertThat(tenant.admin().put("/secrets/" + name, "{\"secret\": \"s\"}").status())
        .isEqualTo(204);
    return name;
  }

  String freshGroup() {
    String body = "{\"name\": \"group " + ++made + "\"}";
    return Integer.toString(tenant.admin().post("/groups", body).number("number"));
  }

  /// What is erased or ended is made for it.
  String id(Documented one) {
    return switch (one.id()) {
      case "getOptOut", "removeOptOut" ->
          tenant.admin().post("/opt-outs", body("NewOptOut")).text("id");
      case "eraseContact" -> tenant.says("gone", "I want a pizza").text("contact");
      case "deleteEndpoint" -> tenant.admin().post("/endpoints", ENDPOINT).text("id");
      case "removeAgent" -> tenant.admin().post("/agents", agentNamed("Gone")).text("id");
      case "queueRoom" -> tenant.says("room " + ++made, "a pizza please").text("conversation");
      case "revokeKey" -> tenant.admin().post("/keys", "{\"kind\": \"reader\"}").text("id");
      case "getChannel", "changeChannel", "removeChannel" ->
          tenant.admin().post("/channels", newChannel()).text("id");
      default ->
          one.path().startsWith("/endpoints")
              ? endpoint
              : one.path().startsWith("/bots")
                  ? tenant.bot()
                  : one.path().startsWith("/contacts")
                      ? contact()
                      : one.path().startsWith("/agents")
                          ? agent
                          : one.path().startsWith("/rooms") ? room(one) : conversation;
    };
  }

  /// Each has a number of its own.
  String newChannel() {
    return """
    {"kind": "whatsapp", "bot": "%s", "phone": "+5730012%05d", "line": "1%05d",
     "token": "t", "appSecret": "s", "verifyToken": "v"}\
    """
        .formatted(tenant.bot(), lines, lines++);
  }

  String body(String schema) {
    String input = "\"input\": {\"type\": \"event\", \"name\": \"seen\"}";
    return switch (schema) {
      case "NewWorkspace" -> "{\"name\": \"x\"}";
      case "NewKey" -> "{\"kind\": \"reader\"}";
      case "NewOptOut" -> "{\"phone\": \"+5730012" + "%05d\"}".formatted(++made);
      case "Headers" -> "{\"headers\": {\"X-Shop\": \"k\"}}";
      case "NewSecret" -> "{\"secret\": \"s\"}";
      case "BotFiles" ->
          Tenant.files(
              tenant
                  .admin()
                  .get("/bots/" + tenant.bot() + "/versions/1")
                  .text("files", "bot.yaml"));
      case "NewChannel" -> newChannel();
      case "ChannelChange" -> "{\"name\": \"second\"}";
      case "Rollback" -> "{\"version\": 1}";
      case "ContactChange" -> "{\"attributes\": {}}";
      case "AddressedInput" -> "{\"peer\": {\"user\": \"bob\"}, " + input + "}";
      case "KnownInput" -> "{" + input + "}";
      case "NewGroup" -> "{\"name\": \"group " + ++made + "\"}";
      case "NewAgent" -> agentNamed("Ben");
      case "NewAgentKey" -> "{}";
      case "Presence" -> "{\"presence\": \"paused\"}";
      case "QueueRoom" -> "{\"groups\": [" + group + "]}";
      case "ByAgent" -> byAgent("");
      case "RoomMessage" -> byAgent(", \"type\": \"text\", \"text\": \"hello\"");
      case "TransferRoom" -> byAgent(", \"group\": " + other);
      case "ValuesInput" -> "{\"values\": {}}";
      case "NewEndpoint" -> ENDPOINT;
      case "ChangedEndpoint", "RotateSecret" -> "{}";
      case "Redelivery" -> "{\"failedSince\": \"2026-01-01T00:00:00Z\"}";
      default -> throw new AssertionError("no body for " + schema);
    };
  }
}
