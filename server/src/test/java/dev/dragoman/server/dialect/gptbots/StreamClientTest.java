package dev.dragoman.server.dialect.gptbots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.dialect.gptbots.Pizzeria.Guest;
import dev.dragoman.server.testing.Program;
import dev.dragoman.server.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Streams of both versions read by a client of each framing, run by Node.
@ExtendWith(TestServer.Extension.class)
class StreamClientTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "2, any",
    "2, text/event-stream",
    "1, any",
    "1, text/event-stream",
  })
  void readsAWholeAnswer(int version, String accept, TestServer server) throws Exception {
    Pizzeria pizzeria = Pizzeria.open(server);
    Guest ann = pizzeria.guest();
    String body =
        version == 2
            ? Pizzeria.message(ann.id, "streaming", "\"hello\"")
            : "{\"conversation_id\":\"%s\",\"text\":\"hello\",\"response_mode\":\"streaming\"}"
                .formatted(ann.id);
    Files.copy(Path.of("src/test/streams/client.cjs"), folder.resolve("client.cjs"));
    String url = server.url() + (version == 2 ? Guest.V2 : Guest.V1);

    String printed = Program.ran(folder, "node", "client.cjs", url, pizzeria.key, accept, body);

    assertThat(printed.lines()).first().asString().startsWith("1");
    assertThat(printed.lines()).contains("3 Text");
    assertThat(printed.lines()).last().isEqualTo("0 End");
  }
}
