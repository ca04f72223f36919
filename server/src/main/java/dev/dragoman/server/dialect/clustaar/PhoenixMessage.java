package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message of a Phoenix channel (contract clustaar §8).
///
/// @param joinRef the client's reference of the join it belongs to, or null
/// @param ref the client's reference of what is said or answered, or null
record PhoenixMessage(
    @Nullable String joinRef, @Nullable String ref, String topic, String event, Value.Obj payload) {
  private static final int FIELD = 200;

  /// How messages are written.
  enum Serializer {
    /// Objects, `vsn` 1.
    OBJECTS,
    /// Arrays `[join_ref, ref, topic, event, payload]`, `vsn` 2.
    ARRAYS;

    /// The one a client asked for with its `vsn`; those that say nothing are old.
    static Optional<Serializer> of(String vsn) {
      return vsn.isEmpty() || vsn.startsWith("1.")
          ? Optional.of(OBJECTS)
          : vsn.startsWith("2.") ? Optional.of(ARRAYS) : Optional.empty();
    }

    /// The message of a frame, or empty when it is none.
    Optional<PhoenixMessage> read(String frame) {
      return Json.read(frame.getBytes(StandardCharsets.UTF_8)) instanceof JsonRead.Read(var value)
          ? switch (this) {
            case OBJECTS -> value instanceof Value.Obj object ? ofObject(object) : Optional.empty();
            case ARRAYS ->
                value instanceof Value.List(var items) && items.size() == 5
                    ? ofItems(items)
                    : Optional.empty();
          }
          : Optional.empty();
    }

    String write(PhoenixMessage message) {
      Value written =
          switch (this) {
            case OBJECTS ->
                Value.Obj.builder()
                    .put("event", message.event())
                    .put("payload", message.payload())
                    .put("ref", text(message.ref()))
                    .put("topic", message.topic())
                    .build();
            case ARRAYS ->
                new Value.List(
                    List.of(
                        text(message.joinRef()),
                        text(message.ref()),
                        Value.of(message.topic()),
                        Value.of(message.event()),
                        message.payload()));
          };
      return new String(Json.write(written), StandardCharsets.UTF_8);
    }
  }

  private static Optional<PhoenixMessage> ofObject(Value.Obj object) {
    return ofItems(
        List.of(
            orNull(object.get("join_ref")),
            orNull(object.get("ref")),
            orNull(object.get("topic")),
            orNull(object.get("event")),
            orNull(object.get("payload"))));
  }

  private static Optional<PhoenixMessage> ofItems(List<Value> items) {
    return isRef(items.get(0))
            && isRef(items.get(1))
            && items.get(2) instanceof Value.Text(var topic)
            && items.get(3) instanceof Value.Text(var event)
            && topic.length() <= FIELD
            && event.length() <= FIELD
            && items.get(4) instanceof Value.Obj payload
        ? Optional.of(
            new PhoenixMessage(ref(items.get(0)), ref(items.get(1)), topic, event, payload))
        : Optional.empty();
  }

  private static boolean isRef(Value value) {
    return value instanceof Value.Null
        || value instanceof Value.Num
        || (value instanceof Value.Text(var text) && text.length() <= FIELD);
  }

  private static @Nullable String ref(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Num(var text) -> text;
      case Value.Null _, Value.Bool _, Value.List _, Value.Obj _ -> null;
    };
  }

  private static Value orNull(@Nullable Value value) {
    return value == null ? Value.Null.NULL : value;
  }

  private static Value text(@Nullable String text) {
    return text == null ? Value.Null.NULL : Value.of(text);
  }

  /// The answer to this message.
  PhoenixMessage answered(String status, Value.Obj response) {
    Value.Obj payload = Value.Obj.builder().put("response", response).put("status", status).build();
    return new PhoenixMessage(joinRef, ref, topic, "phx_reply", payload);
  }

  /// The answer that refuses it, in Phoenix's own words.
  PhoenixMessage refused(String reason) {
    return answered("error", Value.Obj.of("reason", Value.of(reason)));
  }
}
