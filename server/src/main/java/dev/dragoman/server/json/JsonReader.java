package dev.dragoman.server.json;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.JsonProblem.Kind;
import java.io.Serial;
import java.util.ArrayList;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// Reads one document over Jackson's streaming parser, and keeps every rule that the parser alone
/// would let pass. Buffers come from Jackson's shared pool, never from a `ThreadLocal`.
///
/// The parser gets characters, not bytes: its parser of bytes refuses a member name that holds an
/// escaped surrogate pair, which is legal and what Python sends for an emoji.
final class JsonReader {

  /// Depth and numbers are judged here, where the path is known, so the parser's own bounds stand
  /// one step behind.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Value.MAX_DEPTH + 1)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(4_096)
                  .build())
          .build();

  private final JsonParser parser;
  private final JsonLimits limits;

  /// NUL and half surrogate pairs come by escapes only: bytes are checked, the parser refuses raw
  /// control characters.
  private final boolean escaped;

  private int depth;
  private int values;

  private JsonReader(JsonParser parser, JsonLimits limits, boolean escaped) {
    this.parser = parser;
    this.limits = limits;
    this.escaped = escaped;
  }

  static JsonRead read(byte[] bytes, JsonLimits limits) {
    var text = Utf8.text(bytes);
    int invalid = text.indexOf(Utf8.REPLACEMENT) < 0 ? -1 : Utf8.firstInvalid(bytes);
    return invalid < 0
        ? read(text, limits)
        : refused(Kind.NOT_UTF8, "", Utf8.text(bytes, invalid), Integer.MAX_VALUE);
  }

  /// Reads a text that is known to be legal Unicode, save for NUL.
  private static JsonRead read(String text, JsonLimits limits) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new JsonReader(parser, limits, text.contains("\\u")).document(text);
    }
  }

  private JsonRead document(String text) {
    try {
      var token = parser.nextToken();
      if (token == null) {
        return refused(Kind.EMPTY, "", text, 0);
      }
      var value = value(token);
      return parser.nextToken() == null
          ? new JsonRead.Read(value)
          : refused(Kind.TRAILING, "", text, tokenOffset());
    } catch (Refusal refusal) {
      return refused(refusal.kind, refusal.path, text, tokenOffset());
    } catch (JacksonException e) {
      return refused(text, e);
    }
  }

  private JsonRead refused(String text, JacksonException e) {
    var location = e.getLocation();
    int offset = location == null ? 0 : (int) Math.max(0, location.getCharOffset());
    var kind =
        switch (e) {
          case UnexpectedEndOfInputException _ -> Kind.INCOMPLETE;
          case StreamConstraintsException _ -> Kind.NAME_TOO_LONG;
          default -> isNul(text, offset) || isNul(text, offset - 1) ? Kind.NUL : Kind.SYNTAX;
        };
    return refused(kind, path(parser.streamReadContext()), text, offset);
  }

  private static boolean isNul(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) == 0;
  }

  private static JsonRead refused(Kind kind, String path, String text, int offset) {
    return new JsonRead.Refused(JsonProblem.of(kind, path, Position.at(text, offset)));
  }

  private int tokenOffset() {
    return (int) Math.max(0, parser.currentTokenLocation().getCharOffset());
  }

  private Value value(JsonToken token) {
    if (++values > limits.values()) {
      throw refusal(Kind.TOO_MANY_VALUES);
    }
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> list();
      case VALUE_STRING -> text();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> Value.Bool.TRUE;
      case VALUE_FALSE -> Value.Bool.FALSE;
      case VALUE_NULL -> Value.Null.NULL;
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw refusal(Kind.SYNTAX);
    };
  }

  private Value object() {
    enter();
    var name = parser.nextName();
    if (name == null) {
      depth--;
      return Value.Obj.EMPTY;
    }
    var builder = Value.Obj.builder();
    while (name != null) {
      member(name, builder);
      name = parser.nextName();
    }
    depth--;
    return builder.build();
  }

  private void member(String name, ObjBuilder builder) {
    checkLegal(name);
    if (builder.has(name)) {
      throw refusal(Kind.DUPLICATE_NAME);
    }
    builder.put(name, value(parser.nextToken()));
  }

  private void checkLegal(String text) {
    int illegal = escaped ? Value.Text.firstIllegal(text) : -1;
    if (illegal >= 0) {
      throw refusal(text.charAt(illegal) == 0 ? Kind.NUL : Kind.SURROGATE);
    }
  }

  private Value list() {
    enter();
    var token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      depth--;
      return Value.List.EMPTY;
    }
    var items = new ArrayList<Value>();
    while (token != JsonToken.END_ARRAY) {
      items.add(value(token));
      token = parser.nextToken();
    }
    depth--;
    return new Value.List(items);
  }

  private void enter() {
    if (++depth > limits.depth()) {
      throw refusal(Kind.TOO_DEEP);
    }
  }

  private Value text() {
    var text = parser.getString();
    checkLegal(text);
    return new Value.Text(text);
  }

  private Value number() {
    var text = parser.getString();
    return switch (Value.Num.fault(text)) {
      case NONE -> new Value.Num(text);
      case GRAMMAR -> throw refusal(Kind.SYNTAX);
      case TOO_LONG, EXPONENT -> throw refusal(Kind.NUMBER);
    };
  }

  private Refusal refusal(Kind kind) {
    return new Refusal(kind, path(parser.streamReadContext()));
  }

  private static String path(TokenStreamContext context) {
    var parent = context.getParent();
    if (parent == null) {
      return "";
    }
    // The context of a list or object just opened has no place of its own yet.
    var outer = path(parent);
    if (context.inArray() && context.hasCurrentIndex()) {
      return Path.item(outer, context.getCurrentIndex());
    }
    var name = context.inObject() ? context.currentName() : null;
    return name == null ? outer : Path.member(outer, name);
  }

  /// Leaves the recursion from any depth; never leaves this class.
  private static final class Refusal extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final Kind kind;
    private final String path;

    Refusal(Kind kind, String path) {
      super(null, null, false, false);
      this.kind = kind;
      this.path = path;
    }
  }
}
