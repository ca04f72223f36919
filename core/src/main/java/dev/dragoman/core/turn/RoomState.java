package dev.dragoman.core.turn;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.conversation.Timer.Purpose.RoomAlarm;
import dev.dragoman.core.room.Alarms;
import dev.dragoman.core.room.Room;
import dev.dragoman.core.room.Rules;
import dev.dragoman.core.room.Setting;
import dev.dragoman.core.room.Staff;
import dev.dragoman.core.room.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The room as a part of the conversation's state: who holds, and which alarms are set.
final class RoomState {
  private RoomState() {}

  /// What transitions of this leg may read; `staff` are those that the move depends on.
  static Setting setting(Rules rules, Staff staff, Run run) {
    return new Setting(
        staff,
        run.moment.epochNanos(),
        rules,
        new Setting.Names(
            () ->
                new Room.Ids(
                    run.chance.uuid(),
                    run.chance.objectId(),
                    run.chance.uuid(),
                    run.chance.sessionId(run.state().address().conversationId())),
            run.chance::objectId));
  }

  /// The open room, or null.
  static @Nullable Room open(Run run) {
    return run.state().holder() instanceof Holder.Room(var room, _) ? room : null;
  }

  /// Tells what happened, gives the conversation to the room, or back to the bot, and sets the
  /// alarms that follow from it.
  static void apply(Step.Moved moved, Run run) {
    moved.events().forEach(event -> run.tell(new Event.InRoom(event)));
    Session session = run.hasSession() ? run.state().holder().session() : null;
    Room after = moved.after();
    if (after != null) {
      run.state(run.state().held(new Holder.Room(after, session)));
    } else {
      run.state(run.state().held(session == null ? Holder.Nobody.NEW : new Holder.Bot(session)));
    }
    watch(after == null ? List.of() : Alarms.of(after), run);
  }

  private static void watch(List<Alarms.Due> alarms, Run run) {
    run.dropTimers(
        timer ->
            timer.purpose() instanceof RoomAlarm(var alarm)
                && !alarms.contains(new Alarms.Due(alarm, timer.dueNanos())));
    for (Alarms.Due due : alarms) {
      boolean set = run.state().timers().stream().anyMatch(timer -> due.equals(alarm(timer)));
      if (!set) {
        run.setTimer(due.nanos(), new RoomAlarm(due.alarm()));
      }
    }
  }

  private static Alarms.@Nullable Due alarm(Timer timer) {
    return timer.purpose() instanceof RoomAlarm(var alarm)
        ? new Alarms.Due(alarm, timer.dueNanos())
        : null;
  }
}
