package dev.dragoman.core.understand.time;

import dev.dragoman.core.model.Language;

/// The grammar of each language, read when first needed.
final class Grammars {
  private Grammars() {}

  private static final class En {
    static final Grammar GRAMMAR = new Grammar(Order.MONTH_FIRST, English.SOURCE);
  }

  private static final class Es {
    static final Grammar GRAMMAR = new Grammar(Order.DAY_FIRST, Spanish.SOURCE);
  }

  private static final class Fr {
    static final Grammar GRAMMAR = new Grammar(Order.DAY_FIRST, French.SOURCE);
  }

  private static final class Pt {
    static final Grammar GRAMMAR = new Grammar(Order.DAY_FIRST, Portuguese.SOURCE);
  }

  private static final class Zh {
    static final Grammar GRAMMAR = new Grammar(Order.YEAR_FIRST, Chinese.SOURCE);
  }

  private static final class Other {
    static final Grammar GRAMMAR = new Grammar(Order.DAY_FIRST, DigitsOnly.SOURCE);
  }

  static Grammar of(Language language) {
    return switch (language.code()) {
      case "en" -> En.GRAMMAR;
      case "es" -> Es.GRAMMAR;
      case "fr" -> Fr.GRAMMAR;
      case "pt" -> Pt.GRAMMAR;
      case "zh" -> Zh.GRAMMAR;
      default -> Other.GRAMMAR;
    };
  }
}
