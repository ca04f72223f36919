package dev.dragoman.server.dialect.aivo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.people.Credential;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.TestServer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Logins and groups (contract aivo §1.1, §1.2, §2.6).
@ExtendWith(TestServer.Extension.class)
class ReportsTest {
  private final TestServer server;
  private final Desk desk;

  ReportsTest(TestServer server) {
    this.server = server;
    this.desk = Desk.open(server);
  }

  @Test
  void listsGroupsToWhoMayRead() {
    String reader = server.key(Credential.Kind.READER, null);
    Answer answer = desk.anyone.bearer(reader).with("X-Token", desk.token).get("/aivo/group");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .contains(
            "{\"id\":%d,\"name\":\"Sales of %s\",\"description\":\"\"}"
                .formatted(desk.sales, desk.bot.id()))
        .startsWith("[{");
    assertThat(desk.anyone.bearer(desk.token).get("/aivo/group").text()).isEqualTo(answer.text());
  }

  @Test
  void turnsAwayEverybodyElse() {
    String reader = server.key(Credential.Kind.READER, null);
    for (Answer answer :
        new Answer[] {
          desk.anyone.get("/aivo/group"),
          desk.anyone.bearer("unknown").get("/aivo/group"),
          desk.anyone.bearer(desk.bot.key()).get("/aivo/group"),
          desk.agent.get("/aivo/group"),
          desk.anyone.bearer(reader).with("X-Token", "unknown").get("/aivo/group")
        }) {
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.text()).startsWith("{\"error\":\"Unauthorized\",\"message\":\"");
    }
  }

  private static String time(Instant at) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
        .withZone(ZoneOffset.UTC)
        .format(at)
        .replace(" ", "%20");
  }

  private Answer list(Client client, String more) {
    Instant now = Instant.now();
    return client.get(
        "/aivo/api/v1/live/public/conversation/list?from=%s&to=%s%s"
            .formatted(time(now.minusSeconds(3_600)), time(now.plusSeconds(3_600)), more));
  }

  @Test
  void listsConversationsWithTheirEnd() {
    String room = desk.room("lena");
    desk.does(room, "attend", "{}");
    desk.does(room, "close", "{}");
    Answer answer = list(desk.anyone.bearer(desk.token), "&country=AR");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    String row = answer.text();
    String contact = row.replaceAll(".*\"user\":\\{\"id\":\"([0-9a-f]{24})\".*", "$1");
    String times = row.replaceAll(".*(\"queueddatetime\".*\"wait_time\":[0-9]+),.*", "$1");
    assertThat(times)
        .matches(
            "\"queueddatetime\":\"T\",\"startdatetime\":\"T\",\"enddatetime\":\"T\",\"session_time\":[0-9],\"wait_time\":[0-9]"
                .replace("T", "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}"));
    Golden.check(
        "aivo/list",
        row.replace(times, "\"times\":0"),
        Map.of(
            "room",
            room,
            "bot",
            Long.toString(desk.number),
            "group",
            Integer.toString(desk.sales),
            "name",
            "Sales of " + desk.bot.id(),
            "contact",
            contact,
            "agent",
            desk.admin.get("/api/v1/agents/" + desk.agentId).at("number")));
  }

  @Test
  void listsOneBotOrTheWorkspace() {
    String room = desk.room("lena");
    Desk other = Desk.open(server);
    String theirs = other.room("mona");
    Client reader = desk.anyone.bearer(server.key(Credential.Kind.READER, null));
    assertThat(list(reader, "").text()).contains(room).contains(theirs);
    assertThat(list(reader.with("X-Token", other.token), "").text())
        .contains(theirs)
        .contains("\"startdatetime\":null,\"enddatetime\":null")
        .doesNotContain(room);
    assertThat(list(other.anyone.bearer(other.token), "").text()).doesNotContain(room);
    assertThat(list(desk.anyone, "").status()).isEqualTo(401);
    for (String query : new String[] {"", "?from=x&to=y", "?from=2030-01-31&to=2030-02-01"}) {
      Answer refused = reader.get("/aivo/api/v1/live/public/conversation/list" + query);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.at("error")).isEqualTo("Bad Request");
    }
  }

  @Test
  void letsAKeyLogIn() {
    String reader = server.key(Credential.Kind.READER, null);
    String given = "{\"Authorization\":\"Bearer " + reader + "\"}";
    String gateway = "{\"user\":\"ops@example.test\",\"password\":\"%s\"}";
    String platform = "{\"email\":\"ops@example.test\",\"password\":\"%s\"}";
    assertThat(desk.anyone.post("/aivo/api/v1/auth", gateway.formatted(reader)).text())
        .isEqualTo(given);
    assertThat(
            desk.anyone.post("/aivo/api/v1/user/login-simple", platform.formatted(reader)).text())
        .isEqualTo(given);
    assertThat(desk.anyone.post("/aivo/api/v1/auth", gateway.formatted("wrong")).status())
        .isEqualTo(401);
    assertThat(desk.anyone.post("/aivo/api/v1/auth", "{\"user\":\"x\"}").status()).isEqualTo(400);
  }
}
