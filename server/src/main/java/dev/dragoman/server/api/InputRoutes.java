package dev.dragoman.server.api;

import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.api.Operation.Named;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.store.read.BotQueries;
import dev.dragoman.server.store.read.ConversationQueries;
import java.util.List;

/// The plain channel: what a contact does goes in, what the bot says comes back. And what an
/// integrator does to a conversation from outside.
final class InputRoutes {
  private static final String TAG = "Inputs";
  private static final String ACCOUNT = "direct";
  private static final int MOST_THREADS = 1_000_000;

  private final BotQueries bots;
  private final ConversationQueries conversations;
  private final Drive drive;

  private record Addressed(Target.Addressed to, Input input) {}

  InputRoutes(BotQueries bots, ConversationQueries conversations, Drive drive) {
    this.bots = bots;
    this.conversations = conversations;
    this.drive = drive;
  }

  List<Operation> operations() {
    return List.of(
        driving("/bots/{id}/inputs", "sendToBot", "An input by who writes it")
            .reads("AddressedInput")
            .answers(200, "TurnAnswer", this::toBot),
        driving("/conversations/{id}/inputs", "sendInput", "An input of a contact")
            .reads("KnownInput")
            .answers(200, "TurnAnswer", this::input),
        driving("/conversations/{id}/values", "setValues", "Sets session values")
            .reads("ValuesInput")
            .answers(200, "TurnAnswer", this::values),
        plain("pause", "pauseConversation", "The bot stops answering", new Input.Pause()),
        plain("release", "releaseConversation", "The bot answers again", new Input.Release()),
        plain("close", "closeConversation", "The session ends", new Input.Close()));
  }

  private static Operation.Making driving(String path, String id, String summary) {
    return Operation.post(path, new Named(id, TAG, summary)).opens(Operation.WRITERS).drivesTurn();
  }

  private Operation plain(String verb, String id, String summary, Input input) {
    return driving("/conversations/{id}/" + verb, id, summary)
        .answers(200, "TurnAnswer", call -> drive(call, input));
  }

  private Response toBot(Call call) {
    return call.id("id")
        .filter(call::sees)
        .flatMap(id -> bots.get(call.workspace(), id))
        .map(
            bot ->
                call.read(
                    fields -> addressed(fields, bot.id()),
                    asked -> drive.answer(call, bot.id(), asked.to(), asked.input())))
        .orElseGet(Problems::notFound);
  }

  private static Decoded<Addressed> addressed(Fields fields, String botId) {
    Target.Identity peer = InputReader.peer(fields, botId);
    Long thread = fields.optionalWhole("thread", 0, MOST_THREADS);
    Fields attributes = fields.optionalObject("attributes");
    if (attributes != null) {
      ContactRoutes.check(attributes);
    }
    Input input = InputReader.input(fields.object("input"));
    fields.refuseUnknown();
    Value.Obj given = attributes == null ? Value.Obj.EMPTY : attributes.source();
    int number = thread == null ? 0 : thread.intValue();
    return fields.decoded(
        () -> new Addressed(new Target.Addressed(botId, ACCOUNT, peer, number, given), input));
  }

  private Response input(Call call) {
    return call.read(
        fields -> {
          Input input = InputReader.input(fields.object("input"));
          fields.refuseUnknown();
          return fields.decoded(() -> input);
        },
        input -> drive(call, input));
  }

  private Response values(Call call) {
    return call.read(InputRoutes::valuesOf, input -> drive(call, input));
  }

  private static Decoded<Input.SetValues> valuesOf(Fields fields) {
    Fields values = fields.object("values");
    boolean release = fields.bool("release", false);
    fields.refuseUnknown();
    if (values.source().size() > Limits.SESSION_VALUES) {
      fields.invalid("values", "must be at most " + Limits.SESSION_VALUES);
    }
    values
        .source()
        .members()
        .forEach(
            (key, value) -> {
              if (value.weight() > Limits.SESSION_VALUE_BYTES) {
                values.invalid(key, "must be at most " + Limits.SESSION_VALUE_BYTES + " bytes");
              }
            });
    return fields.decoded(() -> new Input.SetValues(values.source(), release));
  }

  private Response drive(Call call, Input input) {
    return ConversationRoutes.find(conversations, call)
        .filter(one -> !one.erased())
        .map(
            one ->
                drive.answer(
                    call, one.state().address().botId(), new Target.Known(one.id()), input))
        .orElseGet(Problems::notFound);
  }
}
