package dev.dragoman.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.app.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Rooms over the native API of a running server: groups, agents, their keys, and every way a room
/// can go, also the ways that are refused.
@ExtendWith(ServerUnderTest.class)
class RoomApiTest {
  private Tenant tenant;
  private Client admin;
  private int sales;
  private int help;
  private String ana;
  private String ben;

  @BeforeEach
  void aDesk(RunningServer server) {
    tenant = Tenant.in(server);
    admin = tenant.admin();
    sales = admin.post("/groups", "{\"name\": \"Sales\"}").number("number");
    help = admin.post("/groups", "{\"name\": \"Help\"}").number("number");
    ana = agent("Ana Ruiz");
    ben = agent("Ben Oda");
  }

  private String agent(String name) {
    return admin
        .post(
            "/agents",
            "{\"name\": \"%s\", \"capacity\": 2, \"groups\": [%d, %d]}"
                .formatted(name, sales, help))
        .text("id");
  }

  private Client keyOf(String agent) {
    return admin.with(admin.post("/agents/" + agent + "/keys", "{}").text("key"));
  }

  private String conversation(String user) {
    return tenant.says(user, "I want a pizza").text("conversation");
  }

  private Client.Answer queue(String conversation, int group) {
    return admin.post("/conversations/" + conversation + "/room", "{\"groups\": [" + group + "]}");
  }

  private String room(String user) {
    return queue(conversation(user), sales).text("id");
  }

  private static Client.Answer say(Client agent, String room, String text) {
    return agent.post(
        "/rooms/" + room + "/messages", "{\"type\": \"text\", \"text\": \"" + text + "\"}");
  }

  @Test
  void aConversationGoesToHumansAndComesBackWithItsValues() {
    String conversation = conversation("eva");
    Client.Answer queued = queue(conversation, sales);
    String room = queued.text("id");
    assertThat(queued.text("state")).isEqualTo("queued");
    assertThat(queue(conversation, sales).text("uuid")).isEqualTo(queued.text("uuid"));
    assertThat(admin.get("/rooms/" + queued.text("uuid")).text("id")).isEqualTo(room);

    Client agent = keyOf(ana);
    assertThat(agent.post("/rooms/" + room + "/attend", "{}").text("agent")).isEqualTo(ana);
    Client.Answer silent = tenant.says("eva", "Is anybody there?");
    assertThat(silent.text("holder")).isEqualTo("attended");
    assertThat(silent.size("messages")).isZero();
    say(agent, room, "Yes, I am");
    Client.Answer transcript = agent.get("/conversations/" + conversation + "/transcript");
    int last = transcript.size("data") - 1;
    assertThat(transcript.text("data", last, "from")).isEqualTo("agent");
    assertThat(transcript.text("data", last, "message", "value")).isEqualTo("Yes, I am");
    assertThat(transcript.text("data", last, "agent", "name")).isEqualTo("Ana Ruiz");

    assertThat(agent.post("/rooms/" + room + "/close", "{}").text("state")).isEqualTo("closed");
    Client.Answer back = tenant.says("eva", "Small");
    assertThat(back.text("holder")).isEqualTo("bot");
    assertThat(back.text("messages", 0, "action", "text")).isEqualTo("Your Small pizza is coming.");
  }

  @Test
  void whoComesAMillisecondTooLateIsToldWhoHasIt() throws Exception {
    String room = room("late");
    List<Client> agents = List.of(keyOf(ana), keyOf(ben));
    CountDownLatch together = new CountDownLatch(1);
    List<Client.Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Client.Answer>> asked = new ArrayList<>();
      for (Client agent : agents) {
        asked.add(
            threads.submit(
                () -> {
                  together.await();
                  return agent.post("/rooms/" + room + "/attend", "{}");
                }));
      }
      together.countDown();
      for (Future<Client.Answer> one : asked) {
        answers.add(one.get());
      }
    }
    assertThat(answers).extracting(Client.Answer::status).containsExactlyInAnyOrder(200, 409);
    Client.Answer refused =
        answers.stream().filter(one -> one.status() == 409).findFirst().orElseThrow();
    String owner = admin.get("/rooms/" + room).text("agent");
    assertThat(refused.text("code")).isEqualTo("taken");
    assertThat(refused.text("agent", "id")).isEqualTo(owner);
  }

  @Test
  void transfersThatLeadNowhereAreRefusedByName() {
    String room = room("tom");
    String path = "/rooms/" + room + "/transfer";
    int night =
        admin
            .post(
                "/groups",
                "{\"name\": \"Night\", \"hours\": {\"zone\": \"UTC\", \"week\": [%s]}}"
                    .formatted(neverNow()))
            .number("number");

    assertThat(admin.post(path, "{\"group\": 999999}").status()).isEqualTo(422);
    assertThat(admin.post(path, group(sales)).text("code")).isEqualTo("own_group");
    assertThat(admin.post(path, group(night)).text("code")).isEqualTo("group_closed");
    assertThat(admin.post(path, "{\"to\": \"" + "0".repeat(24) + "\"}").status()).isEqualTo(422);
    assertThat(admin.post(path, "{\"to\": \"" + ana + "\"}").text("code")).isEqualTo("agent_away");
    assertThat(admin.post(path, "{}").status()).isEqualTo(422);
    assertThat(admin.post(path, group(help)).number("group")).isEqualTo(help);
  }

  private static String group(int number) {
    return "{\"group\": " + number + "}";
  }

  /// A span of a day that is not today.
  private static String neverNow() {
    String day =
        java.time.LocalDate.now(java.time.ZoneOffset.UTC)
            .plusDays(3)
            .getDayOfWeek()
            .name()
            .substring(0, 3)
            .toLowerCase(java.util.Locale.ROOT);
    return "{\"day\": \"" + day + "\", \"from\": \"09:00\", \"to\": \"10:00\"}";
  }

  @Test
  void aClosedRoomHearsNothingAndIsClosedOnce() {
    String room = room("cleo");
    Client agent = keyOf(ana);
    agent.post("/rooms/" + room + "/attend", "{}");
    agent.post("/rooms/" + room + "/close", "{}");

    assertThat(say(agent, room, "hello?").text("code")).isEqualTo("room_closed");
    assertThat(agent.post("/rooms/" + room + "/close", "{}").text("code")).isEqualTo("room_closed");
    assertThat(agent.post("/rooms/" + room + "/attend", "{}").text("code"))
        .isEqualTo("room_closed");
  }

  @Test
  void onlyWhoHasTheRoomSpeaksInIt() {
    String room = room("sam");
    Client first = keyOf(ana);
    Client second = keyOf(ben);

    assertThat(say(first, room, "early").text("code")).isEqualTo("not_attended");
    first.post("/rooms/" + room + "/attend", "{}");
    Client.Answer refused = say(second, room, "me too");
    assertThat(refused.text("code")).isEqualTo("not_yours");
    assertThat(refused.text("agent", "name")).isEqualTo("Ana Ruiz");
    assertThat(say(admin, room, "from nobody").status()).isEqualTo(422);
    assertThat(second.post("/rooms/" + room + "/close", "{\"agent\": \"" + ana + "\"}").status())
        .isEqualTo(422);
  }

  @Test
  void aFileIsSomethingABrowserMayFetch() {
    String room = room("fil");
    Client agent = keyOf(ana);
    agent.post("/rooms/" + room + "/attend", "{}");
    for (String url :
        List.of("javascript:alert(1)", "file:///etc/passwd", "https://a b", "http:")) {
      Client.Answer refused =
          agent.post(
              "/rooms/" + room + "/messages", "{\"type\": \"file\", \"url\": \"" + url + "\"}");
      assertThat(refused.status()).as(url).isEqualTo(422);
      assertThat(refused.text("errors", 0, "path")).isEqualTo("url");
    }
    String good = "{\"type\": \"file\", \"url\": \"https://files.example/a.pdf?b=c\"}";
    assertThat(agent.post("/rooms/" + room + "/messages", good).status()).isEqualTo(200);
  }

  @Test
  void seatsAreCountedAndRoomsOfARemovedAgentWaitAgain() {
    List<String> rooms = List.of(room("r1"), room("r2"), room("r3"));
    Client agent = keyOf(ana);
    assertThat(agent.post("/rooms/" + rooms.get(0) + "/attend", "{}").status()).isEqualTo(200);
    assertThat(agent.post("/rooms/" + rooms.get(1) + "/attend", "{}").status()).isEqualTo(200);
    assertThat(agent.post("/rooms/" + rooms.get(2) + "/attend", "{}").text("code"))
        .isEqualTo("agent_full");
    agent.post("/rooms/" + rooms.get(0) + "/close", "{}");
    assertThat(agent.post("/rooms/" + rooms.get(2) + "/attend", "{}").status()).isEqualTo(200);
    assertThat(admin.get("/agents/" + ana).number("rooms")).isEqualTo(2);

    assertThat(admin.delete("/agents/" + ana).status()).isEqualTo(204);

    assertThat(admin.get("/rooms/" + rooms.get(1)).text("state")).isEqualTo("queued");
    assertThat(admin.get("/rooms/" + rooms.get(2)).text("state")).isEqualTo("queued");
    assertThat(agent.get("/rooms").status()).isEqualTo(401);
    assertThat(admin.get("/rooms?state=attended").size("data")).isZero();
  }

  @Test
  void whoIsOnlineGetsTheOldestRoomsByThemselves() throws Exception {
    List<String> rooms = List.of(room("q1"), room("q2"), room("q3"));
    keyOf(ben).post("/agents/" + ben + "/presence", "{\"presence\": \"online\"}");

    awaitAttended(2);
    Client.Answer attended = admin.get("/rooms?state=attended&agent=" + ben);
    List<String> given = new ArrayList<>();
    for (int i = 0; i < attended.size("data"); i++) {
      given.add(attended.text("data", i, "id"));
    }
    assertThat(given).containsExactlyInAnyOrder(rooms.get(0), rooms.get(1));
    assertThat(admin.get("/rooms/" + rooms.get(2)).text("state")).isEqualTo("queued");
    assertThat(keyOf(ana).post("/agents/" + ben + "/presence", presence("paused")).status())
        .isEqualTo(403);

    keyOf(ben).post("/agents/" + ben + "/presence", presence("paused"));
    admin.post("/rooms/" + rooms.get(0) + "/close", "{}");
    assertThat(admin.get("/agents/" + ben).text("presence")).isEqualTo("paused");
  }

  @Test
  void roomsOfWhoIsNotThereAnyMoreGoToWhoIs() {
    String room = room("p1");
    keyOf(ben).post("/agents/" + ben + "/presence", "{\"presence\": \"online\", \"seconds\": 1}");
    awaitAgent(room, ben);
    String late = room("p2");
    awaitAgent(room, null);
    assertThat(keyOf(ben).post("/rooms/" + late + "/attend", "{}").status()).isEqualTo(200);

    keyOf(ana).post("/agents/" + ana + "/presence", "{\"presence\": \"online\"}");
    awaitAgent(room, ana);
    assertThat(admin.get("/rooms/" + late).text("agent")).as("works all the same").isEqualTo(ben);
  }

  private void awaitAgent(String room, String agent) {
    Value wanted = agent == null ? Value.Null.NULL : Value.of(agent);
    long end = System.nanoTime() + java.util.concurrent.TimeUnit.SECONDS.toNanos(10);
    Value found = admin.get("/rooms/" + room).at("agent");
    while (!found.equals(wanted) && System.nanoTime() < end) {
      found = admin.get("/rooms/" + room).at("agent");
    }
    assertThat(found).isEqualTo(wanted);
  }

  private static String presence(String word) {
    return "{\"presence\": \"" + word + "\", \"seconds\": 60}";
  }

  /// The assigner looks several times a second; each look here is a round trip.
  private void awaitAttended(int wanted) {
    long end = System.nanoTime() + java.util.concurrent.TimeUnit.SECONDS.toNanos(10);
    int found = 0;
    while (found < wanted && System.nanoTime() < end) {
      found = admin.get("/rooms?state=attended").size("data");
    }
    assertThat(found).isEqualTo(wanted);
  }

  @Test
  void idsOfAnotherWorkspaceAreUnknown(RunningServer server) {
    String room = room("mia");
    Client stranger = Tenant.in(server).admin();
    String theirs = stranger.post("/agents", "{\"name\": \"Stranger\"}").text("id");

    assertThat(stranger.get("/rooms/" + room).status()).isEqualTo(404);
    assertThat(stranger.post("/rooms/" + room + "/close", "{}").status()).isEqualTo(404);
    assertThat(stranger.get("/agents/" + ana).status()).isEqualTo(404);
    assertThat(stranger.delete("/groups/" + sales).status()).isEqualTo(404);
    assertThat(admin.post("/rooms/" + room + "/attend", "{\"agent\": \"" + theirs + "\"}").status())
        .isEqualTo(422);
    assertThat(stranger.post("/agents", "{\"name\": \"X\", \"groups\": [" + sales + "]}").status())
        .isEqualTo(422);
    assertThat(stranger.get("/rooms").size("data")).isZero();
  }

  private static String tag(Client.Answer answer) {
    return answer.raw().headers().firstValue("ETag").orElseThrow();
  }

  private Client.Answer patch(String path, String body, String tag) {
    return admin.ask("PATCH", path, body, java.util.Map.of("If-Match", tag));
  }

  @Test
  void whoChangesWhatSomebodyElseChangedSinceIsTold() {
    for (String path : List.of("/groups/" + sales, "/agents/" + ana)) {
      String tag = tag(admin.get(path));
      String first = "{\"name\": \"First " + sales + "\"}";
      Client.Answer changed = patch(path, first, tag);
      assertThat(changed.status()).isEqualTo(200);
      assertThat(tag(changed)).isNotEqualTo(tag).isEqualTo(tag(admin.get(path)));
      Client.Answer late = patch(path, "{\"name\": \"Second " + sales + "\"}", tag);
      assertThat(late.status()).isEqualTo(412);
      assertThat(admin.get(path).text("name")).isEqualTo("First " + sales);
      assertThat(patch(path, first, "*").status()).isEqualTo(200);
    }
    String there = tag(admin.get("/agents/" + ana));
    keyOf(ana).post("/agents/" + ana + "/presence", presence("online"));
    assertThat(tag(admin.get("/agents/" + ana))).as("presence is no edit").isEqualTo(there);
  }

  @Test
  void agentsAndGroupsKeepTheNumbersTheyHadElsewhere() {
    int number = 500_000 + sales;
    for (String kind : List.of("groups", "agents")) {
      String body = "{\"name\": \"Moved %d\", \"number\": %d}".formatted(number, number);
      Client.Answer made = admin.post("/" + kind, body);
      assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
      assertThat(made.number("number")).isEqualTo(number);
      Client.Answer again = admin.post("/" + kind, body.replace("Moved", "Another"));
      assertThat(again.status()).isEqualTo(409);
      assertThat(again.text("errors", 0, "path")).isEqualTo("number");
    }
    String moved = admin.get("/agents/" + ana).text("id");
    assertThat(admin.patch("/agents/" + moved, "{\"name\": \"A\", \"number\": 7}").status())
        .isEqualTo(422);
  }

  @Test
  void groupsAreWrittenAndReadAlike() {
    String week = "[{\"day\": \"mon\", \"from\": \"09:00\", \"to\": \"24:00\"}]";
    String body =
        """
        {"name": "Desk", "hours": {"zone": "Europe/Madrid", "week": %s},
         "triggers": {"longestWait": 60, "agentSilence": {"after": 30, "then": "close"},
           "contactSilence": {"reminders": [{"after": 10, "text": "There?"}], "closeAfter": 20,
             "farewell": "Bye"}}}\
        """
            .formatted(week);
    Client.Answer made = admin.post("/groups", body);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("triggers", "agentSilence", "then")).isEqualTo(Value.of("close"));
    assertThat(made.text("hours", "week", 0, "to")).isEqualTo("24:00");
    assertThat(admin.post("/groups", body).status()).isEqualTo(409);
    assertThat(admin.post("/groups", body.replace("\"after\": 10", "\"after\": 20")).status())
        .isEqualTo(422);
    assertThat(admin.post("/groups", body.replace("Madrid", "Nowhere")).status()).isEqualTo(422);
    String changed = body.replace("Desk", "Desk 2").replace("Europe/Madrid", "America/Lima");
    Client.Answer after = admin.patch("/groups/" + made.number("number"), changed);
    assertThat(after.text("name")).isEqualTo("Desk 2");
    assertThat(after.text("hours", "zone")).isEqualTo("America/Lima");
  }

  @Test
  void aBotHandsOverToTheGroupItNames() {
    String file =
        """
        bot: over
        language: en
        intents: { human: [a person please] }
        stories:
          human:
            on: { intent: human }
            steps:
              over:
                do: [{ hand-over: { text: "wants a person", group: Help } }]
                next: after
              after: { say: "I am back" }
        """
            .replace("bot: over", "bot: over " + java.util.UUID.randomUUID());
    String bot = admin.post("/bots", Tenant.files(file)).text("id");
    String said = Tenant.said("zoe", "a person please");
    Client.Answer handed = admin.post("/bots/" + bot + "/inputs", said);
    assertThat(handed.text("holder")).isEqualTo("queued");
    Client.Answer rooms = admin.get("/rooms?group=" + help + "&state=queued");
    assertThat(rooms.text("data", 0, "conversation")).isEqualTo(handed.text("conversation"));

    admin.post("/rooms/" + rooms.text("data", 0, "id") + "/close", "{}");
    Client.Answer transcript =
        admin.get("/conversations/" + handed.text("conversation") + "/transcript");
    assertThat(transcript.text("data", transcript.size("data") - 1, "action", "text"))
        .isEqualTo("I am back");
  }
}
