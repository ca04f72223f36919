package dev.dragoman.core.pack;

import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Leg.Told;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Seed;

/// How legs are packed.
final class LegForm {
  private LegForm() {}

  static void write(Sink sink, Leg leg) {
    sink.text(leg.turnId());
    sink.number(leg.firstSequence());
    sink.number(leg.moment().epochNanos());
    sink.number(leg.moment().offsetSeconds());
    sink.raw(leg.moment().seed().bytes());
    InputForm.write(sink, leg.input());
    ValueForm.writeMembers(sink, leg.facts().attributes());
    sink.number(leg.facts().publishedVersion());
    sink.bool(leg.facts().teamOnline());
    sink.bool(leg.facts().logged());
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
        new Facts(
            ValueForm.readMembers(source), source.smallNumber(), source.bool(), source.bool()),
        readTold(source));
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
