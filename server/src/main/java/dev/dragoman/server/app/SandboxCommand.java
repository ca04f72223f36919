package dev.dragoman.server.app;

import dev.dragoman.server.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// `dragoman sandbox [--port 8090]`: plays phones, provider and receiver until it is ended.
///
/// Started by the demo it ends with it: its standard input is a pipe that closes then.
final class SandboxCommand {
  static final String READY = "The sandbox is ready at ";
  private static final String WITH_PARENT = "--with-parent";
  private static final int PORT = 8_090;
  private static final int WRONG = 2;

  private SandboxCommand() {}

  static int run(List<String> arguments) throws IOException, InterruptedException {
    boolean withParent = arguments.contains(WITH_PARENT);
    List<String> rest = arguments.stream().filter(one -> !one.equals(WITH_PARENT)).toList();
    boolean good =
        rest.isEmpty()
            || (rest.size() == 2
                && rest.getFirst().equals("--port")
                && rest.getLast().matches("[0-9]{1,5}"));
    if (!good) {
      System.err.println("Usage: dragoman sandbox [--port " + PORT + "]");
      return WRONG;
    }
    try (Sandbox sandbox = Sandbox.open(rest.isEmpty() ? PORT : Integer.parseInt(rest.getLast()))) {
      System.out.println(READY + sandbox.url());
      if (withParent) {
        awaitEnd();
      } else {
        new CountDownLatch(1).await();
      }
    }
    return 0;
  }

  private static void awaitEnd() throws IOException {
    System.in.transferTo(OutputStream.nullOutputStream());
  }

  /// The sandbox as a process of its own, which ends with this one.
  record Child(Process process) implements AutoCloseable {
    static Child start() {
      List<String> command = new ArrayList<>();
      command.add(System.getProperty("java.home") + "/bin/java");
      command.addAll(List.of("-XX:+UseSerialGC", "-Xmx96m"));
      // The cache of this start fits a JVM of the same collector, headers and compilers.
      String cache = System.getProperty("dragoman.cache");
      command.addAll(
          cache == null
              ? List.of("-XX:TieredStopAtLevel=1")
              : List.of("-XX:+UseCompactObjectHeaders", "-XX:AOTCache=" + cache, "-Xlog:disable"));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(
          List.of("dev.dragoman.server.app.Main", "sandbox", "--port", "0", WITH_PARENT));
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
      try {
        return new Child(builder.start());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    /// Where it is reached; waits until it is ready. To be asked once.
    String url() {
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      try {
        String line = out.readLine();
        if (line == null || !line.startsWith(READY)) {
          throw new IllegalStateException("the sandbox did not start: " + line);
        }
        return line.substring(READY.length());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
