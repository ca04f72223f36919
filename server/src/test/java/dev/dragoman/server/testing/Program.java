package dev.dragoman.server.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Runs programs that others wrote for what we speak; one that is missing fails the test.
public final class Program {
  private static final int PATIENCE_SECONDS = 120;

  private Program() {}

  /// What a program printed, run in this folder; it has to end well, and in time.
  public static String ran(Path folder, String... command)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
    } catch (IOException missing) {
      throw new AssertionError(
          "this test runs a client of its protocol and needs " + command[0] + " (Node.js)",
          missing);
    }
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    String printed = Files.readString(out, UTF_8);
    assertThat(ended).as("%s ends: %s", command[0], printed).isTrue();
    assertThat(process.exitValue()).as("%s: %s", command[0], printed).isZero();
    return printed;
  }
}
