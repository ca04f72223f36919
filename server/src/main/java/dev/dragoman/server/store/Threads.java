package dev.dragoman.server.store;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Numbers the conversations of one person with one bot, where each is to be another one.
/// Thread-safe.
public final class Threads {
  private static final String NEXT =
      """
      insert into gptbots_thread as known (workspace, bot, peer, thread)
      select ?, ?, decode(?, 'hex'), coalesce(max(thread), 0) + 1 from address
      where workspace = ? and bot = ? and account = ? and peer = decode(?, 'hex')
      on conflict (workspace, bot, peer)
      do update set thread = greatest(known.thread + 1, excluded.thread)
      returning thread""";

  private final Jdbi jdbi;
  private final IdentityHash hash;

  /// Counts on this pool.
  public Threads(DataSource pool, IdentityHash hash) {
    this.jdbi = Jdbi.create(pool);
    this.hash = hash;
  }

  /// A thread of that address nobody has had; from 1, for 0 is the one that needs no number.
  public int next(Addresses.Key key) {
    String peer = hash.of(key.workspace(), key.realm(), key.peer());
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(NEXT)
                .bind(0, key.workspace())
                .bind(1, key.botId())
                .bind(2, peer)
                .bind(3, key.workspace())
                .bind(4, key.botId())
                .bind(5, key.account())
                .bind(6, peer)
                .mapTo(Integer.class)
                .one());
  }
}
