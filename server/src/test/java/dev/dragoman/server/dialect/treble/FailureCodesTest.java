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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Why a deployment does not reach a contact, each code as it comes about (contract treble §3.3).
/// Those of contacts who are blocked, opted out or with a human, of bad numbers and of lines stand
/// in the tests of deployments and of the opt-out book.
@ExtendWith(TestServer.Extension.class)
class FailureCodesTest {
  private final TestServer server;
  private Clinic clinic;
  private PhoneLine line;

  FailureCodesTest(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void open() throws IOException {
    clinic = Clinic.open(server, "scenarios.yaml");
    line = PhoneLine.of(clinic);
  }

  @AfterEach
  void close() {
    line.close();
    clinic.close();
  }

  private Answer deploy(String users) {
    Answer answer =
        clinic.account.post(
            "/treble/deployment/api/poll/" + clinic.number, "{\"users\":[" + users + "]}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private String user(String name, String more) {
    return """
    {"cellphone":"%s","country_code":"+57","user_session_keys":[{"key":"name","value":"%s"}%s]}"""
        .formatted(clinic.newCellphone(), name, more);
  }

  private String failure(Answer deployed, int at) {
    return clinic.failures(server, deployed.at("conversations_id", at));
  }

  @ParameterizedTest
  @CsvSource({
    "130429, FAILURE_BY_RATE_LIMIT",
    "131056, FAILURE_BY_RATE_LIMIT",
    "130472, FAILURE_BY_EXPERIMENT_NUMBER",
    "131026, FAILURE_BY_UNABLE_TO_CONTACT",
    "131048, FAILURE_BY_SPAM_RATE_LIMIT",
    "131049, FAILURE_BY_META_CHOSE_NOT_DELIVER",
    "131050, FAILURE_BY_OPTOUT_CONTACT",
    "132000, PARAMETER_MISMATCH",
    "132012, PARAMETER_MISMATCH",
    "131008, MISSING_PARAMETER",
    "132005, CHARACTER_LIMIT_BODY",
    "132015, FAILURE_BY_DISABLED_HSM",
    "132016, FAILURE_BY_DISABLED_HSM",
    "999999, FAILURE"
  })
  void theProvidersWordOnTheFirstMessage(String code, String expected) throws InterruptedException {
    Answer deployed = deploy(user("Ana", ""));
    line.reports(line.next(), "failed", 1_709_647_333, ",\"errors\":[{\"code\":" + code + "}]");

    assertThat(failure(deployed, 0)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"132000, PARAMETER_MISMATCH", "131026, FAILURE_BY_UNABLE_TO_CONTACT"})
  void aMessageTheProviderRefusesAtOnce(String code, String expected) throws Exception {
    line.close();
    String body = "{\"error\":{\"code\":" + code + "}}";
    clinic.close();
    try (Clinic refused = Clinic.open(server, "scenarios.yaml");
        PhoneLine refusing =
            PhoneLine.of(
                refused, connection -> connection.write(Clinic.http("400 Bad Request", body)))) {
      clinic = refused;
      Answer deployed = deploy(user("Ana", ""));
      CountDownLatch never = new CountDownLatch(1);
      for (int i = 0; i < 400 && failure(deployed, 0).isEmpty(); i++) {
        assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
      }

      assertThat(failure(deployed, 0)).isEqualTo(expected);
      assertThat(refusing.provider.requests).hasSize(1);
    }
  }

  @Test
  void anApprovedMessageWithoutItsValueIsNotSent() {
    assertThat(failure(deploy(user("", "")), 0)).isEqualTo("MISSING_PARAMETER");
    assertThat(line.sent).isEmpty();
  }

  @Test
  void anApprovedMessageThatBecomesTooLongIsNotSent() {
    assertThat(failure(deploy(user("x".repeat(1_025), "")), 0)).isEqualTo("CHARACTER_LIMIT_BODY");
  }

  @Test
  void theLineOfAnotherBotCannotSendIt() throws IOException {
    try (Clinic other = Clinic.open(server);
        PhoneLine theirs = PhoneLine.of(other)) {
      String squad = ",{\"key\":\"tdeployment_squad\",\"value\":\"DS_" + theirs.phone + "\"}";

      assertThat(failure(deploy(user("Ana", squad)), 0)).isEqualTo("INVALID_POLL");
    }
  }

  @Test
  void moreThanEightThatWaitForOneContactAreTooMany() {
    String later =
        "{\"cellphone\":\"%s\",\"country_code\":\"57\",\"deployment_eta\":4000000000}"
            .formatted(clinic.newCellphone());
    Answer deployed = deploy(String.join(",", java.util.Collections.nCopies(9, later)));

    assertThat(failure(deployed, 7)).isEmpty();
    assertThat(failure(deployed, 8)).isEqualTo("COMPANY_RATE_LIMIT");
  }
}
