package dev.dragoman.server.store;

import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Everything recorded of conversations, as bytes, for whoever checks it. Thread-safe.
public final class Recorded {
  private static final String CONVERSATIONS =
      """
      select v.workspace, v.id, v.version, v.state, coalesce(k.leg, 0), k.state
      from conversation v
      left join checkpoint k on k.workspace = v.workspace and k.conversation = v.id
      where (v.workspace, v.id) > (?, ?) order by v.workspace, v.id limit ?""";
  private static final String LEGS =
      """
      select leg, first_sequence, before_hash, after_hash, erased, body from leg
      where workspace = ? and conversation = ? and leg > ? and leg <= ?
      order by first_sequence, leg limit ?""";

  private final Jdbi jdbi;

  /// A conversation as it stands; `checkpoint` is the state after leg `checkpointLeg`, or null.
  // Bytes as they are stored: nobody compares or changes them.
  @SuppressWarnings("ArrayRecordComponent")
  public record ConversationRow(
      Key key, int version, byte[] state, int checkpointLeg, byte @Nullable [] checkpoint) {}

  /// Which conversation.
  public record Key(int workspace, String id) {
    /// Before the first.
    public static final Key START = new Key(0, "");
  }

  /// A leg as it is stored.
  // Bytes as they are stored: nobody compares or changes them.
  @SuppressWarnings("ArrayRecordComponent")
  public record LegRow(int leg, long firstSequence, Hashes hashes, boolean erased, byte[] body) {}

  /// Hashes of the state before and after a leg.
  public record Hashes(long before, long after) {}

  /// Reads from this pool.
  public Recorded(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// The next conversations after a key.
  public List<ConversationRow> conversations(Key after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(CONVERSATIONS, after.workspace(), after.id(), limit)
                .map(
                    (row, _) ->
                        new ConversationRow(
                            new Key(row.getInt(1), row.getString(2)),
                            row.getInt(3),
                            row.getBytes(4),
                            row.getInt(5),
                            row.getBytes(6)))
                .list());
  }

  /// The next legs of a conversation after one, in order, up to where it stood when it was read.
  public List<LegRow> legs(ConversationRow row, int afterLeg, int limit) {
    Key key = row.key();
    return jdbi.withHandle(
        handle ->
            handle
                .select(LEGS, key.workspace(), key.id(), afterLeg, row.version(), limit)
                .map(
                    (found, _) ->
                        new LegRow(
                            found.getInt(1),
                            found.getLong(2),
                            new Hashes(found.getLong(3), found.getLong(4)),
                            found.getBoolean(5),
                            found.getBytes(6)))
                .list());
  }
}
