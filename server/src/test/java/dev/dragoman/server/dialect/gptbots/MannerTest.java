package dev.dragoman.server.dialect.gptbots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.Receiver;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an installation sets about this door.
class MannerTest {
  private static final String ID = "90a1b2c3d4e5f60718293a4f";
  private static final String V2 = "/gptbots/v2/conversation/message";

  @TempDir Path directory;

  private Client client(RunningServer server, String webhook) {
    String file = Golden.read("/gptbots/pizzeria.yaml").replace("⟨id⟩", ID);
    server.publish(file.replace("⟨webhook⟩", '"' + webhook + '"'));
    return Client.of(server::url).bearer(server.key(Credential.Kind.GPTBOTS_KEY, ID));
  }

  @Test
  void followsTheSettings() throws IOException {
    try (RunningServer server =
            RunningServer.start(
                directory,
                "--egress.allow=127.0.0.0/8",
                "--gptbots.alwaysOk=true",
                "--gptbots.stream=sse",
                "--turn.blockingDeadlineMillis=1000");
        Receiver receiver = Receiver.that(Receiver.Connection::hang)) {
      Client client = client(server, receiver.url());
      String id =
          client.post("/gptbots/v1/conversation", "{\"user_id\":\"u\"}").at("conversation_id");

      Answer late = client.post(V2, Pizzeria.message(id, "blocking", "\"is it ready\""));
      assertThat(late.at("output", 1, "content", "text")).isEqualTo("Nobody knows.");
      assertThat(
              client
                  .get("/gptbots/v1/bot/logtree/query?msgid=" + late.at("message_id"))
                  .at("treeData", 1, "children"))
          .contains("within 850 ms");

      assertThat(client.post(V2, Pizzeria.message(id, "streaming", "\"hello\"")).text())
          .startsWith("data: {\"code\":11,");

      Answer refused = client.post(V2, "{");
      assertThat(refused.status()).isEqualTo(200);
      assertThat(refused.at("code")).isEqualTo("40000");
      assertThat(Client.of(server::url).get("/gptbots/nothing").status()).isEqualTo(200);
    }
  }
}
