package dev.dragoman.core.bot.form;

import dev.dragoman.core.bot.Phrase;
import dev.dragoman.core.bot.Template;
import dev.dragoman.core.model.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the scalar members of a [Form]: texts, phrases, numbers, keys.
final class Texts {
  private static final Phrase NOTHING = Phrase.literal("");

  private Texts() {}

  static Phrase phrase(Form form, String name, Bounds length) {
    Value value = form.need(name);
    Phrase read = value == null ? null : phrase(form.findings(), value, form.at(name), length);
    return read == null ? NOTHING : read;
  }

  /// Null when the member is absent, `null` or the empty text.
  static @Nullable Phrase optionalPhrase(Form form, String name, Bounds length) {
    Value value = form.get(name);
    return value == null || isEmpty(value)
        ? null
        : phrase(form.findings(), value, form.at(name), length);
  }

  private static boolean isEmpty(Value value) {
    return value instanceof Value.Text(var text) && text.isEmpty();
  }

  static List<Phrase> phrases(Form form, String name, Bounds count, Bounds length) {
    return form.items(name, count, (value, where) -> phrase(form.findings(), value, where, length));
  }

  static @Nullable Phrase phrase(Findings findings, Value value, String where, Bounds length) {
    if (findings.byAuthor() && value instanceof Value.Obj(var byLanguage)) {
      return translated(findings, byLanguage, where, length);
    }
    String text = text(findings, value, where, length);
    if (text == null) {
      return null;
    }
    return findings.byAuthor()
        ? new Phrase(Map.of("", Template.parse(text)))
        : Phrase.literal(text);
  }

  private static @Nullable Phrase translated(
      Findings findings, Map<String, Value> byLanguage, String where, Bounds length) {
    Map<String, Template> templates = new LinkedHashMap<>();
    byLanguage.forEach(
        (language, value) -> {
          String path = where + "." + language;
          if (!isLanguage(language)) {
            findings.add(path, "is not a language code such as 'en'");
          }
          String text = text(findings, value, path, length);
          if (text != null) {
            templates.put(language, Template.parse(text));
          }
        });
    if (byLanguage.isEmpty()) {
      findings.add(where, "must be given in at least one language");
    }
    return templates.isEmpty() ? null : new Phrase(templates);
  }

  /// Whether a name is a two- or three-letter language code.
  static boolean isLanguage(String name) {
    return name.length() >= 2
        && name.length() <= 3
        && name.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  static String text(Form form, String name, Bounds length) {
    Value value = form.need(name);
    String read = value == null ? null : text(form.findings(), value, form.at(name), length);
    return read == null ? "" : read;
  }

  static @Nullable String optionalText(Form form, String name, Bounds length) {
    Value value = form.get(name);
    return value == null ? null : text(form.findings(), value, form.at(name), length);
  }

  /// A text of the right length. Authors may leave out the quotes of a number or a truth.
  static @Nullable String text(Findings findings, Value value, String where, Bounds length) {
    String text =
        switch (value) {
          case Value.Text(var given) -> given;
          case Value.Num(var given) when findings.byAuthor() -> given;
          case Value.Bool(var given) when findings.byAuthor() -> Boolean.toString(given);
          case Value.Num _, Value.Bool _, Value.Null _, Value.List _, Value.Obj _ -> null;
        };
    if (text == null) {
      findings.add(where, "must be a string, not " + value.kind());
      return null;
    }
    int count = text.codePointCount(0, text.length());
    if (!length.allow(count)) {
      findings.add(where, "must have " + length + " characters, not " + count);
    }
    return text;
  }

  static String oneOf(Form form, String name, Set<String> allowed) {
    String text = text(form, name, Bounds.upTo(Integer.MAX_VALUE));
    if (!text.isEmpty() && !allowed.contains(text)) {
      form.refuse(name, notAmong(text, allowed));
    }
    return text;
  }

  static String notAmong(String text, Set<String> allowed) {
    String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return "'"
        + shown
        + "' is not one of "
        + String.join(", ", allowed.stream().sorted().toList())
        + Nearest.suggestion(text, allowed);
  }

  /// The name of a session value or an attribute: letters, digits and underscores.
  static String key(Form form, String name) {
    String key = text(form, name, Bounds.KEY);
    if (!isKey(key)) {
      form.refuse(name, "must consist of letters, digits and underscores");
    }
    return key;
  }

  static boolean isKey(String key) {
    return key.codePoints().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
  }

  /// A web address; an author's may begin with a variable part.
  static Phrase address(Form form, String name) {
    Phrase phrase = phrase(form, name, Bounds.ADDRESS);
    checkAddress(form, name);
    return phrase;
  }

  static @Nullable Phrase optionalAddress(Form form, String name) {
    Phrase phrase = optionalPhrase(form, name, Bounds.ADDRESS);
    if (phrase != null) {
      checkAddress(form, name);
    }
    return phrase;
  }

  private static void checkAddress(Form form, String name) {
    if (form.get(name) instanceof Value.Text(var text) && !isAddress(text, form.byAuthor())) {
      form.refuse(name, "must be an http or https address");
    }
  }

  static boolean isAddress(String text, boolean byAuthor) {
    String address = text.strip();
    return address.regionMatches(true, 0, "https://", 0, 8)
        || address.regionMatches(true, 0, "http://", 0, 7)
        || (byAuthor && address.startsWith("{{"));
  }

  static BigDecimal number(Form form, String name) {
    BigDecimal read = optionalNumber(form, name);
    if (read == null) {
      form.need(name);
    }
    return read == null ? BigDecimal.ZERO : read;
  }

  static @Nullable BigDecimal optionalNumber(Form form, String name) {
    return switch (form.get(name)) {
      case Value.Num number -> number.decimal();
      case null -> null;
      case Value other -> {
        form.refuse(name, "must be a number, not " + other.kind());
        yield BigDecimal.ZERO;
      }
    };
  }
}
