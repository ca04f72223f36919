package dev.dragoman.server.delivery;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.server.store.ContactBody;
import java.util.Optional;

/// One recorded leg that is told outwards, and what a renderer may look up.
///
/// @param leg as it was recorded: its event *i* has the sequence `firstSequence + i` and the time
///     `moment + i` ns
public record Told(int workspace, Conversation.Address address, Leg leg, Lookups lookups) {

  /// What may have changed since the leg. A renderer that asks says so with
  /// [Renderer#followsFromLeg].
  public interface Lookups {
    /// The contact as it is now; read at most once per rendering.
    ContactBody contact();

    /// A secret of the workspace by its name, empty when there is none.
    Optional<String> secret(String name);
  }
}
