package dev.dragoman.server.dialect.gptbots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.dialect.gptbots.Pizzeria.Guest;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.Receiver;
import dev.dragoman.server.testing.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Streams in both framings (contract gptbots §3.5).
@ExtendWith(TestServer.Extension.class)
class StreamTest {
  private static final String BOT = "90a1b2c3d4e5f60718293a41";

  private final TestServer server;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private Receiver receiver;
  private Pizzeria pizzeria;
  private Guest ann;

  StreamTest(TestServer server) {
    this.server = server;
  }

  @BeforeEach
  void open() throws IOException {
    receiver =
        Receiver.that(
            connection -> {
              asked.countDown();
              released.await();
              connection.write(
                  http(
                      "{\"actions\":[{\"type\":\"send_text_action\",\"alternatives\":[\"It is hot.\"]}]}"));
            });
    pizzeria = Pizzeria.hooked(server, BOT, receiver.url());
    ann = pizzeria.guest();
  }

  @AfterEach
  void close() {
    released.countDown();
    receiver.close();
  }

  private static String http(String body) {
    return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private static List<String> lines(String document) {
    return document.lines().toList();
  }

  /// The lines of a golden file, each made compact.
  private static List<String> golden(String name, String messageId) {
    return lines(Golden.read("/golden/gptbots/" + name).replace("⟨message⟩", messageId));
  }

  @Test
  void streamsBareLines() {
    ann.says("I want a pizza");
    Answer answer =
        pizzeria.client.post(Guest.V2, Pizzeria.message(ann.id, "streaming", "\"Large\""));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).contains("application/x-ndjson; charset=utf-8");
    assertThat(answer.text()).endsWith("\n");
    String id = answer.text().replaceAll("(?s)^.*?\"message_id\":\"([0-9a-f]{24})\".*$", "$1");
    assertThat(lines(answer.text())).isEqualTo(golden("stream.lines", id));
  }

  @Test
  void streamsServerSentEventsToWhoAsksForThem() {
    ann.says("I want a pizza");
    Answer answer =
        pizzeria
            .client
            .with("Accept", "text/event-stream")
            .post(Guest.V2, Pizzeria.message(ann.id, "streaming", "\"Large\""));
    assertThat(answer.header("content-type")).contains("text/event-stream; charset=utf-8");
    String id = answer.text().replaceAll("(?s)^.*?\"message_id\":\"([0-9a-f]{24})\".*$", "$1");
    String expected = "";
    for (String line : golden("stream.lines", id)) {
      expected += "data: " + line + "\n\n";
    }
    assertThat(answer.text()).isEqualTo(expected);
  }

  @Test
  void streamsTheOlderRequestInTheSameForm() {
    Answer answer = ann.sendsV1("\"text\":\"hello\",\"response_mode\":\"streaming\"");
    assertThat(lines(answer.text()).get(1))
        .isEqualTo("{\"code\":3,\"message\":\"Text\",\"data\":\"Hello!\"}");
  }

  @Test
  void saysOnlyBeginningAndEndOfASilentTurn() {
    Answer answer =
        pizzeria.client.post(Guest.V2, Pizzeria.message(ann.id, "streaming", "\"say nothing\""));
    assertThat(lines(answer.text())).hasSize(2);
    assertThat(lines(answer.text()).getLast())
        .isEqualTo("{\"code\":0,\"message\":\"End\",\"data\":null}");
  }

  @Test
  void tellsEachLegAtItsCommit() throws Exception {
    try (Stream stream = new Stream(ann.id, "is it ready")) {
      assertThat(stream.next()).startsWith("{\"code\":11,");
      assertThat(stream.next()).contains("\"One moment.\"");
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
      released.countDown();
      assertThat(stream.next())
          .isEqualTo("{\"code\":3,\"message\":\"Text\",\"data\":\"\\nIt is hot.\"}");
      assertThat(stream.next())
          .contains(
              "{\"content\":\"One moment.\",\"branch\":null,\"from_component_name\":\"looking\"}",
              "{\"content\":\"It is hot.\",\"branch\":\"1\",\"from_component_name\":\"asked\"}");
      assertThat(stream.next()).startsWith("{\"code\":4,");
      assertThat(stream.next()).isEqualTo("{\"code\":0,\"message\":\"End\",\"data\":null}");
    }
  }

  @Test
  void goesOnWithoutAClientThatHasGoneAway() throws Exception {
    try (Stream stream = new Stream(ann.id, "is it ready")) {
      assertThat(stream.next()).startsWith("{\"code\":11,");
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    }
    released.countDown();
    Answer next = ann.says("hello");
    assertThat(next.at("output", 0, "content", "text")).isEqualTo("Hello!");
    assertThat(
            server.number(
                "select count(*) from leg where settled and conversation = '" + ann.id + "'"))
        .as("opened, asked and answered, greeted")
        .isEqualTo(3);
  }

  @Test
  void refusesBeforeItStreams() {
    Answer refused =
        pizzeria.client.post(Guest.V2, Pizzeria.message("0".repeat(24), "streaming", "\"hello\""));
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.at("code")).isEqualTo("40356");
  }

  /// A client that reads line by line, as they come.
  private final class Stream implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader reader;
    private final List<String> rest = new ArrayList<>();

    Stream(String conversation, String text) throws IOException {
      URI address = pizzeria.anyone().address();
      socket = new Socket(address.getHost(), address.getPort());
      byte[] body = Pizzeria.message(conversation, "streaming", '"' + text + '"').getBytes(UTF_8);
      String head =
          "POST %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
              .formatted(Guest.V2, pizzeria.key, body.length);
      socket.getOutputStream().write(head.getBytes(UTF_8));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      assertThat(reader.readLine()).isEqualTo("HTTP/1.1 200 OK");
    }

    /// The next line that is an event: what frames the chunks of HTTP is passed over.
    String next() throws IOException {
      String line = reader.readLine();
      while (!line.startsWith("{")) {
        rest.add(line);
        line = reader.readLine();
      }
      return line;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
