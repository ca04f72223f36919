package dev.dragoman.server.dialect.treble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The ten scenarios a customer of treble lives on (contract treble §8), over a line, with hooks
/// and a webhook center, as they happen: nothing is looked up inside.
@ExtendWith(TestServer.Extension.class)
class ScenariosTest {
  private static final String CENTER = "/treble-webhooks";

  private final TestServer server;
  private Clinic clinic;
  private PhoneLine line;
  private String ana = "";
  private String endpoint = "";

  ScenariosTest(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void open() throws IOException {
    clinic = Clinic.open(server, "scenarios.yaml");
    line = PhoneLine.of(clinic);
    ana = clinic.newCellphone();
    endpoint =
        clinic
            .admin
            .post(
                "/api/v1/endpoints",
                "{\"dialect\":\"treble\",\"bot\":\"%s\",\"url\":\"http://127.0.0.1:%d%s\"}"
                    .formatted(clinic.botId, clinic.receiver.port(), CENTER))
            .at("id");
  }

  @AfterEach
  void close() {
    clinic.admin.delete("/api/v1/endpoints/" + endpoint);
    line.close();
    clinic.close();
  }

  /// Sends the flow to Ana and tells its session.
  private String deployed() {
    String user =
        """
        {"users":[{"cellphone":"%s","country_code":"+57",
          "user_session_keys":[{"key":"name","value":"Ana"}]}]}"""
            .formatted(ana);
    Answer answer = clinic.account.post("/treble/deployment/api/poll/" + clinic.number, user);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.at("conversations_id", 0);
  }

  /// Ana gets the flow and chooses an answer; what is said then.
  private String chosen(String answer) throws InterruptedException {
    deployed();
    line.next();
    line.hearsText(ana, answer);
    return line.next();
  }

  @Test
  void s1DeployThenDeliveredThenRead() throws InterruptedException {
    String session = deployed();
    String sent = line.next();

    assertThat(sent)
        .contains("\"template\":{\"name\":\"order_ready_" + clinic.number + "\"")
        .contains("\"language\":{\"code\":\"en\"}")
        .contains(
            "\"components\":[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"Ana\"}]}]");
    line.reports(sent, "delivered", 1_709_647_333);
    line.reports(sent, "read", 1_709_647_400);

    assertThat(clinic.hears("/on-delivered"))
        .contains(
            "\"session_id\": \"" + session + "\", \"conversation_id\": " + clinic.number + ",")
        .contains("\"sent_text\": \"Hi Ana, do you want to book?\"")
        .endsWith("\"delivered_at\": \"2024-03-05 14:02:13\"}");
    assertThat(clinic.hears("/on-read")).endsWith("\"read_at\": \"2024-03-05 14:03:20\"}");
    assertThat(clinic.account.get("/treble/devapi/session/" + session + "/history").text())
        .contains("\"type\":\"HSM\",\"sender\":\"AI\",\"text\":\"Hi Ana, do you want to book?\"");
  }

  @Test
  void theProvidersWordOnATemplateTellsWhichFlowsUseIt() throws InterruptedException {
    String name = "order_ready_" + clinic.number;
    String body =
        """
        {"entry":[{"changes":[{"field":"message_template_status_update","value":{
        "event":"APPROVED","message_template_name":"%s","message_template_language":"en"}}]}]}"""
            .formatted(name);

    assertThat(line.signed(body).status()).isEqualTo(200);
    String event = center("hsm.status");

    assertThat(event)
        .contains("\"status\": \"APPROVED\", \"name\": \"" + name + "\"")
        .endsWith("\"affected_conversation_ids\": [" + clinic.number + "]}");
  }

  @Test
  void s2AButtonLeadsThroughAHookAndACondition() throws InterruptedException {
    clinic.answers(
        "/on-response", "{\"user_session_keys\":[{\"key\":\"plan\",\"value\":\"gold\"}]}");
    deployed();
    line.next();
    line.hears(ana, "\"type\":\"button\",\"button\":{\"payload\":\"book\",\"text\":\"Réserver\"}");

    assertThat(line.next()).contains("You have gold.");
    assertThat(clinic.heard("/on-response"))
        .contains("\"conversation_id\": \"" + clinic.number + "\"")
        .contains(
            "\"question\": {\"type\": \"closed\", \"text\": \"Hi {{name}}, do you want to book?\"")
        .contains("\"classified_answer\": {\"text\": \"Réserver\"}");
    assertThat(clinic.heard("/on-condition"))
        .contains("\"variable\": {\"name\": \"plan\", \"value\": \"gold\"}")
        .contains("\"condition\": {\"operator\": \"EQ\", \"value\": \"gold\"}");
  }

  @Test
  void s3AnswersAreFoundByNumberByLabelWithoutAccentsAndElseByDefault()
      throws InterruptedException {
    assertThat(chosen("2")).contains("Where are you?");
    assertThat(chosen("  reserver!! ")).contains("Anything else?");
    assertThat(clinic.heard("/on-response"))
        .contains(
            "\"actual_response\": \"  reserver!! \", \"classified_answer\": {\"text\": \"Réserver\"}");
    assertThat(chosen("what is this about?")).contains("Anything else?");
    assertThat(clinic.heard("/on-default"))
        .contains("\"classified_answer\": {\"text\": \"DEFAULT\"}");
  }

  @Test
  void s4AHookThatAnswersTooLateIsNotUsedAndShownSo() throws InterruptedException {
    CountDownLatch wentOn = new CountDownLatch(1);
    clinic.conducts(
        "/on-response",
        connection -> {
          assertThat(wentOn.await(60, TimeUnit.SECONDS)).isTrue();
          connection.write(
              Clinic.http(
                  "200 OK", "{\"user_session_keys\":[{\"key\":\"plan\",\"value\":\"gold\"}]}"));
        });
    String session = deployed();
    line.next();
    line.hearsText(ana, "reserver");

    assertThat(line.next()).contains("Anything else?");
    wentOn.countDown();
    Answer why = clinic.admin.get("/api/v1/conversations/" + session.substring(0, 24) + "/why");
    assertThat(why.text())
        .contains("Timeout")
        .contains("\"used\":false")
        .doesNotContain("gold\\\"");
  }

  @Test
  void s5TheRequestTriggerReleasesOnceWheneverItComes() throws InterruptedException {
    deployed();
    line.next();
    line.hearsText(ana, "Slowly");
    assertThat(line.next()).contains("One moment");
    String session =
        clinic.hears("/slow").replaceAll("(?s).*\"session_id\": \"([0-9a-f]{56})\".*", "$1");
    String path = "/treble/session/" + session + "/update";
    String keys = "{\"user_session_keys\":[{\"key\":\"slow\",\"value\":\"⟨n⟩\"}]}";

    assertThat(clinic.anyone.post(path, keys.replace("⟨n⟩", "first")).status()).isEqualTo(200);
    assertThat(line.next()).contains("Released: first");
    assertThat(clinic.anyone.post(path, keys.replace("⟨n⟩", "second")).status()).isEqualTo(200);
    assertThat(clinic.account.get("/treble/devapi/session/" + session + "/history").text())
        .containsOnlyOnce("Released:");
  }

  @Test
  void s6WhoOptsOutIsToldOfAndNotWrittenToAgain() throws InterruptedException {
    deployed();
    line.next();
    line.hearsText(ana, "Stop writing");

    assertThat(clinic.hears("/on-optout"))
        .contains("\"classified_answer\": {\"text\": \"Stop writing\"}")
        .endsWith("\"reason\": \"OPTOUT\"}");
    deployed();
    assertThat(center("deployment.failure"))
        .contains("\"failure_reason\": \"FAILURE_BY_OPTOUT_CONTACT\"")
        .contains("\"user\": {\"country_code\": \"+57\", \"cellphone\": \"" + ana + "\"}");
  }

  /// The webhook center's event of a type, waited for.
  private String center(String type) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < 600; i++) {
      for (String request : clinic.receiver.requests) {
        if (request.startsWith("POST " + CENTER) && request.contains("\"" + type + "\"")) {
          return request.substring(request.indexOf("\r\n\r\n") + 4);
        }
      }
      assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
    }
    throw new AssertionError("no " + type);
  }

  @Test
  void s7APlaceIsJsonInAString() throws InterruptedException {
    assertThat(chosen("Where I am")).contains("Where are you?");
    line.hears(ana, "\"type\":\"location\",\"location\":{\"latitude\":4.61,\"longitude\":-74.08}");

    assertThat(clinic.hears("/on-place"))
        .contains(
            "{\"key\": \"place\", \"value\": \"{\\\"latitude\\\": 4.61, \\\"longitude\\\": -74.08,"
                + " \\\"address\\\": \\\"\\\"}\", \"type\": \"location\"}");
  }

  @Test
  void s8SilenceTakesTheAlternateFlow() throws InterruptedException {
    // The five minutes of a real flow are a second here.
    assertThat(chosen("Later")).contains("We wait");
    assertThat(line.next()).contains("Are you there?");
    assertThat(clinic.heard("/on-timeout"))
        .contains("\"conversation_id\": " + clinic.number)
        .contains("\"question\": {\"type\": \"open\", \"text\": \"We wait\"}")
        .containsPattern("\"timeout_at\": \"\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
  }

  @Test
  void s9AnsweringTheLastBlockClosesTheSession() throws InterruptedException {
    String session = deployed();
    line.next();
    line.hearsText(ana, "what is this about?");
    assertThat(line.next()).contains("Anything else?");
    line.hearsText(ana, "No, thanks");

    assertThat(center("session.close"))
        .contains("\"session\": {\"external_id\": \"" + session + "\", \"closed_at\": \"");
  }

  @Test
  void s10WhoTalksWithAnAgentIsLeftAlone() throws InterruptedException {
    String session = deployed();
    line.next();
    int group =
        Integer.parseInt(
            clinic
                .admin
                .post("/api/v1/groups", "{\"name\":\"desk " + clinic.number + "\"}")
                .at("number"));
    String path = "/api/v1/conversations/" + session.substring(0, 24) + "/room";
    assertThat(clinic.admin.post(path, "{\"groups\":[" + group + "]}").status()).isEqualTo(200);
    deployed();

    assertThat(center("deployment.failure"))
        .contains("\"failure_reason\": \"FAILURE_BY_HUMAN_HANDOVER\"");
  }
}
