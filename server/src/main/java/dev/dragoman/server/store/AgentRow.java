package dev.dragoman.server.store;

import dev.dragoman.core.room.Agent;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/// An agent as stored, with the seats that are taken.
public record AgentRow(
    Agent agent, int capacity, List<Integer> teams, Presence presence, List<Integer> taken) {
  /// The columns that [#read] reads, in their order, of a table named `a`.
  public static final String COLUMNS =
      "a.id, a.number, a.name, a.nickname, a.email, a.avatar, a.capacity, a.teams, a.presence,"
          + " a.presence_until_nanos, array(select s.number from seat s where"
          + " s.workspace = a.workspace and s.agent = a.id)";

  /// Whether they work, and until when that is believed.
  public record Presence(State state, long untilNanos) {
    /// What they do then.
    public State at(long nowNanos) {
      return untilNanos > nowNanos ? state : State.OFFLINE;
    }
  }

  /// What an agent may be doing.
  public enum State {
    ONLINE,
    PAUSED,
    OFFLINE
  }

  /// The lowest seat that nobody takes, or 0.
  public int freeSeat() {
    for (int seat = 1; seat <= capacity; seat++) {
      if (!taken.contains(seat)) {
        return seat;
      }
    }
    return 0;
  }

  /// Reads the columns from the first on.
  public static AgentRow read(ResultSet row) throws SQLException {
    Agent agent =
        new Agent(
            row.getString(1),
            row.getInt(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6));
    State state = State.valueOf(row.getString(9).toUpperCase(Locale.ROOT));
    return new AgentRow(
        agent,
        row.getInt(7),
        integers(row.getArray(8)),
        new Presence(state, row.getLong(10)),
        integers(row.getArray(11)));
  }

  private static List<Integer> integers(Array array) throws SQLException {
    return List.of((Integer[]) array.getArray());
  }
}
