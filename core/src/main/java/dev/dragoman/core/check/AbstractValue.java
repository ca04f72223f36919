package dev.dragoman.core.check;

import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Condition.Getter;
import dev.dragoman.core.bot.ValueTest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a session value may be at a point: one of `texts` (anything when null), or absent.
record AbstractValue(@Nullable Set<String> texts, boolean mayBeAbsent) {
  private static final int MOST_TEXTS = 100;

  /// Certainly absent.
  static final AbstractValue UNSET = new AbstractValue(Set.of(), true);

  /// Nothing is known.
  static final AbstractValue UNKNOWN = new AbstractValue(null, true);

  /// No value can be here: the point is not reached this way.
  boolean isImpossible() {
    return texts != null && texts.isEmpty() && !mayBeAbsent;
  }

  /// What either way brings.
  AbstractValue or(AbstractValue other) {
    boolean absent = mayBeAbsent || other.mayBeAbsent;
    if (texts == null || other.texts == null) {
      return new AbstractValue(null, absent);
    }
    Set<String> both = new TreeSet<>(texts);
    both.addAll(other.texts);
    return new AbstractValue(both.size() > MOST_TEXTS ? null : both, absent);
  }

  /// What it may be after everything on an edge.
  AbstractValue after(List<Op> ops, String key) {
    AbstractValue value = this;
    for (Op op : ops) {
      value =
          switch (op) {
            case Op.Read _ -> value;
            case Op.Hook _ -> UNKNOWN;
            case Op.Maybe(var name) -> name.equals(key) ? UNKNOWN : value;
            case Op.Put(var getter, var set) ->
                isKey(getter, key) ? new AbstractValue(set, false) : value;
            case Op.Test test -> value.after(test, key);
          };
      if (value.isImpossible()) {
        return value;
      }
    }
    return value;
  }

  /// What it may still be when the test had this result.
  AbstractValue after(Op.Test raw, String key) {
    Op.Test test = Logic.plain(raw);
    if (!(test.condition() instanceof Condition.Check(var getter, var check))
        || !isKey(getter, key)) {
      return this;
    }
    return test.holds() ? passing(check) : failing(check);
  }

  private AbstractValue passing(ValueTest check) {
    if (!Logic.needsValue(check)) {
      return this;
    }
    if (check instanceof ValueTest.OneOf(var wanted)) {
      return texts == null
          ? new AbstractValue(new TreeSet<>(wanted), false)
          : new AbstractValue(kept(wanted, true), false);
    }
    return new AbstractValue(texts, false);
  }

  private AbstractValue failing(ValueTest check) {
    return switch (check) {
      case ValueTest.IsSet _ -> new AbstractValue(Set.of(), mayBeAbsent);
      case ValueTest.OneOf(var unwanted) when texts != null ->
          new AbstractValue(kept(unwanted, false), mayBeAbsent);
      case ValueTest.OneOf _,
          ValueTest.Compares _,
          ValueTest.ComparesDate _,
          ValueTest.Contains _,
          ValueTest.Equals _,
          ValueTest.IsIntent _,
          ValueTest.IsNotSet _,
          ValueTest.IsNumber _,
          ValueTest.Matches _ ->
          this;
    };
  }

  private Set<String> kept(List<String> others, boolean among) {
    Set<String> kept = new TreeSet<>(texts == null ? Set.of() : texts);
    kept.removeIf(text -> Texts.among(text, others) != among);
    return kept;
  }

  static boolean isKey(@Nullable Getter getter, String key) {
    return getter instanceof Getter.SessionValue(var name) && name.equals(key);
  }

  /// The session value a getter reads, if it reads one.
  static Optional<String> keyOf(@Nullable Getter getter) {
    return getter instanceof Getter.SessionValue(var name) ? Optional.of(name) : Optional.empty();
  }
}
