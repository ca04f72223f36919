package dev.dragoman.server.api;

import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Follows which step the tested arrows of a leg belong to: links to the step the input came to,
/// the others to the step reached by the last arrow taken. After a jump that no arrow shows it is
/// unknown until the next arrow is taken. Not thread-safe.
final class Trail {
  private final @Nullable Bot bot;
  private final @Nullable Step start;
  private @Nullable Step current;

  Trail(@Nullable Bot bot, @Nullable String stepId) {
    this.bot = bot;
    this.start = step(stepId);
    this.current = start;
  }

  private @Nullable Step step(@Nullable String stepId) {
    return bot == null || stepId == null
        ? null
        : bot.place(stepId).map(Bot.Place::step).orElse(null);
  }

  /// A detection, a fallback or a hook may lead elsewhere.
  void lost() {
    current = null;
  }

  /// What the arrow asked, in the written form of predicates; null where it is unknown.
  Value conditions(Why.Tried.ArrowTested tested) {
    Arrow arrow = arrow(tested);
    if (tested.taken()) {
      current = arrow == null ? null : reached(arrow.target());
    }
    if (arrow == null) {
      return Value.Null.NULL;
    }
    List<Value> written = new ArrayList<>();
    arrow.when().forEach(one -> written.add(Shown.WRITER.condition(one)));
    return new Value.List(written);
  }

  private @Nullable Arrow arrow(Why.Tried.ArrowTested tested) {
    List<Arrow> arrows =
        switch (tested.of()) {
          case LINK -> start == null ? List.of() : start.links();
          case NEXT -> current == null ? List.of() : current.next();
          case CONNECTION -> List.of();
        };
    return tested.index() < arrows.size() ? arrows.get(tested.index()) : null;
  }

  private @Nullable Step reached(Target target) {
    return switch (target) {
      case Target.ToStep(var id) -> step(id);
      case Target.ToStory(var id) ->
          bot == null ? null : bot.story(id).map(story -> story.firstStep()).orElse(null);
      case Target.ToEnd _ -> null;
    };
  }
}
