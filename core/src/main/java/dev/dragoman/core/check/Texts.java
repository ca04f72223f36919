package dev.dragoman.core.check;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.bot.form.ActionWriter;
import dev.dragoman.core.bot.form.TargetNames;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.understand.text.Folding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Texts as conditions compare them, and the session values that texts name.
final class Texts {
  private static final int LONGEST_NUMBER = 40;

  private Texts() {}

  static boolean among(String text, List<String> others) {
    return others.stream().anyMatch(other -> same(text, other));
  }

  /// The same text, whatever its case and accents, or the same number.
  static boolean same(String one, String other) {
    BigDecimal left = number(one);
    BigDecimal right = number(other);
    if (left != null && right != null) {
      return left.compareTo(right) == 0;
    }
    return Folding.fold(one).equals(Folding.fold(other));
  }

  private static @Nullable BigDecimal number(String text) {
    String stripped = text.strip();
    boolean plain =
        !stripped.isEmpty()
            && stripped.length() < LONGEST_NUMBER
            && stripped.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
    if (!plain) {
      return null;
    }
    try {
      return new BigDecimal(stripped);
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  /// Every phrase an action holds, in its order.
  static List<Phrase> phrases(Action action) {
    List<Phrase> phrases = new ArrayList<>();
    ActionWriter writer =
        new ActionWriter(
            phrase -> {
              phrases.add(phrase);
              return "";
            },
            TargetNames.NONE);
    writer.write(action);
    return phrases;
  }

  /// The session values that the texts of an action read, sorted.
  static Set<String> valuesRead(Action action) {
    Set<String> keys = new TreeSet<>();
    phrases(action).forEach(phrase -> phrase.templates().values().forEach(one -> add(one, keys)));
    if (action instanceof Action.JsEvent(_, var payload) && payload != null) {
      addAll(payload, keys);
    }
    return keys;
  }

  private static void addAll(Value value, Set<String> keys) {
    switch (value) {
      case Value.Text(var text) -> add(Template.parse(text), keys);
      case Value.List(var items) -> items.forEach(item -> addAll(item, keys));
      case Value.Obj(var members) -> members.values().forEach(member -> addAll(member, keys));
      case Value.Null _, Value.Bool _, Value.Num _ -> {}
    }
  }

  private static void add(Template template, Set<String> keys) {
    template
        .parts()
        .forEach(
            part -> {
              if (part instanceof Template.Part.SessionValue(var key)) {
                keys.add(key);
              }
            });
  }

  /// The template as it was written.
  static String shown(Template template) {
    StringBuilder text = new StringBuilder();
    for (Template.Part part : template.parts()) {
      text.append(
          switch (part) {
            case Template.Part.Literal(var literal) -> literal;
            case Template.Part.SessionValue(var key) -> "{{" + key + "}}";
            case Template.Part.Attribute(var key) -> "{{contact." + key + "}}";
            case Template.Part.Clock(var field) ->
                "{{" + field.name().toLowerCase(Locale.ROOT) + "}}";
          });
    }
    return text.toString();
  }
}
