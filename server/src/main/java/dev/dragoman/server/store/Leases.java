package dev.dragoman.server.store;

import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Who sweeps what at the moment, by the database's clock. Only shares out work: whatever a sweep
/// does has to be right also when two do it. Thread-safe.
public final class Leases {
  private static final String TAKE =
      """
      insert into lease as l (name, shard, owner, epoch, until_nanos)
      select ?, ?, ?, 1, now.nanos + ? from (select
        (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000 as nanos) now
      on conflict (name, shard) do update
        set owner = excluded.owner, until_nanos = excluded.until_nanos,
          epoch = case when l.owner = excluded.owner then l.epoch else l.epoch + 1 end
        where l.owner = excluded.owner
          or l.until_nanos < (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000
      returning epoch""";

  private final Jdbi jdbi;

  /// One share of a kind of work.
  public record Share(String name, int shard) {}

  /// Works on this pool.
  public Leases(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// Takes or keeps a share; returns whether `owner` has it now.
  public boolean take(Share share, String owner, Duration howLong) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(TAKE)
                .bind(0, share.name())
                .bind(1, share.shard())
                .bind(2, owner)
                .bind(3, howLong.toNanos())
                .mapTo(Long.class)
                .findOne()
                .isPresent());
  }
}
