package dev.dragoman.core.check;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.check.Finding.Kind;
import dev.dragoman.core.check.LabelLimit.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds labels that a channel cuts off. Of a label with variable parts only the rest counts.
final class LongLabels {
  private final List<Finding> findings = new ArrayList<>();

  private LongLabels() {}

  static List<Finding> find(Bot bot, List<Placed> actions) {
    LongLabels search = new LongLabels();
    actions.forEach(placed -> search.look(placed.action(), placed.spot()));
    for (var story : bot.stories()) {
      for (var step : story.steps()) {
        if (step.question() instanceof Question.Closed(_, var answers, _, _)) {
          List<Phrase> labels = answers.stream().map(Question.Answer::label).toList();
          search.labels(labels, Element.CHOICE, Spot.of(step.id()), "ask.closed");
        }
      }
    }
    return search.findings;
  }

  private void look(Action action, Spot spot) {
    switch (action) {
      case Action.QuickReplies(_, var buttons) ->
          labels(titles(buttons), Element.CHOICE, spot, "buttons");
      case Action.SendCards(var cards, _) -> {
        for (int i = 0; i < cards.size(); i++) {
          Spot card = spot.at("cards", i);
          labels(titles(cards.get(i).buttons()), Element.CARD_BUTTON, card, "buttons");
        }
      }
      case Action.ChoicesList list -> list(list.sections(), spot);
      case Action.Satisfaction(_, var choices) ->
          labels(
              choices.stream().map(Action.SatisfactionChoice::label).toList(),
              Element.CHOICE,
              spot,
              "choices");
      case Action.Visible _, Action.Effect _, Action.Outside _ -> {}
    }
  }

  private static List<Phrase> titles(List<Action.Button> buttons) {
    return buttons.stream().map(Action.Button::title).toList();
  }

  private void list(List<Action.Section> sections, Spot spot) {
    int rows = sections.stream().mapToInt(section -> section.choices().size()).sum();
    for (int i = 0; i < sections.size(); i++) {
      Spot at = sections.size() == 1 ? spot : spot.at("sections", i);
      label(sections.get(i).title(), Element.SECTION, sections.size(), spot.at("sections", i));
      List<Action.Choice> choices = sections.get(i).choices();
      for (int k = 0; k < choices.size(); k++) {
        label(choices.get(k).title(), Element.LIST_ROW, rows, at.at("choices", k));
      }
    }
  }

  private void labels(List<Phrase> labels, Element element, Spot spot, String name) {
    for (int i = 0; i < labels.size(); i++) {
      label(labels.get(i), element, labels.size(), spot.at(name, i));
    }
  }

  private void label(@Nullable Phrase label, Element element, int count, Spot spot) {
    if (label == null) {
      return;
    }
    int longest = label.templates().values().stream().mapToInt(LongLabels::length).max().orElse(0);
    LabelLimit.broken(element, count, longest)
        .ifPresent(
            limit -> {
              String message = "a label of %d characters does not fit %s, which shows %d";
              findings.add(
                  Finding.warning(
                      Kind.LABEL_TOO_LONG,
                      spot,
                      message.formatted(longest, limit.shownAs(), limit.characters()),
                      List.of()));
            });
  }

  private static int length(Template template) {
    return template.parts().stream()
        .mapToInt(
            part ->
                part instanceof Template.Part.Literal(var text)
                    ? text.codePointCount(0, text.length())
                    : 0)
        .sum();
  }
}
