package dev.dragoman.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Runs the system's own programs.
final class Tools {
  private Tools() {}

  /// What the command printed; a failure names it.
  static String run(String... command) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException missing) {
      throw new IOException(
          "the lab needs " + command[0] + " (apt-get install strace util-linux)", missing);
    }
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      int code = process.waitFor();
      if (code != 0) {
        throw new IOException(String.join(" ", command) + " ended with " + code + ": " + printed);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
    return printed;
  }
}
