package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.server.people.Credential;
import dev.dragoman.server.people.Keys;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The socket tokens of interlocutors (contract clustaar §1.1, §1.3): one each, told once.
///
/// Kept under the interlocutor's id, so that two sites may choose the same text.
final class SocketTokens {
  private final Keys keys;

  SocketTokens(Keys keys) {
    this.keys = keys;
  }

  /// Makes the interlocutor's token, the given one or a new one; empty when it has one already.
  Optional<String> mint(int workspace, String interlocutorId, @Nullable String given) {
    String token = given == null ? keys.fresh() : given;
    Keys.Wanted wanted =
        new Keys.Wanted(
            Credential.Kind.INTERLOCUTOR,
            interlocutorId,
            "socket",
            key(interlocutorId, token),
            null);
    return keys.makeOnce(workspace, wanted).map(_ -> token);
  }

  /// What an interlocutor's token opens.
  Optional<Credential> find(InterlocutorToken token) {
    return keys.find(key(token.interlocutorId(), token.value()))
        .filter(found -> found.opens(Credential.Kind.INTERLOCUTOR, token.interlocutorId()));
  }

  private static String key(String interlocutorId, String token) {
    return interlocutorId + "." + token;
  }
}
