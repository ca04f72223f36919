package dev.dragoman.server.store;

import dev.dragoman.core.room.Agent;
import dev.dragoman.core.room.Rules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Groups and agents of a workspace. Thread-safe.
public final class Staffing {
  private static final String NOW =
      "(extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000";
  private static final String PUT_TEAM =
      """
      insert into team (workspace, number, name, zone, hours, longest_wait, agent_silence,
        agent_requeues, reminders_after, reminders, close_after, farewell)
      values (:workspace, :number, :name, :zone, :hours, :wait, :silence, :requeues, :after, :texts,
        :close, :farewell)
      on conflict (workspace, number) do update set name = excluded.name, zone = excluded.zone,
        hours = excluded.hours, longest_wait = excluded.longest_wait,
        agent_silence = excluded.agent_silence, agent_requeues = excluded.agent_requeues,
        reminders_after = excluded.reminders_after, reminders = excluded.reminders,
        close_after = excluded.close_after, farewell = excluded.farewell\
      """;
  private static final String PUT_AGENT =
      """
      insert into agent (workspace, id, number, name, nickname, email, avatar, capacity, teams)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (workspace, id) do update set name = excluded.name,
        nickname = excluded.nickname, email = excluded.email, avatar = excluded.avatar,
        capacity = excluded.capacity, teams = excluded.teams\
      """;
  private static final String PRESENT =
      "update agent set presence = ?, presence_until_nanos = "
          + NOW
          + " + ? where workspace = ? and id = ?";

  private final Jdbi jdbi;

  /// An agent as they are configured.
  public record Configured(Agent agent, int capacity, List<Integer> teams) {}

  /// Works on this pool.
  public Staffing(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// Makes or changes a group; false when another one has that name.
  public boolean put(int workspace, TeamRow team) {
    return jdbi.inTransaction(
        handle -> {
          boolean taken = isNameTaken(handle, workspace, team);
          if (!taken) {
            put(handle, workspace, team);
          }
          return !taken;
        });
  }

  private static void put(Handle handle, int workspace, TeamRow team) {
    Rules.AgentSilence silence = team.rules().agentSilence();
    Rules.ContactSilence contact = team.rules().contactSilence();
    handle
        .createUpdate(PUT_TEAM)
        .bind("workspace", workspace)
        .bind("number", team.number())
        .bind("name", team.name())
        .bind("zone", team.hours().zone().getId())
        .bind("hours", HoursText.write(team.hours().spans()))
        .bind("wait", team.rules().longestWait())
        .bind("silence", silence == null ? null : silence.after())
        .bind("requeues", silence == null || silence.requeues())
        .bindArray(
            "after", Long.class, contact.reminders().stream().map(Rules.Reminder::after).toList())
        .bindArray(
            "texts", String.class, contact.reminders().stream().map(Rules.Reminder::text).toList())
        .bind("close", contact.closeAfter())
        .bind("farewell", contact.farewell())
        .execute();
  }

  /// What became of a change.
  public enum Changed {
    DONE,
    /// Another group has the name.
    NAME_TAKEN,
    /// It is not what the change was made for any more, or not there.
    STALE
  }

  /// Changes a group that is still as expected, or does nothing.
  public Changed change(int workspace, TeamRow team, Predicate<TeamRow> expected) {
    return jdbi.inTransaction(
        handle -> {
          boolean stands =
              handle
                  .select(
                      "select "
                          + TeamRow.COLUMNS
                          + " from team where workspace = ? and number = ? for update",
                      workspace,
                      team.number())
                  .map((row, _) -> TeamRow.read(row))
                  .findOne()
                  .filter(expected)
                  .isPresent();
          if (!stands) {
            return Changed.STALE;
          }
          if (isNameTaken(handle, workspace, team)) {
            return Changed.NAME_TAKEN;
          }
          put(handle, workspace, team);
          return Changed.DONE;
        });
  }

  private static boolean isNameTaken(Handle handle, int workspace, TeamRow team) {
    return handle
        .select(
            "select 1 from team where workspace = ? and lower(name) = lower(?) and number <> ?",
            workspace,
            team.name(),
            team.number())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// Takes a group away; false when there is none of this number.
  public boolean removeTeam(int workspace, int number) {
    return jdbi.withHandle(
        handle ->
            handle.execute("delete from team where workspace = ? and number = ?", workspace, number)
                == 1);
  }

  /// The groups of a workspace, by number.
  public List<TeamRow> teams(int workspace) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "select " + TeamRow.COLUMNS + " from team where workspace = ? order by number",
                    workspace)
                .map((row, _) -> TeamRow.read(row))
                .list());
  }

  /// Makes or changes an agent; their number stays.
  public void put(int workspace, Configured one) {
    jdbi.useHandle(handle -> put(handle, workspace, one));
  }

  private static void put(Handle handle, int workspace, Configured one) {
    Agent agent = one.agent();
    handle
        .createUpdate(PUT_AGENT)
        .bind(0, workspace)
        .bind(1, agent.id())
        .bind(2, agent.number())
        .bind(3, agent.name())
        .bind(4, agent.nickname())
        .bind(5, agent.email())
        .bind(6, agent.avatar())
        .bind(7, one.capacity())
        .bindArray(8, Integer.class, one.teams())
        .execute();
  }

  /// Changes an agent who is still as expected; false, and nothing done, otherwise.
  public boolean change(int workspace, Configured one, Predicate<AgentRow> expected) {
    return jdbi.inTransaction(
        handle -> {
          boolean stands =
              handle
                  .select(
                      "select "
                          + AgentRow.COLUMNS
                          + " from agent a where a.workspace = ? and a.id = ? for update of a",
                      workspace,
                      one.agent().id())
                  .map((row, _) -> AgentRow.read(row))
                  .findOne()
                  .filter(expected)
                  .isPresent();
          if (stands) {
            put(handle, workspace, one);
          }
          return stands;
        });
  }

  /// Takes an agent away; false when there is none of this id. Their rooms have to be told.
  public boolean removeAgent(int workspace, String id) {
    return jdbi.withHandle(
        handle ->
            handle.execute("delete from agent where workspace = ? and id = ?", workspace, id) == 1);
  }

  /// The agents of a workspace, by id.
  public List<AgentRow> agents(int workspace) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "select "
                        + AgentRow.COLUMNS
                        + " from agent a where a.workspace = ? order by a.id",
                    workspace)
                .map((row, _) -> AgentRow.read(row))
                .list());
  }

  /// The agent of this id.
  public Optional<AgentRow> agent(int workspace, String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "select "
                        + AgentRow.COLUMNS
                        + " from agent a where a.workspace = ? and a.id = ?",
                    workspace,
                    id)
                .map((row, _) -> AgentRow.read(row))
                .findOne());
  }

  /// Says what an agent does for so long; false when there is none of this id.
  public boolean present(int workspace, String id, AgentRow.State state, long forNanos) {
    String word = state.name().toLowerCase(Locale.ROOT);
    return jdbi.withHandle(handle -> handle.execute(PRESENT, word, forNanos, workspace, id) == 1);
  }
}
