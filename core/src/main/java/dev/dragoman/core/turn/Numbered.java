package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Answers listed below the text of a step, numbered from 1, the catch-all too (contract treble
/// §2.4).
final class Numbered {
  private Numbered() {}

  /// What the step does, with its answers below its last text if they are to be numbered.
  static List<Action> actions(Step step, Bot.Languages languages) {
    if (!(step.question() instanceof Question.Closed closed) || !closed.numbered()) {
      return step.actions();
    }
    List<Action> actions = new ArrayList<>(step.actions());
    for (int i = actions.size() - 1; i >= 0; i--) {
      if (actions.get(i) instanceof Action.Say(var alternatives, var chosen)) {
        List<Phrase> longer =
            alternatives.stream().map(text -> below(text, closed, languages)).toList();
        actions.set(i, new Action.Say(longer, chosen));
        return actions;
      }
    }
    Phrase lines = below(Phrase.literal(""), closed, languages);
    actions.add(new Action.Say(List.of(lines), null));
    return actions;
  }

  private static Phrase below(Phrase text, Question.Closed closed, Bot.Languages languages) {
    Map<String, Template> templates = new HashMap<>();
    for (String language : languages.all()) {
      List<Template.Part> parts = new ArrayList<>(text.in(language, languages.main()).parts());
      int number = 1;
      for (Question.Answer answer : closed.answers()) {
        parts.add(new Template.Part.Literal("\n" + number++ + ") "));
        parts.addAll(answer.label().in(language, languages.main()).parts());
      }
      if (closed.catchAll() != null) {
        parts.add(new Template.Part.Literal("\n" + number + ") " + Question.DEFAULT));
      }
      templates.put(language, new Template(parts));
    }
    return new Phrase(templates);
  }
}
