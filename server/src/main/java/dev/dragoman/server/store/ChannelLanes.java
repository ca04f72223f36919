package dev.dragoman.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Conversations that have something to send over their channel: who works on which, until when.
///
/// The ledger makes a row, or moves its end, in the transaction of the leg that said something;
/// whoever has sent all of it removes the row, unless its end has moved. A claim is a token that
/// every later statement names. All times are the database's. Thread-safe.
public final class ChannelLanes {
  private static final String NOW =
      "(extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000";
  private static final String COLUMNS =
      "workspace, conversation, account, from_sequence, upto_sequence, attempt, token";
  private static final String WORKSPACES =
      """
      select distinct workspace from channel_due
      where not_before_nanos <= %1$s and until_nanos <= %1$s order by workspace"""
          .formatted(NOW);
  private static final String DUE =
      """
      select conversation, account from channel_due
      where workspace = ? and not_before_nanos <= %1$s and until_nanos <= %1$s
      order by not_before_nanos, conversation limit ?"""
          .formatted(NOW);
  private static final String CLAIM =
      """
      update channel_due set token = token + 1, node = ?, until_nanos = %1$s + ?
      where workspace = ? and conversation = ?
        and not_before_nanos <= %1$s and until_nanos <= %1$s
      returning %2$s"""
          .formatted(NOW, COLUMNS);
  private static final String AGAIN =
      """
      update channel_due set until_nanos = %1$s + ?
      where workspace = ? and conversation = ? and token = ? returning %2$s"""
          .formatted(NOW, COLUMNS);
  private static final String FINISH =
      """
      delete from channel_due
      where workspace = ? and conversation = ? and token = ? and upto_sequence = ?""";
  private static final String WAIT =
      """
      update channel_due set until_nanos = 0, attempt = ?, from_sequence = ?,
        not_before_nanos = %s + ?
      where workspace = ? and conversation = ? and token = ?"""
          .formatted(NOW);

  private final Jdbi jdbi;

  /// A conversation with something to send.
  public record Due(int workspace, String conversationId, String account) {}

  /// A claimed conversation.
  ///
  /// @param fromSequence where the first leg begins that may hold something unsent
  /// @param upToSequence where the last one begins
  /// @param attempt how often its first unsent message was tried in vain
  public record Lane(Due due, long fromSequence, long upToSequence, int attempt, long token) {}

  /// Works on this pool.
  public ChannelLanes(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// Workspaces in which something is due and nobody works on it.
  public List<Integer> workspacesWithDue() {
    return jdbi.withHandle(handle -> handle.select(WORKSPACES).mapTo(Integer.class).list());
  }

  /// What is due in a workspace, longest due first.
  public List<Due> due(int workspace, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(DUE, workspace, limit)
                .map((row, _) -> new Due(workspace, row.getString(1), row.getString(2)))
                .list());
  }

  /// Claims a conversation for so long, if it is due and nobody has it.
  public Optional<Lane> claim(Due due, String node, long nanos) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(CLAIM)
                .bind(0, node)
                .bind(1, nanos)
                .bind(2, due.workspace())
                .bind(3, due.conversationId())
                .map((row, _) -> lane(row))
                .findOne());
  }

  /// Keeps a claim for so long from now and reads the row again; empty when it was lost.
  public Optional<Lane> again(Lane lane, long nanos) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(AGAIN)
                .bind(0, nanos)
                .bind(1, lane.due().workspace())
                .bind(2, lane.due().conversationId())
                .bind(3, lane.token())
                .map((row, _) -> lane(row))
                .findOne());
  }

  /// Removes the row of a conversation that has nothing more to send; false when more has come, or
  /// the claim was lost.
  public boolean finish(Lane lane) {
    return jdbi.withHandle(
            handle ->
                handle.execute(
                    FINISH,
                    lane.due().workspace(),
                    lane.due().conversationId(),
                    lane.token(),
                    lane.upToSequence()))
        == 1;
  }

  /// Gives a claim back until so many nanoseconds have passed.
  public void waitFor(Lane lane, int attempt, long fromSequence, long nanos) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                WAIT,
                attempt,
                fromSequence,
                nanos,
                lane.due().workspace(),
                lane.due().conversationId(),
                lane.token()));
  }

  /// What waits is due now.
  public void hurry(Due due) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update channel_due set not_before_nanos = 0"
                    + " where workspace = ? and conversation = ?",
                due.workspace(),
                due.conversationId()));
  }

  private static Lane lane(ResultSet row) throws SQLException {
    return new Lane(
        new Due(row.getInt(1), row.getString(2), row.getString(3)),
        row.getLong(4),
        row.getLong(5),
        row.getInt(6),
        row.getLong(7));
  }
}
