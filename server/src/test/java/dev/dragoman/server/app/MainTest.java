package dev.dragoman.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.store.embedded.DataDirectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program from outside: what it says and how it ends.
@Timeout(180)
class MainTest {
  @TempDir Path directory;

  @Test
  void aWrongSettingEndsItWithTwoAndItsName() throws Exception {
    Run run = run(Map.of("DRAGOMAN_HTTP_PORT", "x"), "serve");
    assertThat(run.errors())
        .isEqualTo(
            "http.port (from DRAGOMAN_HTTP_PORT) must be a whole number 0..65535, not \"x\"\n");
    assertThat(run.exit()).isEqualTo(2);
  }

  @Test
  void anUnknownCommandEndsItWithTwoAndTheUsage() throws Exception {
    Run run = run(Map.of(), "sevre");
    assertThat(run.errors()).startsWith("Usage: dragoman serve ");
    assertThat(run.exit()).isEqualTo(2);
  }

  @Test
  void aHeldDataDirectoryEndsItWithOneAndTheHoldersName() throws Exception {
    try (DataDirectory held = DataDirectory.acquire(directory.resolve("data"))) {
      held.announce("http://127.0.0.1:8080");
      Run run = run(Map.of(), "serve", "--data", "data");
      assertThat(run.errors())
          .isEqualTo(
              "Data directory %s is in use by Dragoman (process %d, http://127.0.0.1:8080)\n"
                  .formatted(held.path(), ProcessHandle.current().pid()));
      assertThat(run.exit()).isEqualTo(1);
    }
  }

  @Test
  void endsInOrderWhenAskedTo() throws Exception {
    Path data = directory.resolve("data");
    Process process = start(Map.of(), "serve", "--data", "data");
    try (var output = process.inputReader()) {
      assertThat(output.lines().anyMatch(line -> line.contains("Dragoman is ready at"))).isTrue();
      process.destroy();
      assertThat(process.waitFor()).isZero();
    }
    assertThat(Files.readString(data.resolve("postgres.log")))
        .endsWith("database system is shut down\n");
  }

  private record Run(int exit, String errors) {}

  private Run run(Map<String, String> environment, String... arguments) throws Exception {
    Process process = start(environment, arguments);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), errors);
  }

  private Process start(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("DRAGOMAN_"));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
