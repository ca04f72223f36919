package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Audience;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.delivery.EventId;
import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.delivery.Schedule;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.server.delivery.Endpoint;
import dev.dragoman.server.delivery.Rendered;
import dev.dragoman.server.delivery.Renderer;
import dev.dragoman.server.delivery.Told;
import dev.dragoman.server.flow.BotKey;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.store.Legs;
import dev.dragoman.server.store.ReplyModes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Tells the agent's webhook what was said (seed; contract gptbots §5): one request per leg that
/// said something, while the conversation was last written to in webhook mode. Its version is that
/// of the message, or the endpoint's setting `version` (1 or 2).
///
/// The first leg of a turn that says something carries the answer's id, later ones that of their
/// first message: receivers take an id once. What humans and triggers write is told message by
/// message, and nothing tells it from what the bot says.
public final class WebhookRenderer implements Renderer {
  /// Its name as a dialect.
  public static final String NAME = "gptbots";

  private static final String WEBHOOK = SendRequest.Mode.WEBHOOK.word();

  private final ReplyModes modes;
  private final Legs legs;
  private final Supplier<BotShelf> bots;

  /// Looks up how a conversation is answered, what its turn said before, and how steps are called.
  public WebhookRenderer(ReplyModes modes, Legs legs, Supplier<BotShelf> bots) {
    this.modes = modes;
    this.legs = legs;
    this.bots = bots;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.MESSAGE_SENT, Kind.ROOM_MESSAGE);
  }

  @Override
  public Schedule schedule() {
    return Schedule.CHAT;
  }

  @Override
  public List<Rendered> render(Told told, Endpoint endpoint) {
    Leg leg = told.leg();
    List<Tell> tells = new ArrayList<>(human(leg));
    answer(told).ifPresent(tells::add);
    if (tells.isEmpty()) {
      return List.of();
    }
    tells.sort(Comparator.comparingLong(Tell::sequence));
    String conversation = told.address().conversationId();
    return modes
        .at(told.workspace(), conversation, leg.firstSequence())
        .filter(found -> found.mode().equals(WEBHOOK))
        .map(found -> version(found, endpoint))
        .map(version -> tells.stream().map(tell -> tell.rendered(told, version)).toList())
        .orElse(List.of());
  }

  /// One request: what it says, and the sequence of its first message.
  private record Tell(long sequence, String messageId, List<Said> output) {
    Rendered rendered(Told told, int version) {
      String conversation = told.address().conversationId();
      ReplyForm.Head head =
          new ReplyForm.Head(told.leg().moment().epochSeconds(), conversation, messageId);
      Value.Obj body =
          version == 1 ? ReplyForm.v1(head, output) : ReplyForm.v2(head, output, false);
      String eventId = EventId.of(conversation, sequence);
      return Rendered.json(sequence, eventId, "ANSWER", Json.write(body));
    }
  }

  private static List<Tell> human(Leg leg) {
    List<Tell> tells = new ArrayList<>();
    List<Event> events = leg.told().events();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof Event.InRoom(RoomEvent.Message message)
          && message.author() != RoomEvent.Author.CONTACT) {
        Said said = new Said(message.content().value(), null, null);
        tells.add(new Tell(leg.firstSequence() + i, message.messageId(), List.of(said)));
      }
    }
    return tells;
  }

  private static int version(ReplyModes.Mode mode, Endpoint endpoint) {
    return endpoint.settings().get("version") instanceof Value.Num set
        ? set.decimal().intValue()
        : mode.version();
  }

  /// The sequence of the first message of the leg.
  private static long said(Leg leg) {
    int index = leg.told().events().indexOf(leg.sent().getFirst());
    return leg.firstSequence() + index;
  }

  /// A caller who waited for the answer has it.
  private Optional<Tell> answer(Told told) {
    Leg leg = told.leg();
    if (leg.sent().isEmpty() || Audience.of(leg.turnId()) == Audience.CALLER) {
      return Optional.empty();
    }
    BotKey bot = new BotKey(told.workspace(), told.address().botId());
    FlowOutput flow = new FlowOutput(StepNames.of(bots.get(), bot));
    List<Said> before = new ArrayList<>();
    earlier(told).forEach(one -> before.addAll(flow.of(one)));
    List<Said> output = flow.of(leg);
    if (output.isEmpty()) {
      return Optional.empty();
    }
    String id = before.isEmpty() ? leg.turnId() : leg.sent().getFirst().messageId();
    return Optional.of(new Tell(said(leg), id, output));
  }

  /// The legs of the turn before this one: only what a hook lets go on has any.
  private List<Leg> earlier(Told told) {
    Leg leg = told.leg();
    boolean first =
        switch (leg.input()) {
          case Input.HookSettled _, Input.TimerDue _, Input.Resume _ -> false;
          case Input.Ordered _, Input.Immediate _ -> true;
        };
    if (first) {
      return List.of();
    }
    return legs.ofTurn(told.workspace(), told.address().conversationId(), 0, leg.turnId()).stream()
        .takeWhile(one -> before(one, leg))
        .toList();
  }

  private static boolean before(Leg one, Leg leg) {
    return one.moment().epochNanos() < leg.moment().epochNanos();
  }
}
