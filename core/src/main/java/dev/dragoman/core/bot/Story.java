package dev.dragoman.core.bot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A scenario: steps, what starts it, and what it says when an answer fits nothing.
///
/// `id` is 24-hex, `number` an integer unique per server; the first of `steps` is where a target
/// that names the story enters. `generalFallback` marks the one story used outside all others.
public record Story(
    String id,
    int number,
    String name,
    List<Trigger> triggers,
    List<Step> steps,
    @Nullable StoryFallback fallback,
    boolean generalFallback) {
  /// Copies the lists; a story has at least one step.
  public Story {
    triggers = List.copyOf(triggers);
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("story " + name + " has no step");
    }
  }

  /// What a story says when the step had nothing to say: it keeps the contact inside the story.
  public record StoryFallback(List<Action> actions) {
    /// Copies the list.
    public StoryFallback {
      actions = List.copyOf(actions);
    }
  }

  /// Where a target that names this story enters.
  public Step firstStep() {
    return steps.getFirst();
  }
}
