package dev.dragoman.core.understand.entity;

import java.math.BigDecimal;

/// What one word, or one run of digits, says.
///
/// @param role what it does in a number
/// @param value what it counts, zero where it counts nothing
/// @param weak the word has another everyday meaning and is no number on its own
record Lexeme(Role role, BigDecimal value, boolean weak) {
  boolean is(Role other) {
    return role == other;
  }

  boolean is(Role other, int number) {
    return role == other && value.compareTo(BigDecimal.valueOf(number)) == 0;
  }
}
