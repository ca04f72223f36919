package dev.dragoman.server.botfile;

import dev.dragoman.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The buttons of a written action, and what a click on them sends back.
final class Clicks {
  private Clicks() {}

  /// One button.
  private record Button(String title, Value.Obj click) {}

  /// What a click on the button of this title sends, or null when the action has none.
  static Value.@Nullable Obj find(Value.Obj action, String title) {
    return buttons(action).stream()
        .filter(button -> button.title().equals(title))
        .map(Button::click)
        .findFirst()
        .orElse(null);
  }

  /// The titles of all buttons, in order.
  static List<String> titles(Value.Obj action) {
    return buttons(action).stream().map(Button::title).toList();
  }

  private static List<Button> buttons(Value.Obj action) {
    List<Button> buttons = new ArrayList<>();
    each(action.get("buttons"), button -> plain(button, buttons));
    each(action.get("cards"), card -> each(card.get("buttons"), button -> plain(button, buttons)));
    each(action.get("choices"), face -> face(face, buttons));
    each(
        action.get("sections"),
        section -> each(section.get("choices"), choice -> choice(action, choice, buttons)));
    return buttons;
  }

  private static void each(@Nullable Value list, Consumer<Value.Obj> body) {
    List<Value> items = list instanceof Value.List given ? given.items() : List.of();
    items.stream().filter(Value.Obj.class::isInstance).map(Value.Obj.class::cast).forEach(body);
  }

  private static void plain(Value.Obj button, List<Button> buttons) {
    String title = button.text("title");
    if (title != null && button.get("action") instanceof Value.Obj click) {
      buttons.add(new Button(title, click));
    }
  }

  private static void face(Value.Obj face, List<Button> buttons) {
    String label = face.text("label");
    Value kind = face.get("kind");
    if (label != null && kind != null) {
      Value target = face.get("target");
      buttons.add(
          new Button(
              label,
              Value.Obj.builder()
                  .put("type", "customer_satisfaction_callback_action")
                  .put("target", target == null ? Value.Null.NULL : target)
                  .put("kind", kind)
                  .build()));
    }
  }

  /// A choice runs the list's action with its own values on top.
  private static void choice(Value.Obj list, Value.Obj choice, List<Button> buttons) {
    String title = choice.text("title");
    if (title != null && list.get("action") instanceof Value.Obj click) {
      var values = Value.Obj.builder();
      if (click.get("sessionValues") instanceof Value.Obj common) {
        values.setAll(common);
      }
      if (choice.get("sessionValues") instanceof Value.Obj own) {
        values.setAll(own);
      }
      buttons.add(new Button(title, click.with("sessionValues", values.build())));
    }
  }
}
