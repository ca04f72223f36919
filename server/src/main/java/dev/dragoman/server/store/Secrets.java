package dev.dragoman.server.store;

import dev.dragoman.server.store.secret.Keys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Secrets that bot settings call by name: passwords and signing keys that have to be sent back.
///
/// Sealed under the key file, found by a keyed hash of workspace and name. Thread-safe.
public final class Secrets {
  private static final String KIND = "named";
  private static final String PURPOSE = "named-secret";
  private static final String PUT =
      """
      insert into secret (workspace, id, kind, owner, hash, sealed) values (?, ?, ?, ?, ?, ?)
      on conflict (kind, hash) do update set sealed = excluded.sealed""";
  private static final String FIND =
      "select sealed from secret where workspace = ? and kind = ? and hash = ?";
  private static final String REMOVE =
      "delete from secret where workspace = ? and kind = ? and hash = ?";
  private static final String NAMES =
      "select owner from secret where workspace = ? and kind = ? order by owner";

  private final Jdbi jdbi;
  private final Keys keys;
  private final Supplier<String> ids;

  /// Works on this pool; `ids` are new 24-hex ones.
  public Secrets(DataSource pool, Keys keys, Supplier<String> ids) {
    this.jdbi = Jdbi.create(pool);
    this.keys = keys;
    this.ids = ids;
  }

  /// Sets a secret, or replaces it.
  public void put(int workspace, String name, String secret) {
    byte[] kept = keys.seal(secret.getBytes(StandardCharsets.UTF_8), place(workspace, name));
    jdbi.useHandle(
        handle ->
            handle.execute(PUT, workspace, ids.get(), KIND, name, hash(workspace, name), kept));
  }

  /// The secret of this name.
  public Optional<String> find(int workspace, String name) {
    return jdbi.withHandle(
            handle ->
                handle
                    .select(FIND, workspace, KIND, hash(workspace, name))
                    .map((row, _) -> row.getBytes(1))
                    .findOne())
        .map(kept -> keys.open(kept, place(workspace, name)))
        .map(secret -> new String(secret, StandardCharsets.UTF_8));
  }

  /// Forgets a secret; false when there is none of this name.
  public boolean remove(int workspace, String name) {
    return jdbi.withHandle(handle -> handle.execute(REMOVE, workspace, KIND, hash(workspace, name)))
        == 1;
  }

  /// The names that are set, without the secrets.
  public List<String> names(int workspace) {
    return jdbi.withHandle(
        handle -> handle.select(NAMES, workspace, KIND).mapTo(String.class).list());
  }

  private byte[] hash(int workspace, String name) {
    return keys.fingerprint(PURPOSE, workspace + "/" + name);
  }

  private static String place(int workspace, String name) {
    return "secret/" + workspace + "/" + name;
  }
}
