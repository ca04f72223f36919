package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.campaign.FailureReason;
import dev.dragoman.core.model.Value;
import org.jspecify.annotations.Nullable;

/// Whether the approved messages that a campaign begins with can be filled (contract treble §3.3):
/// known before anything is sent, for a channel refuses them later and says less.
final class FirstWords {
  /// What WhatsApp takes, in code points.
  private static final int HEADER = 60;

  private static final int BODY = 1_024;

  private final Bot bot;

  FirstWords(Bot bot) {
    this.bot = bot;
  }

  /// Why the first step cannot say what it wants to with these values, or null.
  @Nullable FailureReason refused(Step step, Value.Obj values, Run run) {
    for (Action action : step.actions()) {
      FailureReason refused =
          action instanceof Action.SendTemplate template ? refused(template, values, run) : null;
      if (refused != null) {
        return refused;
      }
    }
    return null;
  }

  private @Nullable FailureReason refused(Action.SendTemplate template, Value.Obj values, Run run) {
    String header = template.header() == null ? "" : filled(template.header(), values, run);
    if (header == null) {
      return FailureReason.MISSING_PARAMETER;
    }
    for (Phrase phrase : template.body()) {
      String text = filled(phrase, values, run);
      if (text == null || text.isBlank()) {
        return FailureReason.MISSING_PARAMETER;
      }
      if (isLonger(text, BODY)) {
        return FailureReason.CHARACTER_LIMIT_BODY;
      }
    }
    if (isLonger(header, HEADER)) {
      return FailureReason.CHARACTER_LIMIT_HEADER;
    }
    String whole = filled(template.text(), values, run);
    return whole != null && isLonger(whole, BODY) ? FailureReason.CHARACTER_LIMIT_BODY : null;
  }

  private static boolean isLonger(String text, int most) {
    return text.codePointCount(0, text.length()) > most;
  }

  /// The phrase as it will be, or null when a value of it is missing.
  private @Nullable String filled(Phrase phrase, Value.Obj values, Run run) {
    String main = bot.head().languages().main();
    StringBuilder filled = new StringBuilder();
    for (Template.Part part : phrase.in(main, main).parts()) {
      String text =
          switch (part) {
            case Template.Part.Literal(var literal) -> literal;
            case Template.Part.SessionValue(var key) -> value(key, values, run);
            case Template.Part.Attribute(var key) -> Plain.text(run.facts().attributes().get(key));
            case Template.Part.Clock(var field) -> field.name();
          };
      if (text.isEmpty()) {
        return null;
      }
      filled.append(text);
    }
    return filled.toString();
  }

  private static String value(String key, Value.Obj values, Run run) {
    Value given = values.get(key);
    boolean country = given == null && key.equals("country_code");
    return Plain.text(country ? run.facts().attributes().get(Natives.COUNTRY_CODE) : given);
  }
}
