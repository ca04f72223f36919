package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.pack.Pack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// PostgreSQL itself, with the troubles of [SimulatedDatabase] brought about: rows held by a third
/// party, other batches between any two steps, connections cut, commits that nobody hears of, and
/// nodes killed before and after their commit. Single-threaded, as its model.
final class TroubledPostgres extends LedgerDatabase implements Scene, AutoCloseable {
  private final TestDatabase postgres;
  private final LedgerDatabase inner;
  private final SplittableRandom chance;
  private final SimulatedDatabase.Trouble trouble;
  private final Map<Kind, Integer> troubles = new EnumMap<>(Kind.class);
  private final Connection holder;
  private Runnable meanwhile = () -> {};
  private int depth;

  /// What went wrong.
  enum Kind {
    HELD,
    INTERLEAVED,
    DEADLOCK,
    CUT,
    COMMITTED_UNHEARD,
    LOST_UNHEARD,
    KILLED
  }

  TroubledPostgres(
      TestDatabase postgres, SplittableRandom chance, SimulatedDatabase.Trouble trouble) {
    this.postgres = postgres;
    this.inner = postgres.ledgers();
    this.chance = chance;
    this.trouble = trouble;
    try {
      holder = postgres.pool().getConnection();
      holder.setAutoCommit(false);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The kinds of trouble there were.
  Set<Kind> troubles() {
    return troubles.keySet();
  }

  @Override
  public LedgerDatabase database() {
    return this;
  }

  @Override
  public void meanwhile(Runnable others) {
    meanwhile = others;
  }

  @Override
  BatchStore batches() {
    return new Transactions(inner.batches());
  }

  @Override
  TurnSource turns() {
    return inner.turns();
  }

  private boolean happens(int perCent, Kind kind) {
    boolean happens = chance.nextInt(100) < perCent;
    if (happens) {
      troubles.merge(kind, 1, Integer::sum);
    }
    return happens;
  }

  private void others() {
    if (depth < 2 && happens(trouble.interleaved(), Kind.INTERLEAVED)) {
      depth++;
      try {
        meanwhile.run();
      } finally {
        depth--;
      }
    }
  }

  /// Now and then somebody takes a row and keeps it for a while.
  @Override
  public void pass() {
    if (happens(trouble.held() * 2, Kind.HELD)) {
      free();
      try (PreparedStatement hold =
          holder.prepareStatement(
              "select from conversation order by id offset ? limit 1 for update skip locked")) {
        hold.setInt(1, chance.nextInt(5));
        hold.execute();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void free() {
    try {
      holder.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Transactions implements BatchStore {
    private final BatchStore store;

    Transactions(BatchStore store) {
      this.store = store;
    }

    /// Who waits for a row sees it given free; in the middle of another's batch there is no use in
    /// waiting, because that batch goes on only afterwards.
    @Override
    public Looked look(Lookup lookup) throws StoreFailure {
      others();
      cut();
      if (lookup.patient()) {
        free();
      }
      boolean patient = lookup.patient() && depth == 0;
      return store.look(
          new Lookup(
              lookup.workspace(), patient, lookup.rows(), lookup.attempts(), lookup.staff()));
    }

    private void cut() throws StoreFailure {
      if (happens(trouble.broken(), Kind.CUT)) {
        store.close();
        throw new StoreFailure(StoreFailure.Kind.BROKEN, "08006", null);
      }
    }

    @Override
    public List<LaneClaim> write(Writes writes) throws StoreFailure {
      others();
      cut();
      if (happens(trouble.deadlock(), Kind.DEADLOCK)) {
        throw new StoreFailure(StoreFailure.Kind.LOST_CLAIM, "40P01", null);
      }
      return store.write(writes);
    }

    @Override
    public int commit() throws StoreFailure {
      kill();
      if (happens(trouble.inDoubt(), Kind.LOST_UNHEARD)) {
        doubt();
      }
      int roundTrips = store.commit();
      kill();
      if (happens(trouble.inDoubt(), Kind.COMMITTED_UNHEARD)) {
        doubt();
      }
      return roundTrips;
    }

    private void kill() {
      if (happens(1, Kind.KILLED)) {
        store.close();
        throw new NodeKilled();
      }
    }

    private void doubt() throws StoreFailure {
      store.close();
      throw new StoreFailure(StoreFailure.Kind.IN_DOUBT, "08006", null);
    }

    @Override
    public void rollback() {
      store.rollback();
    }

    @Override
    public void poison(int workspace, String turnId, String conversationId, String code)
        throws StoreFailure {
      store.poison(workspace, turnId, conversationId, code);
    }

    @Override
    public void close() {
      store.close();
    }
  }

  @Override
  public List<Leg> legsOf(String conversationId, String turnId) {
    return legs().getOrDefault(conversationId, List.of()).stream()
        .filter(row -> row.turnId().equals(turnId))
        .map(row -> Pack.leg(row.body()))
        .toList();
  }

  @Override
  public Map<String, List<Writes.LegRow>> legs() {
    Map<String, List<Writes.LegRow>> legs = new TreeMap<>();
    try (Connection connection = postgres.pool().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select conversation, first_sequence, leg, turn, at_nanos, before_hash, after_hash,"
                    + " settled, body from leg order by conversation, leg")) {
      while (row.next()) {
        legs.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(leg(row));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return legs;
  }

  private static Writes.LegRow leg(ResultSet row) throws SQLException {
    return new Writes.LegRow(
        new Writes.LegKey(row.getString(1), row.getLong(2), row.getInt(3)),
        row.getString(4),
        new Writes.Seal(row.getLong(5), row.getLong(6), row.getLong(7)),
        row.getBoolean(8),
        row.getBytes(9));
  }

  @Override
  public Looked.LockedRow row(String conversationId) {
    try (Connection connection = postgres.pool().getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select version, state from conversation where id = ?")) {
      statement.setString(1, conversationId);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Looked.LockedRow(row.getInt(1), row.getBytes(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The clock of a database goes its own way.
  @Override
  public void pass(long nanos) {
    pass();
  }

  @Override
  public long nowNanos() {
    return postgres.number(
        "select (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000");
  }

  @Override
  public void present(String agentId, boolean online) {
    postgres.run(
        "update agent set presence = '%s', presence_until_nanos = %d where id = '%s'"
            .formatted(online ? "online" : "offline", Long.MAX_VALUE, agentId));
  }

  @Override
  public Map<String, String> seats() {
    return pairs("select agent || ' ' || number, room from seat");
  }

  @Override
  public Map<String, String> rooms() {
    return pairs("select id, state || ' ' || coalesce(agent, '') from room");
  }

  private Map<String, String> pairs(String query) {
    Map<String, String> pairs = new TreeMap<>();
    try (Connection connection = postgres.pool().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        pairs.put(rows.getString(1), rows.getString(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return pairs;
  }

  @Override
  public long addressCount() {
    return postgres.number("select count(*) from address");
  }

  @Override
  public long conversationCount() {
    return postgres.number("select count(*) from conversation");
  }

  @Override
  public long timerCount() {
    return postgres.number("select count(*) from timer");
  }

  @Override
  public long unsoundCount() {
    return postgres.number(
        """
        select (select count(*) from conversation c where version
            <> (select count(*) from leg l where l.conversation = c.id))
          + (select count(*) - count(distinct turn) from leg where settled)\
        """);
  }

  @Override
  public void close() {
    free();
    try {
      holder.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
