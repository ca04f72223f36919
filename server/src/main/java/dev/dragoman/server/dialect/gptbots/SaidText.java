package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the bot did, as text: the wire knows texts and recordings only.
///
/// What stands on buttons, cards and lists is told line by line, so that nothing that was offered
/// is kept from the reader; what has no words (a pause, an event of the page) is left out.
final class SaidText {
  private SaidText() {}

  /// The text of an action in its written form, or null when it has none.
  static @Nullable String of(Value.Obj action) {
    List<String> lines = new ArrayList<>();
    switch (String.valueOf(action.text("type"))) {
      case "send_text_action", "send_template_action", "send_user_input_action" ->
          add(lines, action, "text");
      case "send_image_action" -> add(lines, action, "alt", "imageURL");
      case "send_quick_replies_action" -> {
        add(lines, action, "message");
        each(action, "buttons", button -> add(lines, button, "title"));
      }
      case "send_cards_action", "send_simple_cards_action" ->
          each(action, "cards", card -> card(lines, card));
      case "send_choices_list_action" -> {
        add(lines, action, "message");
        each(action, "sections", section -> section(lines, section));
      }
      case "ask_location_action" -> add(lines, action, "message");
      case "customer_satisfaction_action" -> {
        add(lines, action, "message");
        each(action, "choices", choice -> add(lines, choice, "label"));
      }
      default -> {
        // Nothing to read.
      }
    }
    return lines.isEmpty() ? null : String.join("\n", lines);
  }

  private static void card(List<String> lines, Value.Obj card) {
    add(lines, card, "title", "subtitle", "url");
    each(card, "buttons", button -> add(lines, button, "title"));
  }

  private static void section(List<String> lines, Value.Obj section) {
    add(lines, section, "title");
    each(section, "choices", choice -> add(lines, choice, "title"));
  }

  private static void add(List<String> lines, Value.Obj from, String... names) {
    for (String name : names) {
      String text = from.text(name);
      if (text != null && !text.isEmpty()) {
        lines.add(text);
      }
    }
  }

  private static void each(Value.Obj from, String name, Consumer<Value.Obj> take) {
    if (from.get(name) instanceof Value.List(var items)) {
      for (Value item : items) {
        if (item instanceof Value.Obj object) {
          take.accept(object);
        }
      }
    }
  }
}
