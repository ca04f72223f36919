package dev.dragoman.core.check;

import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Condition.Getter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What happens on an edge, in the order in which it happens.
sealed interface Op {
  /// A session value is used; `test` tells a condition from a text.
  record Read(String key, boolean test, Spot spot) implements Op {}

  /// A value is set: to one of these texts, or to anything when they are null.
  record Put(Getter getter, @Nullable Set<String> texts) implements Op {
    /// Copies the set.
    public Put {
      texts = texts == null ? null : Set.copyOf(texts);
    }

    /// A session value that may be anything.
    static Put any(String key) {
      return new Put(new Getter.SessionValue(key), null);
    }

    /// A session value that is this text.
    static Put text(String key, String text) {
      return new Put(new Getter.SessionValue(key), Set.of(text));
    }
  }

  /// A hook answered: every session value may have any value now.
  record Hook() implements Op {}

  /// The session value may have been set to anything, or unset.
  record Maybe(String key) implements Op {
    Getter getter() {
      return new Getter.SessionValue(key);
    }
  }

  /// The edge is taken only if the condition holds, or does not.
  record Test(Condition condition, boolean holds) implements Op {}
}
