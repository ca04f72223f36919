package dev.dragoman.core.bot.form;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Fills in the texts of an outside action's fields.
final class OutsideTexts {
  /// Free objects, in which `{"en": …}` is a member like any other and not a translation.
  private static final Set<String> FREE = Set.of("payload", "opts");

  private OutsideTexts() {}

  static Value.Obj expand(Action.Outside outside, Function<Phrase, String> expander) {
    return outside.literal() ? outside.fields() : object(outside.fields(), false, expander);
  }

  private static Value.Obj object(
      Value.Obj given, boolean free, Function<Phrase, String> expander) {
    var builder = Value.Obj.builder();
    given
        .members()
        .forEach(
            (name, value) ->
                builder.put(name, expand(value, free || FREE.contains(name), expander)));
    return builder.build();
  }

  private static Value expand(Value value, boolean free, Function<Phrase, String> expander) {
    return switch (value) {
      case Value.Text(var text) ->
          Value.of(expander.apply(new Phrase(Map.of("", Template.parse(text)))));
      case Value.Obj given when !free && isTranslated(given) ->
          Value.of(expander.apply(translated(given)));
      case Value.Obj given -> object(given, free, expander);
      case Value.List(var items) ->
          new Value.List(items.stream().map(item -> expand(item, free, expander)).toList());
      case Value.Null _, Value.Bool _, Value.Num _ -> value;
    };
  }

  private static boolean isTranslated(Value.Obj given) {
    return given.size() > 0
        && given.members().entrySet().stream()
            .allMatch(
                member ->
                    Texts.isLanguage(member.getKey())
                        && !member.getKey().equals("id")
                        && member.getValue() instanceof Value.Text);
  }

  private static Phrase translated(Value.Obj given) {
    Map<String, Template> templates = new LinkedHashMap<>();
    given
        .members()
        .forEach(
            (language, value) -> {
              if (value instanceof Value.Text(var text)) {
                templates.put(language, Template.parse(text));
              }
            });
    return new Phrase(templates);
  }
}
