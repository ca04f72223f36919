package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.conversation.Audience;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.ledger.Outcome;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Takes inputs whose callers wait for the first commit and not for the hooks it leads to.
/// Thread-safe.
final class FirstCommit {
  private final Turns turns;

  FirstCommit(Turns turns) {
    this.turns = turns;
  }

  /// What an input came to so far.
  sealed interface Taken {
    /// Something is committed; these are its first legs.
    record Committed(List<Leg> legs) implements Taken {}

    /// Nothing is.
    record Refused(Outcome outcome) implements Taken {}
  }

  Taken take(Turns.Taken taken, Audience audience) {
    CompletableFuture<Taken> first = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                Outcome outcome =
                    turns.take(
                        taken, audience, leg -> first.complete(new Taken.Committed(List.of(leg))));
                first.complete(settled(outcome));
              } catch (RuntimeException defect) {
                first.completeExceptionally(defect);
              }
            });
    return first.join();
  }

  private static Taken settled(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Committed(var turn) -> new Taken.Committed(turn.legs());
      case Outcome.Repeated(var turn) -> new Taken.Committed(turn.legs());
      case Outcome.ConflictingRepeat _,
          Outcome.Refused _,
          Outcome.RoomRefused _,
          Outcome.NotFound _,
          Outcome.Overloaded _,
          Outcome.NeedsVersion _,
          Outcome.Poisoned _,
          Outcome.Unknown _ ->
          new Taken.Refused(outcome);
    };
  }
}
