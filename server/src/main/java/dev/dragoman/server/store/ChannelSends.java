package dev.dragoman.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// What became of each message that was handed to a channel: ids and states, no words. Thread-safe.
///
/// | from | what happens | to |
/// |---|---|---|
/// | – | somebody is about to send it | claimed |
/// | claimed | the provider took it | accepted |
/// | claimed | the provider did not, and says so | failed |
/// | claimed | nothing left the house, it may be tried again | – |
/// | claimed | nobody knows what came of it | unknown |
/// | unknown | the provider reports on it | sent, delivered, read, failed |
/// | unknown | it is sent once more | claimed |
/// | unknown | it is given up | reported |
/// | accepted, sent | the provider reports on it | sent, delivered, read, failed |
public final class ChannelSends {
  private static final String NOW =
      "(extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000";
  private static final String COLUMNS =
      """
      conversation, sequence, part, account, message, state, told, token, claimed_nanos, code,
      settled_nanos""";
  private static final String OF_CONVERSATION =
      "select "
          + COLUMNS
          + " from channel_send where workspace = ? and conversation = ? and sequence >= ?"
          + " order by sequence, part";
  private static final String ONE =
      "select "
          + COLUMNS
          + " from channel_send where workspace = ? and conversation = ? and sequence = ?"
          + " and part = ?";
  private static final String BY_CHANNEL_ID =
      "select "
          + COLUMNS
          + " from channel_send where workspace = ? and account = ?"
          + " and channel_id = decode(?, 'hex')";
  // One statement: the claim of the message stands only while the claim of its conversation does.
  private static final String CLAIM =
      """
      with held as (
        update channel_due set until_nanos = %1$s + ?
        where workspace = ? and conversation = ? and token = ? returning 1)
      insert into channel_send (workspace, conversation, sequence, part, account, message, state,
        token, claimed_nanos)
      select ?, ?, ?, ?, ?, ?, 'claimed', ?, %1$s from held
      on conflict (workspace, conversation, sequence, part) do update
        set state = 'claimed', token = excluded.token, claimed_nanos = excluded.claimed_nanos
        where channel_send.state = 'unknown'"""
          .formatted(NOW);
  private static final String SETTLE =
      """
      update channel_send set
        state = case when state in ('claimed', 'unknown') then ? else state end,
        channel_id = coalesce(decode(?, 'hex'), channel_id), code = coalesce(?, code),
        settled_nanos = %s
      where workspace = ? and conversation = ? and sequence = ? and part = ?"""
          .formatted(NOW);
  private static final String UNDO =
      """
      delete from channel_send
      where workspace = ? and conversation = ? and sequence = ? and part = ? and token = ?
        and state = 'claimed'""";
  private static final String REPORTED =
      """
      update channel_send set told = told | ?, code = coalesce(?, code),
        state = case when array_position(%1$s, ?) > array_position(%1$s, state)
          then ? else state end, settled_nanos = %2$s
      where workspace = ? and conversation = ? and sequence = ? and part = ?"""
          .formatted(
              "array['claimed','unknown','reported','accepted','sent','delivered','read']", NOW);
  private static final String FAILED =
      """
      update channel_send set told = told | ?, code = ?, settled_nanos = %s,
        state = case when state in ('delivered', 'read') then state else 'failed' end
      where workspace = ? and conversation = ? and sequence = ? and part = ?"""
          .formatted(NOW);
  private static final String FORGET =
      """
      delete from channel_send where ctid = any(array(
        select ctid from channel_send where claimed_nanos < %s - ? limit ?))"""
          .formatted(NOW);
  private static final String CLOCK = "select " + NOW;

  private final Jdbi jdbi;

  /// How far a message has come; the table stands above.
  public enum State {
    CLAIMED,
    UNKNOWN,
    REPORTED,
    ACCEPTED,
    SENT,
    DELIVERED,
    READ,
    FAILED;

    /// As it is stored and shown.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Which message: a part of the event with that sequence.
  public record Key(int workspace, String conversationId, long sequence, int part) {}

  /// A message and how far it has come.
  ///
  /// @param told a bit for each kind of report the conversation was told of
  public record Sent(Key key, String account, String messageId, Course course) {}

  /// How far a message has come.
  ///
  /// @param code why it failed, in the provider's word, or null
  public record Course(State state, int told, Times times, long token, @Nullable String code) {}

  /// When it was claimed and when something was last heard of it; 0 for never.
  public record Times(long claimedNanos, long settledNanos) {}

  /// Works on this pool.
  public ChannelSends(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// Messages of a conversation from a sequence on, in order.
  public List<Sent> from(int workspace, String conversationId, long sequence) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(OF_CONVERSATION, workspace, conversationId, sequence)
                .map((row, _) -> sent(workspace, row))
                .list());
  }

  /// One message.
  public Optional<Sent> get(Key key) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(ONE, key.workspace(), key.conversationId(), key.sequence(), key.part())
                .map((row, _) -> sent(key.workspace(), row))
                .findOne());
  }

  /// The message that a provider calls by this id, given as its hash.
  public Optional<Sent> byChannelId(int workspace, String account, String hash) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(BY_CHANNEL_ID, workspace, account, hash)
                .map((row, _) -> sent(workspace, row))
                .findFirst());
  }

  /// Claims a message that was never handed over, or whose fate is unknown; keeps the conversation
  /// claimed for so long. False when somebody else has one of the two.
  public boolean claim(ChannelLanes.Lane lane, Key key, String messageId, long nanos) {
    return jdbi.withHandle(
            handle ->
                handle.execute(
                    CLAIM,
                    nanos,
                    key.workspace(),
                    key.conversationId(),
                    lane.token(),
                    key.workspace(),
                    key.conversationId(),
                    key.sequence(),
                    key.part(),
                    lane.due().account(),
                    messageId,
                    lane.token()))
        == 1;
  }

  /// Says what came of handing a message over; a report that was faster stays.
  public void settle(Key key, State state, @Nullable String channelIdHash, @Nullable String code) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                SETTLE,
                state.word(),
                channelIdHash,
                code,
                key.workspace(),
                key.conversationId(),
                key.sequence(),
                key.part()));
  }

  /// Forgets a claim of which nothing left the house.
  public void undo(Key key, long token) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                UNDO, key.workspace(), key.conversationId(), key.sequence(), key.part(), token));
  }

  /// Takes note of a report the conversation was told of; a state never goes back.
  public void reported(Key key, State state, int bit, @Nullable String code) {
    if (state == State.FAILED) {
      jdbi.useHandle(
          handle ->
              handle.execute(
                  FAILED,
                  bit,
                  code,
                  key.workspace(),
                  key.conversationId(),
                  key.sequence(),
                  key.part()));
      return;
    }
    jdbi.useHandle(
        handle ->
            handle.execute(
                REPORTED,
                bit,
                code,
                state.word(),
                state.word(),
                key.workspace(),
                key.conversationId(),
                key.sequence(),
                key.part()));
  }

  /// Forgets what was handed over before so long, at most `limit` rows.
  public int forgetOld(long nanos, int limit) {
    return jdbi.withHandle(handle -> handle.execute(FORGET, nanos, limit));
  }

  /// The database's time, in nanoseconds since 1970.
  public long nowNanos() {
    return jdbi.withHandle(handle -> handle.select(CLOCK).mapTo(Long.class).one());
  }

  private static Sent sent(int workspace, ResultSet row) throws SQLException {
    return new Sent(
        new Key(workspace, row.getString(1), row.getLong(2), row.getInt(3)),
        row.getString(4),
        row.getString(5),
        new Course(
            State.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
            row.getInt(7),
            new Times(row.getLong(9), row.getLong(11)),
            row.getLong(8),
            row.getString(10)));
  }
}
