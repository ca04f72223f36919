package dev.dragoman.core.check;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Intent;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.check.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/// Finds texts and intents that lack one of the languages the bot says it speaks.
///
/// A text that names no language is the same in all; a message to the support team needs one.
final class MissingTranslations {
  private final List<String> languages;
  private final List<Finding> findings = new ArrayList<>();

  private MissingTranslations(List<String> languages) {
    this.languages = languages;
  }

  static List<Finding> find(Bot bot, List<Placed> actions) {
    MissingTranslations search = new MissingTranslations(bot.head().languages().all());
    if (search.languages.size() > 1) {
      actions.forEach(search::look);
      bot.stories().forEach(search::labels);
      bot.intents().forEach(search::look);
    }
    return search.findings;
  }

  private void look(Placed placed) {
    if (placed.action() instanceof Action.Visible) {
      Texts.phrases(placed.action()).stream()
          .map(this::missing)
          .filter(missing -> !missing.isEmpty())
          .findFirst()
          .ifPresent(missing -> report(missing, placed.spot()));
    }
  }

  private void labels(Story story) {
    for (var step : story.steps()) {
      if (step.question() instanceof Question.Closed(_, var answers, _, _)) {
        for (int i = 0; i < answers.size(); i++) {
          List<String> missing = missing(answers.get(i).label());
          if (!missing.isEmpty()) {
            report(missing, Spot.of(step.id()).at("ask.closed", i));
          }
        }
      }
    }
  }

  private List<String> missing(Phrase phrase) {
    return phrase.templates().containsKey("")
        ? List.of()
        : languages.stream().filter(one -> !phrase.templates().containsKey(one)).toList();
  }

  private void report(List<String> missing, Spot spot) {
    String message = "a text here is not given in %s, a language of the bot";
    findings.add(
        Finding.error(
            Kind.MISSING_TRANSLATION,
            spot,
            message.formatted(String.join(" and ", missing)),
            List.of()));
  }

  private void look(Intent intent) {
    List<String> missing =
        languages.stream()
            .filter(one -> intent.examples().getOrDefault(one, List.of()).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      String message = "the intent '%s' has no example in %s, a language of the bot";
      findings.add(
          Finding.warning(
              Kind.MISSING_TRANSLATION,
              Spot.of(intent.id()),
              message.formatted(intent.name(), String.join(" and ", missing)),
              List.of()));
    }
  }
}
