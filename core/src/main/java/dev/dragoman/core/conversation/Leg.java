package dev.dragoman.core.conversation;

import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.RoomEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One decision as it is recorded: enough to answer its caller again, to explain it, to replay it.
///
/// Event *i* has the sequence `firstSequence + i` and the time `moment + i` ns. `settled` says that
/// the turn's answer is complete with this leg.
public record Leg(
    String turnId, long firstSequence, Moment moment, Input input, Facts facts, Told told) {
  /// What the leg tells: events, the answer's parts, and why.
  public record Told(
      List<Event> events,
      @Nullable Source source,
      Value.Obj sessionValues,
      Why why,
      boolean settled) {
    /// Copies the list.
    public Told {
      events = List.copyOf(events);
    }
  }

  /// Where the actions of an answer come from (contract clustaar §3).
  public sealed interface Source {
    /// The actions of a step.
    record OfStep(String stepId, String name) implements Source {}

    /// The fallback of a step.
    record OfStepFallback(String stepId, String name) implements Source {}

    /// The fallback of a story.
    record OfStoryFallback(String storyId, String name) implements Source {}
  }

  /// What drives the leg: its input, or the one that had waited and is taken up with it.
  public Input heard() {
    for (Event event : told.events()) {
      if (event instanceof Event.Received(_, var said) && said != null) {
        return said;
      }
    }
    return input;
  }

  /// What understanding made of the text that drives the leg; nothing if no text does.
  public Understood understood() {
    return switch (input) {
      case Input.Resume(Input.Resume.Again(var understood)) -> understood;
      case Input.Ordered _, Input.Immediate _ ->
          heard() instanceof Input.Text text ? text.understood() : Understood.NOTHING;
    };
  }

  /// Whether the contact is to see anything of this leg: of the bot, or of somebody in a room.
  public boolean speaks() {
    return told.events().stream()
        .anyMatch(
            event ->
                event instanceof Event.Sent
                    || (event instanceof Event.InRoom(RoomEvent.Message message)
                        && message.author() != RoomEvent.Author.CONTACT));
  }

  /// What the contact sees of this leg, in order.
  public List<Event.Sent> sent() {
    return told.events().stream()
        .filter(Event.Sent.class::isInstance)
        .map(Event.Sent.class::cast)
        .toList();
  }
}
