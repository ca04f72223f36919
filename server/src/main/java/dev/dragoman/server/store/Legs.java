package dev.dragoman.server.store;

import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.pack.Pack;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Legs as they are recorded. Thread-safe.
public final class Legs {
  private static final String OF_TURN =
      """
      select body from leg
      where workspace = ? and conversation = ? and first_sequence >= ? and turn = ? and not erased
      order by first_sequence, leg""";
  private static final String FROM_SEQUENCE =
      """
      select body from leg
      where workspace = ? and conversation = ? and first_sequence >= ? and not erased
      order by first_sequence, leg limit ?""";
  private static final String HOLDING =
      """
      select body from leg
      where workspace = ? and conversation = ? and first_sequence <= ? and not erased
      order by first_sequence desc, leg desc limit 1""";
  private static final String BETWEEN =
      """
      select body from leg
      where workspace = ? and conversation = ? and at_nanos between ? and ? and not erased
      order by first_sequence, leg""";
  private static final String SETTLED =
      """
      select distinct l.turn
      from unnest(?::integer[], ?::text[], ?::bigint[], ?::text[])
        as u(workspace, conversation, first_sequence, turn)
      join leg l on l.workspace = u.workspace and l.conversation = u.conversation collate "C"
        and l.first_sequence >= u.first_sequence
      where l.turn = u.turn collate "C" and l.settled""";

  private final Jdbi jdbi;

  /// Where a turn begins.
  public record TurnKey(int workspace, String conversationId, long firstSequence, String turnId) {}

  /// Reads from this pool.
  public Legs(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
    this.jdbi.registerArrayType(Integer.class, "int4");
    this.jdbi.registerArrayType(Long.class, "int8");
    this.jdbi.registerArrayType(String.class, "text");
  }

  /// The legs of a turn that begins at that sequence, in order; erased ones are left out.
  public List<Leg> ofTurn(int workspace, String conversationId, long fromSequence, String turnId) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(OF_TURN, workspace, conversationId, fromSequence, turnId)
                .map((row, _) -> Pack.leg(row.getBytes(1)))
                .list());
  }

  /// The history from a sequence on, oldest first, at most `limit` legs.
  public List<Leg> from(int workspace, String conversationId, long fromSequence, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(FROM_SEQUENCE, workspace, conversationId, fromSequence, limit)
                .map((row, _) -> Pack.leg(row.getBytes(1)))
                .list());
  }

  /// What happened from one time to another, oldest first.
  public List<Leg> between(int workspace, String conversationId, long fromNanos, long toNanos) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(BETWEEN, workspace, conversationId, fromNanos, toNanos)
                .map((row, _) -> Pack.leg(row.getBytes(1)))
                .list());
  }

  /// The leg that holds the event of that sequence, if the conversation has come so far.
  public Optional<Leg> holding(int workspace, String conversationId, long sequence) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(HOLDING, workspace, conversationId, sequence)
                .map((row, _) -> Pack.leg(row.getBytes(1)))
                .findOne());
  }

  /// Which of these turns are settled, by turn id.
  public Set<String> settled(List<TurnKey> turns) {
    Integer[] workspaces = turns.stream().map(TurnKey::workspace).toArray(Integer[]::new);
    String[] conversations = turns.stream().map(TurnKey::conversationId).toArray(String[]::new);
    Long[] sequences = turns.stream().map(TurnKey::firstSequence).toArray(Long[]::new);
    String[] ids = turns.stream().map(TurnKey::turnId).toArray(String[]::new);
    return new HashSet<>(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(SETTLED)
                    .bind(0, workspaces)
                    .bind(1, conversations)
                    .bind(2, sequences)
                    .bind(3, ids)
                    .mapTo(String.class)
                    .list()));
  }
}
