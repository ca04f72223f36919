package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Content;
import dev.dragoman.core.room.RoomEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Renders what was recorded as the events of a channel (contract clustaar §8).
final class Pushes {
  private static final long SECOND = 1_000_000_000L;

  private Pushes() {}

  /// What is told to a client.
  record Push(String event, Value.Obj payload) {}

  /// Whether humans have the conversation, or the bot was told to be silent until it is released.
  static boolean control(Conversation state) {
    return switch (state.holder()) {
      case Holder.Room _ -> true;
      case Holder.Nobody(var why, _) -> why == Holder.Why.PAUSED;
      case Holder.Bot _ -> false;
    };
  }

  /// What the contact did, for its other tabs and devices; empty when it is no doing of theirs.
  static Optional<Push> echo(Leg leg) {
    return Optional.ofNullable(SaidForm.of(leg.heard()))
        .map(said -> new Push("interlocutor_reply", Value.Obj.of("body", said)));
  }

  /// What one event says beside the bot's answer; empty for most.
  static Optional<Push> of(Leg leg, int index, boolean control) {
    long at = Math.floorDiv(leg.moment().epochNanos() + index, SECOND);
    return switch (leg.told().events().get(index)) {
      case Event.Paused(boolean paused) -> control(at, paused, control);
      case Event.InRoom(RoomEvent.Queued _), Event.InRoom(RoomEvent.Attended _) ->
          control(at, true, control);
      case Event.InRoom(RoomEvent.Closed _) -> control(at, false, control);
      case Event.InRoom(RoomEvent.Message message)
          when message.author() != RoomEvent.Author.CONTACT ->
          Optional.of(said(message.content(), at));
      case Event _ -> Optional.empty();
    };
  }

  private static Optional<Push> control(long at, boolean value, boolean known) {
    return value == known
        ? Optional.empty()
        : Optional.of(
            new Push("control", Value.Obj.builder().put("at", at).put("value", value).build()));
  }

  private static Push said(Content content, long at) {
    Value.Obj body =
        Value.Obj.builder()
            .put("type", content.kind().name().toLowerCase(Locale.ROOT))
            .put("message", content.value())
            .build();
    return new Push(
        "agent_reply", Value.Obj.builder().put("body", body).put("timestamp", at).build());
  }

  /// The bot's answer of a settled turn; empty when nobody asked and nothing was said.
  static Optional<Push> answer(String id, List<Leg> turn, @Nullable Own own) {
    Leg first = turn.getFirst();
    boolean asked = turn.stream().anyMatch(leg -> leg.input() instanceof Input.Ordered);
    if (!asked && turn.stream().allMatch(leg -> leg.sent().isEmpty())) {
      return Optional.empty();
    }
    Value.Obj said = SaidForm.of(first.input());
    Value echo = own != null ? own.echo() : said == null ? Value.Null.NULL : said;
    Value.Obj body = ReplyAnswer.of(id, turn, echo, own != null && own.debug());
    return Optional.of(new Push("bot_reply", relayed(200, body)));
  }

  /// An HTTP answer in one object.
  static Value.Obj relayed(int status, Value body) {
    return Value.Obj.builder().put("status", status).put("body", body).build();
  }

  /// How the client of this very socket asked.
  record Own(Value.Obj echo, boolean debug) {}
}
