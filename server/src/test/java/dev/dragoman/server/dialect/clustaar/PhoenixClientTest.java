package dev.dragoman.server.dialect.clustaar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.dialect.clustaar.Shop.Customer;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.testing.Program;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The websocket twin with the official client of Phoenix channels, run by Node: what its vendor's
/// own web chat is made of.
@ExtendWith(TestServer.Extension.class)
class PhoenixClientTest {
  private static final Path SOURCES = Path.of("src/test/phoenix");
  private static final String TOKEN = "a-token-for-the-phoenix-client";

  @TempDir Path folder;

  private Map<String, Value> seen(String... arguments) throws IOException, InterruptedException {
    for (String file : List.of("package.json", "package-lock.json", "client.cjs")) {
      Files.copy(SOURCES.resolve(file), folder.resolve(file));
    }
    Program.ran(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    List<String> command = new ArrayList<>(List.of("node", "client.cjs"));
    command.addAll(List.of(arguments));
    Map<String, Value> seen = new LinkedHashMap<>();
    for (String line : Program.ran(folder, command.toArray(String[]::new)).split("\n")) {
      Value.List pair = (Value.List) Json.read(line.getBytes(UTF_8)).orThrow();
      seen.put(((Value.Text) pair.get(0)).text(), pair.get(1));
    }
    return seen;
  }

  private static String text(Value value) {
    return new String(Json.write(value), UTF_8);
  }

  @Test
  void theOfficialClientJoinsTalksComesBackAndLeaves(TestServer server) throws Exception {
    Shop shop = Shop.ofSockets(server);
    Customer ada = shop.customer(",\"socketToken\":\"" + TOKEN + "\"");

    Map<String, Value> seen = seen(server.url(), shop.bot.id(), shop.bot.token(), ada.id, TOKEN);

    assertThat(text(seen.get("join with a wrong token")))
        .isEqualTo("[\"error\",{\"reason\":\"unauthorized\"}]");
    assertThat(text(seen.get("join"))).isEqualTo("[\"ok\",{\"control\":false}]");
    assertThat(text(seen.get("said"))).isEqualTo("\"ok\"");
    assertThat(text(seen.get("bot_reply"))).contains("\"status\":200").contains("\"actions\":[");
    assertThat(text(seen.get("connected"))).isEqualTo("true");
    assertThat(text(seen.get("said again"))).isEqualTo("\"ok\"");
    assertThat(text(seen.get("bot_reply again"))).isEqualTo("200");
    assertThat(text(seen.get("leave"))).isEqualTo("[\"ok\",{}]");
    assertThat(ada.conversation("").text()).contains("hello").contains("\"hi\"");
  }
}
