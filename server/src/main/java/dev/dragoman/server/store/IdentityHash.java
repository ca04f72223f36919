package dev.dragoman.server.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Keyed hashes of what people are called by, so that no index holds a phone number.
///
/// HMAC-SHA-256 under the key file, cut to 128 bits, as 32 hex digits. Thread-safe.
public final class IdentityHash {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;

  private final SecretKey key;

  /// Hashes under this key; another key finds nobody again.
  public IdentityHash(SecretKey key) {
    this.key = key;
  }

  /// The hash of an identity in a realm of a workspace.
  public String of(int workspace, String realm, String identity) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((workspace + "\n" + realm + "\n").getBytes(StandardCharsets.UTF_8));
      byte[] whole = mac.doFinal(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }
}
