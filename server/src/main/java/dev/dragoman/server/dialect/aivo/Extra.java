package dev.dragoman.server.dialect.aivo;

import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Fields;
import org.jspecify.annotations.Nullable;

/// What an agent shall see of a user, label by label in the order it came (contract aivo §2.1): an
/// object, or a list of objects.
final class Extra {
  private static final String NAME = "extra";
  private static final int MOST = 100;
  private static final int LONGEST_LABEL = 100;

  private final Fields user;
  private final ObjBuilder pairs = Value.Obj.builder();

  private Extra(Fields user) {
    this.user = user;
  }

  /// The pairs; what is wrong becomes a defect.
  static Value.Obj of(Fields user) {
    Extra extra = new Extra(user);
    extra.read(user.optional(NAME));
    Value.Obj read = extra.pairs.build();
    if (read.size() > MOST) {
      user.invalid(NAME, "must have at most " + MOST + " labels");
    }
    return read;
  }

  private void read(@Nullable Value given) {
    switch (given) {
      case null -> {}
      case Value.Obj object -> pairs(object);
      case Value.List(var items) -> {
        for (Value item : items) {
          if (item instanceof Value.Obj object) {
            pairs(object);
          } else {
            user.invalid(NAME, "must be a list of objects, or an object");
          }
        }
      }
      case Value _ -> user.invalid(NAME, "must be an object, or a list of objects");
    }
  }

  private void pairs(Value.Obj object) {
    object.members().forEach(this::pair);
  }

  private void pair(String label, Value value) {
    if (label.isEmpty() || label.length() > LONGEST_LABEL) {
      user.invalid(NAME, "must have labels of 1 to " + LONGEST_LABEL + " characters");
    } else if (isPlain(value)) {
      pairs.set(label, value);
    } else {
      user.invalid(NAME, "must have texts or numbers as values");
    }
  }

  private static boolean isPlain(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text.length() <= Limits.ATTRIBUTE_TEXT;
      case Value.Num _, Value.Bool _ -> true;
      case Value.Null _, Value.List _, Value.Obj _ -> false;
    };
  }
}
