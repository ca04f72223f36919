package dev.dragoman.server.store.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The few small programs of the operating system that Java has no call for.
final class Tools {
  private Tools() {}

  /// What a finished program left behind.
  ///
  /// @param exit its exit code, 0 for success
  /// @param output everything it printed, errors included
  record Result(int exit, String output) {
    boolean succeeded() {
      return exit == 0;
    }
  }

  /// Looks a program up on the PATH and where system programs live.
  static Optional<Path> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(
            Stream.of(path.split(File.pathSeparator)),
            Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin"))
        .filter(directory -> directory.startsWith("/"))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Runs a program to its end, with nothing to read and no environment but what is given.
  static Result run(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(new File("/"));
    isolate(builder);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Result(process.waitFor(), output);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + command.getFirst());
    }
  }

  /// Leaves a child nothing of this process's environment: PGOPTIONS, PGPORT and their kin would be
  /// obeyed, and secrets would be handed on.
  static void isolate(ProcessBuilder builder) {
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
  }

  /// Sends a signal by name; a process that is gone already is no failure.
  static void signal(long pid, String name) throws IOException {
    run(List.of("/bin/sh", "-c", "kill -\"$1\" \"$2\"", "sh", name, Long.toString(pid)));
  }
}
