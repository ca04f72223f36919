package dev.dragoman.server.api;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.api.Operation.Named;
import dev.dragoman.server.delivery.Deliverer;
import dev.dragoman.server.delivery.Endpoint;
import dev.dragoman.server.delivery.EndpointBook;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.store.read.ConversationQueries;
import dev.dragoman.server.store.read.DeliveryQueries;
import dev.dragoman.server.store.read.DeliveryQueries.LaneRow;
import dev.dragoman.server.store.read.DeliveryQueries.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Why one event of a conversation was told to each endpoint, or was not.
///
/// | verdict | |
/// |---|---|
/// | `delivered`, `cancelled` | the last attempt came to that |
/// | `dead` | it was given up; the next one names the gap |
/// | `failed` | it is tried again at `nextAt` |
/// | `another_bot`, `not_subscribed` | it hears of another bot, or not of such events |
/// | `disabled`, `paused` | nobody calls it (any more, or for now) |
/// | `behind` | `ahead` deliveries of its lane come first |
/// | `breaker_open` | nobody is there; it is called again at `nextAt` |
/// | `due` | it is the next of its lane |
/// | `passed` | its lane was past this event when it began to hear of it |
final class ToldRoutes {
  private static final int ATTEMPTS = 200;
  private static final Pattern SEQUENCE = Pattern.compile("[1-9][0-9]{0,17}");

  private final ConversationQueries conversations;
  private final DeliveryQueries queries;
  private final ApiDoor.Outwards outwards;
  private final LongSupplier nowNanos;

  /// What is asked about.
  private record Asked(int workspace, String conversationId, String botId, long sequence) {}

  /// Why, and what follows from it.
  private record Verdict(String word, long ahead, int attempts, long nextNanos, String code) {
    static Verdict of(String word) {
      return new Verdict(word, 0, 0, 0, "");
    }
  }

  ToldRoutes(
      ConversationQueries conversations,
      DeliveryQueries queries,
      ApiDoor.Outwards outwards,
      LongSupplier nowNanos) {
    this.conversations = conversations;
    this.queries = queries;
    this.outwards = outwards;
    this.nowNanos = nowNanos;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get(
                "/conversations/{id}/told",
                new Named(
                    "explainTold",
                    "Deliveries",
                    "Why one event was told to each endpoint, or was not"))
            .opens(Operation.READERS)
            .filter("sequence", "Of the event of this sequence.", "VersionNumber")
            .answers(200, "Told", this::told));
  }

  private Response told(Call call) {
    Optional<String> sequence = call.request().query("sequence");
    return ConversationRoutes.find(conversations, call)
        .map(
            one ->
                sequence.filter(text -> SEQUENCE.matcher(text).matches()).isEmpty()
                    ? Problems.invalid("sequence", "must be the sequence of an event")
                    : answer(
                        new Asked(
                            call.workspace(),
                            one.id(),
                            one.state().address().botId(),
                            Long.parseLong(sequence.get()))))
        .orElseGet(Problems::notFound);
  }

  private Response answer(Asked asked) {
    Map<String, LaneRow> lanes = new HashMap<>();
    queries
        .lanes(asked.workspace(), asked.conversationId())
        .forEach(lane -> lanes.put(lane.endpointId(), lane));
    List<Value> told =
        outwards.book().all(asked.workspace()).stream()
            .<Value>map(one -> shown(asked, one, lanes.get(one.endpoint().key().id())))
            .toList();
    return Response.json(
        200,
        Json.write(
            Value.Obj.builder()
                .put("conversation", asked.conversationId())
                .put("sequence", asked.sequence())
                .put("endpoints", new Value.List(told))
                .build()));
  }

  private Value.Obj shown(Asked asked, EndpointBook.Named named, @Nullable LaneRow lane) {
    Verdict verdict = verdict(asked, named.endpoint(), lane);
    return Value.Obj.builder()
        .put("endpoint", named.endpoint().key().id())
        .put("name", named.name())
        .put("dialect", named.endpoint().dialect())
        .put("verdict", verdict.word())
        .put("ahead", verdict.ahead())
        .put("attempts", verdict.attempts())
        .put("code", verdict.code())
        .put("nextAt", verdict.nextNanos() == 0 ? Value.Null.NULL : Times.of(verdict.nextNanos()))
        .build();
  }

  private Verdict verdict(Asked asked, Endpoint endpoint, @Nullable LaneRow lane) {
    Optional<Row> last = last(asked, endpoint);
    if (last.isPresent() && !last.get().came().outcome().equals("failed")) {
      Row row = last.get();
      return new Verdict(row.came().outcome(), 0, row.place().attempt(), 0, row.came().code());
    }
    if (!endpoint.botId().map(asked.botId()::equals).orElse(true)) {
      return Verdict.of("another_bot");
    }
    if (endpoint.status() == Endpoint.Status.DISABLED) {
      return Verdict.of("disabled");
    }
    if (!outwards.deliverer().tells(endpoint, asked.conversationId(), asked.sequence())) {
      return Verdict.of("not_subscribed");
    }
    if (lane == null || lane.sequence() >= asked.sequence()) {
      return Verdict.of("passed");
    }
    return endpoint.status() == Endpoint.Status.PAUSED
        ? Verdict.of("paused")
        : waiting(asked, endpoint, lane, last);
  }

  private Verdict waiting(Asked asked, Endpoint endpoint, LaneRow lane, Optional<Row> last) {
    Deliverer deliverer = outwards.deliverer();
    if (last.isPresent()) {
      Row row = last.get();
      return new Verdict("failed", 0, row.place().attempt(), lane.dueNanos(), row.came().code());
    }
    long ahead =
        deliverer.ahead(endpoint, asked.conversationId(), lane.sequence(), asked.sequence());
    if (ahead > 0) {
      return new Verdict("behind", ahead, 0, lane.dueNanos(), "");
    }
    long closed = deliverer.closedNanos(endpoint);
    return closed > 0
        ? new Verdict("breaker_open", 0, 0, nowNanos.getAsLong() + closed, "")
        : Verdict.of("due");
  }

  /// The last attempt; that its bytes were stored is none.
  private Optional<Row> last(Asked asked, Endpoint endpoint) {
    DeliveryQueries.Filter filter =
        new DeliveryQueries.Filter(
            endpoint.key().id(), asked.conversationId(), asked.sequence(), null, null);
    return queries.after(asked.workspace(), filter, DeliveryQueries.Place.START, ATTEMPTS).stream()
        .filter(row -> !row.came().outcome().equals("stored"))
        .reduce((_, later) -> later);
  }
}
