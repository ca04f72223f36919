package dev.dragoman.server.store;

import dev.dragoman.core.model.Limits;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Forgets input ids when their time is over. Thread-safe.
public final class InputIds {
  private static final String FORGET =
      """
      with old as (
        select workspace, source, id from input_id
        where at_nanos < (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000 - ?
        limit ?)
      delete from input_id i using old
      where i.workspace = old.workspace and i.source = old.source and i.id = old.id""";

  private final Jdbi jdbi;

  /// Works on this pool.
  public InputIds(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// Forgets at most `limit` that are past their time; returns how many.
  public int forgetOld(int limit) {
    long nanos = Duration.ofHours(Limits.INPUT_ID_HOURS).toNanos();
    return jdbi.withHandle(handle -> handle.execute(FORGET, nanos, limit));
  }
}
