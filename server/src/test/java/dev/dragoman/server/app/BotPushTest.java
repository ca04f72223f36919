package dev.dragoman.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.api.ServerUnderTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Bots go to a running server and come back as they were.
@ExtendWith(ServerUnderTest.class)
class BotPushTest {
  private static final String ID = "70a1b2c3d4e5f60718293b01";
  private static final String BOT =
      """
      # Comments, spaces and the order stay.
      bot:   pushed
      id: 70a1b2c3d4e5f60718293b01
      language: en
      """;
  private static final String STORIES =
      """
      intents: { a: [hello] }\r
      stories: { s: { on: { intent: a }, steps: { one: { say: 'hi 🍕' } } } }\r
      """;

  @TempDir Path folder;
  @TempDir Path other;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void aBotOfTwoFiles() throws IOException {
    Files.writeString(folder.resolve("bot.yaml"), BOT);
    Files.writeString(folder.resolve("stories.yml"), STORIES);
  }

  private int run(RunningServer server, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", server.url(), "--key", RunningServer.ADMIN_KEY));
    return new CommandLine(new BotCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> listed = Files.list(folder)) {
      for (Path file : listed.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void whatIsPushedIsPulledByteForByte(RunningServer server) throws IOException {
    assertThat(run(server, "push", folder.toString())).isZero();
    assertThat(out.toString()).contains("pushed is published: id " + ID + ", version ");

    assertThat(run(server, "pull", other.toString(), "--bot", ID)).isZero();
    assertThat(files(other)).isEqualTo(files(folder));
  }

  @Test
  void aBotWithDefectsIsRefusedWithAllOfThemAndTheWayToEach(RunningServer server)
      throws IOException {
    assertThat(run(server, "push", folder.toString())).isZero();
    Files.writeString(
        folder.resolve("stories.yml"),
        STORIES.replace(
            "say: 'hi 🍕'",
            "say: hi, next: one }, two: { say: never, ask: { closed: [\"yes\"] } "));

    assertThat(run(server, "push", folder.toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains("defects; nothing is published")
        .contains("[loop-without-input]\n    1. the contact says \"hello\"")
        .contains("[unreachable-step]");

    assertThat(run(server, "pull", other.toString(), "--bot", ID)).isZero();
    assertThat(files(other)).containsEntry("stories.yml", STORIES);
  }

  @Test
  void workInTheFolderIsNotOverwrittenUnasked(RunningServer server) throws IOException {
    assertThat(run(server, "push", folder.toString())).isZero();
    Files.writeString(folder.resolve("bot.yaml"), BOT + "# more\n");
    Files.writeString(folder.resolve("more.yaml"), "entities: { x: { a: [b] } }\n");

    assertThat(run(server, "pull", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("these differ: bot.yaml, more.yaml");
    assertThat(files(folder)).containsEntry("bot.yaml", BOT + "# more\n");

    assertThat(run(server, "pull", folder.toString(), "--force")).isZero();
    assertThat(files(folder)).isEqualTo(Map.of("bot.yaml", BOT, "stories.yml", STORIES));
  }

  @Test
  void aWrongKeyAndNoServerAreSaid(RunningServer server) {
    var line = new CommandLine(new BotCommand()).setErr(new PrintWriter(err, true));

    assertThat(line.execute("push", folder.toString(), "--url", server.url(), "--key", "wrong"))
        .isEqualTo(1);
    assertThat(line.execute("push", folder.toString(), "--url", "http://127.0.0.1:1", "--key", "k"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("there is no answer from http://127.0.0.1:1");
  }
}
