package dev.dragoman.core.bot.form;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.ButtonAction;
import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes actions in the form that [ActionForm] reads, members in the documented order.
///
/// Each phrase is written as the text `expander` makes of it; `names` stand beside ids. Optional
/// members that have no value are left out, but `sessionValues` of a click and the `name` of a
/// target, which are documented to be `null`. As thread-safe as the two functions it is made of.
public final class ActionWriter {
  private final Function<Phrase, String> expander;
  private final TargetNames names;

  /// A writer for one contact: `expander` fills in what the session and the contact know.
  public ActionWriter(Function<Phrase, String> expander, TargetNames names) {
    this.expander = expander;
    this.names = names;
  }

  /// The written form of one action.
  public Value.Obj write(Action action) {
    return switch (action) {
      case Action.Visible visible -> visible(visible);
      case Action.Effect effect -> effect(effect);
      case Action.Outside outside ->
          typed(outside.kind().written()).setAll(expand(outside)).build();
    };
  }

  /// The fields of an outside action with every text filled in.
  public Value.Obj expand(Action.Outside outside) {
    return OutsideTexts.expand(outside, expander);
  }

  private Value.Obj visible(Action.Visible action) {
    return switch (action) {
      case Action.Say say -> say(say);
      case Action.QuickReplies(var message, var buttons) ->
          typed("send_quick_replies_action")
              .put("message", text(message))
              .put("buttons", all(buttons, button -> button(button, "quick_reply")))
              .build();
      case Action.SendImage(var url, var alt) -> {
        ObjBuilder image = typed("send_image_action").put("imageURL", text(url));
        yield optional(image, "alt", alt).build();
      }
      case Action.SendCards cards -> new CardWriter(this).cards(cards);
      case Action.ChoicesList list -> new CardWriter(this).choicesList(list);
      case Action.Satisfaction survey -> new CardWriter(this).satisfaction(survey);
      case Action.AskUserInput(var text, var kind, var required, var key) ->
          typed("send_user_input_action")
              .put("text", text(text))
              .put("kind", kind)
              .put("required", required)
              .put("key", key)
              .build();
      case Action.AskLocation(var message, var go) ->
          typed("ask_location_action")
              .put("message", text(message))
              .put("action", goTo(go))
              .build();
      case Action.SendTemplate template -> {
        ObjBuilder written =
            typed("send_template_action")
                .put("name", template.name())
                .put("language", template.language());
        optional(written, "header", template.header());
        yield written
            .put("body", all(template.body(), this::text))
            .put("text", text(template.text()))
            .build();
      }
      case Action.Wait(var seconds) ->
          typed("wait_action").put("duration", Value.of(seconds)).build();
      case Action.JsEvent(var event, var payload) -> {
        ObjBuilder written = typed("send_js_event_action").put("event", event);
        yield payload == null ? written.build() : written.put("payload", payload).build();
      }
      case Action.PauseBot _ -> typed("pause_bot_action").build();
    };
  }

  private Value.Obj say(Action.Say say) {
    ObjBuilder written =
        typed("send_text_action").put("alternatives", all(say.alternatives(), this::text));
    return say.chosen() == null ? written.build() : written.put("text", say.chosen()).build();
  }

  private Value.Obj effect(Action.Effect action) {
    return switch (action) {
      case Action.StoreValue(var key, var value, var how) ->
          arithmetic(typed("store_session_value_action"), key, value, how);
      case Action.SetAttribute(var key, var value, var how) ->
          arithmetic(typed("set_user_attribute_action"), key, value, how);
      case Action.JumpTo(var connections, var fallback) ->
          typed("jump_to_action")
              .put("connections", all(connections, this::arrow))
              .put("defaultTarget", fallback == null ? Value.Null.NULL : target(fallback, null))
              .build();
      case Action.UserRequest(var message, var assignee, var group) -> {
        ObjBuilder request = typed("create_user_request_action").put("message", text(message));
        optional(request, "assigneeID", assignee);
        yield optional(request, "groupID", group).build();
      }
      case Action.HandOver(var group, var closed) -> {
        ObjBuilder handOver = optional(typed("hand_over_action"), "group", group);
        yield (closed == null ? handOver : handOver.put("closed", text(closed))).build();
      }
    };
  }

  private Value.Obj arithmetic(
      ObjBuilder written, String key, Phrase value, Action.Arithmetic how) {
    written.put("key", key).put("value", text(value));
    if (how.add()) {
      written.put("add", true);
    }
    if (how.integer()) {
      written.put("isInt", true);
    }
    return written.build();
  }

  Value.Obj button(Action.Button button, String type) {
    return typed(type)
        .put("title", text(button.title()))
        .put("action", write(button.action()))
        .build();
  }

  /// The written form of what a click does.
  public Value.Obj write(ButtonAction action) {
    return switch (action) {
      case ButtonAction.GoTo go -> goTo(go);
      case ButtonAction.OpenUrl(var url) -> typed("open_url_action").put("url", text(url)).build();
      case ButtonAction.Share _ -> typed("share_action").build();
      case ButtonAction.ReplyMessage(var message, var attachments) -> {
        ObjBuilder reply = typed("legacy_reply_to_message_action").put("message", message);
        yield attachments.isEmpty()
            ? reply.build()
            : reply.put("attachments", new Value.List(attachments)).build();
      }
      case ButtonAction.SatisfactionCallback(var kind, var target) ->
          typed("customer_satisfaction_callback_action")
              .put("target", target == null ? Value.Null.NULL : target(target, null))
              .put("kind", kind)
              .build();
    };
  }

  Value.Obj goTo(ButtonAction.GoTo go) {
    return typed("go_to_action")
        .put("target", target(go.target(), go.name()))
        .put("sessionValues", go.sessionValues() == null ? Value.Null.NULL : go.sessionValues())
        .build();
  }

  /// The written form of a target; `name` replaces the one that `names` know.
  public Value.Obj target(Target target, @Nullable String name) {
    String shown = name == null ? names.of(target) : name;
    Value written = shown == null ? Value.Null.NULL : Value.of(shown);
    return switch (target) {
      case Target.ToStep(var id) -> typed("step").put("id", id).put("name", written).build();
      case Target.ToStory(var id) -> typed("story").put("id", id).put("name", written).build();
      case Target.ToEnd _ -> typed("end").build();
    };
  }

  /// The written form of an arrow.
  public Value.Obj arrow(Arrow arrow) {
    ObjBuilder written =
        typed("flow_connection")
            .put("target", target(arrow.target(), null))
            .put("predicates", all(arrow.when(), this::condition));
    if (arrow.hook() != null) {
      written.put(
          "hook",
          Value.Obj.builder()
              .put("url", arrow.hook().url())
              .put("side", !arrow.hook().blocking())
              .put("repeatable", arrow.hook().repeatable())
              .build());
    }
    return written.build();
  }

  /// The written form of a predicate.
  public Value.Obj condition(Condition condition) {
    return ConditionWriter.write(condition, names);
  }

  Value.Obj intent(String id) {
    return ConditionWriter.intent(id, names);
  }

  Value text(Phrase phrase) {
    return Value.of(expander.apply(phrase));
  }

  ObjBuilder optional(ObjBuilder written, String name, @Nullable Phrase phrase) {
    return phrase == null ? written : written.put(name, text(phrase));
  }

  private static ObjBuilder optional(ObjBuilder written, String name, @Nullable String text) {
    return text == null ? written : written.put(name, text);
  }

  static ObjBuilder typed(String type) {
    return Value.Obj.builder().put("type", type);
  }

  static <T> Value.List all(List<T> items, Function<T, Value> write) {
    List<Value> written = new ArrayList<>(items.size());
    for (T item : items) {
      written.add(write.apply(item));
    }
    return new Value.List(written);
  }
}
