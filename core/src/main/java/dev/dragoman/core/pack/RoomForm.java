package dev.dragoman.core.pack;

import dev.dragoman.core.room.Agent;
import dev.dragoman.core.room.Alarms.Alarm;
import dev.dragoman.core.room.Desk;
import dev.dragoman.core.room.Room;
import dev.dragoman.core.room.Rules;
import dev.dragoman.core.room.Staff;

/// How an open room and the staff a decision read are packed.
final class RoomForm {
  static final Desk[] DESKS = Desk.values();
  private static final Room.Party[] PARTIES = Room.Party.values();

  private RoomForm() {}

  static void write(Sink sink, Room room) {
    writeIds(sink, room.ids());
    sink.constant(room.origin().desk());
    sink.number(room.origin().group());
    sink.number(room.origin().queuedNanos());
    ValueForm.writeMembers(sink, room.origin().memo());
    sink.optionalText(room.origin().back());
    writeStage(sink, room.stage());
    writeRules(sink, room.rules());
  }

  static Room read(Source source) {
    Room.Ids ids = readIds(source);
    Room.Origin origin =
        new Room.Origin(
            Tags.of(DESKS, source.tag()),
            source.smallNumber(),
            source.number(),
            ValueForm.readMembers(source),
            source.optionalText());
    return new Room(ids, origin, readStage(source), readRules(source));
  }

  static void writeIds(Sink sink, Room.Ids ids) {
    sink.text(ids.uuid());
    sink.text(ids.hex());
    sink.text(ids.queueId());
    sink.text(ids.token());
  }

  static Room.Ids readIds(Source source) {
    return new Room.Ids(source.text(), source.text(), source.text(), source.text());
  }

  private static void writeStage(Sink sink, Room.Stage stage) {
    switch (stage) {
      case Room.Queued(int group, long place, long since) -> {
        sink.tag(0);
        sink.number(group);
        sink.number(place);
        sink.number(since);
      }
      case Room.Attended(int group, var agent, int seat, var silence) -> {
        sink.tag(1);
        sink.number(group);
        writeAgent(sink, agent);
        sink.number(seat);
        sink.constant(silence.awaited());
        sink.number(silence.sinceNanos());
        sink.number(silence.step());
      }
    }
  }

  private static Room.Stage readStage(Source source) {
    int tag = source.tag();
    return switch (tag) {
      case 0 -> new Room.Queued(source.smallNumber(), source.number(), source.number());
      case 1 ->
          new Room.Attended(
              source.smallNumber(),
              readAgent(source),
              source.smallNumber(),
              new Room.Silence(
                  Tags.of(PARTIES, source.tag()), source.number(), source.smallNumber()));
      default -> throw new MalformedPackException("no stage has tag " + tag);
    };
  }

  static void writeAgent(Sink sink, Agent agent) {
    sink.text(agent.id());
    sink.number(agent.number());
    sink.text(agent.name());
    sink.text(agent.nickname());
    sink.text(agent.email());
    sink.text(agent.avatar());
  }

  static Agent readAgent(Source source) {
    return new Agent(
        source.text(),
        source.smallNumber(),
        source.text(),
        source.text(),
        source.text(),
        source.text());
  }

  static void writeRules(Sink sink, Rules rules) {
    sink.number(rules.longestWait());
    sink.optional(
        rules.agentSilence(),
        (to, rule) -> {
          to.number(rule.after());
          to.bool(rule.requeues());
        });
    sink.list(
        rules.contactSilence().reminders(),
        (to, reminder) -> {
          to.number(reminder.after());
          to.text(reminder.text());
        });
    sink.number(rules.contactSilence().closeAfter());
    sink.optionalText(rules.contactSilence().farewell());
  }

  static Rules readRules(Source source) {
    try {
      return new Rules(
          source.number(),
          source.optional(from -> new Rules.AgentSilence(from.number(), from.bool())),
          new Rules.ContactSilence(
              source.list(from -> new Rules.Reminder(from.number(), from.text())),
              source.number(),
              source.optionalText()));
    } catch (IllegalArgumentException impossible) {
      throw new MalformedPackException(String.valueOf(impossible.getMessage()));
    }
  }

  static void writeAlarm(Sink sink, Alarm alarm) {
    switch (alarm) {
      case Alarm.WaitedTooLong _ -> sink.tag(0);
      case Alarm.AgentSilent _ -> sink.tag(1);
      case Alarm.ContactSilent(int step) -> {
        sink.tag(2);
        sink.number(step);
      }
    }
  }

  static Alarm readAlarm(Source source) {
    int tag = source.tag();
    return switch (tag) {
      case 0 -> new Alarm.WaitedTooLong();
      case 1 -> new Alarm.AgentSilent();
      case 2 -> new Alarm.ContactSilent(source.smallNumber());
      default -> throw new MalformedPackException("no alarm has tag " + tag);
    };
  }

  static void writeStaff(Sink sink, Staff staff) {
    sink.list(
        staff.groups(),
        (to, group) -> {
          to.number(group.number());
          to.text(group.name());
          to.bool(group.open());
          to.bool(group.online());
          writeRules(to, group.rules());
        });
    sink.list(
        staff.members(),
        (to, member) -> {
          writeAgent(to, member.agent());
          to.list(member.groups(), (into, number) -> into.number(number));
          to.bool(member.online());
          to.number(member.freeSeat());
        });
  }

  static Staff readStaff(Source source) {
    return new Staff(
        true,
        source.list(
            from ->
                new Staff.Group(
                    from.smallNumber(), from.text(), from.bool(), from.bool(), readRules(from))),
        source.list(
            from ->
                new Staff.Member(
                    readAgent(from),
                    from.list(Source::smallNumber),
                    from.bool(),
                    from.smallNumber())));
  }
}
