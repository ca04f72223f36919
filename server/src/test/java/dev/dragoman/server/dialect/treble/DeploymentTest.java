package dev.dragoman.server.dialect.treble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Stories sent to contacts (contract treble §4.1), over a line whose provider is a receiver here.
@ExtendWith(TestServer.Extension.class)
class DeploymentTest {
  private final TestServer server;
  private Clinic clinic;
  private PhoneLine line;

  DeploymentTest(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void open() throws IOException {
    clinic = Clinic.open(server);
    line = PhoneLine.of(clinic);
  }

  @AfterEach
  void close() {
    line.close();
    clinic.close();
  }

  private String user(String more) {
    return "{\"cellphone\":\"%s\",\"country_code\":\"+57\"%s}"
        .formatted(clinic.newCellphone(), more);
  }

  private Answer deploy(String... users) {
    return clinic.account.post(path(), "{\"users\":[" + String.join(",", users) + "]}");
  }

  private String path() {
    return "/treble/deployment/api/poll/" + clinic.number;
  }

  /// The events of the conversation a session belongs to.
  private String events(String session) {
    return clinic.admin.get("/api/v1/conversations/" + session.substring(0, 24) + "/why").text();
  }

  @Test
  void answersAsDocumentedAndSendsTheFirstMessage() throws InterruptedException {
    String keys =
        ",\"user_session_keys\":[{\"key\":\"name\",\"value\":\"Ana\"}],\"deployment_eta\":null";
    Answer answer = deploy(user(keys));
    String session = answer.at("conversations_id", 0);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text())
        .matches(
            "\\{\"message\":\"The poll was"
                + " deployed\",\"id\":\"\\d+\",\"batch_id\":\"\\d+\",\"new_last_scheduleded_deployment\":\"\\d{4}-\\d\\d-\\d\\d"
                + " \\d\\d:\\d\\d:\\d\\d\",\"conversations_id\":\\[\"[0-9a-f]{56}\"\\]\\}");
    assertThat(line.next()).contains("Do you want to book, Ana?");
    assertThat(
            clinic
                .anyone
                .post("/treble/session/" + session + "/update", "{\"user_session_keys\":[]}")
                .status())
        .isEqualTo(200);
  }

  @Test
  void theHistoryTellsWhatBecameOfAMessageAlsoWhenTheNextSessionHasBegun()
      throws InterruptedException {
    String ana = user("");
    String session = deploy(ana).at("conversations_id", 0);
    String message = line.next();
    line.reports(message, "delivered", 1_709_647_333);
    deploy(ana);
    line.reports(message, "read", 1_709_647_400);
    String history = clinic.account.get("/treble/devapi/session/" + session + "/history").text();

    assertThat(history).contains("\"delivered_at\":1709647333,\"read_at\":1709647400");
    assertThat(history).containsOnlyOnce("Do you want to book");
  }

  @Test
  void whatWasSentIsListedUnderItsFlow() {
    String now = deploy(user("")).at("conversations_id", 0);
    String later = deploy(user(",\"deployment_eta\":4000000000")).at("conversations_id", 0);
    String list = clinic.account.get("/treble/devapi/poll/" + clinic.number + "/sessions").text();

    assertThat(list).contains(now).doesNotContain(later);
  }

  @Test
  void waitsForItsTime() {
    Answer answer = deploy(user(",\"deployment_eta\":\"4000000000\""));
    String conversation = answer.at("conversations_id", 0).substring(0, 24);

    assertThat(answer.at("new_last_scheduleded_deployment")).isEqualTo("2096-10-02 07:06:40");
    assertThat(clinic.admin.get("/api/v1/conversations/" + conversation).at("session"))
        .isEqualTo("null");
    assertThat(
            server.number(
                "select count(*) from timer where due_nanos = 4000000000000000000"
                    + " and conversation = '"
                    + conversation
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void whoOptedOutIsNotWrittenToAgain() {
    String ana = user("");
    Answer first = deploy(ana);
    String session = first.at("conversations_id", 0);
    String conversation = session.substring(0, 24);
    clinic.admin.post(
        "/api/v1/conversations/" + conversation + "/inputs",
        "{\"input\":{\"type\":\"text\",\"text\":\"stop writing\"}}");

    assertThat(
            server.number(
                "select count(*) from opt_out where reason = 'words' and conversation = '"
                    + conversation
                    + "'"))
        .isEqualTo(1);

    Answer second = deploy(ana);

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.at("conversations_id", 0)).isNotEqualTo(session);
    assertThat(failure(second)).isEqualTo("FAILURE_BY_OPTOUT_CONTACT");
  }

  /// Why the first recipient failed, as the legs say.
  private String failure(Answer deployed) {
    String session = deployed.at("conversations_id", 0);
    return clinic.failures(server, session);
  }

  @Test
  void whoTalksWithAHumanIsLeftAlone() {
    String ana = user("");
    String conversation = deploy(ana).at("conversations_id", 0).substring(0, 24);
    clinic.admin.post("/api/v1/conversations/" + conversation + "/pause", "");

    assertThat(failure(deploy(ana))).isEqualTo("FAILURE_BY_HUMAN_HANDOVER");
  }

  @Test
  void aNumberNobodyCanHaveFailsByName() {
    Answer answer = deploy("{\"cellphone\":\"1\",\"country_code\":\"57\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(failure(answer)).isEqualTo("INVALID_PHONE");
  }

  @Test
  void theReservedKeyPicksTheLineAndIsNoValue() {
    String own =
        ",\"user_session_keys\":[{\"key\":\"tdeployment_squad\",\"value\":\"DS_30055%05d\"}]";
    Answer good = deploy(user(own.formatted(clinic.number)));
    Answer none = deploy(user(own.formatted(99_999)));

    assertThat(failure(good)).isEmpty();
    assertThat(events(good.at("conversations_id", 0))).doesNotContain("tdeployment_squad\":");
    assertThat(failure(none)).isEqualTo("FAILURE_BY_TIER_CAPACITY");
  }

  @Test
  void aRepeatWithTheSameKeyIsTheSameDeployment() throws InterruptedException {
    String body = "{\"users\":[" + user("") + "]}";
    var repeating = clinic.account.with("Idempotency-Key", "deploy-" + clinic.number);
    Answer first = repeating.post(path(), body);
    awaitTheNextSecond();
    Answer again = repeating.post(path(), body);

    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    String another = "{\"users\":[" + user("") + "," + user("") + "]}";
    assertThat(repeating.post(path(), another).status()).isEqualTo(422);
    assertThat(
            server.number("select count(*) from conversation where bot = '" + clinic.botId + "'"))
        .as("nobody of a call that is refused")
        .isEqualTo(1);
  }

  /// What a repeat took from its own clock would differ from now on.
  private static void awaitTheNextSecond() throws InterruptedException {
    long second = Instant.now().getEpochSecond();
    CountDownLatch never = new CountDownLatch(1);
    while (Instant.now().getEpochSecond() == second) {
      assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  @Test
  void fiveThousandGoAtOnce() {
    String users =
        IntStream.range(0, 5_000)
            .mapToObj(
                i ->
                    "{\"cellphone\":\"3%09d\",\"country_code\":\"+57\",\"deployment_eta\":4000000000}"
                        .formatted(clinic.number * 10_000L % 100_000_000 + i))
            .collect(Collectors.joining(",", "{\"users\":[", "]}"));
    Answer answer = clinic.account.post(path(), users);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(((Value.List) answer.json().get("conversations_id")).items()).hasSize(5_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | ''",
        "400 | {",
        "422 | []",
        "422 | {}",
        "422 | {\"users\":null}",
        "422 | {\"users\":\"x\"}",
        "422 | {\"users\":[]}",
        "422 | {\"users\":[1]}",
        "422 | {\"users\":[{}]}",
        "422 | {\"users\":[{\"country_code\":\"+57\"}]}",
        "422 | {\"users\":[{\"cellphone\":\"3005550101\"}]}",
        "422 | {\"users\":[{\"cellphone\":\"\",\"country_code\":\"+57\"}]}",
        "422 | {\"users\":[{\"cellphone\":\"abc\",\"country_code\":\"+57\"}]}",
        "422 | {\"users\":[{\"cellphone\":true,\"country_code\":\"+57\"}]}",
        "422 | {\"users\":[{\"cellphone\":[\"1\"],\"country_code\":\"+57\"}]}",
        "422 | {\"users\":[{\"cellphone\":\"3005550101\",\"country_code\":\"+\"}]}",
        "422 | {\"users\":[{\"cellphone\":\"3005550101\",\"country_code\":{}}]}",
        "422 | {\"users\":[{\"cellphone\":\"3005550101\",\"country_code\":\"57\","
            + "\"deployment_eta\":\"soon\"}]}",
        "422 | {\"users\":[{\"cellphone\":\"3005550101\",\"country_code\":\"57\","
            + "\"deployment_eta\":-1}]}",
        "422 | {\"users\":[{\"cellphone\":\"3005550101\",\"country_code\":\"57\","
            + "\"deployment_eta\":1.5}]}",
        "422 | {\"users\":[{\"cellphone\":\"3005550101\",\"country_code\":\"57\","
            + "\"user_session_keys\":\"x\"}]}",
        "422 | {\"users\":[{\"cellphone\":\"3005550101\",\"country_code\":\"57\","
            + "\"user_session_keys\":[{\"value\":\"x\"}]}]}",
        "422 | {\"users\":[{\"cellphone\":\"3005550101\",\"country_code\":\"57\","
            + "\"user_session_keys\":[1]}]}",
        "422 | {\"users\":[{\"cellphone\":\"3005550101\",\"country_code\":\"57\","
            + "\"user_session_keys\":{}}]}",
        "422 | {\"users\":[{\"cellphone\":\"3005550101\",\"country_code\":\"57\","
            + "\"user_session_keys\":[{\"key\":\"\"}]}]}",
        "422 | {\"users\":[{\"cellphone\":\"3005550101\",\"country_code\":\"57\","
            + "\"user_session_keys\":[{\"key\":7}]}]}",
        "422 | {\"users\":[{\"cellphone\":\"3005550101\",\"country_code\":\"57\","
            + "\"user_session_keys\":[{\"key\":\"k\",\"type\":1}]}]}",
        "422 | {\"users\":[{\"cellphone\":\"3005550101\",\"country_code\":\"57\","
            + "\"deployment_eta\":true}]}",
        "422 | {\"users\":[{\"cellphone\":\"3005550101\",\"country_code\":\"57\","
            + "\"deployment_eta\":[]}]}",
        "422 | {\"users\":[{\"cellphone\":\"3005550101\",\"country_code\":\"57\","
            + "\"deployment_eta\":99999999999}]}",
        "422 | {\"users\":[{\"cellphone\":null,\"country_code\":\"57\"}]}",
        "422 | {\"users\":[{\"cellphone\":\"3005550101\",\"country_code\":null}]}",
        "422 | {\"users\":[null]}",
        "422 | {\"users\":[[]]}",
        "400 | {\"users\":[],\"users\":[]}",
        "400 | text"
      })
  void saysWhichFieldIsWrong(int status, String body) {
    Answer answer = clinic.account.post(path(), body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.json().text("message")).isNotEmpty();
  }

  @Test
  void pollsNobodyHasAreUnknown() {
    String body = "{\"users\":[" + user("") + "]}";

    for (String poll : java.util.List.of("1", "x", "-1", "99999999999999999999")) {
      Answer answer = clinic.account.post("/treble/deployment/api/poll/" + poll, body);
      assertThat(answer.status()).as(poll).isEqualTo(404);
      assertThat(answer.text()).isEqualTo("{\"message\":\"Poll not found\"}");
    }
    assertThat(clinic.anyone.post(path(), body).status()).isEqualTo(401);
  }
}
