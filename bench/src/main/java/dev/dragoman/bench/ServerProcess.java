package dev.dragoman.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Dragoman started by its own script, as its users start it, and watched from outside.
final class ServerProcess implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("Dragoman is ready at http://([^:]+):(\\d+) \\(([0-9.]+) s\\)");

  private final Process process;
  private final Ready ready;

  /// Where it answers, and how long it says the start took.
  record Ready(String host, int port, double seconds) {}

  /// What to start.
  ///
  /// @param home the checkout with the script
  /// @param prefix words before the command, such as `taskset -c 0`
  /// @param javaOptions added to the JVM's
  /// @param settings as environment variables
  record Start(
      Path home,
      Path data,
      List<String> prefix,
      List<String> javaOptions,
      Map<String, String> settings) {}

  private ServerProcess(Process process, Ready ready) {
    this.process = process;
    this.ready = ready;
  }

  static ServerProcess start(Start start) {
    List<String> command = new ArrayList<>(start.prefix());
    command.addAll(
        List.of(
            start.home().resolve("dragoman").toString(),
            "serve",
            "--port",
            start.settings().getOrDefault("DRAGOMAN_HTTP_PORT", "0"),
            "--data",
            start.data().toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(start.settings());
    builder.environment().put("DRAGOMAN_JAVA_OPTIONS", String.join(" ", start.javaOptions()));
    builder.redirectError(
        ProcessBuilder.Redirect.appendTo(
            start.data().resolveSibling(start.data().getFileName() + ".log").toFile()));
    try {
      Files.createDirectories(start.data());
      Process process = builder.start();
      return new ServerProcess(process, awaitReady(process));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Ready awaitReady(Process process) throws IOException {
    BufferedReader lines = process.inputReader();
    String line = lines.readLine();
    while (line != null) {
      Matcher ready = READY.matcher(line);
      if (ready.find()) {
        drain(lines);
        return new Ready(
            ready.group(1), Integer.parseInt(ready.group(2)), Double.parseDouble(ready.group(3)));
      }
      line = lines.readLine();
    }
    throw new IOException("the server ended before it was ready");
  }

  private static void drain(BufferedReader lines) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                lines.transferTo(Writer.nullWriter());
                lines.close();
              } catch (IOException ended) {
                // The process is gone, and its words with it.
                Thread.currentThread().interrupt();
              }
            });
  }

  Ready ready() {
    return ready;
  }

  long pid() {
    return process.pid();
  }

  /// The JVM and its PostgreSQL, without the demo's test phones: no part of what is measured.
  List<Long> family() {
    List<Long> family = new ArrayList<>(List.of(process.pid()));
    process
        .descendants()
        .filter(one -> !isSandbox(one))
        .map(ProcessHandle::pid)
        .forEach(family::add);
    return family;
  }

  private static boolean isSandbox(ProcessHandle process) {
    return List.of(process.info().arguments().orElse(new String[0])).contains("sandbox");
  }

  void kill() {
    process.destroyForcibly();
  }

  /// The same, and returns when it is gone.
  void killed() {
    kill();
    process.onExit().join();
  }

  /// Stops it as it is, or lets it go on.
  void signal(String name) throws IOException {
    Tools.run("kill", "-" + name, Long.toString(pid()));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
