package dev.dragoman.server.dialect.treble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The opt-out book: who is in it, what proves it, and what deployments make of it.
@ExtendWith(TestServer.Extension.class)
class OptOutBookTest {
  private static final String BOOK = "/api/v1/opt-outs";

  private final TestServer server;
  private Clinic clinic;
  private PhoneLine line;

  OptOutBookTest(TestServer server) {
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

  private Answer entry(String cellphone) {
    return clinic.admin.get(BOOK + "?phone=%2B57" + cellphone);
  }

  private String id(String cellphone) {
    return entry(cellphone).at("data", 0, "id");
  }

  /// What a deployment comes to: empty, or why it failed.
  private String deployed(String cellphone) {
    String body =
        "{\"users\":[{\"cellphone\":\"%s\",\"country_code\":\"+57\"}]}".formatted(cellphone);
    Answer answer = clinic.account.post("/treble/deployment/api/poll/" + clinic.number, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return clinic.failures(server, answer.at("conversations_id", 0));
  }

  private Answer enter(String cellphone, String reason) {
    return clinic.admin.post(
        BOOK, "{\"phone\":\"+57%s\",\"reason\":\"%s\"}".formatted(cellphone, reason));
  }

  @Test
  void whoOptedOutStandsThereWithTheWordsThatProveIt() {
    Clinic.Patient ana = clinic.patient();
    ana.says("stop writing");
    Answer found = entry(ana.cellphone);

    assertThat(found.at("data", 0, "reason")).isEqualTo("words");
    assertThat(found.at("data", 0, "phone")).isEqualTo("+57" + ana.cellphone);
    assertThat(found.at("data", 0, "proof", "words")).isEqualTo("stop writing");
    assertThat(found.at("data", 0, "proof", "conversation")).isEqualTo(ana.conversation().at("id"));
    assertThat(deployed(ana.cellphone)).isEqualTo("FAILURE_BY_OPTOUT_CONTACT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"blocked:FAILURE_BY_BLOCKED_CONTACT", "told:FAILURE_BY_OPTOUT_CONTACT"})
  void aNumberIsEnteredByHandWhetherItIsKnownOrNot(String expected) {
    String reason = expected.split(":", -1)[0];
    String failure = expected.split(":", -1)[1];
    String stranger = clinic.newCellphone();
    Clinic.Patient ana = clinic.patient();

    assertThat(enter(stranger, reason).status()).isEqualTo(201);
    assertThat(enter(ana.cellphone, reason).at("contact"))
        .isEqualTo(ana.conversation().at("contact"));
    assertThat(entry(stranger).at("data", 0, "proof")).isEqualTo("null");
    assertThat(deployed(stranger)).isEqualTo(failure);
    assertThat(deployed(ana.cellphone)).isEqualTo(failure);
  }

  @Test
  void whoIsTakenOutIsWrittenToAgain() {
    Clinic.Patient ana = clinic.patient();
    ana.says("stop writing");
    String path = BOOK + "/" + id(ana.cellphone);

    assertThat(clinic.admin.delete(path).status()).isEqualTo(204);
    assertThat(clinic.admin.get(path).status()).isEqualTo(404);
    assertThat(clinic.admin.delete(path).status()).isEqualTo(404);
    assertThat(deployed(ana.cellphone)).isEmpty();
  }

  @Test
  void theWordsThatWereSaidStayTheProof() {
    Clinic.Patient ana = clinic.patient();
    ana.says("stop writing");
    enter(ana.cellphone, "told");

    assertThat(entry(ana.cellphone).at("data", 0, "reason")).isEqualTo("words");
    enter(ana.cellphone, "blocked");
    assertThat(entry(ana.cellphone).at("data", 0, "reason")).isEqualTo("blocked");
    assertThat(entry(ana.cellphone).at("data", 0, "proof", "words")).isEqualTo("stop writing");
  }

  @Test
  void whoWasErasedIsNotWrittenToAndNothingElseIsKnown() {
    Clinic.Patient ana = clinic.patient();
    String contact = ana.conversation().at("contact");
    clinic.admin.post("/api/v1/contacts/" + contact + "/erase", "");
    Answer found = entry(ana.cellphone);

    assertThat(found.at("data", 0, "reason")).isEqualTo("erased");
    assertThat(found.at("data", 0, "phone")).isEqualTo("null");
    assertThat(found.at("data", 0, "contact")).isEqualTo("null");
    assertThat(deployed(ana.cellphone)).isEqualTo("FAILURE_BY_OPTOUT_CONTACT");
  }

  @Test
  void isListedPageByPageWithoutGapOrRepeat() {
    List<String> entered = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      entered.add(enter(clinic.newCellphone(), "told").at("id"));
    }
    List<String> listed = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = clinic.admin.get(BOOK + "?limit=2" + cursor);
      for (Value one : ((Value.List) page.json().get("data")).items()) {
        listed.add(((Value.Obj) one).text("id"));
      }
      cursor = "&cursor=" + page.at("next");
    } while (!cursor.equals("&cursor=null"));

    assertThat(listed).containsAll(entered).doesNotHaveDuplicates().isSorted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"phone\":\"12\"}",
        "{\"phone\":1}",
        "{\"phone\":\"3005550101\"}",
        "{\"phone\":\"+573005550101\",\"reason\":\"words\"}",
        "{\"phone\":\"+573005550101\",\"why\":\"x\"}"
      })
  void saysWhatIsWrong(String body) {
    assertThat(clinic.admin.post(BOOK, body).status()).as(body).isEqualTo(422);
  }
}
