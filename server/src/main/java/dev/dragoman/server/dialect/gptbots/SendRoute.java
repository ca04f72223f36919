package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Audience;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.dialect.gptbots.SendRequest.Mode;
import dev.dragoman.server.flow.Repeats;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonLimits;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.ledger.Turn;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// `POST /v2/conversation/message` and its older form (contract gptbots §3, §4).
final class SendRoute {
  /// Bodies hold files: the values of a body are as many as elsewhere, its bytes are not.
  static final int BODY_BYTES = 34_000_000;

  private static final JsonLimits LIMITS =
      new JsonLimits(BODY_BYTES, Value.MAX_DEPTH, JsonLimits.BODY.values());

  private final Desk desk;
  private final GptbotsDoor.Flow flow;
  private final Memory memory;
  private final GptbotsDoor.Manner manner;

  SendRoute(Desk desk, GptbotsDoor.Flow flow, Memory memory, GptbotsDoor.Manner manner) {
    this.desk = desk;
    this.flow = flow;
    this.memory = memory;
    this.manner = manner;
  }

  /// One message on its way, in the version it came in.
  private record Sending(
      Request request,
      Access.Guest guest,
      Conversation.Address address,
      SendRequest asked,
      int version) {}

  Response v1(Request request) {
    return handle(request, SendRequest::v1, 1);
  }

  Response v2(Request request) {
    return handle(request, SendRequest::v2, 2);
  }

  private Response handle(
      Request request, Function<Fields, Decoded<SendRequest>> decode, int version) {
    return desk.access()
        .enter(
            request,
            guest ->
                desk.bodies()
                    .read(request, LIMITS, decode, asked -> find(request, guest, asked, version)));
  }

  private Response find(Request request, Access.Guest guest, SendRequest asked, int version) {
    return switch (desk.access().conversation(guest, asked.conversationId())) {
      case Access.Found.Refused(var response) -> response;
      case Access.Found.There(var address) ->
          checked(new Sending(request, guest, address, asked, version));
    };
  }

  private Response checked(Sending sending) {
    if (sending.asked().message().isTooLong()) {
      return desk.errors().of(Code.QUESTION_TOO_LONG, "The question is longer than allowed");
    }
    if (!Repetition.isLegal(sending.request())) {
      return desk.errors().invalid(Repeats.HEADER, Repeats.RULE);
    }
    if (sending.asked().mode() == Mode.WEBHOOK && !flow.webhooks().has(sending.guest().bot())) {
      return desk.errors().invalid("response_mode", "cannot be webhook: the agent has none");
    }
    return prepared(sending);
  }

  /// Values come before the words that are heard with them.
  private Response prepared(Sending sending) {
    SendRequest asked = sending.asked();
    if (asked.values().size() > 0) {
      Input values = new Input.SetValues(asked.values(), false);
      Outcome set = desk.turns().take(taken(sending, values, "/values"));
      if (!(set instanceof Outcome.Committed) && !(set instanceof Outcome.Repeated)) {
        return desk.refusals().of(set, Code.AGENT_GONE);
      }
    }
    memory.mode(sending.guest(), sending.address(), asked.mode(), sending.version());
    Kept kept =
        memory.keep(sending.guest().workspace(), sending.address(), asked.message().files());
    return switch (asked.mode()) {
      case BLOCKING -> blocking(sending, kept);
      case STREAMING -> streaming(sending, kept);
      case WEBHOOK -> webhook(sending, kept);
    };
  }

  private static Turns.Taken text(Sending sending, Kept kept) {
    String text = sending.asked().message().text();
    return taken(sending, new Input.Text(text, kept.written(), Understood.NOTHING), "");
  }

  private static Turns.Taken taken(Sending sending, Input input, String part) {
    return new Turns.Taken(
        sending.guest().workspace(),
        sending.address().botId(),
        new Target.Known(sending.address().conversationId()),
        input,
        Repetition.inputId(sending.request(), sending.guest(), part));
  }

  private Response blocking(Sending sending, Kept kept) {
    Turns.Taken taken = text(sending, kept).within(manner.blockingMillis());
    return switch (kept.settled(desk.turns().take(taken))) {
      case Outcome.Committed(var turn) -> whole(sending, turn);
      case Outcome.Repeated(var turn) -> whole(sending, turn);
      case Outcome other -> desk.refusals().of(other, Code.AGENT_GONE);
    };
  }

  private Response whole(Sending sending, Turn turn) {
    if (turn.legs().isEmpty()) {
      return desk.errors().noConversation();
    }
    note(sending, turn.legs().getFirst());
    List<Said> output = FlowOutput.of(turn.legs(), names(sending));
    ReplyForm.Head head = head(sending, turn.legs().getLast());
    return Response.json(
        200,
        Json.write(
            sending.version() == 1
                ? ReplyForm.v1(head, output)
                : ReplyForm.v2(head, output, sending.asked().citations())));
  }

  private static ReplyForm.Head head(Sending sending, Leg leg) {
    return new ReplyForm.Head(
        leg.moment().epochSeconds(), sending.address().conversationId(), leg.turnId());
  }

  private StepNames names(Sending sending) {
    return StepNames.of(flow.bots(), sending.guest().bot());
  }

  private void note(Sending sending, Leg first) {
    memory.note(sending.guest(), sending.address(), first);
  }

  /// The opening leaves at the first leg's commit, before its hook has answered; what is refused
  /// before is an error like any other.
  private Response streaming(Sending sending, Kept kept) {
    StreamEvents events = new StreamEvents(manner.framing().of(sending.request()));
    return opened(
        sending,
        kept,
        (conduct, first) -> Pouring.of(conduct, first, events, names(sending)).response());
  }

  /// Accepted: the answer, of the bot or of a human, goes to the agent's webhook.
  private Response webhook(Sending sending, Kept kept) {
    return opened(
        sending,
        kept,
        (_, first) -> Response.json(200, Json.write(ReplyForm.accepted(head(sending, first)))));
  }

  private Response opened(Sending sending, Kept kept, BiFunction<Conduct, Leg, Response> opening) {
    boolean told = sending.asked().mode() == Mode.WEBHOOK;
    Audience audience = told ? Audience.CHANNEL : Audience.CALLER;
    Conduct conduct = Conduct.start(desk.turns(), text(sending, kept), audience, kept);
    return switch (conduct.next()) {
      case Conduct.News.Committed(var first) -> {
        note(sending, first);
        yield opening.apply(conduct, first);
      }
      case Conduct.News.Over(var outcome) -> desk.refusals().of(outcome, Code.AGENT_GONE);
      case Conduct.News.Failed(var failure) -> throw failure;
    };
  }
}
