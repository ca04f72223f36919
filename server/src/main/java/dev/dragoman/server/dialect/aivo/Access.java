package dev.dragoman.server.dialect.aivo;

import dev.dragoman.server.flow.Repeats;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.ledger.InputId;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.store.Numbers;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets pairs of `botId` and `botToken` in (contract aivo §1): they come in the body.
final class Access {
  /// What numbers of bots are kept under.
  static final String BOT = "bot";

  private static final String SEPARATOR = "_";

  private final Keys keys;
  private final Numbers numbers;

  Access(Keys keys, Numbers numbers) {
    this.keys = keys;
    this.numbers = numbers;
  }

  /// Who comes in.
  record Guest(int workspace, String botId, String keyId, String token) {
    /// The hash as the integrator made it, whichever of its two forms was sent (§2.2).
    String plain(String hash) {
      String suffix = SEPARATOR + token;
      return hash.endsWith(suffix) && hash.length() > suffix.length()
          ? hash.substring(0, hash.length() - suffix.length())
          : hash;
    }

    /// The id of the input of a request with an `Idempotency-Key`, else null.
    @Nullable InputId inputId(Request request) {
      return request
          .header(Repeats.HEADER)
          .map(key -> Repeats.inputId(keyId, key, request.path(), request.body()))
          .orElse(null);
    }
  }

  /// The bot of that number, if the token is one of its own.
  Optional<Guest> guest(Pair pair) {
    return keys.find(pair.token())
        .filter(key -> key.kind() == Credential.Kind.AIVO_TOKEN)
        .filter(key -> isNumber(key, pair.botId()))
        .map(
            key ->
                new Guest(
                    key.workspace(),
                    Objects.requireNonNull(key.subject(), "a bot"),
                    key.id(),
                    pair.token()));
  }

  private boolean isNumber(Credential key, long number) {
    return numbers
        .owner(BOT, number)
        .filter(owner -> owner.workspace() == key.workspace())
        .filter(owner -> owner.id().equals(key.subject()))
        .isPresent();
  }

  /// What a body says of itself.
  record Pair(long botId, String token) {}
}
