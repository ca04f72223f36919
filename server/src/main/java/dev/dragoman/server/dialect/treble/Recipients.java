package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.conversation.Audience;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Takes the recipients of a deployment in: some at once, each contact's own in their order.
/// Thread-safe.
final class Recipients {
  private static final int AT_ONCE = 256;
  private static final int MOST_TRIES = 5;

  private final FirstCommit turns;

  Recipients(FirstCommit turns) {
    this.turns = turns;
  }

  /// What each came to, in the order given.
  List<FirstCommit.Taken> take(List<Turns.Taken> inputs) {
    List<FirstCommit.Taken> taken =
        Collections.synchronizedList(
            new ArrayList<>(Collections.nCopies(inputs.size(), NOT_TRIED)));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int lane = 0; lane < AT_ONCE; lane++) {
        int mine = lane;
        threads.execute(
            () ->
                IntStream.range(0, inputs.size())
                    .filter(i -> lane(inputs.get(i)) == mine)
                    .forEach(i -> taken.set(i, take(inputs.get(i)))));
      }
    }
    return List.copyOf(taken);
  }

  private static final FirstCommit.Taken NOT_TRIED =
      new FirstCommit.Taken.Refused(new Outcome.Unknown());

  private static int lane(Turns.Taken input) {
    int hash = input.target() instanceof Target.Addressed to ? to.identity().hashCode() : 0;
    return Math.floorMod(hash, AT_ONCE);
  }

  /// What was not done, or may have been, is safe to ask for again: its input id is the same.
  private FirstCommit.Taken take(Turns.Taken input) {
    FirstCommit.Taken taken = turns.take(input, Audience.CAMPAIGN);
    for (int tries = 1; tries < MOST_TRIES && mayGoLater(taken); tries++) {
      taken = turns.take(input, Audience.CAMPAIGN);
    }
    return taken;
  }

  private static boolean mayGoLater(FirstCommit.Taken taken) {
    return taken instanceof FirstCommit.Taken.Refused(var outcome)
        && (outcome instanceof Outcome.Overloaded
            || outcome instanceof Outcome.Unknown
            || outcome instanceof Outcome.NeedsVersion);
  }
}
