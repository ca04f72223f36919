package dev.dragoman.server.api;

import dev.dragoman.core.model.Ids;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.server.api.Operation.Named;
import dev.dragoman.server.delivery.Endpoint;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.store.read.DeliveryQueries;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The ledger of deliveries: what was sent where, every attempt, and sending it again.
final class DeliveryRoutes {
  private static final String TAG = "Deliveries";
  private static final Set<String> OUTCOMES =
      Set.of("stored", "delivered", "failed", "dead", "cancelled");
  private static final Pattern PLACE =
      Pattern.compile(
          "[0-9]{1,19} [0-9a-z]{0,60} [0-9]{1,19} [0-9a-z-]{0,60} [0-9]{1,4} [0-9]{1,19}");
  private static final Pattern ENDPOINT = Pattern.compile("[!-~]{1,24}");
  private static final Pattern SEQUENCE = Pattern.compile("[1-9][0-9]{0,17}");
  private static final long NANOS = 1_000_000_000L;

  private final DeliveryQueries queries;
  private final ApiDoor.Outwards outwards;

  DeliveryRoutes(DeliveryQueries queries, ApiDoor.Outwards outwards) {
    this.queries = queries;
    this.outwards = outwards;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get(
                "/deliveries", new Named("listDeliveries", TAG, "Every attempt, oldest first"))
            .opens(Operation.READERS)
            .paged()
            .filter("endpoint", "Only to this endpoint.", "Cursor")
            .filter("conversation", "Only of this conversation.", "Id")
            .filter("sequence", "Only of the event of this sequence.", "VersionNumber")
            .filter("event", "Only of this event.", "Id")
            .filter("outcome", "Only with this outcome; `dead` for dead letters.", "Cursor")
            .answers(200, "DeliveryPage", this::list),
        Operation.post(
                "/endpoints/{id}/redeliver",
                new Named(
                    "redeliver",
                    TAG,
                    "One event, a range of a conversation, or all that failed since a time"))
            .reads("Redelivery")
            .answers(202, "Redelivering", this::redeliver));
  }

  private Response list(Call call) {
    Optional<DeliveryQueries.Filter> filter = filter(call);
    if (filter.isEmpty()) {
      return Problems.invalid("query", "holds an id, a sequence or an outcome of the wrong form");
    }
    return Page.of(
        call,
        new Page.Keys(key(DeliveryQueries.Place.START), text -> PLACE.matcher(text).matches()),
        asked ->
            queries
                .after(call.workspace(), filter.get(), place(asked.after()), asked.limit())
                .stream()
                .map(row -> new Page.Entry(key(row.place()), shown(row)))
                .toList());
  }

  private Optional<DeliveryQueries.Filter> filter(Call call) {
    Optional<String> conversation = call.request().query("conversation");
    Optional<String> event = call.request().query("event");
    Optional<String> sequence = call.request().query("sequence");
    Optional<String> outcome = call.request().query("outcome");
    Optional<String> endpoint = call.request().query("endpoint");
    boolean legal =
        conversation.map(Ids::isObjectId).orElse(true)
            && event.map(Ids::isObjectId).orElse(true)
            && sequence.map(text -> SEQUENCE.matcher(text).matches()).orElse(true)
            && endpoint.map(text -> ENDPOINT.matcher(text).matches()).orElse(true)
            && outcome.map(OUTCOMES::contains).orElse(true);
    return legal
        ? Optional.of(
            new DeliveryQueries.Filter(
                endpoint.orElse(null),
                conversation.orElse(null),
                sequence.map(Long::valueOf).orElse(null),
                event.orElse(null),
                outcome.orElse(null)))
        : Optional.empty();
  }

  private static String key(DeliveryQueries.Place place) {
    return String.join(
        " ",
        Long.toString(place.atNanos()),
        place.stream(),
        Long.toString(place.sequence()),
        place.endpointId(),
        Integer.toString(place.attempt()),
        Long.toString(place.token()));
  }

  private static DeliveryQueries.Place place(String key) {
    String[] parts = key.split(" ", -1);
    return new DeliveryQueries.Place(
        Long.parseLong(parts[0]),
        parts[1],
        Long.parseLong(parts[2]),
        parts[3],
        Integer.parseInt(parts[4]),
        Long.parseLong(parts[5]));
  }

  static Value.Obj shown(DeliveryQueries.Row row) {
    return Value.Obj.builder()
        .put("stream", row.place().stream())
        .put("sequence", row.place().sequence())
        .put("endpoint", row.place().endpointId())
        .put("attempt", row.place().attempt())
        .put("position", row.position())
        .put("event", row.event())
        .put("kind", row.kind())
        .put("outcome", row.came().outcome())
        .put("status", row.came().status())
        .put("code", row.came().code())
        .put("at", Times.of(row.place().atNanos()))
        .put("tookMicros", row.tookMicros())
        .put("nextAt", row.nextNanos() == 0 ? Value.Null.NULL : Times.of(row.nextNanos()))
        .put("erased", row.erased())
        .put("request", request(row))
        .put("answer", row.answer() == null ? Value.Null.NULL : Value.of(text(row.answer())))
        .build();
  }

  private static Value request(DeliveryQueries.Row row) {
    byte[] body = row.body();
    byte[] head = row.head();
    if (body == null || head == null || !(Pack.value(head) instanceof Value.Obj kept)) {
      return Value.Null.NULL;
    }
    var headers = Value.Obj.builder();
    if (kept.get("headers") instanceof Value.List(var pairs)) {
      for (Value pair : pairs) {
        if (pair instanceof Value.List(var two) && two.get(0) instanceof Value.Text(var name)) {
          headers.set(name, two.get(1));
        }
      }
    }
    String url = kept.text("called") == null ? kept.text("url") : kept.text("called");
    return Value.Obj.builder()
        .put("url", url == null || url.isEmpty() ? Value.Null.NULL : Value.of(url))
        .put("headers", headers.build())
        .put("body", text(body))
        .build();
  }

  /// What a stranger sent is shown with a mark where no store keeps it.
  private static String text(byte[] bytes) {
    StringBuilder legal = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
    int at = Value.Text.firstIllegal(legal.toString());
    while (at >= 0) {
      legal.setCharAt(at, '\uFFFD');
      at = Value.Text.firstIllegal(legal.toString());
    }
    return legal.toString();
  }

  private record Wish(
      @Nullable String conversation,
      @Nullable Long sequence,
      @Nullable Long to,
      @Nullable Long sinceNanos) {}

  private Response redeliver(Call call) {
    Optional<Endpoint.Key> key =
        Optional.of(new Endpoint.Key(call.workspace(), call.request().place("id")))
            .filter(outwards.book()::has);
    return key.isEmpty()
        ? Problems.notFound()
        : call.read(DeliveryRoutes::wish, wish -> begun(key.get(), wish));
  }

  private static Decoded<Wish> wish(Fields fields) {
    String conversation = fields.optionalText("conversation", 1, Ids.OBJECT_ID_LENGTH);
    Long sequence = fields.optionalWhole("sequence", 1, Long.MAX_VALUE / 2);
    Long to = fields.optionalWhole("toSequence", 1, Long.MAX_VALUE / 2);
    Long since = time(fields);
    if ((conversation == null) != (sequence == null) || (since == null) == (sequence == null)) {
      fields.invalid("sequence", "is given with conversation, or failedSince alone");
    }
    if (to != null && (sequence == null || to < sequence)) {
      fields.invalid("toSequence", "must not be below sequence");
    }
    fields.refuseUnknown();
    return fields.decoded(() -> new Wish(conversation, sequence, to, since));
  }

  private static @Nullable Long time(Fields fields) {
    String text = fields.optionalText("failedSince", 1, 40);
    if (text == null) {
      return null;
    }
    try {
      Instant then = Instant.parse(text);
      return Math.addExact(Math.multiplyExact(then.getEpochSecond(), NANOS), then.getNano());
    } catch (DateTimeException | ArithmeticException notATime) {
      fields.invalid("failedSince", "must be a time like 2030-01-31T12:00:00Z");
      return null;
    }
  }

  private Response begun(Endpoint.Key key, Wish wish) {
    String conversation = wish.conversation();
    Long sequence = wish.sequence();
    Long since = wish.sinceNanos();
    Optional<Integer> begun;
    if (since != null) {
      begun = Optional.of(outwards.redelivery().failedSince(key, since));
    } else if (conversation == null || sequence == null) {
      begun = Optional.empty();
    } else if (wish.to() == null) {
      begun = outwards.redelivery().one(key, conversation, sequence);
    } else {
      begun = Optional.of(outwards.redelivery().range(key, conversation, sequence, wish.to()));
    }
    return begun
        .map(count -> Response.json(202, Json.write(Value.Obj.of("begun", Value.of(count)))))
        .orElseGet(Problems::notFound);
  }
}
