package dev.dragoman.core.pack;

import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Leg.Told;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Seed;
import dev.dragoman.core.model.TurnTimes;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Staff;

/// How legs are packed.
final class LegForm {
  private static final int LOGGED = 1;
  private static final int OWN_TIMES = 2;
  private static final int STAFF = 4;

  private LegForm() {}

  static void write(Sink sink, Leg leg) {
    sink.text(leg.turnId());
    sink.number(leg.firstSequence());
    sink.number(leg.moment().epochNanos());
    sink.number(leg.moment().offsetSeconds());
    sink.raw(leg.moment().seed().bytes());
    InputForm.write(sink, leg.input());
    writeFacts(sink, leg.facts());
    sink.list(leg.told().events(), EventForm::write);
    sink.optional(leg.told().source(), LegForm::writeSource);
    ValueForm.writeMembers(sink, leg.told().sessionValues());
    sink.list(leg.told().why().tried(), WhyForm::write);
    sink.bool(leg.told().settled());
  }

  static Leg read(Source source) {
    return new Leg(
        source.text(),
        source.number(),
        new Moment(source.number(), source.smallNumber(), new Seed(source.raw(Seed.BYTES))),
        InputForm.read(source),
        readFacts(source),
        readTold(source));
  }

  private static void writeFacts(Sink sink, Facts facts) {
    ValueForm.writeMembers(sink, facts.attributes());
    sink.number(facts.publishedVersion());
    sink.bool(facts.teamOnline());
    boolean usual = facts.times().equals(TurnTimes.STANDARD);
    boolean staffed = facts.staff().known();
    sink.tag((facts.logged() ? LOGGED : 0) | (usual ? 0 : OWN_TIMES) | (staffed ? STAFF : 0));
    if (!usual) {
      sink.number(facts.times().turnMillis());
      sink.number(facts.times().hookMillis());
    }
    if (staffed) {
      RoomForm.writeStaff(sink, facts.staff());
    }
  }

  private static Facts readFacts(Source source) {
    Value.Obj attributes = ValueForm.readMembers(source);
    int publishedVersion = source.smallNumber();
    boolean teamOnline = source.bool();
    int flags = source.tag();
    if ((flags & ~(LOGGED | OWN_TIMES | STAFF)) != 0) {
      throw new MalformedPackException("no facts have flags " + flags);
    }
    boolean logged = (flags & LOGGED) != 0;
    TurnTimes times = readTimes(flags, source);
    Staff staff = (flags & STAFF) == 0 ? Staff.UNKNOWN : RoomForm.readStaff(source);
    return new Facts(attributes, publishedVersion, teamOnline, logged, times, staff);
  }

  private static TurnTimes readTimes(int flags, Source source) {
    if ((flags & OWN_TIMES) == 0) {
      return TurnTimes.STANDARD;
    }
    int turnMillis = source.smallNumber();
    int hookMillis = source.smallNumber();
    if (turnMillis < 1 || hookMillis < 1) {
      throw new MalformedPackException("times of a turn below a millisecond");
    }
    return new TurnTimes(turnMillis, hookMillis);
  }

  private static Told readTold(Source source) {
    return new Told(
        source.list(EventForm::read),
        source.optional(LegForm::readSource),
        ValueForm.readMembers(source),
        new Why(source.list(WhyForm::read)),
        source.bool());
  }

  private static void writeSource(Sink sink, Leg.Source from) {
    switch (from) {
      case Leg.Source.OfStep(var id, var name) -> writeNamed(sink, 0, id, name);
      case Leg.Source.OfStepFallback(var id, var name) -> writeNamed(sink, 1, id, name);
      case Leg.Source.OfStoryFallback(var id, var name) -> writeNamed(sink, 2, id, name);
    }
  }

  private static void writeNamed(Sink sink, int tag, String id, String name) {
    sink.tag(tag);
    sink.text(id);
    sink.text(name);
  }

  private static Leg.Source readSource(Source source) {
    int tag = source.tag();
    return switch (tag) {
      case 0 -> new Leg.Source.OfStep(source.text(), source.text());
      case 1 -> new Leg.Source.OfStepFallback(source.text(), source.text());
      case 2 -> new Leg.Source.OfStoryFallback(source.text(), source.text());
      default -> throw new MalformedPackException("no source has tag " + tag);
    };
  }
}
