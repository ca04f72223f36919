package dev.dragoman.core.room;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The triggers of a room, each counted in seconds.
///
/// `longestWait` closes a room that waits so long in the queue; `agentSilence` is null where an
/// agent may take any time.
public record Rules(
    long longestWait, @Nullable AgentSilence agentSilence, ContactSilence contactSilence) {
  /// The shortest time a trigger may wait, in seconds.
  public static final long SHORTEST = 1;

  /// The longest time a trigger may wait, in seconds: a week.
  public static final long LONGEST = 604_800;

  /// Most messages that remind a silent contact.
  public static final int MOST_REMINDERS = 10;

  /// What holds where nothing is said: a day in the queue, a day of the contact's silence, half an
  /// hour of the agent's.
  public static final Rules STANDARD =
      new Rules(86_400, new AgentSilence(1_800, true), new ContactSilence(List.of(), 86_400, null));

  /// Checks the bound.
  public Rules {
    check(longestWait);
  }

  private static void check(long seconds) {
    if (seconds < SHORTEST || seconds > LONGEST) {
      throw new IllegalArgumentException(
          "a trigger waits " + SHORTEST + " to " + LONGEST + " s, not " + seconds);
    }
  }

  /// The agent owes an answer for so long: the room goes back to the queue and the agent is
  /// paused, or the room is closed.
  public record AgentSilence(long after, boolean requeues) {
    /// Checks the bound.
    public AgentSilence {
      check(after);
    }
  }

  /// The contact owes an answer: reminders at their times, then the end. All are counted from the
  /// last word; `farewell` is said at the end if there is one.
  public record ContactSilence(
      List<Reminder> reminders, long closeAfter, @Nullable String farewell) {
    /// Copies the list; checks bounds and order.
    public ContactSilence {
      check(closeAfter);
      reminders = List.copyOf(reminders);
      if (reminders.size() > MOST_REMINDERS) {
        throw new IllegalArgumentException("at most " + MOST_REMINDERS + " reminders");
      }
      long last = 0;
      for (Reminder reminder : reminders) {
        if (reminder.after() <= last || reminder.after() >= closeAfter) {
          throw new IllegalArgumentException("reminders rise, and the last comes before the end");
        }
        last = reminder.after();
      }
    }

    /// The time of this step, in seconds of silence: a reminder's, or the end's.
    long after(int step) {
      return step < reminders.size() ? reminders.get(step).after() : closeAfter;
    }
  }

  /// A message to a contact who has been silent for so many seconds.
  public record Reminder(long after, String text) {
    /// Checks the bound.
    public Reminder {
      check(after);
    }
  }
}
