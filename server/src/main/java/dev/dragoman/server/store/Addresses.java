package dev.dragoman.server.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Which conversation an address leads to, read only: the ledger makes them. Thread-safe.
public final class Addresses {
  private static final String FIND =
      """
      select conversation from address
      where workspace = ? and bot = ? and account = ? and peer = decode(?, 'hex') and thread = 0""";

  private final Jdbi jdbi;
  private final IdentityHash hash;

  /// Where somebody writes from.
  ///
  /// @param realm of the peer's identity
  public record Key(int workspace, String botId, String account, String realm, String peer) {}

  /// Reads from this pool.
  public Addresses(DataSource pool, IdentityHash hash) {
    this.jdbi = Jdbi.create(pool);
    this.hash = hash;
  }

  /// The conversation of that address, in its first thread.
  public Optional<String> find(Key key) {
    String peer = hash.of(key.workspace(), key.realm(), key.peer());
    return jdbi.withHandle(
        handle ->
            handle
                .select(FIND, key.workspace(), key.botId(), key.account(), peer)
                .mapTo(String.class)
                .findOne());
  }
}
