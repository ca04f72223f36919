package dev.dragoman.core.check;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.bot.Template;
import org.jspecify.annotations.Nullable;

/// What things are called in messages, and where targets are.
record Names(Bot bot) {
  private static final int LONGEST_SHOWN = 60;

  /// `order/size`.
  String step(String stepId) {
    return bot.place(stepId)
        .map(place -> place.story().name() + "/" + place.step().name())
        .orElse(stepId);
  }

  /// The point at which a target is entered.
  Point point(Target target) {
    return switch (target) {
      case Target.ToEnd _ -> Point.END;
      case Target.ToStep(var stepId) -> Point.enter(stepId);
      case Target.ToStory(var storyId) ->
          bot.story(storyId)
              .map(Story::firstStep)
              .map(step -> Point.enter(step.id()))
              .orElse(Point.END);
    };
  }

  /// A phrase in the bot's main language, shortened.
  String shown(Phrase phrase) {
    String main = bot.head().languages().main();
    String text = Texts.shown(phrase.in(main, main));
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }

  /// What an answer with this label is saved as; null when that is not known before.
  @Nullable String saved(Phrase label) {
    String main = bot.head().languages().main();
    Template template = label.in(main, main);
    return template.isLiteral() ? template.literalText() : null;
  }
}
