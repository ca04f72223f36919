package dev.dragoman.server.settings;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What may stand in a setting.
///
/// @param allowed the allowed values in words, completing "must be …"
/// @param reader turns the text into the value; throws [IllegalArgumentException] for a wrong one
/// @param <T> the type of the value
record Kind<T>(String allowed, Reader<T> reader) {
  private static final int LONGEST_HOST = 253;
  private static final String LABELS =
      "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*";
  private static final Pattern HOST = Pattern.compile(LABELS);
  private static final Pattern ORIGIN =
      Pattern.compile("[a-z][a-z0-9+.-]*://" + LABELS + "(:[1-9][0-9]{0,4})?");

  /// Turns text into a value.
  @FunctionalInterface
  interface Reader<T> {
    /// @param base the directory that relative paths start from
    T read(String text, Path base);
  }

  static Kind<Integer> whole(int least, int most) {
    return new Kind<>(
        "a whole number %d..%d".formatted(least, most),
        (text, base) -> within(Integer.parseInt(plain(text)), least, most));
  }

  static Kind<Long> bytes(long least, long most) {
    return new Kind<>(
        "a whole number %d..%d".formatted(least, most),
        (text, base) -> {
          long value = Long.parseLong(plain(text));
          require(value >= least && value <= most);
          return value;
        });
  }

  static Kind<OptionalInt> wholeOrAuto(int least, int most) {
    return new Kind<>(
        "auto, or a whole number %d..%d".formatted(least, most),
        (text, base) ->
            text.equals("auto")
                ? OptionalInt.empty()
                : OptionalInt.of(within(Integer.parseInt(plain(text)), least, most)));
  }

  static Kind<Boolean> flag() {
    return choice(List.of("true", "false")).map(Boolean::parseBoolean);
  }

  static Kind<String> choice(List<String> values) {
    return new Kind<>(
        "one of " + String.join(", ", values),
        (text, base) -> {
          require(values.contains(text));
          return text;
        });
  }

  static Kind<String> text(String allowed) {
    return new Kind<>(
        allowed,
        (text, base) -> {
          require(!text.isBlank());
          return text;
        });
  }

  static Kind<String> optionalText(String allowed) {
    return new Kind<>(
        allowed,
        (text, base) -> {
          require(text.isEmpty() || !text.isBlank());
          return text.strip();
        });
  }

  static Kind<String> mailAddress() {
    return optionalText("empty, or a mail address");
  }

  static Kind<Optional<Secret>> secret(int leastCharacters) {
    return new Kind<>(
        "empty, or at least %d characters".formatted(leastCharacters),
        (text, base) -> {
          require(text.isEmpty() || text.length() >= leastCharacters);
          return Optional.of(text).filter(given -> !given.isEmpty()).map(Secret::new);
        });
  }

  static Kind<Path> path() {
    return text("a path").located();
  }

  static Kind<Optional<Path>> optionalPath() {
    return new Kind<>(
        "empty, or a path",
        (text, base) -> text.isEmpty() ? Optional.empty() : Optional.of(resolve(text, base)));
  }

  static Kind<Optional<String>> jdbcUrl() {
    return new Kind<>(
        "empty, or jdbc:postgresql://HOST[:PORT]/DATABASE",
        (text, base) -> {
          if (text.isEmpty()) {
            return Optional.empty();
          }
          require(text.startsWith("jdbc:postgresql://"));
          URI inner = URI.create(text.substring("jdbc:".length()));
          require(inner.getPath() != null && inner.getPath().length() > 1);
          return Optional.of(text);
        });
  }

  static Kind<Optional<String>> optionalUrl() {
    return new Kind<>(
        "empty, or an address like https://chat.example.com",
        (text, base) -> {
          require(text.isEmpty() || text.matches("https?://[^\\s/?#]+(/[^\\s?#]*[^\\s?#/])?"));
          return Optional.of(text).filter(given -> !given.isEmpty());
        });
  }

  static Kind<List<String>> networks() {
    return new Kind<>(
        "empty, or networks like 10.0.0.0/8, fd00::/8 or 127.0.0.1, separated by commas",
        (text, base) -> listed(text).map(Kind::network).toList());
  }

  static Kind<List<String>> hosts() {
    return new Kind<>(
        "empty, or host names like api.example.com, without port, separated by commas",
        (text, base) ->
            listed(text).map(name -> name.toLowerCase(Locale.ROOT)).map(Kind::host).toList());
  }

  static Kind<List<String>> origins() {
    return new Kind<>(
        "empty, *, or origins like https://shop.example:8443, separated by commas",
        (text, base) -> listed(text).map(Kind::origin).toList());
  }

  private static Stream<String> listed(String text) {
    return Stream.of(text.split(",", -1)).map(String::strip).filter(one -> !one.isEmpty());
  }

  private static String host(String text) {
    require(text.length() <= LONGEST_HOST && HOST.matcher(text).matches());
    return text;
  }

  private static String origin(String text) {
    require(text.equals("*") || (text.length() <= LONGEST_HOST && ORIGIN.matcher(text).matches()));
    return text;
  }

  private <U> Kind<U> map(java.util.function.Function<T, U> after) {
    return new Kind<>(allowed, (text, base) -> after.apply(reader.read(text, base)));
  }

  private Kind<Path> located() {
    return new Kind<>(
        allowed, (text, base) -> resolve(String.valueOf(reader.read(text, base)), base));
  }

  private static Path resolve(String text, Path base) {
    try {
      return base.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String network(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    byte[] bytes = InetAddress.ofLiteral(address).getAddress();
    if (slash >= 0) {
      int bits = within(Integer.parseInt(plain(text.substring(slash + 1))), 0, bytes.length * 8);
      // 10.0.0.1/8 is either one address or a network: nobody knows which was meant.
      BigInteger rest = BigInteger.ONE.shiftLeft(bytes.length * 8 - bits).subtract(BigInteger.ONE);
      require(new BigInteger(1, bytes).and(rest).signum() == 0);
    }
    return text;
  }

  // Integer.parseInt also takes "+1" and digits of other scripts.
  private static String plain(String text) {
    require(text.matches("-?[0-9]{1,18}"));
    return text;
  }

  private static int within(int value, int least, int most) {
    require(value >= least && value <= most);
    return value;
  }

  private static void require(boolean right) {
    if (!right) {
      throw new IllegalArgumentException();
    }
  }
}
