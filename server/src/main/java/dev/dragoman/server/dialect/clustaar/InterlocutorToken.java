package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import java.util.Base64;
import java.util.Optional;

/// The token of one interlocutor (contract clustaar §1.1): base64 of its JSON, in the standard or
/// the URL-safe alphabet, padded or not.
record InterlocutorToken(String value, String interlocutorId) {
  static Optional<InterlocutorToken> parse(String token) {
    Optional<byte[]> json = decoded(token.replace('-', '+').replace('_', '/').replace("=", ""));
    return json.flatMap(InterlocutorToken::read);
  }

  private static Optional<byte[]> decoded(String unpadded) {
    try {
      return Optional.of(Base64.getDecoder().decode(unpadded));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<InterlocutorToken> read(byte[] json) {
    if (Json.read(json) instanceof JsonRead.Read(Value.Obj token)
        && token.get("subject") instanceof Value.Obj subject
        && "interlocutor".equals(subject.text("type"))) {
      String value = token.text("value");
      String id = subject.text("id");
      return value == null || id == null
          ? Optional.empty()
          : Optional.of(new InterlocutorToken(value, id));
    }
    return Optional.empty();
  }
}
