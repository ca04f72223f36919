package dev.dragoman.server.dialect.treble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sessions of a flow (contract treble §4.4).
@ExtendWith(TestServer.Extension.class)
class SessionListTest {
  private final TestServer server;
  private Clinic clinic;

  SessionListTest(TestServer server) {
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

  private Answer list(String query) {
    return clinic.account.get("/treble/devapi/poll/" + clinic.number + "/sessions" + query);
  }

  private static List<String> ids(Answer page) {
    assertThat(page.status()).as(page.text()).isEqualTo(200);
    return ((Value.List) page.json().get("results"))
        .items().stream().map(one -> ((Value.Obj) one).text("id")).toList();
  }

  @Test
  void areListedNewestFirstWithWhoseTheyAre() {
    Clinic.Patient ana = clinic.patient();
    String ended = ana.session();
    ana.says("stop writing");
    Clinic.Patient ben = clinic.patient();
    String times = list("").text().replaceAll("\"(created|finished)_at\":\\d{10},", "\"$1_at\":0,");

    Golden.check(
        "treble/sessions",
        times,
        Map.of("open", ben.session(), "ended", ended, "ben", ben.cellphone, "ana", ana.cellphone));
  }

  @Test
  void comeInPages() {
    List<String> sessions =
        List.of(clinic.patient().session(), clinic.patient().session(), clinic.patient().session());
    Answer first = list("?limit=2");
    Answer rest = list("?limit=2&next_id=" + first.at("next_id"));

    assertThat(ids(first)).containsExactly(sessions.get(2), sessions.get(1));
    assertThat(first.at("next_id")).isEqualTo(sessions.get(1));
    assertThat(ids(rest)).containsExactly(sessions.get(0));
    assertThat(rest.at("next_id")).isEqualTo("null");
  }

  @Test
  void areThoseThatBeganInATime() {
    String session = clinic.patient().session();
    String second =
        server.text(
            "select (begun_nanos / 1000000000)::text from session_listed where id = '"
                + session
                + "'");
    long began = Long.parseLong(second);

    assertThat(ids(list("?since=" + began + "&until=" + began))).containsExactly(session);
    assertThat(ids(list("?since=" + (began + 1)))).isEmpty();
    assertThat(ids(list("?until=" + (began - 1)))).isEmpty();
  }

  @Test
  void beginInAStoryAlsoWhenItsFirstWordsLedNowhere() {
    Clinic.Patient ana = clinic.stranger().says("hello");
    String session = ana.session();

    assertThat(ids(list(""))).doesNotContain(session);

    ana.starts();

    assertThat(ana.session()).isEqualTo(session);
    assertThat(ids(list(""))).containsExactly(session);
  }

  @Test
  void goWithTheContact() {
    Clinic.Patient ana = clinic.patient();
    String session = ana.session();
    String erased = "/api/v1/contacts/" + ana.conversation().at("contact") + "/erase";

    assertThat(ids(list(""))).containsExactly(session);
    assertThat(clinic.admin.post(erased, "").status()).isEqualTo(200);
    assertThat(ids(list(""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "?limit=0, 400",
    "?limit=1001, 400",
    "?limit=x, 400",
    "?limit=1000, 200",
    "?since=x, 400",
    "?since=-1, 400",
    "?until=99999999999, 400",
    "?until=9999999999, 400",
    "?since=&until=&next_id=, 200",
    "?next_id=1234, 400",
    "?next_id=b5ec90cb557bb44a705691e1fcb5d19d02bf72527cb561fafca383e2, 400"
  })
  void saysWhatIsWrong(String query, int status) {
    assertThat(list(query).status()).isEqualTo(status);
  }

  @Test
  void needTheAccountKeyAndAPublishedFlow() {
    String path = "/treble/devapi/poll/" + clinic.number + "/sessions";

    assertThat(clinic.anyone.get(path).status()).isEqualTo(401);
    assertThat(clinic.account.get("/treble/devapi/poll/1/sessions").text())
        .isEqualTo("{\"message\":\"Poll not found\"}");
  }
}
