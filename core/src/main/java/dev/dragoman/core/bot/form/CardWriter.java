package dev.dragoman.core.bot.form;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;

/// Writes cards, lists of choices and surveys.
final class CardWriter {
  private final ActionWriter writer;

  CardWriter(ActionWriter writer) {
    this.writer = writer;
  }

  Value.Obj cards(Action.SendCards action) {
    String type = action.simple() ? "send_simple_cards_action" : "send_cards_action";
    return ActionWriter.typed(type)
        .put("cards", ActionWriter.all(action.cards(), card -> card(card, action.simple())))
        .build();
  }

  private Value.Obj card(Action.Card card, boolean simple) {
    ObjBuilder written = ActionWriter.typed(simple ? "simple_card" : "card");
    written.put("title", writer.text(card.title()));
    writer.optional(written, "subtitle", card.subtitle());
    if (card.image() != null) {
      written.put("imageURL", writer.text(card.image().url()));
      writer.optional(written, "alt", card.image().alt());
    }
    writer.optional(written, "url", card.url());
    String button = simple ? "open_url_button" : "button";
    return written
        .put("buttons", ActionWriter.all(card.buttons(), one -> writer.button(one, button)))
        .build();
  }

  Value.Obj choicesList(Action.ChoicesList list) {
    ObjBuilder written = ActionWriter.typed("send_choices_list_action");
    writer.optional(written, "message", list.message());
    return written
        .put("placeholder", writer.text(list.placeholder()))
        .put("sections", ActionWriter.all(list.sections(), this::section))
        .put("action", writer.goTo(list.go()))
        .build();
  }

  private Value.Obj section(Action.Section section) {
    ObjBuilder written = ActionWriter.typed("section");
    writer.optional(written, "title", section.title());
    return written.put("choices", ActionWriter.all(section.choices(), this::choice)).build();
  }

  private Value.Obj choice(Action.Choice choice) {
    ObjBuilder written = ActionWriter.typed("choice").put("title", writer.text(choice.title()));
    writer.optional(written, "imageUrl", choice.imageUrl());
    if (choice.sessionValues() != null) {
      written.put("sessionValues", choice.sessionValues());
    }
    return written.build();
  }

  Value.Obj satisfaction(Action.Satisfaction survey) {
    return ActionWriter.typed("customer_satisfaction_action")
        .put("message", writer.text(survey.message()))
        .put("choices", ActionWriter.all(survey.choices(), this::satisfactionChoice))
        .build();
  }

  private Value.Obj satisfactionChoice(Action.SatisfactionChoice choice) {
    var target = choice.target();
    String intent = choice.intentId();
    return ActionWriter.typed("customer_satisfaction_choice")
        .put("kind", choice.kind())
        .put("label", writer.text(choice.label()))
        .put("target", target == null ? Value.Null.NULL : writer.target(target, null))
        .put("matchingIntent", intent == null ? Value.Null.NULL : writer.intent(intent))
        .build();
  }
}
