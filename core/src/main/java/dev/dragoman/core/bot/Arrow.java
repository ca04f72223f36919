package dev.dragoman.core.bot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A way on: taken when all its conditions hold (none means always); may call a hook on the way.
public record Arrow(List<Condition> when, Target target, @Nullable HookCall hook) {
  /// Copies the list.
  public Arrow {
    when = List.copyOf(when);
  }
}
