package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a contact looks as an interlocutor (contract clustaar §1.3, §1.4), and back.
///
/// The named members are attributes of the same name; every other attribute is custom, a string.
final class InterlocutorForm {
  static final int LONGEST_USER_ID = 99;
  static final int LONGEST_ATTRIBUTE = 2_000;
  private static final List<String> NAMED =
      List.of("firstName", "lastName", "email", "phoneNumber");
  private static final List<String> FLAGS = List.of("isLogged", "usedToTest");
  private static final String LOCATION = "location";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

  private InterlocutorForm() {}

  /// Reads the attributes of a create or update; the caller has read `type` and `userID`.
  static Value.Obj attributes(Fields fields) {
    ObjBuilder read = Value.Obj.builder();
    for (String name : NAMED) {
      String text = fields.optionalText(name, 0, LONGEST_ATTRIBUTE);
      if (text != null) {
        read.put(name, text);
      }
    }
    location(fields, read);
    Fields custom = fields.optionalObject("customAttributes");
    if (custom != null) {
      custom.source().members().keySet().forEach(key -> custom(custom, key, read));
    }
    return read.build();
  }

  /// The same where the private side writes, which also says whether the person is logged in.
  static Value.Obj trusted(Fields fields) {
    ObjBuilder read = Value.Obj.builder();
    for (String flag : FLAGS) {
      Boolean truth = fields.optionalBool(flag);
      if (truth != null) {
        read.put(flag, truth);
      }
    }
    return read.setAll(attributes(fields)).build();
  }

  private static void location(Fields fields, ObjBuilder read) {
    Fields place = fields.optionalObject(LOCATION);
    if (place != null) {
      Value latitude = degrees(place, "lat", 90);
      Value longitude = degrees(place, "long", 180);
      read.put(LOCATION, Value.Obj.builder().put("lat", latitude).put("long", longitude).build());
    }
  }

  private static Value degrees(Fields place, String name, int most) {
    Value given = place.any(name);
    boolean legal =
        given instanceof Value.Num number
            && number.decimal().abs().compareTo(BigDecimal.valueOf(most)) <= 0;
    if (!legal && !(given instanceof Value.Null)) {
      place.invalid(name, "must be a number from -" + most + " to " + most);
    }
    return given;
  }

  private static void custom(Fields custom, String key, ObjBuilder read) {
    String text = custom.optionalText(key, 0, LONGEST_ATTRIBUTE);
    boolean legal =
        !key.isEmpty() && key.length() <= 100 && key.chars().allMatch(InterlocutorForm::isWord);
    if (!legal || isReserved(key)) {
      custom.invalid(key, "must be named with letters, digits and underscores, and not reserved");
    } else if (text != null) {
      read.set(key, Value.of(text));
    }
  }

  private static boolean isReserved(String key) {
    return NAMED.contains(key) || FLAGS.contains(key) || key.equals(LOCATION);
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /// Puts the named members, null where unknown, in the documented order.
  static void putNamed(ObjBuilder written, Value.Obj attributes) {
    NAMED.forEach(name -> written.put(name, orNull(attributes.get(name))));
  }

  static Value orNull(@Nullable Value value) {
    return value == null ? Value.Null.NULL : value;
  }

  /// `null` or `{"lat", "long"}`.
  static Value location(Value.Obj attributes) {
    return orNull(attributes.get(LOCATION) instanceof Value.Obj place ? place : null);
  }

  /// One of the two flags: false unless it was said to be true.
  static boolean flag(Value.Obj attributes, String name) {
    return attributes.get(name) instanceof Value.Bool(boolean truth) && truth;
  }

  /// Everything that is not a named member, as strings.
  static Value.Obj custom(Value.Obj attributes) {
    ObjBuilder custom = Value.Obj.builder();
    attributes
        .members()
        .forEach(
            (key, value) -> {
              if (!isReserved(key)) {
                custom.put(key, Value.of(text(value)));
              }
            });
    return custom.build();
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Num(var text) -> text;
      case Value.Bool(boolean truth) -> Boolean.toString(truth);
      case Value.Null _ -> "";
      case Value.List _, Value.Obj _ -> new String(Json.write(value), StandardCharsets.UTF_8);
    };
  }

  /// `2021-03-04T05:06:07+0000`, or null before anything happened.
  static Value date(long epochNanos) {
    return epochNanos <= 0
        ? Value.Null.NULL
        : Value.of(DATE.format(Instant.ofEpochSecond(Math.floorDiv(epochNanos, 1_000_000_000L))));
  }
}
