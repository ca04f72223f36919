package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.bot.ButtonAction;
import dev.dragoman.core.bot.form.ActionForm;
import dev.dragoman.core.bot.form.Reading;
import dev.dragoman.core.bot.form.TextMode;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Decodes the body of "Post reply" (contract clustaar §2).
///
/// @param echo the input as it is told back to the caller
/// @param debug whether the body asks for debug information
record ReplyRequest(Input input, Value.Obj echo, boolean debug) {
  private static final int EVENT_NAME = 200;
  private static final int URL = 2_048;
  private static final Map<String, Kind> KINDS =
      Map.of(
          "text", Kind.TEXT,
          "go_to_action", Kind.GO_TO,
          "custom_event", Kind.CUSTOM_EVENT,
          "url_loaded_event", Kind.URL_LOADED,
          "customer_satisfaction_callback_action", Kind.SATISFACTION,
          "legacy_reply_to_message_action", Kind.LEGACY);

  private enum Kind {
    TEXT,
    GO_TO,
    CUSTOM_EVENT,
    URL_LOADED,
    SATISFACTION,
    LEGACY
  }

  static Decoded<ReplyRequest> decode(Value body) {
    Fields fields = Fields.of(body);
    Kind kind = fields.optionalChoice("type", KINDS);
    if (kind == null) {
      fields.text("type", 1, EVENT_NAME);
      return fields.decoded(() -> Objects.requireNonNull((ReplyRequest) null));
    }
    boolean debug = isTrue(fields.optional("debug"));
    return switch (kind) {
      case TEXT -> text(fields, Limits.CLUSTAAR_MESSAGE_TEXT, debug);
      case LEGACY -> text(fields, Limits.CLUSTAAR_MESSAGE_TEXT + 1, debug);
      case GO_TO -> button(fields, debug);
      case SATISFACTION -> button(fields, debug);
      case CUSTOM_EVENT -> {
        String name = fields.text("name", 1, EVENT_NAME);
        yield whole(fields, () -> new Input.CustomEvent(name), debug);
      }
      case URL_LOADED -> {
        String url = fields.text("url", 1, URL);
        yield whole(fields, () -> new Input.UrlLoaded(url), debug);
      }
    };
  }

  private static Decoded<ReplyRequest> text(Fields fields, int longest, boolean debug) {
    String message = fields.text("message", 1, longest);
    List<Value> attachments = fields.optionalList("attachments", 0, 10, item -> item.value());
    List<Value> files = attachments == null ? List.of() : attachments;
    return whole(fields, () -> new Input.Text(message, files, Understood.NOTHING), debug);
  }

  /// Clicks carry the button's own action: it is read by the one reader of actions.
  private static Decoded<ReplyRequest> button(Fields fields, boolean debug) {
    Reading<ButtonAction> reading =
        ActionForm.readButtonAction(fields.source(), "", TextMode.LITERAL);
    Input input =
        switch (reading) {
          case Reading.Read<ButtonAction>(var action) -> clicked(action);
          case Reading.Refused<ButtonAction>(var defects) -> {
            defects.forEach(defect -> fields.invalid(defect.path(), defect.message()));
            yield null;
          }
        };
    return whole(fields, () -> Objects.requireNonNull(input), debug);
  }

  private static @Nullable Input clicked(ButtonAction action) {
    return switch (action) {
      case ButtonAction.GoTo(var target, var name, var values) ->
          new Input.GoTo(target, name, values == null ? Value.Obj.EMPTY : values);
      case ButtonAction.SatisfactionCallback(var kind, var target) ->
          new Input.SatisfactionGiven(kind, target);
      case ButtonAction.OpenUrl _, ButtonAction.Share _, ButtonAction.ReplyMessage _ -> null;
    };
  }

  private static Decoded<ReplyRequest> whole(
      Fields fields, java.util.function.Supplier<Input> input, boolean debug) {
    return fields.decoded(
        () -> new ReplyRequest(input.get(), fields.source().without("debug"), debug));
  }

  static boolean isTrue(@Nullable Value value) {
    return switch (value) {
      case null -> false;
      case Value.Bool(boolean truth) -> truth;
      case Value.Num(var text) -> text.equals("1");
      case Value.Text(var text) -> text.equals("1") || text.equals("true");
      case Value.Null _, Value.List _, Value.Obj _ -> false;
    };
  }
}
