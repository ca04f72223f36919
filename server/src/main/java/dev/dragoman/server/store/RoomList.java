package dev.dragoman.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Rooms as the lists show them: ids, places and times. Thread-safe.
public final class RoomList {
  private static final String COLUMNS =
      "id, uuid, conversation, bot, desk, state, team, agent, queued_nanos, changed_nanos";

  private final Jdbi jdbi;

  /// A room. `state` is `queued`, `attended` or `closed`.
  public record Row(Names names, Place place, Times times) {}

  /// Its ids.
  public record Names(String id, String uuid, String conversationId, String botId) {}

  /// Where it stands.
  public record Place(String desk, String state, int team, @Nullable String agentId) {}

  /// Since when, in nanoseconds since 1970.
  public record Times(long queuedNanos, long changedNanos) {}

  /// Which ones: null asks for all.
  public record Filter(@Nullable String state, @Nullable Integer team, @Nullable String agentId) {}

  /// A room that waits and the group whose queue it waits in.
  public record Waiting(String id, String conversationId, int team) {}

  /// Works on this pool.
  public RoomList(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// The room of this 24-hex id or UUID.
  public Optional<Row> find(int workspace, String id) {
    String column = id.length() == 36 ? "uuid" : "id";
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "select " + COLUMNS + " from room where workspace = ? and " + column + " = ?",
                    workspace,
                    id)
                .map((row, _) -> row(row))
                .findOne());
  }

  /// At most `limit` rooms after an id, by id.
  public List<Row> after(int workspace, Filter filter, String id, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select "
                        + COLUMNS
                        + " from room where workspace = :workspace and id > :id"
                        + " and (:state::text is null or state = :state)"
                        + " and (:team::integer is null or team = :team)"
                        + " and (:agent::text is null or agent = :agent) order by id limit :limit")
                .bind("workspace", workspace)
                .bind("id", id)
                .bind("state", filter.state())
                .bind("team", filter.team())
                .bind("agent", filter.agentId())
                .bind("limit", limit)
                .map((row, _) -> row(row))
                .list());
  }

  /// At most `limit` rooms that were queued from one time up to another, the oldest first; of one
  /// bot, or null for all.
  public List<Row> queued(int workspace, @Nullable String botId, Times between, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select "
                        + COLUMNS
                        + " from room where workspace = :workspace and queued_nanos >= :from"
                        + " and queued_nanos < :to and (:bot::text is null or bot = :bot)"
                        + " order by queued_nanos, id limit :limit")
                .bind("workspace", workspace)
                .bind("from", between.queuedNanos())
                .bind("to", between.changedNanos())
                .bind("bot", botId)
                .bind("limit", limit)
                .map((row, _) -> row(row))
                .list());
  }

  /// What this agent has.
  public List<Row> ofAgent(int workspace, String agentId) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "select "
                        + COLUMNS
                        + " from room where workspace = ? and agent = ? and state = 'attended'",
                    workspace,
                    agentId)
                .map((row, _) -> row(row))
                .list());
  }

  /// The workspaces in which somebody waits for an agent of this server.
  public List<Integer> workspacesWaiting() {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "select distinct workspace from room where state = 'queued' and desk = 'own'")
                .mapTo(Integer.class)
                .list());
  }

  /// The oldest that wait in a workspace, the longest waiting first.
  public List<Waiting> waiting(int workspace, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "select id, conversation, team from room where workspace = ?"
                        + " and state = 'queued' and desk = 'own' order by place_nanos, id limit ?",
                    workspace,
                    limit)
                .map((row, _) -> new Waiting(row.getString(1), row.getString(2), row.getInt(3)))
                .list());
  }

  /// A room of an agent who is not there any more.
  public record Left(int workspace, String id, String conversationId, String agentId) {}

  /// At most `limit` rooms of this server whose agents said that they were there, and until when,
  /// and let that pass. Who took a room afterwards works without saying so.
  public List<Left> left(long nowNanos, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "select r.workspace, r.id, r.conversation, r.agent from room r"
                        + " join agent a on a.workspace = r.workspace and a.id = r.agent"
                        + " where r.state = 'attended' and r.desk = 'own'"
                        + " and a.presence <> 'offline' and a.presence_until_nanos <= ?"
                        + " and r.changed_nanos <= a.presence_until_nanos limit ?",
                    nowNanos,
                    limit)
                .map(
                    (row, _) ->
                        new Left(
                            row.getInt(1), row.getString(2), row.getString(3), row.getString(4)))
                .list());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new Names(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
        new Place(row.getString(5), row.getString(6), row.getInt(7), row.getString(8)),
        new Times(row.getLong(9), row.getLong(10)));
  }
}
