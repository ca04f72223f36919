package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Phrase;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The ids of what a file gives none: SHA-256 of the bot's id and the place in it, so that every
/// reading of the same file, on every machine, finds the same.
final class DerivedIds {
  private static final int ID_BYTES = 12;
  private static final int LEAST_NUMBER = 100_000_000;
  private static final int NUMBERS = 900_000_000;

  private final String base;

  /// Ids below the bot of this id.
  DerivedIds(String botId) {
    this.base = botId;
  }

  /// The id of a bot that only has a name.
  static String ofBot(String name) {
    return HexFormat.of().formatHex(hash("dragoman/bot/" + name), 0, ID_BYTES);
  }

  /// The 24-hex id of what stands at `path`.
  String id(String path) {
    return HexFormat.of().formatHex(hash("dragoman/id/" + base + "/" + path), 0, ID_BYTES);
  }

  /// The number, of nine digits, of what stands at `path`.
  int number(String path) {
    long drawn = ByteBuffer.wrap(hash("dragoman/number/" + base + "/" + path)).getLong();
    return LEAST_NUMBER + (int) Long.remainderUnsigned(drawn, NUMBERS);
  }

  /// An answer's id depends on its question and its label, not on its position.
  String answer(String path, Phrase label) {
    String question = path.replaceAll("(\\[\\d+\\]|\\.closed\\..*)$", "");
    String text =
        label.templates().entrySet().stream()
            .sorted(java.util.Map.Entry.comparingByKey())
            .map(entry -> entry.getKey() + "=" + entry.getValue().parts())
            .toList()
            .toString();
    return id(question + "/" + text);
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
