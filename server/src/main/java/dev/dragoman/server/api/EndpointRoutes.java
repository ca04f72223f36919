package dev.dragoman.server.api;

import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.delivery.Schedule;
import dev.dragoman.core.delivery.Signature;
import dev.dragoman.core.model.Ids;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.api.Operation.Named;
import dev.dragoman.server.delivery.Endpoint;
import dev.dragoman.server.delivery.EndpointBook;
import dev.dragoman.server.delivery.NativeRenderer;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.store.read.BotQueries;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Endpoints: where notifications go.
final class EndpointRoutes {
  private static final String TAG = "Endpoints";
  private static final int LONGEST_NAME = 100;
  private static final int MOST_OF_A_BOT = 20;
  private static final long MILLION = 1_000_000L;
  private static final int OVERLAP_HOURS = 24;
  private static final int LONGEST_OVERLAP_HOURS = 168;
  private static final long HOUR_MILLIS = 3_600_000L;

  private final BotQueries bots;
  private final ApiDoor.Outwards outwards;
  private final ApiDoor.Sources sources;
  private final EndpointReader reader;

  EndpointRoutes(BotQueries bots, ApiDoor.Outwards outwards, ApiDoor.Sources sources) {
    this.bots = bots;
    this.outwards = outwards;
    this.sources = sources;
    this.reader = new EndpointReader(outwards.egress());
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/endpoints", new Named("listEndpoints", TAG, "Endpoints by id"))
            .opens(Operation.READERS)
            .paged()
            .answers(200, "EndpointPage", this::list),
        Operation.post("/endpoints", new Named("makeEndpoint", TAG, "A new endpoint"))
            .reads("NewEndpoint")
            .answers(201, "MadeEndpoint", this::make),
        Operation.get("/endpoints/{id}", new Named("getEndpoint", TAG, "One endpoint"))
            .opens(Operation.READERS)
            .answers(200, "Endpoint", this::get),
        Operation.patch(
                "/endpoints/{id}",
                new Named("changeEndpoint", TAG, "Changes what is given, leaves the rest"))
            .reads("ChangedEndpoint")
            .matches()
            .answers(200, "Endpoint", this::change),
        Operation.delete("/endpoints/{id}", new Named("deleteEndpoint", TAG, "Ends it for good"))
            .answers(204, null, this::delete),
        Operation.post(
                "/endpoints/{id}/pause",
                new Named("pauseEndpoint", TAG, "Stops calling it; what happens waits"))
            .answers(200, "Endpoint", call -> moved(call, outwards.book()::pause)),
        Operation.post(
                "/endpoints/{id}/resume",
                new Named("resumeEndpoint", TAG, "Calls it again, with what waited"))
            .answers(200, "Endpoint", call -> moved(call, outwards.book()::resume)),
        Operation.post(
                "/endpoints/{id}/rotate-secret",
                new Named("rotateSecret", TAG, "A new signing secret; the old one signs too"))
            .reads("RotateSecret")
            .matches()
            .answers(200, "RotatedSecret", this::rotate),
        Operation.post(
                "/endpoints/{id}/test", new Named("testEndpoint", TAG, "Sends a test event to it"))
            .answers(202, "TestEvent", this::test));
  }

  private Response list(Call call) {
    return Page.of(
        call,
        Page.Keys.IDS,
        asked ->
            outwards.book().all(call.workspace()).stream()
                .filter(one -> id(one).compareTo(asked.after()) > 0)
                .filter(one -> visible(call, one))
                .limit(asked.limit())
                .map(one -> new Page.Entry(id(one), shown(one).build()))
                .toList());
  }

  private static String id(EndpointBook.Named one) {
    return one.endpoint().key().id();
  }

  private static boolean visible(Call call, EndpointBook.Named one) {
    String subject = call.credential().subject();
    return subject == null || one.endpoint().botId().filter(subject::equals).isPresent();
  }

  private Response get(Call call) {
    return with(call, one -> edition(one).on(Response.json(200, Json.write(shown(one).build()))));
  }

  private Response with(Call call, Function<EndpointBook.Named, Response> answer) {
    return call.id("id")
        .flatMap(id -> outwards.book().get(call.workspace(), id))
        .filter(one -> visible(call, one))
        .map(answer)
        .orElseGet(Problems::notFound);
  }

  private static Edition edition(EndpointBook.Named one) {
    String status = one.endpoint().status().name().toLowerCase(Locale.ROOT);
    return Edition.of(one.version() + "-" + status);
  }

  /// The same for one that the client has seen as it is now.
  private Response current(Call call, Function<EndpointBook.Named, Response> answer) {
    return with(call, one -> edition(one).isStale(call) ? Edition.stale(call) : answer.apply(one));
  }

  private static ObjBuilder shown(EndpointBook.Named named) {
    Endpoint endpoint = named.endpoint();
    return Value.Obj.builder()
        .put("id", endpoint.key().id())
        .put("name", named.name())
        .put("bot", Shown.orNull(endpoint.botId().orElse(null)))
        .put("dialect", endpoint.dialect())
        .put("url", endpoint.url())
        .put(
            "kinds",
            new Value.List(
                endpoint.kinds().stream()
                    .sorted()
                    .<Value>map(kind -> Value.of(kind.wire()))
                    .toList()))
        .put("auth", shown(endpoint.auth()))
        .put("status", endpoint.status().name().toLowerCase(Locale.ROOT))
        .put("signed", endpoint.manner().signed())
        .put("onExhausted", endpoint.manner().onExhausted().name().toLowerCase(Locale.ROOT))
        .put(
            "schedule",
            endpoint.manner().schedule().<Value>map(EndpointRoutes::shown).orElse(Value.Null.NULL))
        .put("settings", endpoint.settings())
        .put("version", named.version())
        .put("createdAt", Times.of(named.createdNanos()));
  }

  /// What it is, without what it keeps secret.
  private static Value.Obj shown(Endpoint.Auth auth) {
    return switch (auth) {
      case Endpoint.Auth.None _ -> Shown.typed("none").build();
      case Endpoint.Auth.Basic(var user, _) -> Shown.typed("basic").put("user", user).build();
      case Endpoint.Auth.Bearer _ -> Shown.typed("bearer").build();
      case Endpoint.Auth.Headers(var headers) ->
          Shown.typed("headers")
              .put(
                  "names",
                  new Value.List(
                      headers.stream().<Value>map(header -> Value.of(header.name())).toList()))
              .build();
    };
  }

  private static Value.Obj shown(Schedule schedule) {
    return Value.Obj.builder()
        .put(
            "waitsMillis",
            new Value.List(schedule.waitsMillis().stream().<Value>map(Value::of).toList()))
        .put("jitterPercent", schedule.jitterPercent())
        .put("retryAfterMaxMillis", schedule.retryAfterMaxMillis())
        .put("attemptMillis", schedule.attemptMillis())
        .build();
  }

  private Response make(Call call) {
    return call.read(
        fields -> wanted(call, fields),
        made -> {
          Optional<String> bot = made.endpoint().botId();
          if (bot.isPresent() && bots.get(call.workspace(), bot.get()).isEmpty()) {
            return Problems.invalid("bot", "is no bot of this workspace");
          }
          long siblings =
              outwards.book().all(call.workspace()).stream()
                  .filter(one -> one.endpoint().botId().equals(bot))
                  .count();
          if (siblings >= MOST_OF_A_BOT) {
            return Problems.conflict("bot", "A bot has at most 20 endpoints.");
          }
          return outwards.book().create(made)
              ? edition(made).on(Response.json(201, Json.write(withSecret(made))))
              : Problems.conflict("id", "The id " + id(made) + " belongs to an endpoint already.");
        });
  }

  private static Value.Obj withSecret(EndpointBook.Named made) {
    return shown(made).put("secret", made.endpoint().manner().secrets().getFirst()).build();
  }

  private Decoded<EndpointBook.Named> wanted(Call call, Fields fields) {
    String id = fields.optionalText("id", Ids.OBJECT_ID_LENGTH, Ids.OBJECT_ID_LENGTH);
    if (id != null && !Ids.isObjectId(id)) {
      fields.invalid("id", "must be 24 lower-case hex digits");
    }
    String name = fields.optionalText("name", 0, LONGEST_NAME);
    String bot = fields.optionalText("bot", Ids.OBJECT_ID_LENGTH, Ids.OBJECT_ID_LENGTH);
    String dialect = dialect(fields);
    String url = reader.url(fields);
    Set<Kind> kinds = reader.kinds(fields, Set.of());
    Endpoint.Auth auth = reader.auth(fields, new Endpoint.Auth.None());
    Endpoint.Manner manner = reader.manner(fields, Endpoint.Manner.PLAIN);
    String brought = reader.secret(fields);
    String secret = brought == null ? Signature.secret(sources.secrets().get()) : brought;
    Value.Obj settings = reader.settings(fields, Value.Obj.EMPTY);
    fields.refuseUnknown();
    return fields.decoded(
        () ->
            new EndpointBook.Named(
                new Endpoint(
                    new Endpoint.Key(call.workspace(), id == null ? sources.ids().get() : id),
                    Optional.ofNullable(bot),
                    dialect,
                    url,
                    kinds,
                    auth,
                    manner.rotated(secret, 0),
                    settings,
                    Endpoint.Status.ACTIVE),
                name == null ? "" : name,
                1,
                sources.nowNanos().getAsLong()));
  }

  private String dialect(Fields fields) {
    String dialect = fields.optionalText("dialect", 1, 50);
    if (dialect != null && !outwards.book().speaks(dialect)) {
      fields.invalid("dialect", "is not spoken here");
    }
    return dialect == null ? NativeRenderer.NAME : dialect;
  }

  private Response change(Call call) {
    return current(
        call,
        was ->
            call.read(
                fields -> changed(fields, was),
                now -> outwards.book().update(now) ? get(call) : Edition.stale(call)));
  }

  private Decoded<EndpointBook.Named> changed(Fields fields, EndpointBook.Named was) {
    Endpoint old = was.endpoint();
    String name = fields.optionalText("name", 0, LONGEST_NAME);
    String url = reader.url(fields, old.url());
    Set<Kind> kinds = reader.kinds(fields, old.kinds());
    Endpoint.Auth auth = reader.auth(fields, old.auth());
    Endpoint.Manner manner = reader.manner(fields, old.manner());
    Value.Obj settings = reader.settings(fields, old.settings());
    Long version = fields.optionalWhole("version", 1, Integer.MAX_VALUE);
    fields.refuseUnknown();
    return fields.decoded(
        () ->
            new EndpointBook.Named(
                new Endpoint(
                    old.key(),
                    old.botId(),
                    old.dialect(),
                    url,
                    kinds,
                    auth,
                    manner,
                    settings,
                    old.status()),
                name == null ? was.name() : name,
                version == null ? was.version() : version.intValue(),
                was.createdNanos()));
  }

  private Response delete(Call call) {
    return with(
        call,
        one -> {
          outwards.book().delete(one.endpoint().key());
          return Response.empty(204);
        });
  }

  private Response moved(Call call, Function<Endpoint.Key, Boolean> move) {
    return with(call, one -> move.apply(one.endpoint().key()) ? get(call) : Problems.notFound());
  }

  private record Rotation(@Nullable String secret, long overlapMillis) {}

  private Response rotate(Call call) {
    return current(
        call,
        one ->
            call.read(
                this::rotation,
                rotation -> {
                  String secret =
                      Objects.requireNonNullElseGet(
                          rotation.secret(), () -> Signature.secret(sources.secrets().get()));
                  long until = sources.nowNanos().getAsLong() / MILLION + rotation.overlapMillis();
                  Endpoint now = one.endpoint();
                  boolean done =
                      outwards
                          .book()
                          .update(
                              new EndpointBook.Named(
                                  now.manner(now.manner().rotated(secret, until)),
                                  one.name(),
                                  one.version(),
                                  one.createdNanos()));
                  return done
                      ? Response.json(200, Json.write(rotated(secret, until)))
                      : Edition.stale(call);
                }));
  }

  private static Value.Obj rotated(String secret, long untilMillis) {
    return Value.Obj.builder()
        .put("secret", secret)
        .put("oldSignsUntil", Times.of(untilMillis * MILLION))
        .build();
  }

  private Decoded<Rotation> rotation(Fields fields) {
    String secret = reader.secret(fields);
    Long hours = fields.optionalWhole("overlapHours", 0, LONGEST_OVERLAP_HOURS);
    fields.refuseUnknown();
    return fields.decoded(
        () -> new Rotation(secret, (hours == null ? OVERLAP_HOURS : hours) * HOUR_MILLIS));
  }

  private Response test(Call call) {
    return with(
        call,
        one -> {
          String id = one.endpoint().key().id();
          long sequence =
              outwards
                  .deliverer()
                  .notice(
                      call.workspace(),
                      Kind.ENDPOINT_TEST,
                      Value.Obj.of("endpoint", Value.of(id)),
                      List.of(id));
          return Response.json(
              202,
              Json.write(
                  Value.Obj.builder()
                      .put("stream", "workspace")
                      .put("sequence", sequence)
                      .build()));
        });
  }
}
