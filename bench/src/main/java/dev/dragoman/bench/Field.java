package dev.dragoman.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A directory of its own with the bench's bot as the only demo, removed at the end.
///
/// @param home the checkout with the script
record Field(Path home, Path work) implements AutoCloseable {
  /// Makes one.
  static Field make(Path home) throws IOException {
    Path work = Files.createTempDirectory("dragoman-bench");
    Path examples = Files.createDirectories(work.resolve("home/examples/bench"));
    Files.writeString(examples.resolve("bot.yaml"), BenchBot.yaml());
    return new Field(home, work);
  }

  /// A server on the data of that name; `prefix` are words before its command.
  ServerProcess.Start server(String data, List<String> prefix) {
    return new ServerProcess.Start(
        home, data(data), prefix, options(), Map.of("DRAGOMAN_DEMO_ENABLED", "true"));
  }

  /// One without a demo, set up as said.
  ServerProcess.Start bare(String data, Map<String, String> settings) {
    return new ServerProcess.Start(home, data(data), List.of(), options(), settings);
  }

  private List<String> options() {
    return List.of("-Ddragoman.home=" + work.resolve("home"), "-Ddragoman.bench=true");
  }

  /// The data directory of that name.
  Path data(String name) {
    return work.resolve(name);
  }

  @Override
  public void close() {
    try (Stream<Path> paths = Files.walk(work)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
