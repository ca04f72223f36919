package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.bot.Template.Part;
import dev.dragoman.core.model.Value;

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
      case Part.SessionValue(var key) -> Plain.text(Natives.value(key, run));
      case Part.Attribute(var key) -> Plain.text(run.facts().attributes().get(key));
      case Part.Clock(var field) -> Natives.clock(field, run);
    };
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
