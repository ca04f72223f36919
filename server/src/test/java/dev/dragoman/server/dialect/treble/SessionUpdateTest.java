package dev.dragoman.server.dialect.treble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The session update (contract treble §4.2), above all the one that comes from inside a hook.
@ExtendWith(TestServer.Extension.class)
class SessionUpdateTest {
  private static final String KEYS =
      "{\"user_session_keys\":[{\"key\":\"slow\",\"value\":\"ok\"}]}";

  private final TestServer server;
  private Clinic clinic;

  SessionUpdateTest(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void open() throws IOException {
    clinic = Clinic.open(server);
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private String updated(String session) {
    return "{\"message\":\"Session updated successfully\",\"session_id\":\"" + session + "\"}";
  }

  @Test
  void letsASessionGoOnThatWaits() {
    Clinic.Patient ana = clinic.patient().says("later").says("A-77");
    assertThat(ana.heard()).isEqualTo("[]");
    String session = ana.session();

    Answer answer = ana.updates("slow", "ok");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo(updated(session));
    assertThat(ana.history().text()).contains("\"text\":\"Ready: ok\"");
  }

  @Test
  void fromInsideTheHookLetsItGoOnOnceItWaits() {
    clinic.conducts(
        "/slow",
        connection -> {
          String heard = clinic.heard("/slow");
          String session = heard.replaceAll("(?s).*\"session_id\": \"([0-9a-f]{56})\".*", "$1");
          String path = "/treble/session/" + session + "/update";
          assertThat(clinic.anyone.post(path, KEYS).status()).isEqualTo(200);
          assertThat(clinic.anyone.post(path, KEYS).status()).isEqualTo(200);
          connection.write(Clinic.http("202 Accepted", "[]"));
        });
    Clinic.Patient ana = clinic.patient().says("later").says("A-77");

    assertThat(ana.heard()).contains("Ready: ok");
    assertThat(ana.history().text().split("Ready: ok", -1)).hasSize(2);
  }

  @Test
  void mergesWithoutMovingWhereNothingWaits() {
    Clinic.Patient ana = clinic.patient();
    String step = ana.step();

    assertThat(ana.updates("name", "Ana").status()).isEqualTo(200);
    assertThat(ana.step()).isEqualTo(step);
    assertThat(ana.conversation().at("session", "values")).isEqualTo("{\"name\":\"Ana\"}");
  }

  @Test
  void keepsWhatIsAScalarAsAText() {
    Clinic.Patient ana = clinic.patient();
    ana.update(
        """
        {"user_session_keys":[{"key":"n","value":1.50},{"key":"t","value":true},
          {"key":"z","value":null},{"key":"l","value":[1,{"a":2}]}], "more": {}}""");

    assertThat(ana.conversation().at("session", "values"))
        .isEqualTo("{\"n\":\"1.50\",\"t\":\"true\",\"z\":\"\",\"l\":\"[1, {\\\"a\\\": 2}]\"}");
  }

  @Test
  void aRepeatWithTheSameKeyLetsGoOnce() {
    Clinic.Patient ana = clinic.patient().says("later").says("A-77");
    String path = "/treble/session/" + ana.session() + "/update";
    Client repeating = clinic.anyone.with("Idempotency-Key", "once-" + ana.cellphone);

    assertThat(repeating.post(path, KEYS).status()).isEqualTo(200);
    assertThat(repeating.post(path, KEYS).status()).isEqualTo(200);
    assertThat(repeating.post(path, "{\"user_session_keys\":[]}").status()).isEqualTo(422);
  }

  @Test
  void aClosedSessionIsNotUpdated() {
    Clinic.Patient ana = clinic.patient();
    String path = "/treble/session/" + ana.session() + "/update";
    ana.says("stop writing");

    Answer answer = clinic.anyone.post(path, KEYS);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text()).isEqualTo("{\"message\":\"The session is closed\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | ''",
        "400 | {",
        "400 | []",
        "400 | {}",
        "400 | {\"user_session_keys\":null}",
        "400 | {\"user_session_keys\":\"x\"}",
        "400 | {\"user_session_keys\":[1]}",
        "400 | {\"user_session_keys\":[{}]}",
        "400 | {\"user_session_keys\":[{\"key\":1}]}",
        "400 | {\"user_session_keys\":[{\"key\":\"\"}]}",
        "200 | {\"user_session_keys\":[]}",
        "200 | {\"user_session_keys\":[{\"key\":\"a\"}]}"
      })
  void saysWhatIsWrongWithABody(int status, String body) {
    Answer answer = clinic.patient().update(body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().text("message")).isNotEmpty();
  }

  @Test
  void aValueTooLargeIsRefused() {
    Clinic.Patient ana = clinic.patient();

    assertThat(ana.updates("big", "x".repeat(5_000)).status()).isEqualTo(400);
    assertThat(ana.updates("x".repeat(300), "small").status()).isEqualTo(400);
  }

  @Test
  void idsNobodyHasAreUnknown() {
    Clinic.Patient ana = clinic.patient();
    String session = ana.session();
    List<String> ids =
        List.of(
            "1234",
            "0".repeat(56),
            session.substring(0, 24) + "0".repeat(32),
            session.toUpperCase(java.util.Locale.ROOT));

    for (String id : ids) {
      Answer answer = clinic.anyone.post("/treble/session/" + id + "/update", KEYS);
      assertThat(answer.status()).as(id).isEqualTo(404);
      assertThat(answer.text()).isEqualTo("{\"message\":\"Session not found\"}");
    }
  }

  @Test
  void aKeyThatIsSentMustBeGoodAndOfTheSameWorkspace() {
    String path = "/treble/session/" + clinic.patient().session() + "/update";
    Client other = clinic.anyone.with("Authorization", otherWorkspacesKey());

    assertThat(clinic.account.post(path, KEYS).status()).isEqualTo(200);
    assertThat(clinic.anyone.with("Authorization", "nobody").post(path, KEYS).status())
        .isEqualTo(401);
    String botKey = server.key(Credential.Kind.BOT_KEY, clinic.botId);
    assertThat(clinic.anyone.bearer(botKey).post(path, KEYS).status()).isEqualTo(401);
    assertThat(other.post(path, KEYS).status()).isEqualTo(404);
    assertThat(other.get(path.replace("/session", "/devapi/session").replace("update", "history")))
        .extracting(Answer::status)
        .isEqualTo(404);
  }

  private String otherWorkspacesKey() {
    Client root = clinic.anyone.bearer(RunningServer.ADMIN_KEY);
    Client admin =
        clinic.anyone.bearer(
            root.post("/api/v1/workspaces", "{\"name\":\"other\"}").at("key", "key"));
    return admin.post("/api/v1/keys", "{\"kind\":\"treble_key\"}").at("key");
  }

  @Test
  void theAccountKeyGoesBareOrAsABearer() {
    String path = "/treble/poll/api/all";
    String key = server.key(Credential.Kind.TREBLE_KEY, null);

    assertThat(clinic.anyone.with("Authorization", key).get(path).status()).isEqualTo(200);
    assertThat(clinic.anyone.with("Authorization", "bEARER " + key).get(path).status())
        .isEqualTo(200);
    assertThat(clinic.anyone.get(path).status()).isEqualTo(401);
    assertThat(clinic.admin.get(path).status()).isEqualTo(401);
    assertThat(clinic.anyone.with("Authorization", key).get(path).text())
        .contains(
            "{\"id\":%d,\"name\":\"booking\",\"settings\":{\"language\":\"en\",\"timezone\":\"UTC\"}}"
                .formatted(clinic.number));
  }

  @Test
  void whatIsNotThereAnswersInTheSameForm() {
    assertThat(clinic.account.get("/treble/nothing").text())
        .isEqualTo("{\"message\":\"Not found\"}");
    assertThat(clinic.account.get("/treble/session/x/update").status()).isEqualTo(405);
    byte[] large = new byte[1_100_000];
    assertThat(clinic.account.send("POST", "/treble/session/x/update", large).status())
        .isEqualTo(413);
  }
}
