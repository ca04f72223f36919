package dev.dragoman.server.api;

import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The catalogue of native events as AsyncAPI 3.0, made of the kinds themselves.
final class AsyncDocs {
  private static final List<String> ALWAYS = List.of("id", "type", "sequence", "time", "data");
  private static final List<String> OF_CONVERSATION =
      List.of("id", "type", "sequence", "time", "bot", "conversation", "contact", "turn", "data");

  private final byte[] document = Json.write(document());

  Response document(Request request) {
    return Response.json(200, document);
  }

  private static Value.Obj document() {
    ObjBuilder channelMessages = Value.Obj.builder();
    ObjBuilder messages = Value.Obj.builder();
    for (Kind kind : Kind.values()) {
      channelMessages.put(kind.wire(), ref("#/components/messages/" + kind.wire()));
      messages.put(kind.wire(), message(kind));
    }
    return Value.Obj.builder()
        .put("asyncapi", "3.0.0")
        .put("info", info())
        .put(
            "channels",
            Value.Obj.builder()
                .put(
                    "endpoint",
                    channel("A POST to the address of an endpoint.", null, channelMessages.build()))
                .put(
                    "workspace",
                    channel(
                        "Server-Sent Events of all conversations and of the workspace.",
                        "/api/v1/events",
                        channelMessages.build()))
                .put(
                    "conversation",
                    channel(
                        "Server-Sent Events of one conversation, from its beginning.",
                        "/api/v1/conversations/{id}/events",
                        channelMessages.build()))
                .build())
        .put(
            "operations",
            Value.Obj.builder()
                .put("tell", sends("endpoint"))
                .put("streamWorkspace", sends("workspace"))
                .put("streamConversation", sends("conversation"))
                .build())
        .put("components", Value.Obj.of("messages", messages.build()))
        .build();
  }

  private static Value.Obj channel(
      String description, @Nullable String address, Value.Obj messages) {
    ObjBuilder channel = Value.Obj.builder().put("description", description);
    if (address != null) {
      channel.put("address", address);
      if (address.contains("{id}")) {
        channel.put("parameters", Value.Obj.of("id", Value.Obj.EMPTY));
      }
    }
    return channel.put("messages", messages).build();
  }

  private static Value.Obj sends(String channel) {
    return Value.Obj.builder()
        .put("action", "send")
        .put("channel", ref("#/channels/" + channel))
        .build();
  }

  private static Value.Obj info() {
    return Value.Obj.builder()
        .put("title", "Dragoman notifications")
        .put("version", "1")
        .put(
            "description",
            "At least once, in order per endpoint and stream, the same id and bytes on every"
                + " attempt, signed as Standard Webhooks says.")
        .build();
  }

  private static Value.Obj message(Kind kind) {
    List<String> members = kind.ofWorkspace() ? ALWAYS : OF_CONVERSATION;
    ObjBuilder properties = Value.Obj.builder();
    members.forEach(member -> properties.put(member, schema(member, kind)));
    return Value.Obj.builder()
        .put("name", kind.wire())
        .put("summary", kind.meaning())
        .put("contentType", "application/json")
        .put("headers", object(headers(), List.of("webhook-id", "webhook-timestamp", "position")))
        .put("payload", object(properties.build(), members))
        .build();
  }

  private static Value.Obj headers() {
    ObjBuilder headers = Value.Obj.builder();
    for (String name :
        List.of(
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature",
            "webhook-attempt",
            "webhook-gap",
            "webhook-redelivery",
            "position")) {
      headers.put(name, typed("string"));
    }
    return headers.build();
  }

  private static Value.Obj schema(String member, Kind kind) {
    return switch (member) {
      case "type" -> Value.Obj.of("const", Value.of(kind.wire()));
      case "sequence" -> typed("integer");
      case "data" -> typed("object");
      default -> typed("string");
    };
  }

  private static Value.Obj typed(String type) {
    return Value.Obj.of("type", Value.of(type));
  }

  private static Value.Obj object(Value.Obj properties, List<String> required) {
    List<Value> names = new ArrayList<>();
    required.forEach(name -> names.add(Value.of(name)));
    return Value.Obj.builder()
        .put("type", "object")
        .put("properties", properties)
        .put("required", new Value.List(names))
        .build();
  }

  private static Value.Obj ref(String path) {
    return Value.Obj.of("$ref", Value.of(path));
  }
}
