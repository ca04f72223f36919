package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.conversation.DeliveryKind;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Seed;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Agent;
import dev.dragoman.core.room.Content;
import dev.dragoman.core.room.Room;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Messages of a history: what became of them, and what humans wrote (contract treble §4.3).
class MessageFormsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long AT = 1_709_647_331L * SECOND;

  private static String history(Event... events) {
    Leg leg =
        new Leg(
            "65e72a10c9d4b2f7a1e0d3c9",
            1,
            new Moment(AT, 0, new Seed(new byte[Seed.BYTES])),
            new Input.Close(),
            new Facts(Value.Obj.EMPTY, 1, false, false),
            new Leg.Told(List.of(events), null, Value.Obj.EMPTY, Why.NOTHING, true));
    MessageForms messages = new MessageForms();
    for (int i = 0; i < events.length; i++) {
      messages.take(new SessionHistory.Told(leg, i));
    }
    return new String(Json.write(messages.all()), StandardCharsets.UTF_8);
  }

  private static Event status(String messageId, DeliveryKind kind, long seconds) {
    return new Event.MessageStatus(messageId, kind, AT + seconds * SECOND, null);
  }

  private static Event wrote(String id, RoomEvent.Author author, Content content) {
    RoomEvent.Ref ref =
        new RoomEvent.Ref(
            new Room.Ids("1b4e28ba-2fa1-4d2b-883f-0016d3cca427", "r", "b", "c"), Value.Obj.EMPTY);
    return new Event.InRoom(new RoomEvent.Message(ref, id, author, Agent.OUTSIDE, 1, content));
  }

  @Test
  void tellWhenTheyWereDeliveredAndReadAndWhatHumansWrote() {
    Content plan =
        new Content(
            Content.Kind.FILE, "https://files.example/plan.pdf", "plan.pdf", "application/pdf", 9);
    String history =
        history(
            new Event.Sent("m1", Value.Obj.of("text", Value.of("Hi Ana"))),
            status("m1", DeliveryKind.SENT, 1),
            status("m1", DeliveryKind.READ, 69),
            status("m1", DeliveryKind.DELIVERED, 2),
            status("m1", DeliveryKind.DELIVERED, 5),
            status("m9", DeliveryKind.DELIVERED, 5),
            wrote("m2", RoomEvent.Author.AGENT, plan),
            wrote("m3", RoomEvent.Author.TRIGGER, Content.text("Are you there?")),
            wrote("m4", RoomEvent.Author.CONTACT, Content.text("yes")));

    Golden.check("treble/history-marked", history, Map.of());
  }
}
