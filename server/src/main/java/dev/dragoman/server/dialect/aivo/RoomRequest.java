package dev.dragoman.server.dialect.aivo;

import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A call about a room, in the names of the map (contract aivo §2.3, §2.4).
///
/// @param content what the user says; null where nothing is said
record RoomRequest(Access.Pair bot, Rooms.Wanted room, @Nullable Content content) {
  private static final int LONGEST_ID = 100;
  private static final int LONGEST_HASH = 1_300;
  private static final int LONGEST_TOKEN = 1_000;

  /// A text, or the address of a file of that type.
  record Content(String type, String value) {
    Input.Text input() {
      if (type.equals("text")) {
        return new Input.Text(value, List.of(), Understood.NOTHING);
      }
      Value file = Value.Obj.builder().put("type", type).put("url", value).build();
      return new Input.Text("", List.of(file), Understood.NOTHING);
    }
  }

  static Decoded<RoomRequest> close(WireMap map, Fields fields) {
    return read(map.close(), fields, null);
  }

  static Decoded<RoomRequest> message(WireMap map, Fields fields) {
    WireMap.Call call = map.message();
    Map<String, String> types = new LinkedHashMap<>();
    map.actions().forEach((ours, theirs) -> types.put(theirs, ours));
    String type = fields.choice(call.in("action"), types);
    String name = call.in("value");
    String value;
    if (type.equals("text")) {
      value = fields.text(name, 1, Limits.MESSAGE_TEXT);
      if (value.isBlank()) {
        fields.invalid(name, "must not be blank");
      }
    } else {
      value = fields.text(name, 1, Limits.ATTRIBUTE_TEXT);
      if (!isAddress(value)) {
        fields.invalid(name, "must be an http or https address");
      }
    }
    return read(call, fields, new Content(type, value));
  }

  private static Decoded<RoomRequest> read(
      WireMap.Call call, Fields fields, @Nullable Content content) {
    long botId = fields.whole(call.in("botId"), 1, Long.MAX_VALUE);
    String token = fields.text(call.in("botToken"), 1, LONGEST_TOKEN);
    String id = fields.optionalText(call.in("conversationId"), 1, LONGEST_ID);
    String hash = fields.optionalText(call.in("hash"), 1, LONGEST_HASH);
    if (id == null && hash == null) {
      fields.invalid(call.in("conversationId"), "or " + call.in("hash") + " is required");
    }
    return fields.decoded(
        () -> new RoomRequest(new Access.Pair(botId, token), new Rooms.Wanted(id, hash), content));
  }

  private static boolean isAddress(String url) {
    try {
      URI address = new URI(url);
      boolean web =
          "http".equalsIgnoreCase(address.getScheme())
              || "https".equalsIgnoreCase(address.getScheme());
      return web && address.getHost() != null;
    } catch (URISyntaxException notOne) {
      return false;
    }
  }
}
