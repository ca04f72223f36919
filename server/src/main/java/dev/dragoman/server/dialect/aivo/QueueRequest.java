package dev.dragoman.server.dialect.aivo;

import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A queue call (contract aivo §2.1). Members nobody knows are passed over.
///
/// @param attributes what is told of the user, under the names contacts have here
/// @param webhook where events of the room go, or null
record QueueRequest(
    Access.Pair bot,
    List<Integer> groups,
    Constants constants,
    String hash,
    Value.Obj attributes,
    @Nullable String webhook) {
  private static final int MOST_GROUPS = 20;
  private static final int LONGEST_WORD = 100;
  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_TOKEN = 1_000;
  private static final long PROTOCOL = 28;

  /// The attribute of each member, in order.
  private static final List<Map.Entry<String, String>> NAMED =
      List.of(
          Map.entry("firstname", "firstName"),
          Map.entry("lastname", "lastName"),
          Map.entry("email", "email"),
          Map.entry("phone", "phoneNumber"));

  /// Copies the list.
  QueueRequest {
    groups = List.copyOf(groups);
  }

  /// The members that have one value only.
  record Constants(long protocolId, String status, String lastSender) {
    /// What is wrong with them.
    Optional<String> defect() {
      if (protocolId != PROTOCOL) {
        return Optional.of("protocolId must be " + PROTOCOL);
      }
      if (!status.equals("queued")) {
        return Optional.of("status must be queued");
      }
      return lastSender.equals("user") ? Optional.empty() : Optional.of("lastSender must be user");
    }
  }

  static Decoded<QueueRequest> of(Fields fields) {
    long botId = fields.whole("botId", 1, Long.MAX_VALUE);
    List<Integer> groups =
        fields.list(
            "groupsId", 1, MOST_GROUPS, item -> Math.toIntExact(item.whole(0, Integer.MAX_VALUE)));
    String token = fields.text("botToken", 1, LONGEST_TOKEN);
    Constants constants =
        new Constants(
            fields.whole("protocolId", Long.MIN_VALUE, Long.MAX_VALUE),
            fields.text("status", 0, LONGEST_WORD),
            fields.text("lastSender", 0, LONGEST_WORD));
    Fields user = fields.object("user");
    String hash = user.text("hash", 1, Limits.PEER_LENGTH + LONGEST_TOKEN);
    Value.Obj attributes = attributes(user);
    String webhook = fields.optionalText("webhook", 1, LONGEST_URL);
    return fields.decoded(
        () ->
            new QueueRequest(
                new Access.Pair(botId, token), groups, constants, hash, attributes, webhook));
  }

  private static Value.Obj attributes(Fields user) {
    ObjBuilder attributes = Value.Obj.builder();
    for (var named : NAMED) {
      String text = user.optionalText(named.getKey(), 0, Limits.ATTRIBUTE_TEXT);
      if (text != null) {
        attributes.put(named.getValue(), text);
      }
    }
    Value.Obj called = attributes.build();
    return Value.Obj.builder().setAll(called).setAll(Extra.of(user)).setAll(called).build();
  }
}
