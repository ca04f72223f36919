package dev.dragoman.server.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A postmaster whose Dragoman was killed. It is stopped before a new one starts: the lock says
/// that nobody serves this data, so nobody can need it.
final class Orphan {
  // What to try, politest first: fast shutdown, immediate shutdown (recovery at the next start),
  // end.
  private static final List<Step> STEPS =
      List.of(new Step("INT", 60), new Step("QUIT", 10), new Step("KILL", 10));

  private Orphan() {}

  private record Step(String signal, int patienceSeconds) {}

  /// Stops the postmaster left in this cluster, if one is running.
  static void stop(Path cluster) throws IOException {
    Optional<ProcessHandle> found = find(cluster);
    if (found.isPresent() && !stopped(found.get())) {
      throw new StartRefused(
          "PostgreSQL (process %d) still runs in %s and cannot be stopped"
              .formatted(found.get().pid(), cluster));
    }
  }

  /// The postmaster named in the cluster's pid file, if that process is alive and really is it:
  /// after a reboot the number may belong to anybody.
  static Optional<ProcessHandle> find(Path cluster) throws IOException {
    Path file = cluster.resolve("postmaster.pid");
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    return Files.readAllLines(file).stream()
        .limit(1)
        .filter(line -> line.matches("\\d{1,9}"))
        .map(Long::parseLong)
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .filter(ProcessHandle::isAlive)
        .filter(process -> serves(process, cluster))
        .findFirst();
  }

  private static boolean serves(ProcessHandle process, Path cluster) {
    String line = process.info().commandLine().orElse("");
    return line.contains("postgres") && line.contains(cluster.toString());
  }

  private static boolean stopped(ProcessHandle process) throws IOException {
    for (Step step : STEPS) {
      Tools.signal(process.pid(), step.signal());
      if (ended(process, step.patienceSeconds())) {
        return true;
      }
    }
    return false;
  }

  private static boolean ended(ProcessHandle process, int patienceSeconds) throws IOException {
    try {
      process.onExit().get(patienceSeconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while stopping PostgreSQL", e);
    }
  }
}
