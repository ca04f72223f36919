package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.model.Limits;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.server.json.Fields;

/// How much of a session the variables of one request may take.
final class SessionShare {
  private static final int MOST_BYTES = Limits.STATE_BYTES / 2;
  private static final int NAME = 100;

  private SessionShare() {}

  /// Leaves a defect at each value that is too large, and at the whole when there is too much.
  static void check(Fields values) {
    for (var member : values.source().members().entrySet()) {
      String name = member.getKey();
      if (name.isEmpty() || name.length() > NAME) {
        values.invalidBelow("", "must have names of 1 to " + NAME + " characters");
      }
      if (Pack.pack(member.getValue()).length > Limits.SESSION_VALUE_BYTES) {
        values.invalid(name, tooLarge(Limits.SESSION_VALUE_BYTES));
      }
    }
    if (values.source().size() > Limits.SESSION_VALUES) {
      values.invalidBelow("", "must have at most " + Limits.SESSION_VALUES + " members");
    } else if (Pack.pack(values.source()).length > MOST_BYTES) {
      values.invalidBelow("", tooLarge(MOST_BYTES));
    }
  }

  private static String tooLarge(int most) {
    return "must take at most " + most + " bytes";
  }
}
