package dev.dragoman.server.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// How a conversation is answered from which sequence on: what a door was asked for last.
/// Thread-safe.
public final class ReplyModes {
  private static final String AT =
      """
      select mode, version from gptbots_mode
      where workspace = ? and conversation = ? and from_sequence <= ?
      order by from_sequence desc limit 1""";
  private static final String CHANGE =
      """
      insert into gptbots_mode (workspace, conversation, from_sequence, mode, version)
      values (?, ?, ?, ?, ?)
      on conflict (workspace, conversation, from_sequence)
      do update set mode = excluded.mode, version = excluded.version""";

  private final Jdbi jdbi;

  /// A way to be answered.
  ///
  /// @param mode in the word of the door
  /// @param version of the form
  public record Mode(String mode, int version) {}

  /// Works on this pool.
  public ReplyModes(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// What holds for an event of that sequence; empty when nothing was ever asked for.
  public Optional<Mode> at(int workspace, String conversationId, long sequence) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(AT, workspace, conversationId, sequence)
                .map((row, _) -> new Mode(row.getString(1), row.getInt(2)))
                .findOne());
  }

  /// Holds from that sequence on.
  public void change(int workspace, String conversationId, long fromSequence, Mode mode) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                CHANGE, workspace, conversationId, fromSequence, mode.mode(), mode.version()));
  }
}
