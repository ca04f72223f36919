package dev.dragoman.core.understand.time;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What the slots of a pattern were filled with so far: a linked list, so that trying another way
/// needs no undoing.
///
/// @param slot name of the slot
/// @param sense what fills it
/// @param before the slots filled earlier
record Bound(String slot, Sense sense, @Nullable Bound before) {

  static @Nullable Sense get(@Nullable Bound bound, String slot) {
    for (Bound at = bound; at != null; at = at.before) {
      if (at.slot.equals(slot)) {
        return at.sense;
      }
    }
    return null;
  }

  static <S extends Sense> @Nullable S get(@Nullable Bound bound, Class<S> type) {
    for (Bound at = bound; at != null; at = at.before) {
      if (type.isInstance(at.sense)) {
        return type.cast(at.sense);
      }
    }
    return null;
  }

  static int whole(@Nullable Bound bound, String slot, int otherwise) {
    return get(bound, slot) instanceof Sense.Count count ? count.whole() : otherwise;
  }

  static BigDecimal count(@Nullable Bound bound, String slot) {
    return get(bound, slot) instanceof Sense.Count count ? count.value() : BigDecimal.ONE;
  }
}
