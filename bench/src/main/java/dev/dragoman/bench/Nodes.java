package dev.dragoman.bench;

import dev.dragoman.server.store.embedded.DataDirectory;
import dev.dragoman.server.store.embedded.EmbeddedPostgres;
import dev.dragoman.server.store.embedded.Machine;
import dev.dragoman.server.store.embedded.PostgresSettings;
import dev.dragoman.server.store.embedded.PostgresWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Servers on one PostgreSQL that outlives each of them. One thread ends and starts them, others
/// may look where they are.
final class Nodes implements AutoCloseable {
  /// The first workspace's key, on every node.
  static final String ADMIN_KEY = "the-admin-key-of-the-lab";

  private static final int CONNECTIONS = 100;

  private final DataDirectory data;
  private final EmbeddedPostgres postgres;
  private final List<ServerProcess.Start> starts = new ArrayList<>();
  private final List<ServerProcess> servers = new CopyOnWriteArrayList<>();

  private Nodes(Path directory) {
    this.data = DataDirectory.acquire(directory);
    PostgresSettings machine = PostgresSettings.forMachine(Machine.here(data.path()));
    this.postgres =
        EmbeddedPostgres.start(
            data,
            new PostgresSettings(
                machine.sharedBuffersMegabytes(),
                CONNECTIONS,
                machine.workMemoryMegabytes(),
                machine.maxWalMegabytes(),
                machine.checkpointMinutes()),
            new Silent(),
            new SecureRandom());
  }

  /// So many servers of that name, with these settings beside those they share.
  static Nodes open(Field field, String name, int count, Map<String, String> settings) {
    Nodes nodes = new Nodes(field.data(name + "-database"));
    Map<String, String> all = new HashMap<>(settings);
    all.put("DRAGOMAN_DATABASE_URL", nodes.postgres.url());
    all.put("DRAGOMAN_DATABASE_USER", nodes.postgres.user());
    all.put("DRAGOMAN_DATABASE_PASSWORD", nodes.postgres.password());
    all.put("DRAGOMAN_KEY_FILE", field.data(name + "-keys").toString());
    all.put("DRAGOMAN_ADMIN_KEY", ADMIN_KEY);
    all.put("DRAGOMAN_EGRESS_ALLOW", "127.0.0.0/8");
    try {
      for (int i = 0; i < count; i++) {
        // The same after a restart: others know where it is.
        all.put("DRAGOMAN_HTTP_PORT", Integer.toString(freePort()));
        nodes.starts.add(field.bare(name + "-" + i, Map.copyOf(all)));
        nodes.servers.add(ServerProcess.start(nodes.starts.get(i)));
      }
      return nodes;
    } catch (RuntimeException failed) {
      nodes.close();
      throw failed;
    }
  }

  private static int freePort() {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  ServerProcess server(int node) {
    return servers.get(node);
  }

  ServerProcess.Ready ready(int node) {
    return servers.get(node).ready();
  }

  /// How many there are.
  int count() {
    return servers.size();
  }

  /// Kills one and starts it again.
  void kill(int node) {
    servers.get(node).killed();
    servers.set(node, ServerProcess.start(starts.get(node)));
  }

  /// Stops one in order and starts it again.
  void restart(int node) {
    servers.get(node).close();
    servers.set(node, ServerProcess.start(starts.get(node)));
  }

  /// Kills the database; it is started again by itself.
  void killDatabase() {
    ProcessHandle.of(postgres.pid()).ifPresent(ProcessHandle::destroyForcibly);
  }

  /// The database, seen from outside.
  Wal database() {
    return new Wal(postgres.url(), postgres.password());
  }

  @Override
  public void close() {
    servers.forEach(ServerProcess::close);
    postgres.close();
    data.close();
  }

  /// It dies because the lab kills it.
  private record Silent() implements PostgresWatch {
    @Override
    public void died(int exitCode) {}

    @Override
    public void restarted() {}
  }
}
