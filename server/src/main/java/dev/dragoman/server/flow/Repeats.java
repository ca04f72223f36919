package dev.dragoman.server.flow;

import dev.dragoman.core.model.Limits;
import dev.dragoman.server.ledger.InputId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The `Idempotency-Key` header, the same on every POST of every dialect.
public final class Repeats {
  /// The header.
  public static final String HEADER = "Idempotency-Key";

  /// What it must look like.
  public static final String RULE =
      "must be 1.." + Limits.INPUT_ID_LENGTH + " printable ASCII characters";

  private Repeats() {}

  /// Whether it may be kept.
  public static boolean isLegal(String key) {
    return !key.isEmpty()
        && key.length() <= Limits.INPUT_ID_LENGTH
        && key.chars().allMatch(c -> c > ' ' && c < 127);
  }

  /// The id of an input, unique within the credential it came with.
  public static InputId inputId(String credentialId, String key, String path, byte[] body) {
    return new InputId(credentialId, key, hash(path, body));
  }

  /// A 24-hex id for what a request makes, the same however often it comes.
  public static String objectId(InputId inputId) {
    byte[] key = inputId.id().getBytes(StandardCharsets.UTF_8);
    return hash(inputId.source() + "/" + inputId.requestHash(), key).substring(0, 24);
  }

  private static String hash(String first, byte[] second) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(first.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      return HexFormat.of().formatHex(digest.digest(second));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
