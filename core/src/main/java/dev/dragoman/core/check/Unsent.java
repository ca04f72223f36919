package dev.dragoman.core.check;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Action.OutsideKind;
import dev.dragoman.core.check.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/// Names the actions that reach other systems: they become events and nothing carries them out.
final class Unsent {
  private Unsent() {}

  static List<Finding> find(List<Placed> actions) {
    List<Finding> findings = new ArrayList<>();
    for (Placed placed : actions) {
      if (placed.action() instanceof Action.Outside(var kind, _, _)
          && kind != OutsideKind.TRACKING_EVENT) {
        String message = "%s is recorded as an event, not sent, by this version";
        findings.add(
            Finding.warning(
                Kind.NOT_SENT, placed.spot(), message.formatted(kind.written()), List.of()));
      }
    }
    return findings;
  }
}
