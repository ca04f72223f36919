package dev.dragoman.server.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/// What was sent where: one row per attempt, written with the lane's move. Thread-safe.
public final class Deliveries {
  private static final String INSERT =
      """
      insert into delivery (workspace, stream, sequence, endpoint, attempt, token, position, event,
        kind, outcome, status, code, at_nanos, took_micros, next_nanos, head, body, answer)
      select :workspace, u.stream, u.sequence, u.endpoint, u.attempt, u.token, u.position, u.event,
        u.kind, u.outcome, u.status, u.code, now.nanos - u.ago, u.took,
        case when u.wait < 0 then 0 else now.nanos + u.wait end, u.head, u.body, u.answer
      from unnest(:streams, :sequences, :endpoints, :attempts, :tokens, :positions, :events,
          :kinds, :outcomes, :statuses, :codes, :agos, :tooks, :waits, :heads, :bodies, :answers)
        as u(stream, sequence, endpoint, attempt, token, position, event, kind, outcome, status,
          code, ago, took, wait, head, body, answer),
        (select %s as nanos) now
      on conflict do nothing"""
          .formatted(Lanes.NOW);
  private static final String STORED =
      """
      select sequence, event, kind, erased, head, body from delivery
      where workspace = ? and stream = ? and sequence > ? and sequence <= ? and endpoint = ?
        and (erased or body is not null)
      order by sequence, attempt limit 1""";
  private static final String LAST =
      """
      select distinct on (stream, sequence) stream, sequence, position, outcome from delivery
      where workspace = ? and endpoint = ? and stream = any(?) and sequence = any(?)
      order by stream, sequence, at_nanos desc""";
  private static final String DEAD =
      """
      select distinct d.stream, d.sequence, d.position from delivery d
      where d.workspace = ? and d.endpoint = ? and d.outcome = 'dead' and d.at_nanos >= ?
        and not d.erased
        and not exists (select from delivery l
          where l.workspace = d.workspace and l.stream = d.stream and l.sequence = d.sequence
            and l.endpoint = d.endpoint and l.outcome = 'delivered')
      order by d.stream, d.sequence limit ?""";

  private final Jdbi jdbi;

  /// Which delivery.
  public record Which(String stream, long sequence, String endpointId, String event, String kind) {}

  /// What came of an attempt.
  ///
  /// @param outcome `delivered`, `failed`, `dead`, `cancelled` or `stored`
  /// @param code why, in a word; empty when delivered
  /// @param status of HTTP, 0 for none
  public record Outcome(String outcome, int status, String code) {}

  /// When.
  ///
  /// @param agoNanos how long ago it began
  /// @param waitNanos until the next attempt, -1 for none
  public record Times(long agoNanos, int tookMicros, long waitNanos) {}

  /// Bytes that are kept.
  ///
  /// @param head address and headers, packed
  @SuppressWarnings("ArrayRecordComponent") // Bytes as they are stored, never compared.
  public record Kept(byte @Nullable [] head, byte @Nullable [] body, byte @Nullable [] answer) {
    /// Nothing.
    public static final Kept NOTHING = new Kept(null, null, null);
  }

  /// One attempt as it is stored.
  public record Attempted(
      Which which,
      int attempt,
      long token,
      long position,
      Outcome outcome,
      Times times,
      Kept kept) {}

  /// What was stored of a delivery that is not settled; the bytes are null after an erasure.
  public record Stored(Which which, boolean erased, Kept kept) {}

  /// A delivery that was given up.
  public record Dead(String stream, long sequence, long position) {}

  /// Works on this pool.
  public Deliveries(DataSource pool) {
    this.jdbi = Arrays.registered(pool);
  }

  static void insert(Handle handle, int workspace, List<Attempted> rows) {
    if (rows.isEmpty()) {
      return;
    }
    handle
        .createUpdate(INSERT)
        .bind("workspace", workspace)
        .bind("streams", texts(rows, row -> row.which().stream()))
        .bind("sequences", longs(rows, row -> row.which().sequence()))
        .bind("endpoints", texts(rows, row -> row.which().endpointId()))
        .bind("attempts", integers(rows, Attempted::attempt))
        .bind("tokens", longs(rows, Attempted::token))
        .bind("positions", longs(rows, Attempted::position))
        .bind("events", texts(rows, row -> row.which().event()))
        .bind("kinds", texts(rows, row -> row.which().kind()))
        .bind("outcomes", texts(rows, row -> row.outcome().outcome()))
        .bind("statuses", integers(rows, row -> row.outcome().status()))
        .bind("codes", texts(rows, row -> row.outcome().code()))
        .bind("agos", longs(rows, row -> row.times().agoNanos()))
        .bind("tooks", integers(rows, row -> row.times().tookMicros()))
        .bind("waits", longs(rows, row -> row.times().waitNanos()))
        .bind("heads", bytes(rows, row -> row.kept().head()))
        .bind("bodies", bytes(rows, row -> row.kept().body()))
        .bind("answers", bytes(rows, row -> row.kept().answer()))
        .execute();
  }

  /// The bytes of the first delivery after a sequence that has any, up to another sequence.
  public Optional<Stored> stored(int workspace, Lanes.Key key, long after, long upTo) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(STORED, workspace, key.stream(), after, upTo, key.endpointId())
                .map(
                    (row, _) ->
                        new Stored(
                            new Which(
                                key.stream(),
                                row.getLong(1),
                                key.endpointId(),
                                row.getString(2),
                                row.getString(3)),
                            row.getBoolean(4),
                            new Kept(row.getBytes(5), row.getBytes(6), null)))
                .findOne());
  }

  /// What was given up since then and not delivered later, at most `limit`.
  public List<Dead> dead(int workspace, String endpointId, long sinceNanos, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(DEAD, workspace, endpointId, sinceNanos, limit)
                .map((row, _) -> new Dead(row.getString(1), row.getLong(2), row.getLong(3)))
                .list());
  }

  /// The last row of one delivery.
  public Optional<Dead> last(int workspace, String endpointId, String stream, long sequence) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(LAST, workspace, endpointId, new String[] {stream}, new Long[] {sequence})
                .map((row, _) -> new Dead(row.getString(1), row.getLong(2), row.getLong(3)))
                .findOne());
  }

  private static String[] texts(List<Attempted> rows, Function<Attempted, String> field) {
    return rows.stream().map(field).toArray(String[]::new);
  }

  private static Long[] longs(List<Attempted> rows, Function<Attempted, Long> field) {
    return rows.stream().map(field).toArray(Long[]::new);
  }

  private static Integer[] integers(List<Attempted> rows, Function<Attempted, Integer> field) {
    return rows.stream().map(field).toArray(Integer[]::new);
  }

  /// The driver takes an array of byte arrays only as what it is.
  private static Argument bytes(
      List<Attempted> rows, Function<Attempted, byte @Nullable []> field) {
    byte[][] all = rows.stream().map(field).toArray(byte[][]::new);
    return (position, statement, context) ->
        statement.setArray(position, context.getConnection().createArrayOf("bytea", all));
  }
}
