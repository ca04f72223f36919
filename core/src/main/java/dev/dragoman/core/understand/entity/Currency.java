package dev.dragoman.core.understand.entity;

import java.math.BigDecimal;

/// A currency, or the smaller unit of one, as a language names it.
///
/// @param unit its name in the language
/// @param code its ISO 4217 code; empty where a word belongs to several currencies
/// @param worth what one of it is worth in main units: 1, or 0.01 for cents, 1000000 for "MUSD"
/// @param capitals its code is also an everyday word and counts only in capitals
record Currency(String unit, String code, BigDecimal worth, boolean capitals) {
  boolean isMinor() {
    return worth.compareTo(BigDecimal.ONE) < 0;
  }
}
