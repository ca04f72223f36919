package dev.dragoman.core.room;

import java.util.List;

/// What has to ring for a room, and when: a function of its state, so that no room is unwatched.
public final class Alarms {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private Alarms() {}

  /// What rings.
  public sealed interface Alarm {
    /// It waits in the queue for too long.
    record WaitedTooLong() implements Alarm {}

    /// Its agent is silent for too long.
    record AgentSilent() implements Alarm {}

    /// Its contact is silent until this reminder, or until the end after the last one.
    record ContactSilent(int step) implements Alarm {}
  }

  /// An alarm and its time, in nanoseconds since 1970.
  public record Due(Alarm alarm, long nanos) {}

  /// All alarms of this room.
  public static List<Due> of(Room room) {
    Rules rules = room.rules();
    return switch (room.stage()) {
      case Room.Queued(_, _, long since) ->
          List.of(new Due(new Alarm.WaitedTooLong(), after(since, rules.longestWait())));
      case Room.Attended(_, _, _, var silence) -> silence(silence, rules);
    };
  }

  private static List<Due> silence(Room.Silence silence, Rules rules) {
    return switch (silence.awaited()) {
      case AGENT -> {
        Rules.AgentSilence agent = rules.agentSilence();
        yield agent == null
            ? List.of()
            : List.of(new Due(new Alarm.AgentSilent(), after(silence.sinceNanos(), agent.after())));
      }
      case CONTACT -> {
        long seconds = rules.contactSilence().after(silence.step());
        yield List.of(
            new Due(new Alarm.ContactSilent(silence.step()), after(silence.sinceNanos(), seconds)));
      }
    };
  }

  private static long after(long sinceNanos, long seconds) {
    return sinceNanos + seconds * NANOS_PER_SECOND;
  }
}
