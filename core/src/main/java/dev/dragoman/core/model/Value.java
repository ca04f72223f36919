package dev.dragoman.core.model;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A JSON value: what a session remembers, what a webhook says, what a caller sends.
///
/// Immutable, thread-safe, equal by content. A number keeps the text it was written with (`0.10`
/// stays `0.10`), an object keeps the order of its members; two objects with the same members in
/// another order are equal. No value is deeper than [#MAX_DEPTH] or heavier than [#MAX_WEIGHT], and
/// no text holds NUL or half a surrogate pair: the constructors throw `IllegalArgumentException`.
public sealed interface Value {

  /// How many lists and objects may stand inside each other.
  int MAX_DEPTH = 64;

  /// The most a value may weigh, see [#weight()].
  int MAX_WEIGHT = 1 << 26;

  /// A text; must be legal, see [Text#firstIllegal].
  static Text of(String text) {
    return new Text(text);
  }

  /// A whole number.
  static Num of(long number) {
    return new Num(Long.toString(number));
  }

  /// A number, written as `BigDecimal` writes it.
  static Num of(BigDecimal number) {
    return new Num(number.toString());
  }

  /// One of the two truths.
  static Bool of(boolean truth) {
    return truth ? Bool.TRUE : Bool.FALSE;
  }

  /// How many lists and objects stand inside each other: 0 for a scalar, 1 for `[]`.
  default int depth() {
    return 0;
  }

  /// One for each value inside and itself, plus the UTF-16 length of all texts, numbers and names.
  default int weight() {
    return 1;
  }

  /// What it is, in the word of a message to a person: `null`, `boolean`, `number`, `string`,
  /// `list` or `object`.
  default String kind() {
    return switch (this) {
      case Null _ -> "null";
      case Bool _ -> "boolean";
      case Num _ -> "number";
      case Text _ -> "string";
      case List _ -> "list";
      case Obj _ -> "object";
    };
  }

  /// Nothing, said aloud.
  record Null() implements Value {

    /// The one to use.
    public static final Null NULL = new Null();
  }

  /// True or false.
  record Bool(boolean value) implements Value {

    /// The JSON `true`.
    public static final Bool TRUE = new Bool(true);

    /// The JSON `false`.
    public static final Bool FALSE = new Bool(false);
  }

  /// A number as the JSON text it was written with; `1` and `1.0` are different values that
  /// [#compare] as the same number.
  ///
  /// At most [#MAX_LENGTH] characters and an exponent within ± [#MAX_EXPONENT], so that no
  /// arithmetic on it can run away.
  record Num(String text) implements Value {

    /// The longest text of a number.
    public static final int MAX_LENGTH = 1_000;

    /// The largest exponent that may be written.
    public static final int MAX_EXPONENT = 9_999;

    public Num {
      var fault = NumberText.fault(text);
      if (fault != NumberText.Fault.NONE) {
        throw new IllegalArgumentException("not a number that can be kept: " + fault);
      }
    }

    @Override
    public int weight() {
      return 1 + text.length();
    }

    /// Whether a text would be accepted as a number, and if not why.
    public static NumberText.Fault fault(String text) {
      return NumberText.fault(text);
    }

    /// The exact number.
    public BigDecimal decimal() {
      return new BigDecimal(text);
    }

    /// Whether it has no fraction (`1.0` and `1e2` have none) and fits a `long`.
    public boolean isLong() {
      return NumberText.wholeLong(text) != null;
    }

    /// The number as a `long`; throws `ArithmeticException` unless [#isLong].
    public long longValue() {
      var whole = NumberText.wholeLong(text);
      if (whole == null) {
        throw new ArithmeticException("not a whole number within 64 bits");
      }
      return whole;
    }

    /// Negative, zero or positive as this number is less than, the same as or more than `other`.
    public int compare(Num other) {
      return decimal().compareTo(other.decimal());
    }
  }

  /// A legal Unicode text.
  record Text(String text) implements Value {

    public Text {
      if (firstIllegal(text) >= 0) {
        throw new IllegalArgumentException("a text holds NUL or half a surrogate pair");
      }
    }

    @Override
    public int weight() {
      return 1 + text.length();
    }

    /// The index of the first NUL or unpaired surrogate, which no store can keep; -1 if none.
    public static int firstIllegal(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == 0) {
          return i;
        }
        if (Character.isSurrogate(c)) {
          boolean paired =
              Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1));
          if (!paired) {
            return i;
          }
          i++;
        }
      }
      return -1;
    }
  }

  /// Values one after the other; the list is immutable.
  record List(java.util.List<Value> items) implements Value {

    /// The list without items.
    public static final List EMPTY = new List(java.util.List.of());

    public List {
      items = Items.copyOf(items);
    }

    @Override
    public int depth() {
      return ((Items) items).depth();
    }

    @Override
    public int weight() {
      return ((Items) items).weight();
    }

    /// A list of these values.
    public static List of(Value... items) {
      return new List(Arrays.asList(items));
    }

    /// How many items it has.
    public int size() {
      return items.size();
    }

    /// The item at `index`, from 0.
    public Value get(int index) {
      return items.get(index);
    }
  }

  /// Named values in the order they were given; the map is immutable and iterates in that order.
  record Obj(Map<String, Value> members) implements Value {

    /// The object without members.
    public static final Obj EMPTY = new Obj(Map.of());

    public Obj {
      members = Members.copyOf(members);
    }

    @Override
    public int depth() {
      return ((Members) members).depth();
    }

    @Override
    public int weight() {
      return ((Members) members).weight();
    }

    /// Starts an object member by member.
    public static ObjBuilder builder() {
      return new ObjBuilder();
    }

    /// An object of one member.
    public static Obj of(String name, Value value) {
      return builder().put(name, value).build();
    }

    /// How many members it has.
    public int size() {
      return members.size();
    }

    /// The member of that name, or null if there is none (a JSON `null` is [Null#NULL]).
    public @Nullable Value get(String name) {
      return members.get(name);
    }

    /// The text of that member, or null if there is none or it is no text.
    public @Nullable String text(String name) {
      return members.get(name) instanceof Text(var text) ? text : null;
    }

    /// This object with one member set: in its place if the name was there, else at the end.
    public Obj with(String name, Value value) {
      return builder().setAll(this).set(name, value).build();
    }

    /// This object without that member.
    public Obj without(String name) {
      var builder = builder();
      members.forEach(
          (key, value) -> {
            if (!key.equals(name)) {
              builder.put(key, value);
            }
          });
      return builder.build();
    }
  }
}
