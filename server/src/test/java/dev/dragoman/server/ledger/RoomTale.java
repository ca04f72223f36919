package dev.dragoman.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.room.Agent;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.core.room.RoomEvent.Author;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows what is told of one conversation: who owns it, who may speak, which words were heard.
final class RoomTale {
  final Set<String> heard = new HashSet<>();
  private @Nullable Agent owner;
  private boolean open;
  private @Nullable Boolean botSpoke;

  /// The next leg; the words of a contact reach the bot or the room, and nobody else speaks.
  void follow(Leg leg) {
    boolean wasOpen = open;
    boolean toRoom = false;
    boolean received = false;
    botSpoke = false;
    for (Event event : leg.told().events()) {
      switch (event) {
        case Event.Received _ -> {
          received = true;
          assertThat(heard.add(leg.turnId())).as("a word is heard once").isTrue();
        }
        case Event.Sent _ -> botSpoke = true;
        case Event.InRoom(var told) -> {
          toRoom |=
              told instanceof RoomEvent.Message(_, _, var author, _, _, _)
                  && author == Author.CONTACT;
          follow(told);
        }
        default -> {}
      }
    }
    boolean gaveBack = wasOpen && !open;
    assertThat(botSpoke && wasOpen && !gaveBack).as("two speakers").isFalse();
    assertThat(received && !toRoom && !botSpoke && !open && !wasOpen)
        .as("a word nobody heard: %s", leg)
        .isFalse();
    assertThat(received && wasOpen && !toRoom).as("a word the room missed: %s", leg).isFalse();
  }

  private void follow(RoomEvent event) {
    switch (event) {
      case RoomEvent.Queued _ -> {
        assertThat(open).as("two rooms").isFalse();
        open = true;
      }
      case RoomEvent.Attended attended -> {
        assertThat(open && owner == null).as("two owners").isTrue();
        owner = attended.agent();
      }
      case RoomEvent.Transferred transferred -> {
        assertThat(transferred.by()).as("left by its owner").isEqualTo(owner);
        owner = null;
      }
      case RoomEvent.Message message -> {
        assertThat(open).as("spoken in a room").isTrue();
        assertThat(message.author() != Author.AGENT || message.agent().equals(owner))
            .as("two speakers")
            .isTrue();
      }
      case RoomEvent.AgentPaused paused ->
          assertThat(paused.agent()).as("paused its owner").isEqualTo(owner);
      case RoomEvent.Closed closed -> {
        assertThat(closed.agent()).as("closed by its owner").isEqualTo(owner);
        owner = null;
        open = false;
      }
    }
  }

  boolean isOpen() {
    return open;
  }

  @Nullable Agent owner() {
    return owner;
  }
}
