package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonLimits;
import dev.dragoman.server.json.JsonRead;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The account's own headers on every hook and center event (contract treble §1.1): one JSON object
/// of strings, kept sealed under the name [#SECRET]. Thread-safe.
public final class StaticHeaders {
  /// The name of the secret that holds the object.
  public static final String SECRET = "treble.headers";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}");
  private static final Set<String> OURS =
      Set.of("content-length", "host", "connection", "transfer-encoding", "content-type");

  private final Secrets secrets;

  /// Finds a secret of a workspace by its name.
  @FunctionalInterface
  public interface Secrets {
    /// The secret, if it is set.
    Optional<String> find(int workspace, String name);
  }

  /// Finds headers among these secrets.
  public StaticHeaders(Secrets secrets) {
    this.secrets = secrets;
  }

  /// The headers with the account's own; what cannot be a header is left out.
  Map<String, String> with(int workspace, Map<String, String> headers) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    secrets
        .find(workspace, SECRET)
        .map(text -> Json.read(text, JsonLimits.BODY))
        .ifPresent(
            read -> {
              if (read instanceof JsonRead.Read(Value.Obj object)) {
                object.members().forEach((name, value) -> put(name, value, all));
              }
            });
    return all;
  }

  private static void put(String name, Value value, Map<String, String> all) {
    boolean ours = OURS.contains(name.toLowerCase(Locale.ROOT));
    if (!ours && isToken(name) && value instanceof Value.Text(var text) && isPlain(text)) {
      all.put(name, text);
    }
  }

  private static boolean isToken(String name) {
    return NAME.matcher(name).matches();
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 127);
  }
}
