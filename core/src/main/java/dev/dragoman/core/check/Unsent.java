package dev.dragoman.core.check;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Action.OutsideKind;
import dev.dragoman.core.check.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Names the actions that reach other systems and that nothing carries out: they are mere
/// events.
final class Unsent {
  private Unsent() {}

  static List<Finding> find(List<Placed> actions, Set<OutsideKind> sent) {
    List<Finding> findings = new ArrayList<>();
    for (Placed placed : actions) {
      if (placed.action() instanceof Action.Outside(var kind, _, _)
          && kind != OutsideKind.TRACKING_EVENT
          && !sent.contains(kind)) {
        String message =
            kind == OutsideKind.EMAIL
                ? "%s is recorded as an event, not sent, unless the server has mail.host"
                : "%s is recorded as an event, not sent, by this version";
        findings.add(
            Finding.warning(
                Kind.NOT_SENT, placed.spot(), message.formatted(kind.written()), List.of()));
      }
    }
    return findings;
  }
}
