package dev.dragoman.server.api;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.Agent;
import dev.dragoman.core.room.Content;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.server.store.read.ConversationQueries;
import dev.dragoman.server.store.read.ConversationQueries.Place;
import dev.dragoman.server.store.read.StoredLeg;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What was said in a conversation, oldest first.
///
/// Keys are `firstSequence.leg.sequence`: the leg in which a message stands, and its number.
final class History {
  private static final Pattern KEY = Pattern.compile("[0-9]{1,18}\\.[0-9]{1,9}\\.[0-9]{1,18}");
  static final Page.Keys KEYS = new Page.Keys("0.0.0", key -> KEY.matcher(key).matches());

  private final ConversationQueries queries;

  History(ConversationQueries queries) {
    this.queries = queries;
  }

  /// The entries behind a key, at most as many as asked for.
  List<Page.Entry> entries(int workspace, String conversationId, Page.Asked asked) {
    String[] parts = asked.after().split("\\.");
    Place from = new Place(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    long shownUpTo = Long.parseLong(parts[2]);
    List<Page.Entry> entries = new ArrayList<>();
    while (entries.size() < asked.limit()) {
      List<StoredLeg> legs = queries.legs(workspace, conversationId, from, asked.limit());
      for (StoredLeg leg : legs) {
        add(leg, shownUpTo, entries);
      }
      if (legs.size() < asked.limit()) {
        break;
      }
      StoredLeg.Envelope last = legs.getLast().envelope();
      from = new Place(last.firstSequence(), last.leg() + 1);
    }
    return entries.size() > asked.limit() ? entries.subList(0, asked.limit()) : entries;
  }

  private static void add(StoredLeg stored, long shownUpTo, List<Page.Entry> entries) {
    String place = stored.envelope().firstSequence() + "." + stored.envelope().leg() + ".";
    for (Message message : messages(stored)) {
      if (message.sequence() > shownUpTo) {
        entries.add(new Page.Entry(place + message.sequence(), message.shown()));
      }
    }
  }

  /// One thing said.
  record Message(long sequence, Value.Obj shown) {}

  /// What a leg holds of the conversation; of an erased one, that something was there.
  static List<Message> messages(StoredLeg stored) {
    StoredLeg.Envelope envelope = stored.envelope();
    Leg leg = stored.leg();
    if (leg == null) {
      long sequence = envelope.firstSequence();
      Value.Obj erased =
          entry(envelope.turnId(), sequence, envelope.atNanos()).put("from", "erased").build();
      return List.of(new Message(sequence, erased));
    }
    return messages(leg);
  }

  /// What a leg holds of the conversation.
  static List<Message> messages(Leg leg) {
    List<Message> messages = new ArrayList<>();
    List<Event> events = leg.told().events();
    for (int i = 0; i < events.size(); i++) {
      long sequence = leg.firstSequence() + i;
      ObjBuilder entry = entry(leg.turnId(), sequence, leg.moment().epochNanos() + i);
      if (events.get(i) instanceof Event.Received(var id, _)) {
        Value.Obj input = Shown.input(leg.heard());
        messages.add(
            new Message(
                sequence, entry.put("from", "contact").put("id", id).put("input", input).build()));
      } else if (events.get(i) instanceof Event.Sent(var id, var action)) {
        messages.add(
            new Message(
                sequence, entry.put("from", "bot").put("id", id).put("action", action).build()));
      } else if (events.get(i) instanceof Event.InRoom(RoomEvent.Message message)
          && message.author() != RoomEvent.Author.CONTACT) {
        messages.add(new Message(sequence, inRoom(entry, message)));
      }
    }
    return messages;
  }

  /// What the contact wrote is there already, as what was received.
  private static Value.Obj inRoom(ObjBuilder entry, RoomEvent.Message message) {
    Agent agent = message.agent();
    Content content = message.content();
    return entry
        .put("from", message.author().name().toLowerCase(Locale.ROOT))
        .put("id", message.messageId())
        .put("room", message.ref().ids().hex())
        .put("agent", agent == null ? Value.Null.NULL : AgentRoutes.named(agent))
        .put(
            "message",
            Value.Obj.builder()
                .put("type", content.kind().name().toLowerCase(Locale.ROOT))
                .put("value", content.value())
                .put("name", content.name())
                .put("mime", content.mime())
                .put("bytes", content.bytes())
                .build())
        .build();
  }

  private static ObjBuilder entry(String turnId, long sequence, long atNanos) {
    return Value.Obj.builder()
        .put("sequence", sequence)
        .put("turn", turnId)
        .put("at", Times.of(atNanos));
  }
}
