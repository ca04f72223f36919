package dev.dragoman.core.understand.entity;

/// A number word or literal at its place in a text.
///
/// @param lexeme what it says
/// @param start offset of its first unit
/// @param end offset after its last unit
/// @param gap what stands between the token before and this one
/// @param joined it is part of one long word whose end is the lower half of a fraction
record Token(Lexeme lexeme, int start, int end, Gap gap, boolean joined) {
  /// What stands between two tokens.
  enum Gap {
    NOTHING,
    SPACE,
    HYPHEN,
    /// Other words or marks: no number reaches over it.
    BREAK
  }
}
