package dev.dragoman.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.api.Conformity.Documented;
import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.http.Route;
import dev.dragoman.server.people.Credential;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every route with every kind of key, with none, and with one of another workspace; and that the
/// routes and the document are the same.
@ExtendWith(ServerUnderTest.class)
class AccessTest extends Asking {
  private static final Set<String> ADMIN = Set.of("admin");
  private static final Set<String> READERS = Set.of("admin", "reader");
  private static final Set<String> WRITERS = Set.of("admin", "channel");
  private static final Set<String> ALL = Set.of("admin", "reader", "channel");
  private static final Set<String> STAFFED = Set.of("admin", "reader", "agent");
  private static final Set<String> AGENTS = Set.of("admin", "agent");
  private static final Set<String> PEOPLE = Set.of("admin", "reader", "channel", "agent");
  private static final Map<String, Set<String>> OPENS = opens();

  /// What the manual promises, written down a second time.
  private static Map<String, Set<String>> opens() {
    Map<String, Set<String>> opens = new TreeMap<>();
    List.of(
            "listKeys",
            "makeKey",
            "revokeKey",
            "listSecrets",
            "setSecret",
            "removeSecret",
            "addOptOut",
            "removeOptOut",
            "getTrebleHeaders",
            "setTrebleHeaders",
            "removeTrebleHeaders",
            "publishBot",
            "rollbackBot",
            "changeContact",
            "eraseContact",
            "makeChannel",
            "changeChannel",
            "removeChannel",
            "makeEndpoint",
            "changeEndpoint",
            "deleteEndpoint",
            "pauseEndpoint",
            "resumeEndpoint",
            "rotateSecret",
            "testEndpoint",
            "redeliver",
            "makeGroup",
            "changeGroup",
            "removeGroup",
            "makeAgent",
            "changeAgent",
            "removeAgent",
            "makeAgentKey")
        .forEach(id -> opens.put(id, ADMIN));
    List.of("listWorkspaces", "makeWorkspace").forEach(id -> opens.put(id, Set.of()));
    List.of(
            "listBots",
            "checkBot",
            "getBot",
            "listVersions",
            "getVersion",
            "listContacts",
            "getContact",
            "exportContact",
            "listOptOuts",
            "getOptOut",
            "listReasons",
            "getReasons",
            "listChannels",
            "getChannel",
            "listEndpoints",
            "getEndpoint",
            "listDeliveries",
            "explainTold",
            "streamEvents",
            "streamConversation")
        .forEach(id -> opens.put(id, READERS));
    List.of("listConversations", "listSends").forEach(id -> opens.put(id, ALL));
    List.of("getConversation", "getTranscript").forEach(id -> opens.put(id, PEOPLE));
    List.of("listGroups", "getGroup", "listAgents", "getAgent", "listRooms", "getRoom")
        .forEach(id -> opens.put(id, STAFFED));
    List.of("setPresence", "attendRoom", "sayInRoom", "transferRoom", "requeueRoom", "closeRoom")
        .forEach(id -> opens.put(id, AGENTS));
    List.of(
            "sendToBot",
            "sendInput",
            "setValues",
            "pauseConversation",
            "releaseConversation",
            "closeConversation",
            "queueRoom")
        .forEach(id -> opens.put(id, WRITERS));
    return opens;
  }

  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  @Test
  void eachKindOfKeyOpensWhatIsPromisedAndNothingElse(RunningServer server) {
    aTenant(server);
    Map<String, Client> keys = new LinkedHashMap<>();
    for (String kind : List.of("admin", "reader", "channel")) {
      keys.put(kind, tenant.key(kind, null));
    }
    String agentKey = tenant.admin().post("/agents/" + agent + "/keys", "{}").text("key");
    keys.put("agent", tenant.admin().with(agentKey));
    for (String kind : List.of("bot_token", "bot_key", "gptbots_key", "aivo_token")) {
      keys.put(kind, tenant.key(kind, tenant.bot()));
    }
    keys.put("treble_key", tenant.key("treble_key", null));
    keys.put("channel of the bot", tenant.key("channel", tenant.bot()));
    keys.put("interlocutor", interlocutor(server));
    Set<String> kinds = new TreeSet<>(keys.keySet());
    kinds.remove("channel of the bot");
    assertThat(kinds)
        .isEqualTo(
            Arrays.stream(Credential.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new)));
    List<Client> useless = useless(server);
    for (Documented one : tenant.admin().document().operations()) {
      assertThat(OPENS).containsKey(one.id());
      for (Client client : useless) {
        assertThat(ask(client, one).status()).as(one.id()).isEqualTo(401);
      }
      keys.forEach(
          (kind, client) -> {
            int status = ask(client, one).status();
            String what = kind.replace(" of the bot", "");
            if (OPENS.getOrDefault(one.id(), Set.of()).contains(what)) {
              assertThat(status).as("%s with %s", one.id(), kind).isBetween(200, 204);
            } else {
              assertThat(status).as("%s with %s", one.id(), kind).isEqualTo(403);
            }
          });
    }
  }

  /// What an interlocutor's token is kept under.
  private Client interlocutor(RunningServer server) {
    return tenant.admin().with(server.key(Credential.Kind.INTERLOCUTOR, conversation));
  }

  /// No key, garbage, one that was revoked and one that expired, of the kind that opens the most.
  private List<Client> useless(RunningServer server) {
    Client.Answer revoked = tenant.admin().post("/keys", "{\"kind\": \"admin\"}");
    assertThat(tenant.admin().delete("/keys/" + revoked.text("id")).status()).isEqualTo(204);
    Client.Answer expired = tenant.admin().post("/keys", "{\"kind\": \"admin\"}");
    try (var database = server.database();
        var update =
            database.prepareStatement("update api_key set expires_nanos = 1 where id = ?")) {
      update.setString(1, expired.text("id"));
      assertThat(update.executeUpdate()).isEqualTo(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return Stream.of("", "dg_garbage", revoked.text("key"), expired.text("key"))
        .map(tenant.admin()::with)
        .toList();
  }

  /// Ids of the right form that nobody has, in the place of one of the tenant's.
  private static String unknown(String path) {
    return path.replaceAll("[0-9a-f]{24}", "f".repeat(24))
        .replaceAll("/groups/[0-9]+", "/groups/987654321");
  }

  @Test
  void idsOfAnotherWorkspaceAreAnsweredAsUnknownOnes(RunningServer server) {
    aTenant(server);
    Tenant stranger = Tenant.in(server);
    for (Documented one : stranger.admin().document().operations()) {
      if (one.path().contains("{") && !one.path().contains("{name}")) {
        String path = path(one);
        String body = one.bodySchema().map(this::body).orElse(null);
        Client.Answer theirs = stranger.admin().ask(one.method(), path, body, Map.of());
        Client.Answer nobodys = stranger.admin().ask(one.method(), unknown(path), body, Map.of());
        assertThat(unknown(path)).isNotEqualTo(path);
        assertThat(theirs.status()).as(one.id()).isEqualTo(404);
        assertThat(theirs.raw().body()).as(one.id()).isEqualTo(nobodys.raw().body());
      }
    }
  }

  @Test
  void idsOfAnotherWorkspaceInBodiesAndQueriesAreAnsweredAsUnknownOnes(RunningServer server) {
    aTenant(server);
    Tenant stranger = Tenant.in(server);
    Client own = stranger.admin();
    String ownConversation = stranger.says("ana", "I want a pizza").text("conversation");
    int ownGroup = own.post("/groups", "{\"name\": \"Own\"}").number("number");
    String ownAgent = own.post("/agents", agentNamed("Own")).text("id");
    String queue = "/conversations/" + ownConversation + "/room";
    String room = own.post(queue, "{\"groups\": [" + ownGroup + "]}").text("id");
    String bot = tenant.bot();
    List<List<String>> asked = new ArrayList<>();
    asked.add(List.of("POST", "/keys", "{\"kind\": \"bot_key\", \"bot\": \"⟨⟩\"}", bot));
    asked.add(List.of("POST", "/keys", "{\"kind\": \"channel\", \"bot\": \"⟨⟩\"}", bot));
    asked.add(List.of("POST", "/channels", newChannel().replace(bot, "⟨⟩"), bot));
    asked.add(List.of("POST", "/endpoints", ENDPOINT.replace("}", ", \"bot\": \"⟨⟩\"}"), bot));
    asked.add(List.of("POST", "/agents", "{\"name\": \"x\", \"groups\": [⟨⟩]}", "" + group));
    asked.add(List.of("PATCH", "/agents/" + ownAgent, "{\"groups\": [⟨⟩]}", "" + group));
    asked.add(List.of("POST", queue, "{\"groups\": [⟨⟩]}", "" + group));
    asked.add(List.of("POST", "/rooms/" + room + "/attend", "{\"agent\": \"⟨⟩\"}", agent));
    asked.add(List.of("POST", "/rooms/" + room + "/transfer", "{\"group\": ⟨⟩}", "" + group));
    asked.add(List.of("POST", "/rooms/" + room + "/transfer", "{\"to\": \"⟨⟩\"}", agent));
    asked.add(List.of("POST", "/rooms/" + room + "/close", "{\"agent\": \"⟨⟩\"}", agent));
    for (String list :
        List.of(
            "/conversations?bot=⟨⟩=" + bot,
            "/conversations?contact=⟨⟩=" + contact(),
            "/rooms?agent=⟨⟩=" + agent,
            "/rooms?group=⟨⟩=" + group,
            "/deliveries?endpoint=⟨⟩=" + endpoint,
            "/deliveries?conversation=⟨⟩=" + conversation)) {
      int end = list.lastIndexOf('=');
      asked.add(List.of("GET", list.substring(0, end), "", list.substring(end + 1)));
    }
    for (List<String> one : asked) {
      String id = one.get(3);
      String nobodys = id.length() == 24 ? "f".repeat(24) : "987654321";
      Client.Answer theirs = asked(own, one, id);
      Client.Answer unknown = asked(own, one, nobodys);
      assertThat(theirs.status()).as(one.toString()).isEqualTo(unknown.status());
      assertThat(theirs.raw().body().replace(id, nobodys))
          .as(one.toString())
          .isEqualTo(unknown.raw().body());
      assertThat(theirs.status() >= 400 || theirs.size("data") == 0).as(one.toString()).isTrue();
    }
    assertThat(own.get("/events?wait=0&bot=" + bot).raw().body()).doesNotContain("data:");
  }

  private static Client.Answer asked(Client client, List<String> one, String id) {
    String body = one.get(2).isEmpty() ? null : one.get(2).replace("⟨⟩", id);
    return client.ask(one.get(0), one.get(1).replace("⟨⟩", id), body, Map.of());
  }

  @Test
  void anotherWorkspaceSeesNothing(RunningServer server) {
    aTenant(server);
    Client stranger = Tenant.in(server).admin();
    for (Documented one : stranger.document().operations()) {
      if (one.id().equals("setSecret")) {
        // The name is the stranger's own.
        assertThat(ask(stranger, one).status()).isEqualTo(204);
      } else if (one.path().contains("{")) {
        assertThat(ask(stranger, one).status()).as(one.id()).isEqualTo(404);
      } else if (one.method().equals("GET") && !one.id().equals("listWorkspaces")) {
        assertThat(ask(stranger, one).raw().body())
            .as(one.id())
            .doesNotContain(tenant.bot())
            .doesNotContain(conversation);
      }
    }
    assertThat(tenant.admin().get("/conversations/" + conversation).text("holder"))
        .isEqualTo("bot");
  }

  @Test
  void aChannelOfOneBotSeesNoOther(RunningServer server) {
    aTenant(server);
    String file = Tenant.PIZZA.replace("bot: pizza", "bot: elsewhere");
    String other = tenant.admin().post("/bots", Tenant.files(file)).text("id");
    Client channel = tenant.key("channel", other);
    assertThat(channel.get("/conversations").size("data")).isZero();
    assertThat(channel.get("/conversations?bot=" + tenant.bot()).status()).isEqualTo(404);
    assertThat(channel.get("/conversations/" + conversation).status()).isEqualTo(404);
    assertThat(channel.get("/conversations/" + conversation + "/transcript").status())
        .isEqualTo(404);
    assertThat(channel.post("/conversations/" + conversation + "/close", null).status())
        .isEqualTo(404);
    String said = Tenant.said("ana", "I want a pizza");
    assertThat(channel.post("/bots/" + tenant.bot() + "/inputs", said).status()).isEqualTo(404);
    assertThat(channel.post("/bots/" + other + "/inputs", said).status()).isEqualTo(200);
    assertThat(channel.get("/conversations").size("data")).isEqualTo(1);
  }

  @Test
  void theDocumentHasEveryRouteAndEveryRouteIsInTheDocument(RunningServer server) {
    Client nobody = Client.of(server.url(), "");
    Map<String, List<String>> documented = nobody.document().methods();
    Map<String, List<String>> routed = new TreeMap<>();
    Door api = server.apiDoors().getFirst();
    for (Route route : api.routes()) {
      routed.computeIfAbsent(route.path(), _ -> new ArrayList<>()).add(route.method());
    }
    routed.values().forEach(methods -> methods.sort(null));
    documented.values().forEach(methods -> methods.sort(null));
    assertThat(documented).isEqualTo(routed);
    documented.forEach(
        (path, methods) -> {
          String real = path.replaceAll("\\{[a-z]+}", "0".repeat(24));
          // What is no method of /bots/check is one of /bots/{id}, with the id `check`.
          for (String method : path.equals("/bots/check") ? methods : METHODS) {
            int expected = methods.contains(method) ? 401 : 405;
            String body = expected == 401 && !method.equals("GET") ? "{}" : null;
            assertThat(nobody.ask(method, real, body, Map.of()).status())
                .as("%s %s", method, path)
                .isEqualTo(expected);
          }
        });
  }

  @Test
  void theDescriptionIsReadByPeopleWithoutAnythingFromElsewhere(RunningServer server) {
    Client nobody = Client.of(server.url(), "");
    String page = nobody.fetch("/docs").raw().body();
    assertThat(page).contains("GET /bots").doesNotContain("<script").doesNotContain("http");
    assertThat(nobody.document().document().text("openapi")).isEqualTo("3.1.0");
  }
}
