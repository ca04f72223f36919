package dev.dragoman.server.store;

import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.pack.Pack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final String FROM_MANY =
      """
      select g.conversation, g.first_sequence, g.leg, g.erased, g.body
      from unnest(?, ?) as u(conversation, sequence), lateral (
        select l.conversation, l.first_sequence, l.leg, l.erased, l.body from leg l
        where l.workspace = ? and l.conversation = u.conversation collate "C"
          and l.first_sequence >= coalesce((
            select max(b.first_sequence) from leg b
            where b.workspace = ? and b.conversation = u.conversation collate "C"
              and b.first_sequence <= u.sequence), 0)
        order by l.first_sequence, l.leg limit ?) g""";

  private static final Comparator<Numbered> ORDER =
      Comparator.comparingLong(Numbered::firstSequence).thenComparingInt(Numbered::number);

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
    this.jdbi = Arrays.registered(pool);
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
                .map((row, _) -> numbered(row, 1))
                .list());
  }

  /// The first legs of many conversations after a sequence each, at most `limit` of each, in order;
  /// in one query.
  public Map<String, List<Numbered>> from(int workspace, Map<String, Long> sequences, int limit) {
    String[] ids = sequences.keySet().toArray(String[]::new);
    Long[] next = sequences.values().stream().map(last -> last + 1).toArray(Long[]::new);
    Map<String, List<Numbered>> legs = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .select(FROM_MANY, ids, next, workspace, workspace, limit)
                .map((row, _) -> Map.entry(row.getString(1), numbered(row, 2)))
                .forEach(
                    one ->
                        legs.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                            .add(one.getValue())));
    legs.values().forEach(page -> page.sort(ORDER));
    return legs;
  }

  private static Numbered numbered(ResultSet row, int first) throws SQLException {
    return new Numbered(
        row.getLong(first),
        row.getInt(first + 1),
        row.getBoolean(first + 2) ? null : Pack.leg(row.getBytes(first + 3)));
  }
}
