package dev.dragoman.server.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// A file that cannot be used; the message names the file and, where there is one, the line.
final class BadFile extends Exception {
  private static final long serialVersionUID = 1;

  BadFile(String message) {
    super(message);
  }

  /// The lines of a UTF-8 file.
  static List<String> lines(Path file) throws BadFile {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException missing) {
      throw new BadFile(file + ": no such file");
    } catch (CharacterCodingException notUtf8) {
      throw new BadFile(file + ": not UTF-8");
    } catch (IOException failed) {
      throw new BadFile(file + ": cannot be read (" + failed.getMessage() + ")");
    }
  }
}
