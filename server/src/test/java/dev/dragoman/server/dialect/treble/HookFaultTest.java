package dev.dragoman.server.dialect.treble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.testing.Receiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Answers of hooks that change nothing: the flow goes on, and the history says why (contract
/// treble §2.7, §2.8).
class HookFaultTest {
  @TempDir static Path directory;
  private static RunningServer server;
  private static Clinic clinic;

  @BeforeAll
  static void open() throws IOException {
    server = RunningServer.start(directory, "--demo", "--hooks.timeoutMillis", "700");
    clinic = Clinic.open(server);
  }

  @AfterAll
  static void close() {
    clinic.close();
    server.close();
  }

  private static Arguments fine(String name, String status, String body) {
    return Arguments.of(name, conduct(Clinic.http(status, body)), "\"used\":true");
  }

  private static Receiver.Conduct conduct(byte[] answer) {
    return connection -> connection.write(answer);
  }

  /// Answers once whoever asked has given up, with something that would change the session.
  private static void late(Receiver.Connection connection)
      throws IOException, InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    assertThat(never.await(900, TimeUnit.MILLISECONDS)).isFalse();
    connection.write(
        Clinic.http("200 OK", "{\"user_session_keys\":[{\"key\":\"plan\",\"value\":\"x\"}]}"));
  }

  private static Arguments bad(String name, Receiver.Conduct conduct, String error) {
    return Arguments.of(name, conduct, error);
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        fine("nothing", "200 OK", "{}"),
        fine("a list", "200 OK", "[]"),
        fine("a text", "200 OK", "Webhook received"),
        fine("accepted", "202 Accepted", ""),
        fine("keys that are none", "200 OK", "{\"user_session_keys\":\"x\"}"),
        fine("entries that are none", "200 OK", "{\"user_session_keys\":[1,{\"value\":2},null]}"),
        fine("half a document", "200 OK", "{\"user_session_keys\":["),
        bad(
            "an error",
            conduct(Clinic.http("500 Oops", "{\"user_session_keys\":[]}")),
            "Invalid status code (500)"),
        bad("a redirect", conduct(Clinic.http("302 Found", "")), "Invalid status code (302)"),
        bad(
            "three megabytes",
            conduct(Clinic.http("200 OK", " ".repeat(3_000_000))),
            "Response too large"),
        bad("a reset", Receiver.Connection::reset, "Connection error"),
        bad("an answer too late", HookFaultTest::late, "Timeout"),
        bad("silence", Receiver.Connection::hang, "Timeout"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void theFlowGoesOnUnchanged(String name, Receiver.Conduct conduct, String told) {
    clinic.conducts("/on-response", conduct);
    Clinic.Patient ana = clinic.patient().says("1");

    assertThat(ana.heard()).contains("What is your order number?");
    assertThat(ana.conversation().at("session", "values")).isEqualTo("{}");
    assertThat(ana.why()).contains(told);
  }

  @Test
  void whatComesInTimeCounts() {
    clinic.answers("/on-response", "{\"user_session_keys\":[{\"key\":\"plan\",\"value\":7}]}");
    Clinic.Patient ana = clinic.patient().says("1");

    assertThat(ana.conversation().at("session", "values")).isEqualTo("{\"plan\":\"7\"}");
  }
}
