package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.json.Fields;
import java.util.OptionalLong;

/// Query parameters, read by the rules of a body: numbers come as text.
final class Queries {
  private static final int DIGITS = 18;

  private final Request request;
  private final Fields fields;

  private Queries(Request request, Fields fields) {
    this.request = request;
    this.fields = fields;
  }

  static Queries of(Request request) {
    return new Queries(request, Fields.of(Value.Obj.EMPTY));
  }

  Fields fields() {
    return fields;
  }

  /// A required text.
  String text(String name, int max) {
    String text = request.query(name).orElse("");
    if (text.isEmpty()) {
      fields.invalid(name, "is required");
    } else if (text.length() > max) {
      fields.invalid(name, "must be 1 to " + max + " characters long");
    }
    return text;
  }

  /// A required whole number.
  long whole(String name, long min, long max) {
    String text = request.query(name).orElse("");
    if (text.isEmpty()) {
      fields.invalid(name, "is required");
      return min;
    }
    OptionalLong number = number(text);
    if (number.isEmpty() || number.getAsLong() < min || number.getAsLong() > max) {
      fields.invalid(name, "must be a whole number from " + min + " to " + max);
      return min;
    }
    return number.getAsLong();
  }

  private static OptionalLong number(String text) {
    boolean digits = text.length() <= DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  /// What a page of a list is.
  record Page(int number, int size) {
    /// Where it begins.
    long from() {
      return (long) (number - 1) * size;
    }
  }

  /// The parameters `page` and `page_size`.
  Page page() {
    int number = (int) whole("page", 1, 1_000_000);
    int size = (int) whole("page_size", 1, 100);
    return new Page(number, size);
  }
}
