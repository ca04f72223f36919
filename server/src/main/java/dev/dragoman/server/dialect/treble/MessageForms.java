package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.conversation.DeliveryKind;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.RoomEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The messages of a session as its history shows them (contract treble §4.3). Used by one thread.
final class MessageForms {
  private static final String TEXT = "TEXT";
  private static final Map<String, String> FILES =
      Map.of(
          "image", "IMAGE",
          "audio", "AUDIO",
          "voice", "AUDIO",
          "video", "VIDEO",
          "document", "DOCUMENT",
          "file", "DOCUMENT",
          "location", "LOCATION");

  private final Map<String, Message> messages = new LinkedHashMap<>();

  private static final class Message {
    private final String sender;
    private final Content content;
    private final long createdNanos;
    private Value delivered = Value.Null.NULL;
    private Value read = Value.Null.NULL;

    Message(String sender, Content content, long createdNanos) {
      this.sender = sender;
      this.content = content;
      this.createdNanos = createdNanos;
    }

    /// The first report counts, however often a channel repeats it.
    void report(DeliveryKind kind, long atNanos) {
      Value at = Value.of(Clock.epoch(atNanos));
      if (kind == DeliveryKind.DELIVERED && delivered == Value.Null.NULL) {
        delivered = at;
      } else if (kind == DeliveryKind.READ && read == Value.Null.NULL) {
        read = at;
      }
    }
  }

  private record Content(String type, String text, @Nullable String fileUrl) {}

  /// Takes note of what a message is, if the event is one.
  void take(SessionHistory.Told told) {
    switch (told.event()) {
      case Event.Received(var messageId, _) -> {
        Content said = said(told.leg().heard());
        if (said != null) {
          messages.put(messageId, new Message("USER", said, told.atNanos()));
        }
      }
      case Event.Sent(var messageId, var action) -> {
        Content shown = shown(action);
        if (shown != null) {
          messages.put(messageId, new Message("AI", shown, told.atNanos()));
        }
      }
      case Event.InRoom(RoomEvent.Message message) -> {
        // The contact's own words are received as well.
        if (message.author() != RoomEvent.Author.CONTACT) {
          String sender = message.author() == RoomEvent.Author.AGENT ? "AGENT" : "AI";
          messages.put(
              message.messageId(), new Message(sender, of(message.content()), told.atNanos()));
        }
      }
      case Event.MessageStatus status -> {
        Message message = messages.get(status.messageId());
        if (message != null) {
          message.report(status.kind(), status.atNanos());
        }
      }
      case Event _ -> {}
    }
  }

  /// All of them, in order.
  Value.List all() {
    List<Value> entries = new ArrayList<>();
    messages
        .values()
        .forEach(
            message ->
                entries.add(
                    Value.Obj.builder()
                        .put("type", "MESSAGE")
                        .put("message", form(message))
                        .build()));
    return new Value.List(entries);
  }

  private static Value.Obj form(Message message) {
    ObjBuilder form =
        Value.Obj.builder()
            .put("type", message.content.type())
            .put("sender", message.sender)
            .put("text", message.content.text());
    String url = message.content.fileUrl();
    return form.put("file_url", url == null ? Value.Null.NULL : Value.of(url))
        .put("created_at", Clock.epoch(message.createdNanos))
        .put("delivered_at", message.delivered)
        .put("read_at", message.read)
        .put("extra", Value.Null.NULL)
        .build();
  }

  private static Content of(dev.dragoman.core.room.Content content) {
    return switch (content.kind()) {
      case TEXT -> new Content(TEXT, content.value(), null);
      case IMAGE -> new Content("IMAGE", "", content.value());
      case FILE -> new Content("DOCUMENT", "", content.value());
    };
  }

  private static @Nullable Content said(Input input) {
    return switch (input) {
      case Input.Text text when !text.attachments().isEmpty() ->
          attached(text.text(), text.attachments().getFirst());
      case Input.Text text -> new Content(TEXT, text.text(), null);
      case Input.GoTo(_, var name, _) -> name == null ? null : new Content(TEXT, name, null);
      case Input.Ordered _, Input.Immediate _ -> null;
    };
  }

  private static Content attached(String text, Value attachment) {
    if (!(attachment instanceof Value.Obj file)) {
      return new Content(TEXT, text, null);
    }
    String kind = file.text("type");
    String type = FILES.getOrDefault(kind == null ? "" : kind, "DOCUMENT");
    // Without a caption the words are the file's address, which stands beside them.
    boolean said = !text.equals(file.text("url")) && !text.equals(file.text("id"));
    return new Content(type, said ? text : "", file.text("url"));
  }

  private static @Nullable Content shown(Value.Obj action) {
    String image = action.text("imageURL");
    String text = action.text("text") == null ? action.text("message") : action.text("text");
    if ("send_image_action".equals(action.text("type"))) {
      return new Content("IMAGE", text == null ? "" : text, image);
    }
    String type = "send_template_action".equals(action.text("type")) ? "HSM" : TEXT;
    return text == null ? null : new Content(type, text, null);
  }
}
