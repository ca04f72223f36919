package dev.dragoman.server.dialect.aivo;

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
import dev.dragoman.core.room.Room;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.core.room.RoomEvent.Author;
import dev.dragoman.core.room.RoomEvent.Reason;
import dev.dragoman.core.room.RoomEvent.Route;
import dev.dragoman.server.delivery.Endpoint;
import dev.dragoman.server.delivery.Rendered;
import dev.dragoman.server.delivery.Told;
import dev.dragoman.server.egress.Header;
import dev.dragoman.server.store.ContactBody;
import dev.dragoman.server.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The four events, byte for byte (seed 002; contract aivo §3).
class TellingTest {
  private static final String UUID = "d5211892-e170-4d4a-b2dd-de705b595674";
  private static final long NANOS = 1_706_293_970_842_633_079L;
  private static final Agent TOM = new Agent("a".repeat(24), 7, "Tomás Vidal", "Tom", "", "");
  private static final String HASH = "b9e8f46b56efbace7a64cdab3";
  private static final String SUFFIXED = HASH + "_71146a36682af3c0915577";

  private record Tokens(Value.Obj settings) implements AivoRenderer.Book {
    @Override
    public long number(int workspace, String botId) {
      return 1_000;
    }

    @Override
    public Optional<String> token(int workspace, String botId, Optional<String> keyId) {
      return Optional.of(keyId.isPresent() ? "71146a36682af3c0915577" : "newest");
    }

    @Override
    public Value.Obj settings(int workspace, String botId) {
      return settings;
    }
  }

  private record Nothing() implements Told.Lookups {
    @Override
    public ContactBody contact() {
      throw new AssertionError("nobody asked for the contact");
    }

    @Override
    public Optional<String> secret(String name) {
      throw new AssertionError("nobody asked for " + name);
    }
  }

  private static RoomEvent.Ref ref(Value.Obj memo) {
    return new RoomEvent.Ref(new Room.Ids(UUID, "c".repeat(24), "q", "t"), memo);
  }

  private static RoomEvent.Ref ref() {
    return ref(Memo.of("k".repeat(24), null));
  }

  private static Endpoint endpoint(Value.Obj settings) {
    return new Endpoint(
        new Endpoint.Key(1, "e".repeat(24)),
        Optional.empty(),
        AivoRenderer.NAME,
        "https://desk.example/hook",
        Set.of(),
        new Endpoint.Auth.None(),
        Endpoint.Manner.PLAIN,
        settings,
        Endpoint.Status.ACTIVE);
  }

  private static Told told(RoomEvent... events) {
    List<Event> recorded = List.of(events).stream().<Event>map(Event.InRoom::new).toList();
    Leg leg =
        new Leg(
            "f".repeat(24),
            41,
            new Moment(NANOS, 0, new Seed(new byte[Seed.BYTES])),
            new Input.Pause(),
            new Facts(Value.Obj.EMPTY, 1, false, false),
            new Leg.Told(recorded, null, Value.Obj.EMPTY, Why.NOTHING, true));
    return new Told(
        1,
        new Conversation.Address("d".repeat(24), "b".repeat(24), "c".repeat(24), "direct", HASH),
        leg,
        new Nothing());
  }

  private static List<Rendered> rendered(Value.Obj settings, RoomEvent... events) {
    return new AivoRenderer(new Tokens(Value.Obj.EMPTY)).render(told(events), endpoint(settings));
  }

  private static String body(Rendered rendered) {
    return new String(rendered.body(), StandardCharsets.UTF_8);
  }

  private static void check(String golden, Map<String, String> names, Rendered rendered) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "room", UUID,
                "nanos", "1706293970842633079",
                "bot", "1000",
                "seconds", "1706293970",
                "hash", SUFFIXED));
    all.putAll(names);
    Golden.check("aivo/" + golden, body(rendered), all);
    assertThat(rendered.headers()).containsExactly(new Header("Content-Type", "application/json"));
    assertThat(rendered.url()).isEmpty();
  }

  private static Rendered one(Value.Obj settings, RoomEvent event) {
    List<Rendered> rendered = rendered(settings, event);
    assertThat(rendered).hasSize(1);
    return rendered.getFirst();
  }

  private static RoomEvent.Message message(Author author, Content content) {
    return new RoomEvent.Message(
        ref(), "m".repeat(24), author, author == Author.AGENT ? TOM : null, 2_179, content);
  }

  private static RoomEvent.Transferred transfer(int from, int to, Agent target) {
    return new RoomEvent.Transferred(ref(), new Route(from, to, RoomEvent.Why.AGENT), target, TOM);
  }

  private static RoomEvent.Closed closed(Reason reason) {
    return new RoomEvent.Closed(ref(), reason, TOM, 2_179);
  }

  private static Value.Obj with(String name, Value value) {
    return Value.Obj.of(name, value);
  }

  @Test
  void tellsThatAnAgentAttends() {
    check(
        "attended",
        Map.of("group", "2179"),
        one(Value.Obj.EMPTY, new RoomEvent.Attended(ref(), TOM, 2_179)));
  }

  @Test
  void tellsThatTheRoomGoesToAnotherGroup() {
    check(
        "transfer",
        Map.of("from", "2333", "to", "5"),
        one(Value.Obj.EMPTY, transfer(2_333, 5, null)));
    check(
        "transfer",
        Map.of("from", "2333", "to", "5", "hash", HASH),
        one(with("transferHashPlain", Value.of(true)), transfer(2_333, 5, null)));
  }

  @Test
  void tellsTransfersToAgentsAndWithinAGroupOnlyWhenAsked() {
    assertThat(rendered(Value.Obj.EMPTY, transfer(5, 5, TOM))).isEmpty();
    assertThat(rendered(Value.Obj.EMPTY, transfer(5, 5, null))).isEmpty();
    Value.Obj all = with("tellAllTransfers", Value.of(true));
    assertThat(body(one(all, transfer(5, 5, TOM)))).contains("\"value\":\"Transfer to agent\"");
    assertThat(body(one(all, transfer(5, 5, null))))
        .contains("\"value\":\"Transfer to group\"")
        .contains("\"originGroup\":5,\"target\":5");
  }

  @Test
  void tellsEveryWordOfTheLiveSide() {
    check(
        "message",
        Map.of("action", "text", "source", "trigger", "value", "¿Puedo ayudarlo en algo más?1"),
        one(
            Value.Obj.EMPTY,
            message(Author.TRIGGER, Content.text("¿Puedo ayudarlo en algo más?1"))));
    for (Content.Kind kind : List.of(Content.Kind.IMAGE, Content.Kind.FILE)) {
      String url = "https://files.example/a.bin";
      check(
          "message",
          Map.of(
              "action",
              kind == Content.Kind.IMAGE ? "image" : "file",
              "source",
              "agent",
              "value",
              url),
          one(Value.Obj.EMPTY, message(Author.AGENT, new Content(kind, url, "a", "", 9))));
    }
    assertThat(rendered(Value.Obj.EMPTY, message(Author.CONTACT, Content.text("hi")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AGENT, agent",
    "QUEUE_CLEANING, queue clean process",
    "TRIGGER, trigger",
    "API, user"
  })
  void tellsWhyARoomIsClosed(Reason reason, String literal) {
    check("close", Map.of("reason", literal), one(Value.Obj.EMPTY, closed(reason)));
  }

  @Test
  void tellsOtherReasonsWhereTheyAreSet() {
    assertThat(body(one(with("closedByTrigger", Value.of("inactivity")), closed(Reason.TRIGGER))))
        .contains("\"reason\":\"inactivity\"");
    assertThat(body(one(with("closedByUser", Value.of("client")), closed(Reason.API))))
        .contains("\"reason\":\"client\"");
  }

  @Test
  void tellsTheIntegratorsOwnCloseOnlyWhenAsked() {
    assertThat(rendered(Value.Obj.EMPTY, closed(Reason.CONTACT))).isEmpty();
    assertThat(body(one(with("echoClientClose", Value.of(true)), closed(Reason.CONTACT))))
        .contains("\"reason\":\"user\"");
  }

  @Test
  void saysWhoTheAgentIsWhereItIsAskedTo() {
    Value.Obj filled = with("fillAgent", Value.of(true));
    String tom = "\"agent\":{\"name\":\"Tomás Vidal\",\"nickname\":\"Tom\",\"groupId\":";
    assertThat(body(one(filled, message(Author.AGENT, Content.text("hi")))))
        .contains(tom + "2179}");
    assertThat(body(one(filled, closed(Reason.AGENT)))).contains(tom + "2179}");
    assertThat(body(one(filled, transfer(5, 6, null)))).contains(tom + "5}");
    assertThat(body(one(filled, message(Author.TRIGGER, Content.text("hi")))))
        .contains("\"agent\":{}");
  }

  @Test
  void endsHashesAsTheEndpointSays() {
    assertThat(body(one(with("hashSuffix", Value.of("pub")), closed(Reason.AGENT))))
        .contains("\"hash\":\"" + HASH + "_pub\"");
    RoomEvent handedOver = new RoomEvent.Closed(ref(Value.Obj.EMPTY), Reason.AGENT, null, 2_179);
    assertThat(body(one(Value.Obj.EMPTY, handedOver)))
        .as("a room that the bot opened")
        .contains("\"hash\":\"" + HASH + "_newest\"");
  }

  @Test
  void numbersWhatOneLegTells() {
    List<Rendered> both =
        rendered(
            with("timestampHeader", Value.of(true)),
            message(Author.CONTACT, Content.text("hi")),
            message(Author.TRIGGER, Content.text("bye")),
            closed(Reason.TRIGGER));
    assertThat(both).extracting(Rendered::sequence).containsExactly(42L, 43L);
    assertThat(both).extracting(Rendered::kind).containsExactly("room.message", "room.closed");
    assertThat(body(both.getFirst())).contains("\"timestamp\":1706293970842633080,");
    assertThat(body(both.getLast())).contains("\"timestamp\":1706293970842633081,");
    assertThat(both.getLast().headers()).contains(new Header("X-Timestamp", "1706293970842633081"));
  }

  @Test
  void tellsEachRoomAtOnePlace() {
    RoomEvent own =
        new RoomEvent.Attended(
            ref(Memo.of("k".repeat(24), "https://own.example/hook")), TOM, 2_179);
    RoomEvent usual = new RoomEvent.Attended(ref(), TOM, 2_179);
    AivoRenderer renderer = new AivoRenderer(new Tokens(with("hashSuffix", Value.of("x"))));
    assertThat(renderer.render(told(own), endpoint(Value.Obj.EMPTY))).isEmpty();
    assertThat(renderer.render(told(usual), AivoRenderer.OF_ROOMS)).isEmpty();
    List<Rendered> rendered = renderer.render(told(own), AivoRenderer.OF_ROOMS);
    assertThat(rendered)
        .extracting(Rendered::url)
        .containsExactly(Optional.of("https://own.example/hook"));
  }
}
