package dev.dragoman.core.understand.entity.measure;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An entity that a case is known to hold.
///
/// @param start offset of its first UTF-16 unit
/// @param end offset after its last
/// @param values what it means: one value, or for dates the past and the future reading; in the
///     marks of its language; empty when it means nothing definite
/// @param unit the currency by name, absent where it does not matter
/// @param currency the currency by code, absent where it does not matter
public record ExpectedSpan(
    int start, int end, Set<String> values, @Nullable String unit, @Nullable String currency) {
  /// Copies the values.
  public ExpectedSpan {
    values = Set.copyOf(values);
  }
}
