package dev.dragoman.server.botfile;

import java.nio.file.Files;
import java.nio.file.Path;

/// The top of the repository, wherever the tests are started from.
final class Repository {
  private Repository() {}

  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("examples"))) {
      here = here.getParent();
    }
    return here;
  }
}
