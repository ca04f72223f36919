package dev.dragoman.core.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The signature of Standard Webhooks 1.0: HMAC-SHA-256 over id, time and body.
public final class Signature {
  /// What a signing secret begins with; the rest is Base64.
  public static final String PREFIX = "whsec_";

  private static final String VERSION = "v1,";
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /// The bytes that are signed: `id.seconds.body`.
  public static byte[] base(String id, long epochSeconds, byte[] body) {
    byte[] head = (id + "." + epochSeconds + ".").getBytes(StandardCharsets.UTF_8);
    byte[] base = new byte[head.length + body.length];
    System.arraycopy(head, 0, base, 0, head.length);
    System.arraycopy(body, 0, base, head.length, body.length);
    return base;
  }

  /// The value of `webhook-signature`: one for each secret, newest first.
  public static String header(List<String> secrets, String id, long epochSeconds, byte[] body) {
    byte[] base = base(id, epochSeconds, body);
    return secrets.stream()
        .map(secret -> VERSION + Base64.getEncoder().encodeToString(mac(secret, base)))
        .collect(Collectors.joining(" "));
  }

  /// The written form of a secret.
  public static String secret(byte[] random) {
    return PREFIX + Base64.getEncoder().encodeToString(random);
  }

  /// Whether that is a secret one can sign with.
  public static boolean isSecret(String text) {
    if (!text.startsWith(PREFIX)) {
      return false;
    }
    try {
      int bytes = Base64.getDecoder().decode(text.substring(PREFIX.length())).length;
      return bytes >= 24 && bytes <= 64;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static byte[] mac(String secret, byte[] base) {
    try {
      byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(base);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", missing);
    }
  }
}
