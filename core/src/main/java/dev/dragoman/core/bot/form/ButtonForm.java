package dev.dragoman.core.bot.form;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.ButtonAction;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.model.Value;
import java.util.List;
import java.util.Set;

/// Reads buttons and what a click on them does (contract clustaar §4.2).
final class ButtonForm {
  static final Set<String> KINDS = Set.of("positive", "neutral", "negative");
  static final Set<String> TYPES =
      Set.of(
          "go_to_action",
          "open_url_action",
          "share_action",
          "legacy_reply_to_message_action",
          "customer_satisfaction_callback_action");
  private static final ButtonAction NOTHING = new ButtonAction.Share();

  private ButtonForm() {}

  static Action.Button quickReply(Form form) {
    form.constant("quick_reply");
    return button(form, Bounds.oneTo(60));
  }

  static Action.Button button(Form form) {
    form.constant("button");
    return button(form, Bounds.oneTo(20));
  }

  private static Action.Button button(Form form, Bounds title) {
    Phrase text = Texts.phrase(form, "title", title);
    ButtonAction action = read(form.child("action"));
    form.close();
    return new Action.Button(text, action);
  }

  /// The button of a simple card can only open an address.
  static Action.Button openUrlButton(Form form) {
    form.constant("open_url_button");
    Phrase text = Texts.phrase(form, "title", Bounds.oneTo(20));
    Form action = form.child("action");
    action.constant("open_url_action");
    Phrase url = Texts.phrase(action, "url", Bounds.ADDRESS);
    action.close();
    form.close();
    return new Action.Button(text, new ButtonAction.OpenUrl(url));
  }

  static ButtonAction read(Form form) {
    String type = form.type(null);
    ButtonAction action =
        switch (type) {
          case "go_to_action" -> goTo(form);
          case "open_url_action" ->
              new ButtonAction.OpenUrl(Texts.phrase(form, "url", Bounds.ADDRESS));
          case "share_action" -> new ButtonAction.Share();
          case "legacy_reply_to_message_action" -> reply(form);
          case "customer_satisfaction_callback_action" ->
              new ButtonAction.SatisfactionCallback(
                  Texts.oneOf(form, "kind", KINDS), TargetForm.optional(form, "target"));
          default -> NOTHING;
        };
    if (!type.isEmpty() && !TYPES.contains(type)) {
      form.refuse("type", Texts.notAmong(type, TYPES));
    } else {
      form.close();
    }
    return action;
  }

  /// A `go_to_action`; the caller closes the form.
  static ButtonAction.GoTo goTo(Form form) {
    var named = TargetForm.required(form, "target");
    Value.Obj values = form.object("sessionValues");
    return new ButtonAction.GoTo(named.target(), named.name(), values);
  }

  /// A member that must be a `go_to_action`.
  static ButtonAction.GoTo goTo(Form parent, String name) {
    Form form = parent.child(name);
    form.constant("go_to_action");
    ButtonAction.GoTo go = goTo(form);
    form.close();
    return go;
  }

  private static ButtonAction reply(Form form) {
    String message = Texts.text(form, "message", Bounds.MESSAGE);
    List<Value> attachments =
        form.items(
            "attachments", Bounds.upTo(10), (value, where) -> attachment(form, value, where));
    return new ButtonAction.ReplyMessage(message, attachments);
  }

  private static Value attachment(Form parent, Value value, String where) {
    Form form = new Form(value, where, parent.findings());
    Texts.text(form, "name", Bounds.upTo(1_000));
    Texts.text(form, "url", Bounds.upTo(2_048));
    form.close();
    return value;
  }
}
