package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.model.Limits;
import dev.dragoman.server.json.Fields;

/// Whether session values from outside fit into a session: what does not is refused by name, for a
/// session would leave it out without a word.
final class SessionRoom {
  private static final int MOST = Limits.STATE_BYTES / 2;

  private SessionRoom() {}

  /// Leaves a defect at each value that is too large, and at the whole when there is too much.
  static void check(Fields values) {
    int weighed = 0;
    for (var member : values.source().members().entrySet()) {
      int weight = member.getValue().weight();
      weighed += weight;
      if (weight > Limits.SESSION_VALUE_BYTES) {
        values.invalid(member.getKey(), tooLarge(Limits.SESSION_VALUE_BYTES));
      }
    }
    if (values.source().size() > Limits.SESSION_VALUES) {
      values.invalidBelow("", "must have at most " + Limits.SESSION_VALUES + " members");
    } else if (weighed > MOST) {
      values.invalidBelow("", tooLarge(MOST));
    }
  }

  private static String tooLarge(int most) {
    return "must have fewer than " + most + " characters in all";
  }
}
