package dev.dragoman.core.understand.text;

/// One word, number, Han character or telling sign of a text.
///
/// @param text normalised: NFKC and lower case, accents kept
/// @param plain the same without accents; the same object when there are none
/// @param kind what it is made of
public record Token(String text, String plain, Kind kind) {

  /// What a token is made of.
  public enum Kind {
    /// Letters, digits, marks and inner apostrophes.
    WORD,
    /// One Han character.
    HAN,
    /// A question mark, a unit or currency sign, or an emoji.
    SIGN
  }

  static Token of(String text, Kind kind) {
    return new Token(text, kind == Kind.WORD ? Folding.withoutAccents(text) : text, kind);
  }
}
