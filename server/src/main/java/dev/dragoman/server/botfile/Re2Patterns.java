package dev.dragoman.server.botfile;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.turn.Patterns;

/// Authors' patterns on RE2/J: linear in the text, and small. Thread-safe.
public final class Re2Patterns implements Patterns {
  @Override
  public Finder compile(String pattern) {
    Pattern compiled;
    try {
      compiled = Pattern.compile(pattern);
    } catch (PatternSyntaxException broken) {
      throw new IllegalArgumentException("is no pattern: " + broken.getDescription(), broken);
    }
    if (compiled.programSize() > Limits.PATTERN_PROGRAM_SIZE) {
      String message = "is too large a pattern: %d instructions, %d at most";
      throw new IllegalArgumentException(
          message.formatted(compiled.programSize(), Limits.PATTERN_PROGRAM_SIZE));
    }
    return text -> compiled.matcher(text).find();
  }
}
