package dev.dragoman.server.json;

/// Why bytes were not read as JSON.
///
/// @param kind which rule was broken
/// @param path where, like `users[3].cellphone`; empty for the whole document
/// @param line from 1
/// @param column from 1, in characters (code points)
/// @param message one sentence fit for the sender; holds nothing the sender did not send
public record JsonProblem(Kind kind, String path, int line, int column, String message) {

  /// The rules of the door.
  public enum Kind {
    /// No bytes, or white space only.
    EMPTY("the body is empty"),
    /// More bytes than [JsonLimits#bytes].
    TOO_LARGE("the body is too large"),
    /// Invalid, overlong or cut UTF-8.
    NOT_UTF8("the body is not valid UTF-8"),
    /// Against the grammar of JSON.
    SYNTAX("the body is not valid JSON"),
    /// The end came before the value was complete.
    INCOMPLETE("the body ends in the middle of its JSON"),
    /// Something follows the value.
    TRAILING("something follows the JSON value"),
    /// Deeper than [JsonLimits#depth].
    TOO_DEEP("the JSON is nested too deeply"),
    /// More values than [JsonLimits#values].
    TOO_MANY_VALUES("the JSON holds too many values"),
    /// A member name beyond the bound of a name.
    NAME_TOO_LONG("a member name is too long"),
    /// The same member name twice in one object.
    DUPLICATE_NAME("the member name stands twice in one object"),
    /// U+0000, raw or escaped.
    NUL("a text holds the character U+0000"),
    /// Half a surrogate pair.
    SURROGATE("a text holds half a surrogate pair"),
    /// A number longer or larger than can be kept.
    NUMBER("a number is longer than 1,000 characters or its exponent beyond 9,999");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }
  }

  static JsonProblem of(Kind kind, String path, Position position) {
    var place = path.isEmpty() ? "" : " at " + path;
    var message =
        kind.sentence + place + " (line " + position.line() + ", column " + position.column() + ")";
    return new JsonProblem(kind, path, position.line(), position.column(), message);
  }
}
