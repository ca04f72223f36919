package dev.dragoman.server.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.egress.EgressLimits;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.settings.Settings;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.Receiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Limits that an installation sets hold from its next start.
class SettingsInEffectTest {
  private static final String ID = "70a1b2c3d4e5f60718293a55";

  @TempDir static Path directory;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.start(directory, "--egress.allow", "127.0.0.0/8");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void restart(String... flags) {
    String[] all = new String[flags.length + 2];
    all[0] = "--egress.allow";
    all[1] = "127.0.0.0/8";
    System.arraycopy(flags, 0, all, 2, flags.length);
    server.restart(all);
  }

  /// What the webhook's record says of a turn whose step asks this receiver.
  private static String errorOf(Receiver.Conduct conduct) throws IOException {
    try (Receiver receiver = Receiver.that(conduct)) {
      String file = Golden.read("/clustaar/hooked.yaml").replace("⟨id⟩", ID);
      server.publish(file.replace("⟨webhook⟩", '"' + receiver.url() + '"'));
      Client client = Client.of(server::url).bearer(server.key(Credential.Kind.BOT_TOKEN, ID));
      String interlocutor =
          client
              .post(
                  "/clustaar/bots/" + ID + "/interlocutors/clustaar_web_chat",
                  "{\"type\":\"interlocutor\",\"userID\":\"" + UUID.randomUUID() + "\"}")
              .at("data", "id");
      Answer said =
          client.post(
              "/clustaar/interlocutors/" + interlocutor + "/reply?debug=1",
              "{\"type\":\"custom_event\",\"name\":\"CALL\"}");
      assertThat(said.at("data", "fulfillment", "actions", 0, "text")).isEqualTo("Configured");
      return said.at("data", "debug", "webhookCalls", 0, "error");
    }
  }

  @Test
  void aHookMayTakeItsTimeAndNoMore() throws IOException {
    restart("--hooks.timeoutMillis", "500");

    assertThat(errorOf(Receiver.Connection::hang)).contains("Timeout").contains("within 350 ms");
  }

  @Test
  void aTurnMayTakeItsTimeAndNoMore() throws IOException {
    restart("--turn.deadlineMillis", "1000");

    assertThat(errorOf(Receiver.Connection::hang)).contains("Timeout").contains("within 850 ms");
  }

  @Test
  void whatWasDecidedUnderOtherTimesReplaysUnderAll() throws IOException {
    restart("--hooks.timeoutMillis", "400");
    String unused = errorOf(Receiver.Connection::hang);
    restart();

    assertThat(server.replay().isSame()).isTrue();
    assertThat(server.replay().legs()).isPositive();
  }

  @Test
  void moreOfAnAnswerIsNotRead() throws IOException {
    restart("--egress.maxResponseBytes", "1024");
    String body = " ".repeat(1_025);

    assertThat(
            errorOf(
                connection ->
                    connection.write(
                        ("HTTP/1.1 200 OK\r\nContent-Length: 1025\r\n\r\n" + body)
                            .getBytes(UTF_8))))
        .contains("more than 1024 bytes");
  }

  @Test
  void aLargerBodyIsRefused() {
    restart("--http.maxBodyBytes", "1024");
    Client client = Client.of(server::url).bearer(RunningServer.ADMIN_KEY);

    assertThat(client.post("/api/v1/bots", " ".repeat(1_024)).status()).isEqualTo(400);
    Answer refused = client.post("/api/v1/bots", " ".repeat(1_025));
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.text()).contains("1024");
  }

  @Test
  void aBodyMayBeLargerThanUsual() {
    restart("--http.maxBodyBytes", "2000000");
    Client client = Client.of(server::url).bearer(RunningServer.ADMIN_KEY);
    String files = "{\"files\":{\"bot.yaml\":\"" + "x".repeat(1_500_000) + "\"}}";

    assertThat(client.post("/api/v1/bots", files).status()).isEqualTo(422);
  }

  @Test
  void callsAreBoundedAsSet() {
    Settings settings =
        Settings.load(
            List.of("--egress.maxCalls", "7", "--egress.connectTimeoutMillis", "111"),
            Map.of(),
            directory);

    EgressLimits limits = Outward.limits(settings.egress());
    assertThat(limits.inFlight()).isEqualTo(7);
    assertThat(limits.perHost()).isEqualTo(7);
    assertThat(limits.call()).isEqualTo(new EgressLimits.PerCall(111, 15_000, 65_536));
  }
}
