package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.server.store.Conversations;
import dev.dragoman.server.store.Legs;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns as PostgreSQL has them.
record RecordedTurns(Legs legs, Conversations conversations) implements TurnSource {
  @Override
  public @Nullable Turn turn(Turns.Parked turn) {
    List<Leg> all =
        legs.ofTurn(turn.workspace(), turn.conversationId(), turn.firstSequence(), turn.turnId());
    Conversation now = conversations.state(turn.workspace(), turn.conversationId());
    return now == null ? null : new Turn(turn.turnId(), turn.conversationId(), all, now);
  }

  @Override
  public Set<String> settled(List<Turns.Parked> turns) {
    return legs.settled(
        turns.stream()
            .map(
                turn ->
                    new Legs.TurnKey(
                        turn.workspace(),
                        turn.conversationId(),
                        turn.firstSequence(),
                        turn.turnId()))
            .toList());
  }
}
