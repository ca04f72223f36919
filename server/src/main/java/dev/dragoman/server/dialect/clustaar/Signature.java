package dev.dragoman.server.dialect.clustaar;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The headers by which a receiver knows who calls (contract clustaar §5.2).
public final class Signature {
  private static final String ALGORITHM = "HmacSHA1";

  private Signature() {}

  /// `sha1=` and the hex of HMAC-SHA1 over `date=<Date>`, a line break and the raw body.
  public static String of(String key, String date, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] signed = mac.doFinal(("date=" + date + "\n" + body).getBytes(StandardCharsets.UTF_8));
      return "sha1=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA1", e);
    }
  }

  /// HTTP Basic for `user:password`.
  public static String basic(String userAndPassword) {
    return "Basic "
        + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
  }
}
