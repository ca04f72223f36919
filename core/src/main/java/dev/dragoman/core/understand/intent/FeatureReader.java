package dev.dragoman.core.understand.intent;

import dev.dragoman.core.understand.text.Token;
import dev.dragoman.core.understand.text.Tokeniser;
import java.util.List;

/// Reads a text into features: words, neighbouring words, the first and the last word (where
/// German and Dutch put the particle that turns a command round), and the 2 to 5 characters long
/// runs inside padded words. Everything is read without accents, and with them where there are
/// some.
final class FeatureReader {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 5;
  private static final float EDGE_WEIGHT = 1.3f;
  private static final float CLASS_WEIGHT = 1.8f;
  private static final char OPENING = '\u0002';
  private static final char CLOSING = '\u0003';

  private FeatureReader() {}

  static Features read(String text) {
    List<Token> tokens = Tokeniser.tokens(text);
    FeatureBuffer features = new FeatureBuffer(text.length());
    readWords(tokens, features);
    features.endWords();
    readCharacters(tokens, features);
    return features.features();
  }

  private static void readWords(List<Token> tokens, FeatureBuffer features) {
    long before = 0;
    long plainBefore = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      long plain = Hashing.of(token.plain());
      long exact = hasAccents(token) ? Hashing.of(token.text()) : plain;
      features.add(Hashing.key(FeatureKind.WORD, plain), 1);
      features.add(Hashing.key(FeatureKind.WORD, exact), 1);
      if (i > 0) {
        features.add(Hashing.key(FeatureKind.WORD_PAIR, Hashing.pair(plainBefore, plain)), 1);
        features.add(Hashing.key(FeatureKind.WORD_PAIR, Hashing.pair(before, exact)), 1);
      }
      Lexicon.addClasses(token.plain(), features, CLASS_WEIGHT);
      before = exact;
      plainBefore = plain;
    }
    readEdges(tokens, features);
  }

  private static void readEdges(List<Token> tokens, FeatureBuffer features) {
    int last = tokens.size() - 1;
    while (last > 0 && tokens.get(last).kind() == Token.Kind.SIGN) {
      last--;
    }
    if (last >= 0) {
      long first = Hashing.of(tokens.getFirst().plain());
      features.add(Hashing.key(FeatureKind.FIRST_WORD, first), EDGE_WEIGHT);
      long end = Hashing.of(tokens.get(last).plain());
      features.add(Hashing.key(FeatureKind.LAST_WORD, end), EDGE_WEIGHT);
    }
  }

  private static void readCharacters(List<Token> tokens, FeatureBuffer features) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      readRuns(token.plain(), features);
      if (hasAccents(token)) {
        readRuns(token.text(), features);
      }
      if (token.kind() == Token.Kind.HAN) {
        readHan(tokens, i, features);
      }
    }
  }

  /// Two and three neighbouring Han characters: most Chinese words are that long.
  private static void readHan(List<Token> tokens, int from, FeatureBuffer features) {
    long hash = Hashing.of(tokens.get(from).text());
    for (int i = from + 1; i < tokens.size() && i < from + 3; i++) {
      if (tokens.get(i).kind() != Token.Kind.HAN) {
        return;
      }
      hash = Hashing.pair(hash, Hashing.of(tokens.get(i).text()));
      features.add(Hashing.key(FeatureKind.HAN_RUN, hash), 1);
    }
  }

  private static void readRuns(String word, FeatureBuffer features) {
    int length = word.length() + 2;
    for (int from = 0; from + SHORTEST <= length; from++) {
      long hash = Hashing.step(Hashing.start(), padded(word, from));
      int end = Math.min(length, from + LONGEST);
      for (int i = from + 1; i < end; i++) {
        hash = Hashing.step(hash, padded(word, i));
        features.add(Hashing.key(FeatureKind.CHARACTERS, hash), 1);
      }
    }
  }

  private static char padded(String word, int index) {
    if (index == 0) {
      return OPENING;
    }
    return index > word.length() ? CLOSING : word.charAt(index - 1);
  }

  @SuppressWarnings("ReferenceEquality") // the record promises the same object when none differ
  private static boolean hasAccents(Token token) {
    return token.plain() != token.text() && !token.plain().equals(token.text());
  }
}
