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
import dev.dragoman.server.json.Item;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decodes the body of "Post reply" (contract clustaar §2). Members it does not know are ignored.
///
/// @param echo the input as it is told back to the caller
/// @param debug whether the body asks for debug information
public record ReplyRequest(Input input, Value.Obj echo, boolean debug) {
  private static final int EVENT_NAME = 200;
  private static final int URL = 2_048;
  private static final int ATTACHMENTS = 10;
  private static final int ATTACHMENT_NAME = 1_000;
  private static final Map<String, Kind> KINDS =
      Stream.of(Kind.values()).collect(Collectors.toMap(Kind::type, kind -> kind));

  private enum Kind {
    TEXT("text"),
    GO_TO("go_to_action"),
    CUSTOM_EVENT("custom_event"),
    URL_LOADED("url_loaded_event"),
    SATISFACTION("customer_satisfaction_callback_action"),
    LEGACY("legacy_reply_to_message_action");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }

    /// All types in the order of the contract.
    static String all() {
      return Stream.of(values()).map(Kind::type).collect(Collectors.joining(", "));
    }
  }

  /// What the body asks, or its defects.
  public static Decoded<ReplyRequest> decode(Value body) {
    Fields fields = Fields.of(body);
    String type = fields.text("type", 0, Integer.MAX_VALUE);
    Kind kind = KINDS.get(type);
    if (kind == null) {
      if (!type.isEmpty() || "".equals(fields.source().text("type"))) {
        fields.invalid("type", "must be one of: " + Kind.all());
      }
      return whole(fields, null, false);
    }
    boolean debug = isTrue(fields.optional("debug"));
    return switch (kind) {
      case TEXT -> text(fields, Limits.CLUSTAAR_MESSAGE_TEXT, debug);
      case LEGACY -> text(fields, Limits.CLUSTAAR_MESSAGE_TEXT + 1, debug);
      case GO_TO, SATISFACTION -> button(fields, debug);
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
    List<Value> given =
        fields.optionalList("attachments", 0, ATTACHMENTS, ReplyRequest::attachment);
    List<Value> files = given == null ? List.of() : given;
    return whole(fields, () -> new Input.Text(message, files, Understood.NOTHING), debug);
  }

  /// `{"name", "url"}`; a `type` such as `image` is kept where it is given.
  private static Value attachment(Item item) {
    Fields fields = item.object();
    fields.optionalText("name", 0, ATTACHMENT_NAME);
    fields.optionalText("type", 1, EVENT_NAME);
    fields.text("url", 1, URL);
    return fields.source();
  }

  /// Clicks carry the button's own action: it is read by the one reader of actions.
  private static Decoded<ReplyRequest> button(Fields fields, boolean debug) {
    Reading<ButtonAction> reading =
        ActionForm.readButtonAction(fields.source(), "", TextMode.LITERAL);
    Fields values =
        fields.optional("sessionValues") instanceof Value.Obj
            ? fields.optionalObject("sessionValues")
            : null;
    if (values != null) {
      SessionRoom.check(values);
    }
    return switch (reading) {
      case Reading.Read<ButtonAction>(var action) -> whole(fields, clicked(action), debug);
      case Reading.Refused<ButtonAction>(var defects) -> {
        defects.forEach(defect -> fields.invalidBelow(defect.path(), defect.message()));
        yield whole(fields, null, debug);
      }
    };
  }

  private static @Nullable Supplier<Input> clicked(ButtonAction action) {
    return switch (action) {
      case ButtonAction.GoTo(var target, var name, var values) ->
          () -> new Input.GoTo(target, name, values == null ? Value.Obj.EMPTY : values);
      case ButtonAction.SatisfactionCallback(var kind, var target) ->
          () -> new Input.SatisfactionGiven(kind, target);
      case ButtonAction.OpenUrl _, ButtonAction.Share _, ButtonAction.ReplyMessage _ -> null;
    };
  }

  /// `input` is null only where a defect was left.
  private static Decoded<ReplyRequest> whole(
      Fields fields, @Nullable Supplier<Input> input, boolean debug) {
    return fields.decoded(
        () ->
            new ReplyRequest(
                Objects.requireNonNull(input).get(), fields.source().without("debug"), debug));
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
