package dev.dragoman.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Receiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a stranger finds who starts with `--demo`.
class DemoTest {
  @TempDir static Path directory;

  private static RunningServer server;
  private static Receiver phones;

  @BeforeAll
  static void start() throws IOException {
    server = RunningServer.start(directory, "--demo");
    phones = Receiver.answering("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}");
    String unused = server.loadDemo("http://127.0.0.1:" + phones.port());
  }

  @AfterAll
  static void stop() {
    server.close();
    phones.close();
  }

  private static Value.Obj bot(String name) throws IOException {
    Value.Obj demo =
        (Value.Obj) Json.read(Files.readAllBytes(directory.resolve("demo.json"))).orThrow();
    return ((Value.List) demo.get("bots"))
        .items().stream()
            .map(Value.Obj.class::cast)
            .filter(bot -> name.equals(bot.text("name")))
            .findFirst()
            .orElseThrow();
  }

  /// A new customer of the support desk says these things, one after the other.
  private static Answer says(String... texts) throws IOException {
    Value.Obj desk = bot("support-desk");
    Client client = Client.of(server::url).bearer(((Value.Obj) desk.get("clustaar")).text("token"));
    String customer =
        client
            .post(
                "/clustaar/bots/" + desk.text("id") + "/interlocutors/clustaar_web_chat",
                "{\"type\":\"interlocutor\",\"userID\":\"" + UUID.randomUUID() + "\"}")
            .at("data", "id");
    Answer last = null;
    for (String text : texts) {
      last =
          client.post(
              "/clustaar/interlocutors/" + customer + "/reply?debug=1",
              "{\"type\":\"text\",\"message\":\"" + text + "\"}");
    }
    return last;
  }

  @Test
  void theShopTellsTheInvoicesOfASignedRequest() throws IOException {
    Answer said = says("where is my invoice");

    assertThat(said.at("data", "fulfillment", "actions", 0, "text"))
        .isEqualTo("You have one open invoice of €12.");
    assertThat(said.at("data", "debug", "webhookCalls", 0, "response", "status")).isEqualTo("200");
    assertThat(said.at("data", "session", "values", "balance")).isEqualTo("12");
  }

  @Test
  void theShopTellsOfItsIncident() throws IOException {
    assertThat(says("Boards keeps crashing").text()).contains("slow database since 9:40");
    assertThat(says("Notes keeps crashing").text()).contains("No known problem");
  }

  @Test
  void theShopAnswersNobodyElse() {
    Client stranger = Client.of(server::url);

    assertThat(stranger.post("/demo/shop/webhooks/steps", "{}").status()).isEqualTo(400);
    assertThat(
            stranger
                .with("Authorization", "Basic c2hvcDpzaG9w")
                .with("X-Hub-Signature", "sha1=00")
                .post("/demo/shop/webhooks/steps", "{}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void aLaterStartKeepsKeysAndSecrets() throws IOException {
    Value.Obj before = bot("support-desk");
    server.restart("--demo");
    String unused = server.loadDemo("http://127.0.0.1:" + phones.port());

    assertThat(bot("support-desk")).isEqualTo(before);
    assertThat(says("where is my invoice").text()).contains("€12");
  }
}
