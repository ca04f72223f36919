package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The body of a create or an update (contract clustaar §1.3, §1.4).
///
/// @param attributes what it says of the person
/// @param socketToken the socket secret the integrating site has chosen, or null
record InterlocutorRequest(String userId, Value.Obj attributes, @Nullable String socketToken) {
  private static final int LONGEST_SOCKET_TOKEN = 255;
  private static final Map<String, String> TYPES = Map.of("interlocutor", "interlocutor");

  /// With the public token.
  static Decoded<InterlocutorRequest> create(Value body) {
    return decode(body, InterlocutorForm::attributes);
  }

  /// With the private key.
  static Decoded<InterlocutorRequest> update(Value body) {
    return decode(body, InterlocutorForm::trusted);
  }

  private static Decoded<InterlocutorRequest> decode(
      Value body, Function<Fields, Value.Obj> attributesOf) {
    Fields fields = Fields.of(body);
    fields.choice("type", TYPES);
    String userId = fields.text("userID", 1, InterlocutorForm.LONGEST_USER_ID);
    Value.Obj attributes = attributesOf.apply(fields);
    String socketToken = fields.optionalText("socketToken", 1, LONGEST_SOCKET_TOKEN);
    return fields.decoded(() -> new InterlocutorRequest(userId, attributes, socketToken));
  }
}
