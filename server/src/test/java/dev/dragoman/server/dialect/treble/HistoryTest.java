package dev.dragoman.server.dialect.treble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What was said in a session (contract treble §4.3).
@ExtendWith(TestServer.Extension.class)
class HistoryTest {
  private final TestServer server;
  private Clinic clinic;

  HistoryTest(TestServer server) {
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

  @Test
  void isABareListOldestFirst() {
    Clinic.Patient ana = clinic.patient().says("later");
    Answer history = ana.history();
    String times = history.text().replaceAll("\"created_at\":\\d{10},", "\"created_at\":0,");

    assertThat(history.status()).isEqualTo(200);
    Golden.check("treble/history", times, Map.of());
  }

  @Test
  void holdsItsOwnSessionAndNoOther() {
    Clinic.Patient ana = clinic.patient();
    String first = ana.session();
    ana.says("stop writing").says("hello again");
    String history = clinic.account.get("/treble/devapi/session/" + first + "/history").text();

    assertThat(ana.session()).isNotEqualTo(first);
    assertThat(history).contains("stop writing").doesNotContain("hello again");
    assertThat(ana.history().text()).contains("hello again").doesNotContain("stop writing");
  }

  @Test
  void needsTheAccountKey() {
    String path = "/treble/devapi/session/" + clinic.patient().session() + "/history";

    assertThat(clinic.anyone.get(path).status()).isEqualTo(401);
    assertThat(clinic.account.get(path).status()).isEqualTo(200);
    assertThat(clinic.account.get("/treble/devapi/session/1234/history").status()).isEqualTo(404);
  }
}
