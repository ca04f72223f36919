package dev.dragoman.core.turn;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.model.Value;
import java.util.Set;

/// Contacts who want no more campaigns (contract treble §2.4). The book itself is kept outside; the
/// contact's own attributes say it to every bot of the workspace.
final class OptOuts {
  /// Set when the contact opted out.
  static final String OPTED_OUT = "optedOut";

  /// Set by hand when the company writes to the contact no more.
  static final String BLOCKED = "blocked";

  /// What every bot reads, for its campaigns.
  static final Set<String> READ = Set.of(OPTED_OUT, BLOCKED);

  private OptOuts() {}

  /// Takes the contact at its word.
  static void note(String words, Run run) {
    if (run.facts().attributes().get(OPTED_OUT) instanceof Value.Bool(boolean before) && before) {
      return;
    }
    run.tell(new Event.OptedOut(words));
    run.attribute(OPTED_OUT, Value.Bool.TRUE);
    run.ask(new Work.OptOut());
  }
}
