package dev.dragoman.core.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A text with `{{…}}` places, parsed once. Expanded once: what a value holds is never parsed.
public record Template(List<Part> parts) {
  /// Names of values that are there without anybody setting them (contract treble §5.5).
  public static final Set<String> NATIVE =
      Set.of("time", "date", "weekday", "country_code", "inbound");

  /// Copies the list.
  public Template {
    parts = List.copyOf(parts);
  }

  /// One piece of a template.
  public sealed interface Part {
    /// Text that stands as it is.
    record Literal(String text) implements Part {}

    /// `{{size}}` or `{{session.size}}`: a session value, or a native one such as `{{inbound}}`.
    record SessionValue(String key) implements Part {}

    /// `{{contact.name}}` or `{{user.name}}`: an attribute of the contact, empty when unset.
    record Attribute(String key) implements Part {}

    /// `{{time}}`, `{{date}}`, `{{weekday}}`: read from the moment of the decision.
    record Clock(ClockField field) implements Part {}
  }

  /// What a template may read from the moment.
  public enum ClockField {
    TIME,
    DATE,
    WEEKDAY
  }

  /// A template of one literal.
  public static Template literal(String text) {
    return new Template(List.of(new Part.Literal(text)));
  }

  /// Parses `{{…}}` places; an unclosed or empty place stays literal text.
  public static Template parse(String text) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    int open = text.indexOf("{{");
    while (open >= 0) {
      int close = text.indexOf("}}", open + 2);
      if (close < 0) {
        break;
      }
      String name = text.substring(open + 2, close).strip();
      if (!name.isEmpty()) {
        addLiteral(parts, text.substring(from, open));
        parts.add(place(name));
        from = close + 2;
      }
      open = text.indexOf("{{", close + 2);
    }
    addLiteral(parts, text.substring(from));
    return new Template(parts.isEmpty() ? List.of(new Part.Literal("")) : parts);
  }

  private static void addLiteral(List<Part> parts, String text) {
    if (!text.isEmpty()) {
      parts.add(new Part.Literal(text));
    }
  }

  private static Part place(String name) {
    return switch (name) {
      case "time" -> new Part.Clock(ClockField.TIME);
      case "date" -> new Part.Clock(ClockField.DATE);
      case "weekday" -> new Part.Clock(ClockField.WEEKDAY);
      default -> named(name);
    };
  }

  private static Part named(String name) {
    if (name.startsWith("contact.")) {
      return new Part.Attribute(name.substring("contact.".length()));
    }
    if (name.startsWith("user.")) {
      return new Part.Attribute(name.substring("user.".length()));
    }
    return new Part.SessionValue(
        name.startsWith("session.") ? name.substring("session.".length()) : name);
  }

  /// Whether nothing in it varies.
  public boolean isLiteral() {
    return parts.stream().allMatch(Part.Literal.class::isInstance);
  }

  /// The text of a template that [#isLiteral()].
  public String literalText() {
    return parts.stream().map(part -> ((Part.Literal) part).text()).collect(Collectors.joining());
  }
}
