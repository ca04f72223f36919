package dev.dragoman.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
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
  private static final String NOW =
      "(extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000";

  /// Of each conversation whose first leg is past its time, what stood after which leg. A workspace
  /// says in `retention` how many days its legs are kept.
  private static final String OLD =
      """
      select v.workspace, v.id, v.version, v.state, coalesce(k.leg, 0), k.state, (
          select max(l.leg) from leg l
          where l.workspace = v.workspace and l.conversation = v.id
            and l.at_nanos < %1$s - d.days * 86400000000000)
      from conversation v
      left join checkpoint k on k.workspace = v.workspace and k.conversation = v.id
      cross join lateral (select coalesce((select r.days from retention r
        where r.workspace = v.workspace and r.class = 'leg'), ?)::bigint as days) d
      where (v.workspace, v.id) > (?, ?) and d.days > 0 and (
          select l.at_nanos from leg l
          where l.workspace = v.workspace and l.conversation = v.id
          order by l.first_sequence, l.leg limit 1) < %1$s - d.days * 86400000000000
      order by v.workspace, v.id limit ?"""
          .formatted(NOW);

  private static final String CHECKPOINT =
      """
      insert into checkpoint (workspace, conversation, leg, state_hash, state)
      values (?, ?, ?, ?, ?)
      on conflict (workspace, conversation) do update
        set leg = excluded.leg, state_hash = excluded.state_hash, state = excluded.state
        where checkpoint.leg < excluded.leg""";
  private static final String FORGET =
      "delete from leg where workspace = ? and conversation = ? and leg <= ?";
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
                .map((row, _) -> conversation(row))
                .list());
  }

  /// A conversation with legs that are past their time, the last of them `upTo`.
  public record OldRow(ConversationRow row, int upTo) {}

  /// The next conversations after a key whose first legs are past their time.
  ///
  /// @param days how long legs are kept where the workspace says nothing; 0 for ever
  public List<OldRow> old(Key after, int days, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(OLD, days, after.workspace(), after.id(), limit)
                .map((row, _) -> new OldRow(conversation(row), row.getInt(7)))
                .list());
  }

  /// Forgets the legs up to one, and leaves the state after it for whoever replays the rest.
  // Bytes as they are stored: nobody compares or changes them.
  @SuppressWarnings("ArrayRecordComponent")
  public record Checkpoint(Key key, int leg, long stateHash, byte[] state) {}

  /// Writes the checkpoint and deletes what lies before it, both or neither; returns how many legs
  /// went.
  public int forget(Checkpoint checkpoint) {
    Key key = checkpoint.key();
    return jdbi.inTransaction(
        handle -> {
          int written =
              handle.execute(
                  CHECKPOINT,
                  key.workspace(),
                  key.id(),
                  checkpoint.leg(),
                  checkpoint.stateHash(),
                  checkpoint.state());
          return written == 0
              ? 0
              : handle.execute(FORGET, key.workspace(), key.id(), checkpoint.leg());
        });
  }

  private static ConversationRow conversation(ResultSet row) throws SQLException {
    return new ConversationRow(
        new Key(row.getInt(1), row.getString(2)),
        row.getInt(3),
        row.getBytes(4),
        row.getInt(5),
        row.getBytes(6));
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
