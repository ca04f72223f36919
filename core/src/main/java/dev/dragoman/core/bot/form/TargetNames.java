package dev.dragoman.core.bot.form;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Intent;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.Target;
import org.jspecify.annotations.Nullable;

/// The names written beside ids: those of steps, stories and intents.
public interface TargetNames {
  /// No name is known.
  TargetNames NONE =
      new TargetNames() {
        @Override
        public @Nullable String of(Target target) {
          return null;
        }

        @Override
        public @Nullable String ofIntent(String intentId) {
          return null;
        }
      };

  /// The name of a step or story, or null.
  @Nullable String of(Target target);

  /// The name of an intent, or null.
  @Nullable String ofIntent(String intentId);

  /// The names in a bot.
  static TargetNames of(Bot bot) {
    return new TargetNames() {
      @Override
      public @Nullable String of(Target target) {
        return switch (target) {
          case Target.ToStep(var id) ->
              bot.place(id).map(place -> place.step().name()).orElse(null);
          case Target.ToStory(var id) -> bot.story(id).map(Story::name).orElse(null);
          case Target.ToEnd _ -> null;
        };
      }

      @Override
      public @Nullable String ofIntent(String intentId) {
        return bot.intent(intentId).map(Intent::name).orElse(null);
      }
    };
  }
}
