package dev.dragoman.server.channel;

import dev.dragoman.server.store.secret.Keys;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Links to files that open them for whoever has them, until a day: `/files/WORKSPACE-ID-DAY-SIGN`,
/// signed under the key file. Thread-safe.
///
/// @param days how long a link opens its file, from when it is made
/// @param nowNanos since 1970
public record FileLinks(Keys keys, int days, LongSupplier nowNanos) {
  /// Where files are.
  public static final String PREFIX = "/files";

  private static final String PURPOSE = "file-link";
  private static final int SIGN_BYTES = 16;
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;
  private static final Pattern TOKEN =
      Pattern.compile("([0-9]{1,9})-([0-9a-f]{24})-([0-9]{1,7})-([0-9a-f]{32})");

  /// A file somebody may open.
  public record Opened(int workspace, String id) {}

  /// The path of a new link.
  public String path(int workspace, String fileId) {
    long last = today() + days;
    String named = workspace + "-" + fileId + "-" + last;
    return PREFIX + "/" + named + "-" + sign(named);
  }

  /// What a token opens, if it was made here and its day has not passed.
  public Optional<Opened> open(String token) {
    Matcher matcher = TOKEN.matcher(token);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String named = token.substring(0, token.lastIndexOf('-'));
    boolean good = java.security.MessageDigest.isEqual(bytes(sign(named)), bytes(matcher.group(4)));
    return good && Long.parseLong(matcher.group(3)) >= today()
        ? Optional.of(new Opened(Integer.parseInt(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private long today() {
    return Math.floorDiv(nowNanos.getAsLong(), NANOS_PER_DAY);
  }

  private String sign(String named) {
    return HexFormat.of().formatHex(keys.fingerprint(PURPOSE, named), 0, SIGN_BYTES);
  }
}
