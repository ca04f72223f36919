package dev.dragoman.server.channel.whatsapp;

import dev.dragoman.core.conversation.DeliveryKind;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.channel.Inbox;
import dev.dragoman.server.channel.Reports;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.Spacing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what the Cloud API tells a webhook. Members nobody asked for are ignored, as the provider
/// adds new ones at any time; what is not understood is left out.
final class WebhookForm {
  private static final long NANOS = 1_000_000_000L;
  private static final int LONGEST_TIMESTAMP = 10;
  private static final List<String> FILES =
      List.of("image", "video", "audio", "voice", "document", "sticker");

  private WebhookForm() {}

  /// One thing that was told, in order.
  sealed interface Told {
    /// A contact said something.
    record Message(Inbox.Heard heard) implements Told {}

    /// Something became of a message of ours.
    record Status(@Nullable String reference, String channelId, Reports.Report report)
        implements Told {}

    /// The provider changed the state of a template.
    record Template(WebhookDoor.TemplateStatus status) implements Told {}
  }

  /// Everything told about the line of that id.
  static List<Told> of(Value.Obj body, String line) {
    List<Told> told = new ArrayList<>();
    for (Value.Obj entry : objects(body, "entry")) {
      for (Value.Obj change : objects(entry, "changes")) {
        Value.Obj value = object(change, "value");
        if ("message_template_status_update".equals(change.text("field"))) {
          template(value).ifPresent(told::add);
        }
        if (line.equals(object(value, "metadata").text("phone_number_id"))) {
          messages(value, told);
          objects(value, "statuses").forEach(status -> status(status).ifPresent(told::add));
        }
      }
    }
    return told;
  }

  private static Optional<Told> template(Value.Obj value) {
    String status = text(value, "event");
    String name = text(value, "message_template_name");
    boolean whole = status.matches("[A-Z_]{1,40}") && name.matches("[a-z0-9_]{1,512}");
    return whole
        ? Optional.of(
            new Told.Template(
                new WebhookDoor.TemplateStatus(
                    name, text(value, "message_template_language"), status)))
        : Optional.empty();
  }

  private static void messages(Value.Obj value, List<Told> told) {
    String name =
        objects(value, "contacts").stream()
            .findFirst()
            .map(contact -> text(object(contact, "profile"), "name"))
            .orElse("");
    for (Value.Obj message : objects(value, "messages")) {
      String id = text(message, "id");
      String from = text(message, "from");
      if (!id.isEmpty() && from.matches("[0-9]{4,20}")) {
        content(message)
            .map(content -> new Inbox.Heard(id, from, name, content, hash(message)))
            .map(Told.Message::new)
            .ifPresent(told::add);
      }
    }
  }

  private static Optional<Inbox.Content> content(Value.Obj message) {
    String type = text(message, "type");
    Value.Obj inner = object(message, type);
    return switch (type) {
      case "text" -> Optional.of(words(text(inner, "body")));
      case "interactive" -> click(inner);
      case "button" ->
          Optional.of(new Inbox.Content.Click(text(inner, "payload"), text(inner, "text")));
      case "location" -> Optional.of(location(inner));
      default -> FILES.contains(type) ? Optional.of(file(type, inner)) : Optional.empty();
    };
  }

  private static Inbox.Content words(String text) {
    boolean fits = text.codePointCount(0, text.length()) <= Limits.MESSAGE_TEXT;
    String words = fits ? text : text.substring(0, text.offsetByCodePoints(0, Limits.MESSAGE_TEXT));
    return new Inbox.Content.Words(words, List.of());
  }

  private static Optional<Inbox.Content> click(Value.Obj interactive) {
    Value.Obj reply = object(interactive, text(interactive, "type"));
    String id = text(reply, "id");
    return id.isEmpty()
        ? Optional.empty()
        : Optional.of(new Inbox.Content.Click(id, text(reply, "title")));
  }

  /// The words of a place are its JSON: that is what a question keeps as the answer.
  private static Inbox.Content location(Value.Obj inner) {
    ObjBuilder place = Value.Obj.builder();
    for (String name : List.of("latitude", "longitude")) {
      Value number = inner.get(name);
      place.put(name, number instanceof Value.Num ? number : Value.of(0));
    }
    place.put("address", text(inner, "address"));
    if (inner.text("name") != null) {
      place.put("name", text(inner, "name"));
    }
    Value.Obj whole = place.build();
    return new Inbox.Content.Words(
        Json.text(whole, Spacing.NONE),
        List.of(Value.Obj.builder().put("type", "location").put("location", whole).build()));
  }

  /// The words of a file are its caption, else its address or id.
  private static Inbox.Content file(String type, Value.Obj inner) {
    ObjBuilder file = Value.Obj.builder().put("type", type);
    copy(inner, "id", file, "id");
    copy(inner, "mime_type", file, "mimeType");
    copy(inner, "filename", file, "name");
    copy(inner, "link", file, "url");
    copy(inner, "url", file, "url");
    Value.Obj whole = file.build();
    String caption = text(inner, "caption");
    String where = whole.text("url") == null ? text(inner, "id") : text(whole, "url");
    return new Inbox.Content.Words(caption.isEmpty() ? where : caption, List.of(whole));
  }

  private static void copy(Value.Obj from, String name, ObjBuilder to, String as) {
    String text = from.text(name);
    if (text != null) {
      to.put(as, text);
    }
  }

  private static Optional<Told> status(Value.Obj status) {
    DeliveryKind kind =
        switch (text(status, "status")) {
          case "sent" -> DeliveryKind.SENT;
          case "delivered" -> DeliveryKind.DELIVERED;
          case "read", "played" -> DeliveryKind.READ;
          case "failed" -> DeliveryKind.FAILED;
          default -> null;
        };
    String id = text(status, "id");
    if (kind == null || id.isEmpty()) {
      return Optional.empty();
    }
    String code =
        objects(status, "errors").stream()
            .findFirst()
            .map(error -> error.get("code"))
            .map(number -> number instanceof Value.Num(var text) ? text : "failed")
            .orElse(null);
    Reports.Report report = new Reports.Report(kind, nanos(text(status, "timestamp")), code);
    return Optional.of(new Told.Status(status.text("biz_opaque_callback_data"), id, report));
  }

  private static long nanos(String seconds) {
    boolean legal = seconds.length() <= LONGEST_TIMESTAMP && seconds.matches("[0-9]+");
    return legal ? Long.parseLong(seconds) * NANOS : 0;
  }

  private static String hash(Value.Obj message) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] body = Json.text(message, Spacing.NONE).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  private static List<Value.Obj> objects(Value.Obj in, String name) {
    return in.get(name) instanceof Value.List(var items)
        ? items.stream().filter(Value.Obj.class::isInstance).map(Value.Obj.class::cast).toList()
        : List.of();
  }

  private static Value.Obj object(Value.Obj in, String name) {
    return in.get(name) instanceof Value.Obj inner ? inner : Value.Obj.EMPTY;
  }

  private static String text(Value.Obj in, String name) {
    String text = in.text(name);
    return text == null ? "" : text;
  }
}
