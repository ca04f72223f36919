package dev.dragoman.core.model;

import java.util.Locale;

/// A language by its two- or three-letter ISO 639 code, in lower case and without a region: `es`,
/// never `es-MX`. A bot may be written in any language; the recognisers of entities have grammars
/// for the five named here and fall back to what digits alone say for all others.
///
/// @param code the ISO 639 code
public record Language(String code) {
  public static final Language EN = new Language("en");
  public static final Language ES = new Language("es");
  public static final Language FR = new Language("fr");
  public static final Language PT = new Language("pt");
  public static final Language ZH = new Language("zh");

  /// Refuses anything but two or three letters from `a` to `z`.
  public Language {
    if (code.length() < 2 || code.length() > 3) {
      throw new IllegalArgumentException("not a language code: " + code);
    }
    for (int i = 0; i < code.length(); i++) {
      if (code.charAt(i) < 'a' || code.charAt(i) > 'z') {
        throw new IllegalArgumentException("not a language code: " + code);
      }
    }
  }

  /// The language of a tag such as `pt-BR` or `zh_Hant_TW`: the part before the region.
  ///
  /// @throws IllegalArgumentException when the tag does not begin with a language code
  public static Language ofTag(String tag) {
    int end = 0;
    while (end < tag.length() && tag.charAt(end) != '-' && tag.charAt(end) != '_') {
      end++;
    }
    return new Language(tag.substring(0, end).toLowerCase(Locale.ROOT));
  }
}
