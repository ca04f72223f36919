package dev.dragoman.server.store;

import dev.dragoman.core.room.Hours;
import dev.dragoman.core.room.Rules;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A group of agents as it is stored.
public record TeamRow(int number, String name, Hours hours, Rules rules) {
  /// The columns that [#read] reads, in their order.
  public static final String COLUMNS =
      "number, name, zone, hours, longest_wait, agent_silence, agent_requeues, reminders_after,"
          + " reminders, close_after, farewell";

  /// Reads the columns from the first on.
  public static TeamRow read(ResultSet row) throws SQLException {
    long silence = row.getLong(6);
    Rules.AgentSilence agent =
        row.wasNull() ? null : new Rules.AgentSilence(silence, row.getBoolean(7));
    return new TeamRow(
        row.getInt(1),
        row.getString(2),
        HoursText.read(row.getString(3), row.getString(4)),
        new Rules(
            row.getLong(5),
            agent,
            new Rules.ContactSilence(
                reminders(row.getArray(8), row.getArray(9)), row.getLong(10), row.getString(11))));
  }

  private static List<Rules.Reminder> reminders(Array after, Array texts) throws SQLException {
    Long[] times = (Long[]) after.getArray();
    String[] words = (String[]) texts.getArray();
    List<Rules.Reminder> reminders = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      reminders.add(new Rules.Reminder(times[i], words[i]));
    }
    return reminders;
  }
}
