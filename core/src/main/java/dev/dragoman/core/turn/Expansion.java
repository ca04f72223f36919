package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.bot.Template.Part;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Value;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;

/// Fills templates: session values, attributes and the clock of the moment. Expands once.
final class Expansion {
  private final String mainLanguage;

  Expansion(String mainLanguage) {
    this.mainLanguage = mainLanguage;
  }

  String fill(Phrase phrase, Run run) {
    return fill(phrase.in(run.session().language(), mainLanguage), run);
  }

  String fill(Template template, Run run) {
    if (template.parts().size() == 1
        && template.parts().getFirst() instanceof Part.Literal(var text)) {
      return text;
    }
    StringBuilder filled = new StringBuilder();
    for (Part part : template.parts()) {
      String text = text(part, run);
      if (!run.budget().text(text.length())) {
        run.spent("TEXT_BUILT_PER_LEG");
        break;
      }
      filled.append(text);
    }
    return filled.toString();
  }

  private static String text(Part part, Run run) {
    return switch (part) {
      case Part.Literal(var text) -> text;
      case Part.SessionValue(var key) -> Plain.text(run.session().values().get(key));
      case Part.Attribute(var key) -> Plain.text(run.facts().attributes().get(key));
      case Part.Clock(var field) -> clock(field, run.moment, run.session().language());
    };
  }

  private static String clock(Template.ClockField field, Moment moment, String language) {
    LocalDateTime local = local(moment);
    return switch (field) {
      case TIME -> "%02d:%02d".formatted(local.getHour(), local.getMinute());
      case DATE -> local.toLocalDate().toString();
      case WEEKDAY -> {
        DayOfWeek day = local.getDayOfWeek();
        yield day.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language));
      }
    };
  }

  static LocalDateTime local(Moment moment) {
    return LocalDateTime.ofInstant(
        Instant.ofEpochSecond(moment.epochSeconds()),
        ZoneOffset.ofTotalSeconds(moment.offsetSeconds()));
  }

  /// Fills every text inside a value.
  Value fillAll(Value value, Run run) {
    return switch (value) {
      case Value.Text(var text) ->
          text.contains("{{") ? Value.of(fill(Template.parse(text), run)) : value;
      case Value.List(var items) ->
          new Value.List(items.stream().map(item -> fillAll(item, run)).toList());
      case Value.Obj object -> fillAll(object, run);
      case Value.Null _, Value.Bool _, Value.Num _ -> value;
    };
  }

  Value.Obj fillAll(Value.Obj object, Run run) {
    var filled = Value.Obj.builder();
    object.members().forEach((name, value) -> filled.put(name, fillAll(value, run)));
    return filled.build();
  }
}
