package dev.dragoman.server.store.read;

import dev.dragoman.server.store.read.ReadSession.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ledger of deliveries: every attempt, and where each lane stands. Thread-safe.
public final class DeliveryQueries {
  private static final String ROWS =
      """
      select stream, sequence, endpoint, attempt, token, position, event, kind, outcome, status,
        code, at_nanos, took_micros, next_nanos, erased, head, body, answer
      from delivery where workspace = ?""";
  private static final String PAGE =
      """
      and (at_nanos, stream, sequence, endpoint, attempt, token) > (?, ?, ?, ?, ?, ?)
      order by at_nanos, stream, sequence, endpoint, attempt, token limit ?""";
  private static final String LANES =
      """
      select endpoint, position, sequence, attempts, idle, due_nanos from lane
      where workspace = ? and stream = ?""";

  private final ReadSession session;

  /// What identifies an attempt, in the order of lists.
  public record Place(
      long atNanos, String stream, long sequence, String endpointId, int attempt, long token) {
    /// Before everything.
    public static final Place START = new Place(0, "", 0, "", 0, 0);
  }

  /// An attempt.
  ///
  /// @param nextNanos when it was to be tried again, 0 for not at all
  @SuppressWarnings("ArrayRecordComponent") // Bytes as they are stored, never compared.
  public record Row(
      Place place,
      long position,
      String event,
      String kind,
      Came came,
      int tookMicros,
      long nextNanos,
      boolean erased,
      byte @Nullable [] head,
      byte @Nullable [] body,
      byte @Nullable [] answer) {}

  /// What came of it.
  public record Came(String outcome, int status, String code) {}

  /// Which attempts: null for any.
  public record Filter(
      @Nullable String endpointId,
      @Nullable String stream,
      @Nullable Long sequence,
      @Nullable String event,
      @Nullable String outcome) {}

  /// Where a lane stands.
  public record LaneRow(
      String endpointId, long position, long sequence, int attempts, boolean idle, long dueNanos) {}

  /// Asks through this session.
  public DeliveryQueries(ReadSession session) {
    this.session = session;
  }

  /// At most `limit` attempts after a place, oldest first.
  public List<Row> after(int workspace, Filter filter, Place after, int limit) {
    StringBuilder sql = new StringBuilder(ROWS);
    List<@Nullable Object> parameters = new java.util.ArrayList<>(List.of(workspace));
    and(sql, parameters, "endpoint", filter.endpointId());
    and(sql, parameters, "stream", filter.stream());
    and(sql, parameters, "sequence", filter.sequence());
    and(sql, parameters, "event", filter.event());
    and(sql, parameters, "outcome", filter.outcome());
    sql.append(' ').append(PAGE);
    parameters.addAll(
        List.of(
            after.atNanos(),
            after.stream(),
            after.sequence(),
            after.endpointId(),
            after.attempt(),
            after.token(),
            limit));
    return session.list(workspace, new Query(sql.toString(), parameters), DeliveryQueries::row);
  }

  private static void and(
      StringBuilder sql,
      List<@Nullable Object> parameters,
      String column,
      @Nullable Object wanted) {
    if (wanted != null) {
      sql.append(" and ").append(column).append(" = ?");
      parameters.add(wanted);
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new Place(
            row.getLong(12),
            row.getString(1),
            row.getLong(2),
            row.getString(3),
            row.getInt(4),
            row.getLong(5)),
        row.getLong(6),
        row.getString(7),
        row.getString(8),
        new Came(row.getString(9), row.getInt(10), row.getString(11)),
        row.getInt(13),
        row.getLong(14),
        row.getBoolean(15),
        row.getBytes(16),
        row.getBytes(17),
        row.getBytes(18));
  }

  /// The lanes of a stream.
  public List<LaneRow> lanes(int workspace, String stream) {
    return session.list(
        workspace,
        new Query(LANES, workspace, stream),
        row ->
            new LaneRow(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getInt(4),
                row.getBoolean(5),
                row.getLong(6)));
  }

  /// The sequence of a message in its conversation's deliveries, if any endpoint was told of it.
  public Optional<Long> ofEvent(int workspace, String event) {
    return session.one(
        workspace,
        new Query(
            "select sequence from delivery where workspace = ? and event = ? limit 1",
            workspace,
            event),
        row -> row.getLong(1));
  }
}
