package dev.dragoman.core.pack;

import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.conversation.Why.Tried;

/// How the trail of a decision is packed.
final class WhyForm {
  private static final int DETECTION_WITH_THRESHOLDS = 60;
  private static final int LANGUAGE_CHANGED = 61;
  private static final Why.Rule[] RULES = Why.Rule.values();
  private static final Why.ArrowKind[] ARROWS = Why.ArrowKind.values();
  private static final Why.Level[] LEVELS = Why.Level.values();

  private WhyForm() {}

  static void write(Sink sink, Tried tried) {
    switch (tried) {
      case Tried.Detection detection -> {
        boolean own = detection.results().stream().anyMatch(one -> one.threshold() != null);
        sink.tag(own ? DETECTION_WITH_THRESHOLDS : 0);
        writeDetection(sink, detection, own);
      }
      case Tried.ArrowTested(var of, int index, boolean taken) -> {
        sink.tag(1);
        sink.constant(of);
        sink.number(index);
        sink.bool(taken);
      }
      case Tried.AnswerTested(var answerId, var rule, double score) -> {
        sink.tag(2);
        sink.optionalText(answerId);
        sink.text(rule);
        sink.real(score);
      }
      case Tried.HookTried(var callId, var record, boolean used) -> {
        sink.tag(3);
        sink.text(callId);
        InputForm.writeRecord(sink, record);
        sink.bool(used);
      }
      case Tried.FellBack(var level) -> {
        sink.tag(4);
        sink.constant(level);
      }
      case Tried.LanguageChanged(var from, var to) -> {
        sink.tag(LANGUAGE_CHANGED);
        sink.text(from);
        sink.text(to);
      }
      case Tried.BudgetReached(var limit) -> {
        sink.tag(5);
        sink.text(limit);
      }
    }
  }

  static Tried read(Source source) {
    int tag = source.tag();
    return switch (tag) {
      case 0 -> readDetection(source, false);
      case DETECTION_WITH_THRESHOLDS -> readDetection(source, true);
      case 1 ->
          new Tried.ArrowTested(Tags.of(ARROWS, source.tag()), source.smallNumber(), source.bool());
      case 2 -> new Tried.AnswerTested(source.optionalText(), source.text(), source.real());
      case 3 -> new Tried.HookTried(source.text(), InputForm.readRecord(source), source.bool());
      case 4 -> new Tried.FellBack(Tags.of(LEVELS, source.tag()));
      case 5 -> new Tried.BudgetReached(source.text());
      case LANGUAGE_CHANGED -> new Tried.LanguageChanged(source.text(), source.text());
      default -> throw new MalformedPackException("nothing tried has tag " + tag);
    };
  }

  private static void writeDetection(Sink sink, Tried.Detection detection, boolean own) {
    sink.text(detection.query());
    sink.list(detection.results(), (to, result) -> writeResult(to, result, own));
    sink.real(detection.threshold());
    sink.optionalText(detection.accepted());
    sink.constant(detection.rule());
  }

  private static Tried.Detection readDetection(Source source, boolean own) {
    return new Tried.Detection(
        source.text(),
        source.list(from -> readResult(from, own)),
        source.real(),
        source.optionalText(),
        Tags.of(RULES, source.tag()));
  }

  private static void writeResult(Sink sink, Why.Result result, boolean own) {
    sink.text(result.intentId());
    sink.text(result.name());
    sink.real(result.score());
    sink.list(
        result.parameters(),
        (to, parameter) -> {
          to.text(parameter.name());
          ValueForm.write(to, parameter.value());
        });
    if (own) {
      sink.optional(result.threshold(), Sink::real);
    }
  }

  private static Why.Result readResult(Source source, boolean own) {
    return new Why.Result(
        source.text(),
        source.text(),
        source.real(),
        source.list(from -> new Why.Parameter(from.text(), ValueForm.read(from))),
        own ? source.optional(Source::real) : null);
  }
}
