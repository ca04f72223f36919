package dev.dragoman.server.api;

import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.model.Ids;
import dev.dragoman.server.api.Operation.Named;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.live.LiveStreams;
import dev.dragoman.server.live.LiveStreams.Wish;
import dev.dragoman.server.store.read.ConversationQueries;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Live streams of events, as Server-Sent Events.
final class EventRoutes {
  private static final String TAG = "Events";
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,5}");
  private static final long FOR_EVER = Long.MAX_VALUE / 2;
  private static final long MILLIS = 1_000;
  private static final int BUSY_SECONDS = 5;

  private final ConversationQueries conversations;
  private final LiveStreams streams;
  private final Predicate<Call> allowed;

  /// @param allowed whether a call would still be let in
  EventRoutes(ConversationQueries conversations, LiveStreams streams, Predicate<Call> allowed) {
    this.conversations = conversations;
    this.streams = streams;
    this.allowed = allowed;
  }

  List<Operation> operations() {
    return List.of(
        streaming(
                Operation.get(
                    "/events",
                    new Named("streamEvents", TAG, "What happens in the workspace, as it happens")))
            .filter("bot", "Only of this bot.")
            .answers(200, Operation.EVENT_STREAM, this::ofWorkspace),
        streaming(
                Operation.get(
                    "/conversations/{id}/events",
                    new Named(
                        "streamConversation",
                        TAG,
                        "What happened in a conversation, and what happens")))
            .answers(200, Operation.EVENT_STREAM, this::ofConversation));
  }

  private static Operation.Making streaming(Operation.Making operation) {
    return operation
        .opens(Operation.READERS)
        .filter("after", "The `id` of the last event; `Last-Event-ID` says the same.", "Position")
        .filter("kinds", "Only these kinds, separated by commas.", "KindNames")
        .filter("wait", "Ends after so many seconds; 0 when all is told.", "WaitSeconds");
  }

  private Response ofConversation(Call call) {
    boolean there =
        call.id("id")
            .flatMap(id -> conversations.get(call.workspace(), id))
            .filter(one -> call.sees(one.state().address().botId()))
            .isPresent();
    return there
        ? wished(call)
            .map(
                wish ->
                    streams
                        .ofConversation(wish, call.request().place("id"))
                        .orElseGet(EventRoutes::noPosition))
            .orElseGet(() -> refused(call))
        : Problems.notFound();
  }

  private Response ofWorkspace(Call call) {
    Optional<String> bot = call.request().query("bot");
    if (!bot.map(Ids::isObjectId).orElse(true)) {
      return Problems.invalid("bot", "must be 24 hexadecimal digits");
    }
    String own = call.credential().subject();
    if (own != null && !bot.orElse(own).equals(own)) {
      return Problems.notFound();
    }
    return wished(call)
        .map(wish -> streams.ofWorkspace(wish, bot.orElse(own)).orElseGet(EventRoutes::noPosition))
        .orElseGet(() -> refused(call));
  }

  private static Response noPosition() {
    return Problems.invalid(
        "after", "is no position of this stream; begin without, and read what is missing");
  }

  private Optional<Wish> wished(Call call) {
    Optional<Set<Kind>> kinds = kinds(call);
    Optional<String> wait = call.request().query("wait");
    if (kinds.isEmpty()
        || !wait.map(text -> SECONDS.matcher(text).matches()).orElse(true)
        || streams.isFull(call.workspace())) {
      return Optional.empty();
    }
    return Optional.of(
        new Wish(
            call.workspace(),
            kinds.get(),
            call.request()
                .header("Last-Event-ID")
                .or(() -> call.request().query("after"))
                .filter(text -> !text.isEmpty())
                .orElse(null),
            wait.map(text -> Long.parseLong(text) * MILLIS).orElse(FOR_EVER),
            () -> allowed.test(call)));
  }

  private Response refused(Call call) {
    if (kinds(call).isEmpty()) {
      return Problems.invalid("kinds", "names a kind that there is not");
    }
    return streams.isFull(call.workspace())
        ? Problems.busy(Problems.Type.TOO_MANY_REQUESTS, BUSY_SECONDS)
        : Problems.invalid("wait", "must be whole seconds");
  }

  /// All without the parameter; empty when one of them is unknown.
  private static Optional<Set<Kind>> kinds(Call call) {
    Optional<String> given = call.request().query("kinds").filter(text -> !text.isEmpty());
    if (given.isEmpty()) {
      return Optional.of(EnumSet.allOf(Kind.class));
    }
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (String name : given.get().split(",", -1)) {
      Optional<Kind> kind = Kind.of(name.strip());
      if (kind.isEmpty()) {
        return Optional.empty();
      }
      kinds.add(kind.get());
    }
    return Optional.of(kinds);
  }
}
