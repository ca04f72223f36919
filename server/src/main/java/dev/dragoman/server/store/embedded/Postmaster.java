package dev.dragoman.server.store.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Starts one postmaster and says how that went.
///
/// @param launcher as whom
/// @param cluster on which data
/// @param log where it writes
/// @param endsWithParent whether the kernel ends it when the starting thread ends
record Postmaster(Launcher launcher, Cluster cluster, LogFile log, boolean endsWithParent) {
  // Recovery after a crash replays the log; patience is cheaper than a second crash.
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);
  private static final long LOOK_EVERY_MILLIS = 3;

  /// How a start went.
  sealed interface Start {
    /// It accepts connections.
    record Ready() implements Start {}

    /// Somebody else has the port.
    record PortTaken() implements Start {}

    /// Children of an earlier postmaster still hold its memory; they are about to end.
    record Occupied() implements Start {}

    /// It ended, and said why.
    record Failed(String reason) implements Start {}
  }

  /// Starts the child; it may not be ready for a long time yet.
  Process spawn(int port) throws IOException {
    log.rotateIfLarge();
    ProcessBuilder builder = new ProcessBuilder(launcher.daemon(endsWithParent, command(port)));
    Tools.isolate(builder);
    File file = log.path().toFile();
    builder.directory(new File("/"));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(file));
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /// Waits until the child is ready or gone.
  ///
  /// @param logStart the size of the log before it was started
  Start await(Process process, long logStart) throws IOException, InterruptedException {
    long rounds = PATIENCE_NANOS / TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS);
    for (long round = 0; round < rounds; round++) {
      if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        return explain(log.since(logStart));
      }
      if (isReady(process.pid())) {
        return new Start.Ready();
      }
    }
    process.destroy();
    return new Start.Failed("not ready in time\n" + log.since(logStart));
  }

  private List<String> command(int port) {
    List<String> words = new ArrayList<>();
    words.add(cluster.binaries().program("postgres").toString());
    words.add("-D");
    words.add(cluster.directory().toString());
    words.add("-p");
    words.add(Integer.toString(port));
    for (ServerConfiguration.Line line : ServerConfiguration.DURABLE) {
      words.add("-c");
      words.add(line.name() + "=" + line.value());
    }
    return words;
  }

  // The eighth line of postmaster.pid is its state; pg_ctl reads the same.
  private boolean isReady(long pid) throws IOException {
    Path file = cluster.directory().resolve("postmaster.pid");
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.size() >= 8
          && lines.getFirst().equals(Long.toString(pid))
          && lines.get(7).startsWith("ready");
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static Start explain(String said) {
    if (said.contains("Address already in use")) {
      return new Start.PortTaken();
    }
    if (said.contains("pre-existing shared memory block")) {
      return new Start.Occupied();
    }
    return new Start.Failed(said);
  }
}
