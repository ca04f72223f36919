package dev.dragoman.server.api;

import dev.dragoman.server.app.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests one running server for the whole run.
public final class ServerUnderTest implements ParameterResolver {
  private static final Namespace HERE = Namespace.create(ServerUnderTest.class);

  private record Started(RunningServer server, Path directory) implements AutoCloseable {
    static Started here() {
      try {
        Path directory = Files.createTempDirectory("dragoman-api");
        return new Started(RunningServer.start(directory.resolve("data")), directory);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      try (Stream<Path> paths = Files.walk(directory)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent("server", _ -> Started.here(), Started.class)
        .server();
  }
}
