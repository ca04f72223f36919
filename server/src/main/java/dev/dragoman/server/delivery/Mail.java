package dev.dragoman.server.delivery;

import dev.dragoman.core.model.Value;
import java.util.Optional;

/// A mail that a bot asked for, as it was written: nothing of it has been checked.
///
/// @param id 24 hex digits, the same at every attempt
/// @param atMillis when the bot asked for it, since 1970
/// @param recipient one address
/// @param text plain
/// @param sender the name that is shown
public record Mail(
    String id, long atMillis, String recipient, Text text, Optional<String> sender, ReplyTo reply) {
  private static final long MILLION = 1_000_000L;

  /// Subject and words.
  public record Text(String subject, String content) {}

  /// Where an answer goes.
  public record ReplyTo(Optional<String> address, Optional<String> name) {}

  /// The fields of the action (contract clustaar §4.1, `send_email_action`) with id and time.
  static Value.Obj form(String id, long epochNanos, Value.Obj action) {
    return Value.Obj.builder()
        .put("id", id)
        .put("atMillis", epochNanos / MILLION)
        .put("mail", action)
        .build();
  }

  /// Reads what [#form] wrote.
  static Mail read(Value.Obj form) {
    Value.Obj action = form.get("mail") instanceof Value.Obj given ? given : Value.Obj.EMPTY;
    return new Mail(
        text(form, "id").orElse(""),
        form.get("atMillis") instanceof Value.Num at && at.isLong() ? at.longValue() : 0,
        text(action, "recipient").orElse("").strip(),
        new Text(text(action, "subject").orElse(""), text(action, "content").orElse("")),
        text(action, "fromName"),
        new ReplyTo(
            text(action, "replyToEmail").or(() -> text(action, "fromEmail")),
            text(action, "replyToName")));
  }

  private static Optional<String> text(Value.Obj fields, String name) {
    return Optional.ofNullable(fields.text(name)).filter(given -> !given.isBlank());
  }
}
