package dev.dragoman.server.api;

import dev.dragoman.core.model.Ids;
import dev.dragoman.server.api.Operation.Named;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.store.read.ConversationQueries;
import dev.dragoman.server.store.read.ConversationQueries.Stored;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Conversations: their state, what was said, and why.
final class ConversationRoutes {
  private static final String TAG = "Conversations";

  private final ConversationQueries queries;
  private final History history;
  private final Reasons reasons;

  ConversationRoutes(ConversationQueries queries, History history, Reasons reasons) {
    this.queries = queries;
    this.history = history;
    this.reasons = reasons;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/conversations", new Named("listConversations", TAG, "By id"))
            .opens(Operation.ALL)
            .filter("bot", "Only those of this bot.")
            .filter("contact", "Only those of this contact.")
            .paged()
            .answers(200, "ConversationPage", this::list),
        Operation.get(
                "/conversations/{id}",
                new Named("getConversation", TAG, "Who holds it, where it stands, its values"))
            .opens(Operation.PEOPLE)
            .answers(200, "Conversation", this::get),
        Operation.get(
                "/conversations/{id}/transcript",
                new Named("getTranscript", TAG, "What was said, oldest first"))
            .opens(Operation.PEOPLE)
            .paged()
            .answers(200, "TranscriptPage", this::transcript),
        Operation.get(
                "/conversations/{id}/why",
                new Named("listReasons", TAG, "Why each reply was given, oldest first"))
            .opens(Operation.READERS)
            .paged()
            .answers(200, "WhyPage", this::why),
        Operation.get(
                "/conversations/{id}/why/{turn}",
                new Named("getReasons", TAG, "Why the replies of one turn were given"))
            .opens(Operation.READERS)
            .answers(200, "WhyOfTurn", this::whyOfTurn));
  }

  private Response list(Call call) {
    Optional<String> bot = call.request().query("bot");
    Optional<String> contact = call.request().query("contact");
    if (!bot.map(Ids::isObjectId).orElse(true)) {
      return Problems.invalid("bot", "must be 24 hexadecimal digits");
    }
    if (!contact.map(Ids::isObjectId).orElse(true)) {
      return Problems.invalid("contact", "must be 24 hexadecimal digits");
    }
    String own = call.credential().subject();
    if (own != null && !bot.orElse(own).equals(own)) {
      return Problems.notFound();
    }
    var filter = new ConversationQueries.Filter(bot.orElse(own), contact.orElse(null));
    return Page.of(
        call,
        Page.Keys.IDS,
        asked ->
            queries.after(call.workspace(), filter, asked.after(), asked.limit()).stream()
                .map(one -> new Page.Entry(one.id(), Shown.conversation(one.state(), one.erased())))
                .toList());
  }

  private Response get(Call call) {
    return with(
        call, one -> Response.json(200, Json.write(Shown.conversation(one.state(), one.erased()))));
  }

  private Response with(Call call, Function<Stored, Response> answer) {
    return find(queries, call).map(answer).orElseGet(Problems::notFound);
  }

  /// The conversation in the path, if this key may see it.
  static Optional<Stored> find(ConversationQueries queries, Call call) {
    return call.id("id")
        .flatMap(id -> queries.get(call.workspace(), id))
        .filter(one -> call.sees(one.state().address().botId()));
  }

  private Response transcript(Call call) {
    return with(
        call,
        one ->
            Page.of(
                call, History.KEYS, asked -> history.entries(call.workspace(), one.id(), asked)));
  }

  private Response why(Call call) {
    return with(
        call, one -> Page.of(call, Reasons.KEYS, asked -> reasons.entries(call, one, asked)));
  }

  private Response whyOfTurn(Call call) {
    return with(
        call,
        one ->
            call.id("turn")
                .flatMap(turn -> reasons.ofTurn(call, one, turn))
                .map(document -> Response.json(200, Json.write(document)))
                .orElseGet(Problems::notFound));
  }
}
