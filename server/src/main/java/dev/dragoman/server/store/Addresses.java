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

  private static final String LAST_ACTIVE =
      """
      select a.conversation from address a cross join lateral (
        select at_nanos from leg
        where workspace = a.workspace and conversation = a.conversation
        order by first_sequence desc, leg desc limit 1) last
      where a.workspace = ? and a.bot = ? and a.account = ? and a.peer = decode(?, 'hex')
      order by last.at_nanos desc, a.thread desc limit 1""";

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

  /// The conversation of that address in the thread where something happened last.
  public Optional<String> lastActive(Key key) {
    String peer = hash.of(key.workspace(), key.realm(), key.peer());
    return jdbi.withHandle(
        handle ->
            handle
                .select(LAST_ACTIVE, key.workspace(), key.botId(), key.account(), peer)
                .mapTo(String.class)
                .findOne());
  }
}
