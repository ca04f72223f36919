package dev.dragoman.core.understand.entity;

/// What a word or a run of digits does inside a number.
enum Role {
  /// 0 to 9.
  UNIT,
  /// 10 to 19.
  TEEN,
  /// 20, 30 … 90.
  TENS,
  /// A hundred that is one word with its count: "doscientos".
  HUNDREDS,
  /// A hundred that is counted by the word before it.
  HUNDRED,
  /// Thousand, million and so on.
  SCALE,
  /// A count that ends a number: "dozen".
  DOZEN,
  /// A letter after digits: "k", "M".
  SUFFIX,
  /// A place in an order, in most languages also the lower half of a fraction.
  ORDINAL,
  /// Only ever the lower half of a fraction: "fifths", "tercio", "half".
  PART,
  /// Turns the number before it into the lower half of a fraction: "avos".
  PARTS,
  AND,
  POINT,
  OVER,
  OF,
  ARTICLE,
  NEGATIVE,
  /// Makes a following "one" a pronoun: "that one".
  POINTING,
  /// A number written in digits.
  LITERAL
}
