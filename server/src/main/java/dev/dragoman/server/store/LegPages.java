package dev.dragoman.server.store;

import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.pack.Pack;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Legs in order, for those who tell them on. Thread-safe.
public final class LegPages {
  // Begins with the leg that the sequence lies in, which may have been told in part only.
  private static final String FROM =
      """
      select first_sequence, leg, erased, body from leg
      where workspace = ? and conversation = ? and leg > ? and first_sequence >= coalesce((
        select max(first_sequence) from leg
        where workspace = ? and conversation = ? and first_sequence <= ?), 0)
      order by first_sequence, leg limit ?""";

  private final Jdbi jdbi;

  /// Where to go on.
  ///
  /// @param sequence everything up to here is told
  /// @param seen no leg up to this number is wanted
  public record From(String conversationId, long sequence, int seen) {}

  /// A leg with its number; null when it was erased.
  public record Numbered(long firstSequence, int number, @Nullable Leg leg) {}

  /// Reads from this pool.
  public LegPages(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// The legs from there on, at most `limit`.
  public List<Numbered> from(int workspace, From from, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    FROM,
                    workspace,
                    from.conversationId(),
                    from.seen(),
                    workspace,
                    from.conversationId(),
                    from.sequence() + 1,
                    limit)
                .map(
                    (row, _) ->
                        new Numbered(
                            row.getLong(1),
                            row.getInt(2),
                            row.getBoolean(3) ? null : Pack.leg(row.getBytes(4))))
                .list());
  }
}
