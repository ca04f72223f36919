package dev.dragoman.server.dialect.treble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The bodies of the editor hooks as they arrive, and what their answers change (contract treble
/// §2): members in the documented order, types and formats of times.
@ExtendWith(TestServer.Extension.class)
class EditorHooksTest {
  private static final Pattern MICROS =
      Pattern.compile("\"(sent_at|responded_at|timeout_at)\": \"([^\"]*)\"");
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?";

  private final TestServer server;
  private Clinic clinic;

  EditorHooksTest(TestServer server) {
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

  /// Compares a body with the golden one, once its times have shown their form.
  private void check(String name, String body, Clinic.Patient patient) {
    Map<String, String> values = new HashMap<>();
    values.put("cellphone", patient.cellphone);
    values.put("number", Integer.toString(clinic.number));
    values.put("session", patient.session());
    Matcher times = MICROS.matcher(body);
    while (times.find()) {
      assertThat(times.group(2)).matches(TIME);
      values.put(times.group(1), times.group(2));
    }
    Golden.checkSpaced("treble/" + name, body, values);
  }

  @Test
  void onResponseTellsTheAnswerAndItsAnswerChangesTheSession() {
    Clinic.Patient ana = clinic.patient();
    ana.updates("name", "Ana");
    ana.update(
        """
        {"user_session_keys":[{"key":"place","type":"location",
          "value":"{\\"latitude\\": 4.61, \\"longitude\\": -74.08, \\"address\\": \\"Calle 1 # 2-3\\"}"}]}""");
    clinic.answers(
        "/on-response", "{\"user_session_keys\":[{\"key\":\"plan\",\"value\":\"gold\"}]}");
    ana.says("yes, book now");

    check("on-response", clinic.heard("/on-response"), ana);
    check("on-condition", clinic.heard("/on-condition"), ana);
    assertThat(ana.heard()).contains("You have gold.");
  }

  @Test
  void aReplyThatIsNoneOfTheAnswersIsTheDefaultOne() {
    Clinic.Patient ana = clinic.patient().says("who are you?");

    assertThat(clinic.heard("/on-default"))
        .contains("\"actual_response\": \"who are you?\"")
        .contains("\"classified_answer\": {\"text\": \"DEFAULT\"}");
    assertThat(ana.heard()).contains("What is your order number?");
  }

  @Test
  void theWayThatNoTestFittedTellsSo() {
    clinic.patient().says("1");

    assertThat(clinic.heard("/on-condition"))
        .contains("\"variable\": {\"name\": \"plan\", \"value\": \"\"}")
        .contains("\"condition\": {\"operator\": \"DEFAULT\", \"value\": \"\"}");
  }

  @Test
  void onOptoutTellsTheReasonAndNotTheWords() {
    Clinic.Patient ana = clinic.patient();
    String session = ana.session();
    ana.says("stop writing");

    assertThat(session).hasSize(56);
    check("on-optout", clinic.heard("/on-optout"), ana);
  }

  @Test
  void anOpenAnswerIsClassifiedAsNothing() {
    clinic.patient().says("later").says("A-77");

    assertThat(clinic.heard("/slow"))
        .contains("\"question\": {\"type\": \"open\", \"text\": \"What is your order number?\"}")
        .contains("\"actual_response\": \"A-77\", \"classified_answer\": null");
  }

  @Test
  void onTimeoutTellsTheQuestionNobodyAnswered() throws InterruptedException {
    CountDownLatch heard = new CountDownLatch(1);
    clinic.conducts(
        "/on-timeout",
        connection -> {
          connection.write(Clinic.http("200 OK", "{}"));
          heard.countDown();
        });
    Clinic.Patient ana = clinic.patient();
    ana.updates("name", "Ana");
    ana.says("later");

    assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();
    check("on-timeout", clinic.heard("/on-timeout"), ana);
  }

  @Test
  void theAccountsOwnHeadersStandOnEveryHook() {
    server.secret(
        StaticHeaders.SECRET,
        "{\"Authorization\":\"Bearer abc\",\"X-Shop-Key\":\"k1\",\"Host\":\"evil\",\"Bad\\n"
            + "Name\":\"x\"}");
    try {
      clinic.patient().says("1");
    } finally {
      server.secret(StaticHeaders.SECRET, "{}");
    }
    String request = clinic.receiver.requests.getLast();

    assertThat(request).contains("\r\nAuthorization: Bearer abc\r\n");
    assertThat(request).contains("\r\nX-Shop-Key: k1\r\n");
    assertThat(request).doesNotContain("evil");
    assertThat(request).contains("\r\nContent-Type: application/json\r\n");
  }
}
