package dev.dragoman.core.understand.time;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way to say something: a pattern over tokens and the meaning of what fills it.
///
/// @param elements what has to follow one another
/// @param meaning what it says together
record Rule(List<Element> elements, Meaning meaning) {

  /// One place of a pattern.
  ///
  /// @param alternatives what may stand there
  /// @param optional whether it may be missing
  /// @param context whether it must be there without belonging to what is found
  /// @param glued whether nothing may stand before it
  record Element(
      List<Alternative> alternatives, boolean optional, boolean context, boolean glued) {}

  /// What may stand at a place.
  sealed interface Alternative permits Phrase, Slot {}

  /// Something found by a slot.
  ///
  /// @param name what it is bound to
  /// @param from name of the category, number form or kind
  /// @param source who finds it
  record Slot(String name, String from, Source source) implements Alternative {}

  /// Turns what fills a pattern into what it says.
  @FunctionalInterface
  interface Meaning {
    /// @param bound what filled the slots, the last first
    /// @param now the moment of speaking, or null when nobody knows
    /// @return null when it makes no sense, such as a thirteenth month
    @Nullable Sense of(@Nullable Bound bound, @Nullable LocalDateTime now);
  }

  /// Finds what may fill a slot at a token.
  @FunctionalInterface
  interface Source {
    List<Found> at(Chart chart, int token);
  }
}
