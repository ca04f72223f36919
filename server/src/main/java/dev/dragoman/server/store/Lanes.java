package dev.dragoman.server.store;

import dev.dragoman.core.delivery.Lane;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Lane rows outside of turns: swept, settled, set to rest. Thread-safe.
///
/// A lane is moved only by whoever has its token: every claim raises it. It rests only in a
/// transaction that holds its stream's row, so that no turn can commit an event between the look
/// and the rest.
public final class Lanes {
  /// The stream of the workspace's own events.
  public static final String WORKSPACE = "workspace";

  /// The time of a lane that waits until its endpoint is resumed.
  public static final long PARKED = Long.MAX_VALUE;

  /// The time of a lane whose dead delivery holds it.
  public static final long HELD = Long.MAX_VALUE - 1;

  static final String NOW = "(extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000";

  private static final String WORKSPACES =
      """
      select w.workspace from workspace w
      where exists (select from lane l where l.workspace = w.workspace and not l.idle)""";
  private static final String ENDPOINTS =
      """
      with recursive e as (
        (select endpoint from lane where workspace = :workspace and not idle
          order by endpoint limit 1)
        union all
        select (select l.endpoint from lane l where l.workspace = :workspace and not l.idle
          and l.endpoint > e.endpoint order by l.endpoint limit 1)
        from e where e.endpoint is not null)
      select endpoint from e where endpoint is not null""";
  private static final String CLAIM =
      """
      with due as (
        select stream from lane
        where workspace = :workspace and endpoint = :endpoint and not idle and due_nanos <= %1$s
        order by due_nanos limit :limit for update skip locked)
      update lane l set token = l.token + 1, due_nanos = %1$s + :lease
      from due where l.workspace = :workspace and l.stream = due.stream and l.endpoint = :endpoint
      returning l.stream, l.position, l.sequence, l.attempts, l.refusals, l.gap, l.ends, l.token"""
          .formatted(NOW);
  private static final String PAUSED =
      """
      select id from endpoint
      where workspace = ? and id = any(?) and status = 'PAUSED' order by id for share""";
  private static final String LOCK_CONVERSATIONS =
      """
      select id from conversation
      where workspace = ? and id = any(?) order by id for share skip locked""";
  private static final String LOCK_NOTICES =
      "select sequence from notice_stream where workspace = ? for share skip locked";
  private static final String MOVE =
      """
      update lane l set position = x.position, sequence = x.sequence, attempts = x.attempts,
        refusals = x.refusals, gap = x.gap,
        idle = x.rest and not case when l.stream = 'workspace' then
            exists (select from notice n
              where n.workspace = :workspace and n.sequence > x.sequence)
          else
            exists (select from leg g
              where g.workspace = :workspace and g.conversation = l.stream
                and g.first_sequence > x.base and g.leg > x.seen)
          end,
        due_nanos = case when x.due = 0 then l.due_nanos
          when x.due >= :held then x.due else %s + x.due end
      from (select u.*, t.at from unnest(:streams, :endpoints, :tokens, :positions, :sequences,
            :attempts, :refusals, :gaps, :rests, :bases, :seens, :dues)
          as u(stream, endpoint, token, position, sequence, attempts, refusals, gap, rest, base,
            seen, due),
          lateral (select b.ctid as at from lane b
            where b.workspace = :workspace and b.stream = u.stream collate "C"
              and b.endpoint = u.endpoint collate "C" limit 1) t) x
      where l.ctid = x.at and l.token = x.token
      returning l.stream, l.endpoint, l.idle"""
          .formatted(NOW);
  private static final String GIVE_BACK =
      """
      update lane l set due_nanos = 1, token = l.token + 1
      from unnest(?, ?, ?) as u(stream, endpoint, token)
      where l.workspace = ? and l.stream = u.stream collate "C"
        and l.endpoint = u.endpoint collate "C" and l.token = u.token and not l.idle""";
  private static final String DROP =
      """
      delete from lane where workspace = ? and stream = ? and endpoint = ? and token = ?""";

  private final Jdbi jdbi;

  /// Which lane.
  public record Key(String stream, String endpointId) {}

  /// A lane that a sweep claimed.
  ///
  /// @param ends the last sequence it has to tell, null when it goes on for ever
  public record Claimed(int workspace, Key key, Lane lane, @Nullable Long ends, long token) {}

  /// What a lane does next.
  public sealed interface Next {
    /// It keeps its claim, renewed by so long, or as it is with 0.
    record GoOn(long leaseNanos) implements Next {}

    /// It rests, if nothing came after the leg of that number.
    ///
    /// @param base no leg before this sequence matters
    record Rest(long base, int seen) implements Next {}

    /// It waits so long, without a claim.
    record Wait(long nanos) implements Next {}

    /// It waits until its endpoint is resumed.
    record Park() implements Next {}

    /// It waits for somebody to say what becomes of its dead delivery.
    record Hold() implements Next {}

    /// It has told all it had to: it goes.
    record Drop() implements Next {}
  }

  /// How a lane moves.
  public record Move(Key key, long token, Lane lane, Next next) {}

  /// What became of a move.
  public enum Moved {
    /// It is as asked.
    DONE,
    /// It could not rest: there is more, or its stream is busy.
    MORE,
    /// Somebody else has the lane.
    LOST
  }

  /// Works on this pool, whose connections should not plan sequential scans.
  public Lanes(DataSource pool) {
    this.jdbi = Arrays.registered(pool);
  }

  /// The workspaces with a lane that is not at rest.
  public List<Integer> busyWorkspaces() {
    return jdbi.withHandle(handle -> handle.select(WORKSPACES).mapTo(Integer.class).list());
  }

  /// The endpoints there with a lane that is not at rest.
  public List<String> busyEndpoints(int workspace) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(ENDPOINTS).bind("workspace", workspace).mapTo(String.class).list());
  }

  /// Claims lanes of an endpoint that are due, longest due first.
  public List<Claimed> claim(int workspace, String endpointId, int limit, long leaseNanos) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(CLAIM)
                .bind("workspace", workspace)
                .bind("endpoint", endpointId)
                .bind("limit", limit)
                .bind("lease", leaseNanos)
                .map(
                    (row, _) ->
                        new Claimed(
                            workspace,
                            new Key(row.getString(1), endpointId),
                            new Lane(
                                row.getLong(2),
                                row.getLong(3),
                                row.getInt(4),
                                row.getInt(5),
                                row.getLong(6)),
                            row.getObject(7) == null ? null : row.getLong(7),
                            row.getLong(8)))
                .list());
  }

  /// Ends these claims now, where they are still held: the lanes are due again as they stand.
  public void giveBack(int workspace, List<Claimed> claims) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                GIVE_BACK,
                claims.stream().map(claim -> claim.key().stream()).toArray(String[]::new),
                claims.stream().map(claim -> claim.key().endpointId()).toArray(String[]::new),
                claims.stream().map(Claimed::token).toArray(Long[]::new),
                workspace));
  }

  /// Moves lanes and keeps what was attempted, in one transaction; a lane occurs once.
  public Map<Key, Moved> settle(int workspace, List<Move> moves, List<Deliveries.Attempted> rows) {
    return jdbi.inTransaction(
        handle -> {
          Set<String> paused = paused(handle, workspace, moves);
          Set<String> locked = locked(handle, workspace, moves);
          Map<Key, Moved> moved = move(handle, workspace, moves, paused, locked);
          for (Move move : moves) {
            if (move.next() instanceof Next.Drop) {
              int gone =
                  handle.execute(
                      DROP, workspace, move.key().stream(), move.key().endpointId(), move.token());
              moved.put(move.key(), gone == 1 ? Moved.DONE : Moved.LOST);
            }
          }
          Deliveries.insert(handle, workspace, rows);
          return moved;
        });
  }

  private static Set<String> paused(Handle handle, int workspace, List<Move> moves) {
    String[] parked =
        moves.stream()
            .filter(move -> move.next() instanceof Next.Park)
            .map(move -> move.key().endpointId())
            .distinct()
            .toArray(String[]::new);
    return parked.length == 0
        ? Set.of()
        : new HashSet<>(handle.select(PAUSED, workspace, parked).mapTo(String.class).list());
  }

  private static Set<String> locked(Handle handle, int workspace, List<Move> moves) {
    Set<String> streams =
        moves.stream()
            .filter(move -> move.next() instanceof Next.Rest)
            .map(move -> move.key().stream())
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> locked = new HashSet<>();
    if (streams.remove(WORKSPACE)
        && handle.select(LOCK_NOTICES, workspace).mapTo(Long.class).findOne().isPresent()) {
      locked.add(WORKSPACE);
    }
    if (!streams.isEmpty()) {
      String[] ids = streams.toArray(String[]::new);
      locked.addAll(handle.select(LOCK_CONVERSATIONS, workspace, ids).mapTo(String.class).list());
    }
    return locked;
  }

  private static Map<Key, Moved> move(
      Handle handle, int workspace, List<Move> all, Set<String> paused, Set<String> locked) {
    List<Move> moves = all.stream().filter(move -> !(move.next() instanceof Next.Drop)).toList();
    Map<Key, Moved> moved = new HashMap<>();
    all.forEach(move -> moved.put(move.key(), Moved.LOST));
    if (moves.isEmpty()) {
      return moved;
    }
    Map<Key, Move> byKey = moves.stream().collect(Collectors.toMap(Move::key, move -> move));
    handle
        .createQuery(MOVE)
        .bind("workspace", workspace)
        .bind("held", HELD)
        .bind("streams", texts(moves, move -> move.key().stream()))
        .bind("endpoints", texts(moves, move -> move.key().endpointId()))
        .bind("tokens", longs(moves, Move::token))
        .bind("positions", longs(moves, move -> move.lane().position()))
        .bind("sequences", longs(moves, move -> move.lane().sequence()))
        .bind("attempts", integers(moves, move -> move.lane().attempts()))
        .bind("refusals", integers(moves, move -> move.lane().refusals()))
        .bind("gaps", longs(moves, move -> move.lane().gap()))
        .bind("rests", rests(moves, locked))
        .bind("bases", longs(moves, Lanes::base))
        .bind("seens", integers(moves, Lanes::seen))
        .bind("dues", longs(moves, move -> due(move, paused)))
        .map((row, _) -> Map.entry(new Key(row.getString(1), row.getString(2)), row.getBoolean(3)))
        .forEach(
            row ->
                moved.put(
                    row.getKey(),
                    wantsRest(byKey, row.getKey()) && !row.getValue() ? Moved.MORE : Moved.DONE));
    return moved;
  }

  private static boolean wantsRest(Map<Key, Move> moves, Key key) {
    Move move = moves.get(key);
    return move != null && move.next() instanceof Next.Rest;
  }

  private static Boolean[] rests(List<Move> moves, Set<String> locked) {
    return moves.stream()
        .map(move -> move.next() instanceof Next.Rest && locked.contains(move.key().stream()))
        .toArray(Boolean[]::new);
  }

  private static long base(Move move) {
    return move.next() instanceof Next.Rest(long base, int _) ? base : 0;
  }

  private static int seen(Move move) {
    return move.next() instanceof Next.Rest(long _, int seen) ? seen : 0;
  }

  private static long due(Move move, Set<String> paused) {
    return switch (move.next()) {
      case Next.GoOn(long lease) -> lease;
      case Next.Rest _, Next.Drop _ -> 0;
      case Next.Wait(long nanos) -> Math.max(1, nanos);
      case Next.Park _ -> paused.contains(move.key().endpointId()) ? PARKED : 1;
      case Next.Hold _ -> HELD;
    };
  }

  private static String[] texts(List<Move> moves, Function<Move, String> field) {
    return moves.stream().map(field).toArray(String[]::new);
  }

  private static Long[] longs(List<Move> moves, Function<Move, Long> field) {
    return moves.stream().map(field).toArray(Long[]::new);
  }

  private static Integer[] integers(List<Move> moves, Function<Move, Integer> field) {
    return moves.stream().map(field).toArray(Integer[]::new);
  }

  /// Streams and sequences to tell once more, beside what their lanes do.
  public record Again(String stream, long fromSequence, long toSequence, long position) {}

  /// Begins lanes of their own for what is told again; one that is under way already is not begun
  /// twice. A lane that is held at it goes on instead. Returns how many began.
  public int again(int workspace, String endpointId, List<Again> wanted) {
    return jdbi.inTransaction(
        handle -> {
          int begun = 0;
          for (Again one : wanted) {
            begun += again(handle, workspace, endpointId, one);
          }
          return begun;
        });
  }

  private static int again(Handle handle, int workspace, String endpointId, Again one) {
    int freed =
        handle.execute(
            "update lane set attempts = 0, refusals = 0, due_nanos = "
                + NOW
                + " where workspace = ? and stream = ? and endpoint = ? and not idle"
                + " and due_nanos = ? and sequence < ?",
            workspace,
            one.stream(),
            endpointId,
            HELD,
            one.toSequence());
    if (freed > 0) {
      return freed;
    }
    return handle.execute(
        "insert into lane (workspace, stream, endpoint, position, sequence, ends, idle, due_nanos,"
            + " token) select ?, ?, ?, ?, ?, ?, false, now.nanos, now.nanos from (select "
            + NOW
            + " as nanos) now on conflict do nothing",
        workspace,
        one.stream() + "/" + one.fromSequence() + "-" + one.toSequence(),
        endpointId,
        one.position() - 1,
        one.fromSequence() - 1,
        one.toSequence());
  }

  /// A page of lanes for a person to look at, in the order of their keys.
  public List<Move> busy(int workspace, String endpointId, int limit) {
    return new ArrayList<>(
        jdbi.withHandle(
            handle ->
                handle
                    .select(
                        "select stream, position, sequence, attempts, refusals, gap, token"
                            + " from lane where workspace = ? and endpoint = ? and not idle"
                            + " order by due_nanos limit ?",
                        workspace,
                        endpointId,
                        limit)
                    .map(
                        (row, _) ->
                            new Move(
                                new Key(row.getString(1), endpointId),
                                row.getLong(7),
                                new Lane(
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getInt(4),
                                    row.getInt(5),
                                    row.getLong(6)),
                                new Next.GoOn(0)))
                    .list()));
  }
}
