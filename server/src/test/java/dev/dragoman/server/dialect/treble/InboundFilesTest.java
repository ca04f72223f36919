package dev.dragoman.server.dialect.treble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Receiver;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Files that contacts send over a line: fetched from the provider, kept, and opened by a link that
/// stands in hooks and histories (contract treble §2.1.2).
@ExtendWith(TestServer.Extension.class)
class InboundFilesTest {
  private static final Pattern LINK = Pattern.compile("(http://127[^\"\\\\]+)(/files/[0-9a-f-]+)");

  private final TestServer server;
  private final List<String> asked = new ArrayList<>();
  private final AtomicInteger busy = new AtomicInteger();
  private String type = "image/png";
  private String content = "the roof";
  private Clinic clinic;
  private PhoneLine line;
  private String ana = "";
  private String session = "";

  InboundFilesTest(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void open() throws IOException {
    clinic = Clinic.open(server, "scenarios.yaml");
    line = PhoneLine.of(clinic, this::provide);
    ana = clinic.newCellphone();
  }

  @AfterEach
  void close() {
    line.close();
    clinic.close();
  }

  /// Plays the provider: messages are taken, a file is told of by its id and fetched with the
  // token.
  private void provide(Receiver.Connection connection) throws IOException {
    String request = line.provider.requests.getLast();
    if (request.startsWith("POST ")) {
      line.sent.add(request);
      connection.write(Clinic.http("200 OK", "{\"messages\":[{\"id\":\"wamid.out\"}]}"));
      return;
    }
    asked.add(request.substring(0, request.indexOf(" HTTP")));
    assertThat(request).contains("Authorization: Bearer tok");
    if (request.contains("/gone ")) {
      connection.write(Clinic.http("404 Not Found", "{}"));
    } else if (busy.getAndDecrement() > 0) {
      connection.write(Clinic.http("503 Busy", ""));
    } else if (request.startsWith("GET /bytes ")) {
      connection.write(Clinic.http("200 OK", content));
    } else {
      connection.write(
          Clinic.http(
              "200 OK",
              "{\"url\":\"http://127.0.0.1:%d/bytes\",\"mime_type\":\"%s\"}"
                  .formatted(line.provider.port(), type)));
    }
  }

  /// Ana is asked for a photo.
  private void isAsked() throws InterruptedException {
    Answer answer =
        clinic.account.post(
            "/treble/deployment/api/poll/" + clinic.number,
            """
            {"users":[{"cellphone":"%s","country_code":"57",
              "user_session_keys":[{"key":"name","value":"Ana"}]}]}"""
                .formatted(ana));
    session = answer.at("conversations_id", 0);
    line.next();
    line.hearsText(ana, "A photo");
    assertThat(line.next()).contains("Send a photo");
  }

  private void sends(String id, String caption) {
    line.hears(
        ana,
        "\"type\":\"image\",\"image\":{\"id\":\"%s\",\"mime_type\":\"image/png\"%s}"
            .formatted(id, caption));
  }

  /// The link in a text, as a path of this server.
  private static String link(String text) {
    Matcher link = LINK.matcher(text);
    assertThat(link.find()).as(text).isTrue();
    return link.group(2);
  }

  @Test
  void anAnswerWithAFileGivesTwoVariablesAndALinkThatOpens() throws InterruptedException {
    isAsked();
    sends("m1", ",\"caption\":\"my roof\"");
    String hook = clinic.hears("/on-photo");

    assertThat(hook)
        .contains("{\"key\": \"photo\", \"value\": \"my roof\", \"type\": null}")
        .contains("{\"key\": \"photo_file_url\", \"value\": \"http://127.0.0.1:")
        .contains("\"actual_response\": \"my roof\"");
    Answer file = clinic.anyone.get(link(hook));
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.text()).isEqualTo("the roof");
    assertThat(file.header("content-type")).contains("image/png");
    assertThat(file.header("x-content-type-options")).contains("nosniff");
    String history = clinic.account.get("/treble/devapi/session/" + session + "/history").text();
    assertThat(history)
        .contains(
            "\"type\":\"IMAGE\",\"sender\":\"USER\",\"text\":\"my roof\",\"file_url\":\"http");
  }

  @Test
  void withoutACaptionTheLinkIsWhatWasSaid() throws InterruptedException {
    isAsked();
    sends("m2", "");
    String hook = clinic.hears("/on-photo");

    assertThat(hook)
        .contains("\"actual_response\": \"http://127.0.0.1:")
        .contains("{\"key\": \"photo\", \"value\": \"\", \"type\": null}");
    assertThat(clinic.account.get("/treble/devapi/session/" + session + "/history").text())
        .contains("\"type\":\"IMAGE\",\"sender\":\"USER\",\"text\":\"\",\"file_url\":\"http");
  }

  @Test
  void whatCouldDoHarmInABrowserIsADownload() throws InterruptedException {
    type = "text/html; charset=utf-8";
    content = "<script>alert(1)</script>";
    isAsked();
    sends("m3", "");
    Answer file = clinic.anyone.get(link(clinic.hears("/on-photo")));

    assertThat(file.header("content-type")).contains("application/octet-stream");
    assertThat(file.header("content-disposition")).contains("attachment");
    assertThat(file.header("content-security-policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("sandbox"));
  }

  @Test
  void aLinkThatWasChangedOpensNothing() throws InterruptedException {
    isAsked();
    sends("m4", "");
    String good = link(clinic.hears("/on-photo"));
    Client anyone = clinic.anyone;

    assertThat(anyone.get(good).status()).isEqualTo(200);
    assertThat(anyone.get(good.substring(0, good.length() - 1) + "x").status()).isEqualTo(404);
    assertThat(anyone.get(good.replaceFirst("/files/\\d+-", "/files/2-")).status()).isEqualTo(404);
    assertThat(anyone.get(good.replaceFirst("-(\\d+)-([0-9a-f]{32})$", "-9999999-$2")).status())
        .isEqualTo(404);
    assertThat(anyone.get("/files/x").status()).isEqualTo(404);
  }

  @Test
  void aFileThatIsGoneComesWithoutAndTheFlowGoesOn() throws InterruptedException {
    isAsked();
    sends("gone", ",\"caption\":\"my roof\"");

    assertThat(clinic.hears("/on-photo"))
        .contains("\"value\": \"my roof\"")
        .doesNotContain("photo_file_url");
  }

  @Test
  void aProviderThatIsBusySendsTheMessageAgainAndItIsTakenOnce() throws InterruptedException {
    isAsked();
    busy.set(1);
    String message = "\"type\":\"image\",\"image\":{\"id\":\"m5\"}";

    assertThat(line.hearsWith(ana, message, "again-" + ana)).isEqualTo(503);
    assertThat(line.hearsWith(ana, message, "again-" + ana)).isEqualTo(200);
    assertThat(line.hearsWith(ana, message, "again-" + ana)).isEqualTo(200);
    assertThat(clinic.hears("/on-photo")).contains("photo_file_url");
    assertThat(asked.stream().filter("GET /bytes"::equals)).hasSize(1);
  }

  @Test
  void aContactWhoIsErasedTakesTheFileAlong() throws InterruptedException {
    isAsked();
    sends("m6", "");
    String link = link(clinic.hears("/on-photo"));
    String contact =
        clinic.admin.get("/api/v1/conversations/" + session.substring(0, 24)).at("contact");
    clinic.admin.post("/api/v1/contacts/" + contact + "/erase", "");

    assertThat(clinic.anyone.get(link).status()).isEqualTo(404);
  }
}
