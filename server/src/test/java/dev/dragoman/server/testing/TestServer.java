package dev.dragoman.server.testing;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.people.Credential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One server for all tests of a JVM, started by the first that asks for it.
///
/// `@ExtendWith(TestServer.Extension.class)` on a class, and a parameter of this type.
public final class TestServer implements AutoCloseable {
  private final Path directory;
  private final RunningServer server;

  private TestServer(Path directory) {
    this.directory = directory;
    this.server = RunningServer.start(directory, "--demo");
  }

  /// A bot that is live, and what opens it.
  public record TestBot(Bot bot, String token, String key) {
    /// Its id.
    public String id() {
      return bot.id();
    }
  }

  /// Publishes a bot file and makes its two keys.
  public TestBot publish(String file) {
    Bot bot = server.publish(file);
    return new TestBot(
        bot,
        server.key(Credential.Kind.BOT_TOKEN, bot.id()),
        server.key(Credential.Kind.BOT_KEY, bot.id()));
  }

  /// Makes a key.
  public String key(Credential.Kind kind, @Nullable String subject) {
    return server.key(kind, subject);
  }

  /// A key of its workspace that opens everything.
  public String adminKey() {
    return server.key(Credential.Kind.ADMIN, null);
  }

  /// A client without a key.
  public Client client() {
    return new Client(server::url);
  }

  /// Where it is reached at the moment.
  public String url() {
    return server.url();
  }

  /// A client of something else, without a key.
  public Client client(Supplier<String> url) {
    return new Client(url);
  }

  /// The one text a query of the database gives.
  public String text(String query) {
    return server.text(query);
  }

  /// Sets a secret that bot settings name.
  public void secret(String name, String secret) {
    server.secret(name, secret);
  }

  /// Stops and starts over the same database; the address changes.
  public void restart() {
    server.restart();
  }

  /// The recorded legs of a conversation, in order.
  public List<Leg> legs(String conversationId) {
    return server.legs(conversationId);
  }

  /// Every door as it is opened.
  public List<Door> doors() {
    return server.doors();
  }

  /// A connection to the database that sees everything.
  public Connection database() throws SQLException {
    return server.database();
  }

  /// The one number a query of the database gives.
  public long number(String query) {
    return server.number(query);
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

  /// Gives the server to the tests that ask for it.
  public static final class Extension implements ParameterResolver {
    private static final ExtensionContext.Namespace ROOM =
        ExtensionContext.Namespace.create(TestServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TestServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ROOM)
          .computeIfAbsent(TestServer.class, _ -> start(), TestServer.class);
    }

    private static TestServer start() {
      try {
        return new TestServer(Files.createTempDirectory("dragoman-test"));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
