package dev.dragoman.core.bot.form;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.ButtonAction;
import dev.dragoman.core.bot.Phrase;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads cards, lists of choices and surveys (contract clustaar §4.1).
final class CardForm {
  private CardForm() {}

  static Action.Card card(Form form) {
    form.constant("card");
    Action.Card read =
        card(
            form,
            Texts.optionalPhrase(form, "url", Bounds.ADDRESS),
            Bounds.upTo(3),
            ButtonForm::button);
    return read;
  }

  static Action.Card simpleCard(Form form) {
    form.constant("simple_card");
    return card(form, null, Bounds.upTo(3), ButtonForm::openUrlButton);
  }

  private static Action.Card card(
      Form form, @Nullable Phrase url, Bounds count, Function<Form, Action.Button> button) {
    Phrase title = Texts.phrase(form, "title", Bounds.oneTo(80));
    Phrase subtitle = Texts.optionalPhrase(form, "subtitle", Bounds.upTo(80));
    Phrase image = Texts.optionalAddress(form, "imageURL");
    Phrase alt = Texts.optionalPhrase(form, "alt", Bounds.upTo(500));
    List<Action.Button> buttons = form.forms("buttons", count, button);
    form.close();
    Action.Picture picture = image == null ? null : new Action.Picture(image, alt);
    return new Action.Card(title, subtitle, picture, url, buttons);
  }

  static Action choicesList(Form form) {
    Phrase message = Texts.optionalPhrase(form, "message", Bounds.upTo(500));
    Phrase placeholder = Texts.phrase(form, "placeholder", Bounds.oneTo(500));
    List<Action.Section> sections = form.forms("sections", Bounds.oneTo(100), CardForm::section);
    for (int i = 0; sections.size() > 1 && i < sections.size(); i++) {
      if (sections.get(i).title() == null) {
        form.refuse("sections[" + i + "].title", "is required where there are several sections");
      }
    }
    ButtonAction.GoTo go = ButtonForm.goTo(form, "action");
    return new Action.ChoicesList(message, placeholder, sections, go);
  }

  private static Action.Section section(Form form) {
    form.constant("section");
    Phrase title = Texts.optionalPhrase(form, "title", Bounds.upTo(500));
    var choices = form.forms("choices", Bounds.oneTo(200), CardForm::choice);
    form.close();
    return new Action.Section(title, choices);
  }

  private static Action.Choice choice(Form form) {
    form.constant("choice");
    Phrase title = Texts.phrase(form, "title", Bounds.oneTo(500));
    Phrase image = Texts.optionalAddress(form, "imageUrl");
    var values = form.object("sessionValues");
    form.close();
    return new Action.Choice(title, image, values);
  }

  static Action satisfaction(Form form) {
    Phrase message = Texts.phrase(form, "message", Bounds.MESSAGE);
    var choices = form.forms("choices", new Bounds(2, 3), CardForm::satisfactionChoice);
    return new Action.Satisfaction(message, choices);
  }

  private static Action.SatisfactionChoice satisfactionChoice(Form form) {
    form.constant("customer_satisfaction_choice");
    String kind = Texts.oneOf(form, "kind", ButtonForm.KINDS);
    Phrase label = Texts.phrase(form, "label", Bounds.upTo(60));
    var target = TargetForm.optional(form, "target");
    Form intent = form.optionalChild("matchingIntent");
    String intentId = intent == null ? null : ConditionForm.intentId(intent);
    form.close();
    return new Action.SatisfactionChoice(kind, label, target, intentId);
  }
}
