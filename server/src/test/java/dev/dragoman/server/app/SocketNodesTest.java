package dev.dragoman.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A socket of one node hears of what another one commits.
class SocketNodesTest {
  private static final String BOT =
      """
      bot: plain
      language: en
      stories: { any: { on: general-fallback, steps: { one: { say: Hello } } } }
      """;

  @Test
  void pushesWhatAnotherNodeHasCommitted(@TempDir Path directory) {
    try (RunningServer server = RunningServer.start(directory.resolve("data"));
        RunningServer.Node other = server.node()) {
      String bot = server.publish(BOT).id();
      String id =
          Client.of(server::url)
              .bearer(server.key(Credential.Kind.BOT_TOKEN, bot))
              .post(
                  "/clustaar/bots/" + bot + "/interlocutors/clustaar_web_chat",
                  "{\"type\":\"interlocutor\",\"userID\":\"ann\",\"socketToken\":\"secret\"}")
              .at("data", "id");
      try (Socket socket = Socket.open(server.url() + "/clustaar/websocket?vsn=2.0.0")) {
        socket.send(
            "[\"1\",\"1\",\"interlocutor:%s\",\"phx_join\",{\"bot_id\":\"%s\",\"socketToken\":\"secret\"}]"
                .formatted(id, bot));
        assertThat(socket.next()).contains("\"control\":false");
        Input said = new Input.Text("who is there", List.of(), Understood.NOTHING);
        assertThat(
                other
                    .turns()
                    .take(
                        new Turns.Taken(server.workspace(), bot, new Target.Known(id), said, null)))
            .isInstanceOf(Outcome.Committed.class);
        assertThat(socket.next()).contains("interlocutor_reply").contains("who is there");
        assertThat(socket.next()).contains("bot_reply").contains("Hello");
      }
    }
  }
}
