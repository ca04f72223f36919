package dev.dragoman.server.dialect.gptbots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.conversation.Conversation;
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
import dev.dragoman.core.room.Desk;
import dev.dragoman.core.room.Room;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.server.delivery.Endpoint;
import dev.dragoman.server.delivery.Rendered;
import dev.dragoman.server.delivery.Told;
import dev.dragoman.server.store.ContactBody;
import dev.dragoman.server.store.DeskRooms;
import dev.dragoman.server.testing.Golden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the developer's desk is told (contract gptbots §7.2), body by body.
class DeskRendererTest {
  private static final String ROOM = "66a1b0e0d2e3f405dddddddd";
  private static final RoomEvent.Ref REF =
      new RoomEvent.Ref(
          new Room.Ids("0b9c2b1e-0000-4000-8000-000000000001", ROOM, "q", "t"), Value.Obj.EMPTY);

  private final HumanRooms outside = new Known(Optional.of(new DeskRooms.Place("c", "b")));

  private record Known(Optional<DeskRooms.Place> place) implements HumanRooms {
    @Override
    public Optional<DeskRooms.Place> find(int workspace, String roomId) {
      return place;
    }

    @Override
    public void note(int workspace, String roomId, DeskRooms.Place told) {}
  }

  private static Told told(ContactBody contact, RoomEvent... events) {
    List<Event> all = Stream.of(events).<Event>map(Event.InRoom::new).toList();
    Leg leg =
        new Leg(
            "c0a1b0c9d2e3f405bbbbbbbb",
            7,
            new Moment(1_751_000_000_123_000_000L, 0, new Seed(new byte[Seed.BYTES])),
            new Input.Open(),
            new Facts(Value.Obj.EMPTY, 1, false, false),
            new Leg.Told(all, null, Value.Obj.EMPTY, Why.NOTHING, true));
    Conversation.Address address =
        new Conversation.Address(
            "66a1b0c9d2e3f40512345678", "66a1b0c9d2e3f405cccccccc", "contact", "direct", "u-7");
    return new Told(
        1,
        address,
        leg,
        new Told.Lookups() {
          @Override
          public ContactBody contact() {
            return contact;
          }

          @Override
          public Optional<String> secret(String name) {
            return Optional.empty();
          }
        });
  }

  private static Endpoint endpoint(String url) {
    return new Endpoint(
        new Endpoint.Key(1, "66a1b0c9d2e3f405eeeeeeee"),
        Optional.empty(),
        DeskRenderer.NAME,
        url,
        Set.of(),
        new Endpoint.Auth.None(),
        Endpoint.Manner.PLAIN,
        Value.Obj.of("email", Value.of("desk@shop.example")),
        Endpoint.Status.ACTIVE);
  }

  private static ContactBody knownAs(String email) {
    return new ContactBody(Value.Obj.EMPTY, Value.Obj.of("email", Value.of(email)));
  }

  private static final ContactBody NOBODY = new ContactBody(Value.Obj.EMPTY, Value.Obj.EMPTY);

  private List<Rendered> rendered(ContactBody contact, RoomEvent... events) {
    return new DeskRenderer(outside)
        .render(told(contact, events), endpoint("https://desk.example/human/service/"));
  }

  private static RoomEvent queued(Desk desk) {
    return new RoomEvent.Queued(
        REF, 0, desk, RoomEvent.Cause.STEP, new RoomEvent.Context("I want a person", "One moment"));
  }

  private static RoomEvent said(RoomEvent.Author author) {
    return new RoomEvent.Message(REF, "m", author, null, 0, Content.text("Is anybody there?"));
  }

  private static void check(String golden, String path, Rendered rendered) {
    assertThat(rendered.url()).contains("https://desk.example/human/service" + path);
    Golden.check("gptbots/" + golden, new String(rendered.body(), UTF_8), Map.of());
  }

  @Test
  void establishesWithTheUserAndTheLastWords() {
    check(
        "desk-establish",
        "/conversation/establish",
        rendered(knownAs("ann@example.org"), queued(Desk.ENDPOINT)).getFirst());
  }

  @Test
  void standsInForAUserWithoutAnAddress() {
    String body = new String(rendered(NOBODY, queued(Desk.ENDPOINT)).getFirst().body(), UTF_8);
    assertThat(body)
        .contains("\"email\":\"desk@shop.example\",\"conversation_id\"")
        .contains("\"user_info\":{\"phone\":null,\"email\":null,\"user_id\":\"u-7\"");
  }

  @Test
  void tellsWhatTheUserWritesAndNothingElse() {
    List<Rendered> all =
        rendered(
            NOBODY,
            said(RoomEvent.Author.CONTACT),
            said(RoomEvent.Author.AGENT),
            said(RoomEvent.Author.TRIGGER),
            new RoomEvent.Attended(REF, Agent.OUTSIDE, 0));
    assertThat(all).hasSize(1);
    check("desk-chat", "/chat", all.getFirst());
    assertThat(all.getFirst().sequence()).isEqualTo(7);
  }

  @Test
  void tellsWhyItIsOver() {
    check(
        "desk-close-timeout",
        "/conversation/close",
        rendered(NOBODY, closed(RoomEvent.Reason.QUEUE_CLEANING)).getFirst());
    assertThat(body(RoomEvent.Reason.TRIGGER)).contains("\"type\":\"TIMEOUT\"");
    assertThat(body(RoomEvent.Reason.CONTACT)).contains("\"type\":\"USER_CLOSED\"");
    assertThat(rendered(NOBODY, closed(RoomEvent.Reason.AGENT)))
        .as("the desk knows what it did itself")
        .isEmpty();
  }

  private String body(RoomEvent.Reason reason) {
    return new String(rendered(NOBODY, closed(reason)).getFirst().body(), UTF_8);
  }

  private static RoomEvent closed(RoomEvent.Reason reason) {
    return new RoomEvent.Closed(REF, reason, null, 0);
  }

  @Test
  void leavesTheRoomsOfThisServerAlone() {
    HumanRooms own = new Known(Optional.empty());
    assertThat(
            new DeskRenderer(own)
                .render(
                    told(
                        NOBODY,
                        queued(Desk.OWN),
                        said(RoomEvent.Author.CONTACT),
                        closed(RoomEvent.Reason.CONTACT)),
                    endpoint("https://desk.example")))
        .isEmpty();
  }
}
