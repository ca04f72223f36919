package dev.dragoman.server.dialect.clustaar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Receiver;
import dev.dragoman.server.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every way a step webhook fails: 200 with the configured actions, in time, and why in debug.
@ExtendWith(TestServer.Extension.class)
class WebhookFaultTest {
  private static final String BOT = "70a1b2c3d4e5f60718293a42";
  private static final String CALL = "{\"type\":\"custom_event\",\"name\":\"CALL\"}";
  private static final String NOT_JSON =
      "RequestFailed: Invalid JSON document (JSON document from response is invalid)";

  private final TestServer server;

  WebhookFaultTest(TestServer server) {
    this.server = server;
  }

  private static Arguments fault(String error, String answer) {
    return Arguments.of(error, (Receiver.Conduct) c -> c.write(answer.getBytes(ISO_8859_1)));
  }

  private static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static Arguments document(String detail, String body) {
    return fault("RequestFailed: Invalid document (" + detail, ok(body));
  }

  static Stream<Arguments> faults() {
    String text = "{\"type\":\"send_text_action\",\"alternatives\":[\"%s\"]}";
    return Stream.of(
        fault(NOT_JSON, ok("{")),
        fault(NOT_JSON, ok("")),
        fault(NOT_JSON, ok("{\"actions\":[],}")),
        fault(NOT_JSON, ok("{\"actions\":[],\"actions\":[]}")),
        fault(NOT_JSON, ok("{\"actions\":[{\"type\":\"\u00ff\"}]}")),
        fault(NOT_JSON, ok("{\"actions\":[{\"type\":\"a\\u0000\"}]}")),
        fault(NOT_JSON, ok("[".repeat(10_000))),
        fault(NOT_JSON, "HTTP/1.1 204 No Content\r\n\r\n"),
        document("document: must be an object)", "[]"),
        document("actions: is required)", "{}"),
        document("actions: is required)", "{\"actions\":null}"),
        document("actions: must be a list", "{\"actions\":{}}"),
        document("actions[0]: must be an object", "{\"actions\":[1]}"),
        document("actions[0].type: ", "{\"actions\":[{\"type\":\"nothing\"}]}"),
        document("actions[0].alternatives[0]: ", actions(text.formatted("a".repeat(501)))),
        document(
            "actions[1].duration: ",
            actions(text.formatted("a"), "{\"type\":\"wait_action\",\"duration\":7.1}")),
        document("session: must be an object)", "{\"actions\":[],\"session\":7}"),
        document("session.values: is required)", "{\"actions\":[],\"session\":{}}"),
        document(
            "session.values.a: must have",
            "{\"actions\":[],\"session\":{\"values\":{\"a\":\"" + "x".repeat(5_000) + "\"}}}"),
        document(
            "interlocutor.email: must be a string)",
            "{\"actions\":[],\"interlocutor\":{\"email\":1}}"),
        document(
            "interlocutor.customAttributes.a: must be a string)",
            "{\"actions\":[],\"interlocutor\":{\"customAttributes\":{\"a\":1}}}"),
        fault(
            "RequestFailed: Invalid status code (500)",
            "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"),
        fault(
            "RequestFailed: Invalid status code (302)",
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n"),
        fault("RequestFailed: Invalid response (", "hello\r\n\r\n"),
        fault(
            "RequestFailed: Invalid response (",
            "HTTP/1.1 200 OK\r\nContent-Length: 300\r\n\r\n{}"),
        fault("RequestFailed: Connection error (", ""),
        fault("RequestFailed: Response too large (", ok(" ".repeat(65_537))),
        Arguments.of("RequestFailed: Response too large (", endless(" ".repeat(65_536))),
        Arguments.of("RequestFailed: Invalid response (", (Receiver.Conduct) c -> c.write(bomb())),
        Arguments.of("RequestFailed: Connection error (", (Receiver.Conduct) c -> c.reset()));
  }

  private static String actions(String... actions) {
    return "{\"actions\":[" + String.join(",", actions) + "]}";
  }

  /// 100 MB announced and sent as long as anyone reads.
  private static Receiver.Conduct endless(String piece) {
    return connection -> {
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
      for (int i = 0; i < 1_500; i++) {
        connection.write(piece);
      }
    };
  }

  private static byte[] bomb() {
    try {
      ByteArrayOutputStream zipped = new ByteArrayOutputStream();
      try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
        zip.write(new byte[20_000_000]);
      }
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      answer.write(
          ("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                  + zipped.size()
                  + "\r\n\r\n")
              .getBytes(ISO_8859_1));
      answer.write(zipped.toByteArray());
      return answer.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void goesOnAsConfigured(String error, Receiver.Conduct conduct) throws IOException {
    try (Receiver receiver = Receiver.that(conduct)) {
      goesOn(error, call(BOT, receiver.url()));
      assertThat(receiver.requests).hasSize(1);
    }
  }

  @Test
  void goesOnWhereNothingCanBeCalled() {
    goesOn("RequestFailed: Connection error (", call(BOT, "http://127.0.0.1:1/"));
    goesOn("RequestFailed: Refused address (", call(BOT, "http://10.0.0.1/"));
    goesOn("RequestFailed: Refused address (", call(BOT, "http://169.254.169.254/latest/"));
    goesOn("RequestFailed: Refused address (", call(BOT, "http://[fd00::1]/"));
    goesOn("RequestFailed: Connection error (", call(BOT, "http://nowhere.invalid/"));
  }

  @Test
  void settlesInTimeWhenTheAnswerNeverEnds() throws Exception {
    Map<String, Receiver.Conduct> slow =
        Map.of(
            "70a1b2c3d4e5f60718293a43",
            Receiver.Connection::hang,
            "70a1b2c3d4e5f60718293a44",
            connection -> {
              connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
              while (connection.dawdle()) {
                connection.write(" ");
              }
            },
            "70a1b2c3d4e5f60718293a45",
            connection -> {
              connection.write("HTTP/1.1 200 OK\r\n");
              while (connection.dawdle()) {
                connection.write("X: y\r\n");
              }
            });
    List<Callable<Answer>> calls = new ArrayList<>();
    List<Receiver> receivers = new ArrayList<>();
    for (var one : slow.entrySet()) {
      Receiver receiver = Receiver.that(one.getValue());
      receivers.add(receiver);
      calls.add(() -> call(one.getKey(), receiver.url()));
    }
    long started = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var settled : threads.invokeAll(calls)) {
        goesOn("RequestFailed: ", settled.get());
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(13));
    receivers.forEach(Receiver::close);
  }

  private Answer call(String bot, String url) {
    return Shop.hooked(server, bot, '"' + url + '"').customer().debugged(CALL);
  }

  private static void goesOn(String error, Answer said) {
    assertThat(said.status()).as(said.text()).isEqualTo(200);
    assertThat(said.at("data", "fulfillment", "actions"))
        .isEqualTo(
            "[{\"type\":\"send_text_action\",\"alternatives\":[\"Configured\"],\"text\":\"Configured\"}]");
    assertThat(said.at("data", "session", "values")).isEqualTo("{\"n\":4}");
    assertThat(said.at("data", "debug", "webhookCalls", 0, "error")).startsWith(error);
  }
}
