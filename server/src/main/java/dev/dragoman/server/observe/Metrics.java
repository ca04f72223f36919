package dev.dragoman.server.observe;

import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.HookAnswer;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.http.Handler;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.http.Route;
import dev.dragoman.server.ledger.AfterCommit;
import dev.dragoman.server.ledger.LaneClaim;
import dev.dragoman.server.ledger.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the process counts and measures, for Prometheus. Thread-safe.
///
/// No label holds anything a person or an integrator chose: routes are patterns, outcomes and doors
/// are words of this program.
public final class Metrics {
  private static final Logger REQUESTS = LoggerFactory.getLogger("dragoman.requests");
  private static final ScopedValue<String> DOOR = ScopedValue.newInstance();
  private static final String INSIDE = "inside";
  private static final String NO_ROUTE = "none";
  private static final Duration[] STEPS = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(25)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<Asked, Timer> requests = new ConcurrentHashMap<>();
  private final Map<Settled, Timer> turns = new ConcurrentHashMap<>();
  private final Map<String, Timer> hooks = new ConcurrentHashMap<>();
  private final DistributionSummary batches =
      DistributionSummary.builder("dragoman.batch.legs")
          .description("Legs committed together")
          .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256)
          .register(registry);
  private final Counter roundTrips =
      Counter.builder("dragoman.batch.round.trips")
          .description("Round trips to the database that committed batches took")
          .register(registry);

  private final Counter delivered = attempts("delivered");
  private final Counter failed = attempts("failed");

  private Counter attempts(String outcome) {
    return Counter.builder("dragoman.delivery.attempts")
        .description("Attempts to deliver a notification")
        .tag("outcome", outcome)
        .register(registry);
  }

  private record Asked(String door, String route, int status) {}

  private record Settled(String door, String outcome) {}

  /// Starts with what the process itself shows.
  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /// Shows a number that stands somewhere else.
  public void gauge(String name, String description, IntSupplier number) {
    Gauge.builder(name, number, IntSupplier::getAsInt)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  /// Told of a turn: counted by what it came to and by the door its caller came through.
  public void turn(Outcome outcome, long nanos) {
    Settled settled = new Settled(DOOR.orElse(INSIDE), word(outcome));
    turns.computeIfAbsent(settled, this::timer).record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Settled settled) {
    return Timer.builder("dragoman.turns")
        .description("Turns, from the call to the settled answer")
        .tag("door", settled.door())
        .tag("outcome", settled.outcome())
        .serviceLevelObjectives(STEPS)
        .register(registry);
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Committed _ -> "committed";
      case Outcome.Repeated _ -> "repeated";
      case Outcome.ConflictingRepeat _ -> "conflicting_repeat";
      case Outcome.Refused _, Outcome.RoomRefused _ -> "refused";
      case Outcome.NotFound _ -> "not_found";
      case Outcome.Overloaded _ -> "overloaded";
      case Outcome.NeedsVersion _ -> "needs_version";
      case Outcome.Poisoned _ -> "poisoned";
      case Outcome.Unknown _ -> "unknown";
    };
  }

  /// Listens to what is committed before it is acted upon.
  public AfterCommit before(AfterCommit next) {
    return new AfterCommit() {
      @Override
      public void committed(int workspace, String conversationId, List<Decision.Decided> legs) {
        legs.forEach(leg -> hook(leg.leg().input()));
        next.committed(workspace, conversationId, legs);
      }

      @Override
      public void claimed(
          int workspace,
          String conversationId,
          List<Decision.Decided> legs,
          List<LaneClaim> claims) {
        next.claimed(workspace, conversationId, legs, claims);
      }

      @Override
      public void batch(int legs, int trips) {
        batches.record(legs);
        roundTrips.increment(trips);
        next.batch(legs, trips);
      }
    };
  }

  private void hook(Input input) {
    if (input instanceof Input.HookSettled(_, var answer, var record)) {
      hooks
          .computeIfAbsent(word(answer), this::hookTimer)
          .record(record.millis(), TimeUnit.MILLISECONDS);
    }
  }

  private Timer hookTimer(String outcome) {
    return Timer.builder("dragoman.hooks")
        .description("Hooks called, by what came of them")
        .tag("outcome", outcome)
        .serviceLevelObjectives(STEPS)
        .register(registry);
  }

  /// Told of an attempt to deliver a notification.
  public void attempted(boolean good) {
    (good ? delivered : failed).increment();
  }

  private static String word(HookAnswer answer) {
    return switch (answer) {
      case HookAnswer.Good _ -> "good";
      case HookAnswer.Failed(var reason) -> reason.name().toLowerCase(Locale.ROOT);
    };
  }

  /// The door, its requests counted by route and status under this name.
  public Door counted(String name, Door door) {
    List<Route> routes =
        door.routes().stream()
            .map(
                route ->
                    new Route(
                        route.method(),
                        route.path(),
                        route.reads(),
                        counted(name, door.prefix(), route)))
            .toList();
    return new Door(
        door.prefix(),
        routes,
        door.sockets(),
        problem -> {
          Response said = door.problems().say(problem);
          count(new Asked(name, NO_ROUTE, said.status()), 0);
          REQUESTS.debug("{} {}", NO_ROUTE, said.status());
          return said;
        });
  }

  private Handler counted(String name, String prefix, Route route) {
    String pattern = route.method() + " " + prefix + route.path();
    return request -> {
      long begun = System.nanoTime();
      Response answer = ScopedValue.where(DOOR, name).call(() -> handled(route, request));
      long took = System.nanoTime() - begun;
      count(new Asked(name, pattern, answer.status()), took);
      if (REQUESTS.isDebugEnabled()) {
        String from = request.remoteAddress();
        REQUESTS.debug("{} {} {} us from {}", pattern, answer.status(), took / 1_000, from);
      }
      return answer;
    };
  }

  private static Response handled(Route route, Request request) {
    return route.handler().handle(request);
  }

  private void count(Asked asked, long nanos) {
    requests.computeIfAbsent(asked, this::timer).record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Asked asked) {
    return Timer.builder("dragoman.http.requests")
        .description("Requests by route; none for what reached no route")
        .tag("door", asked.door())
        .tag("route", asked.route())
        .tag("status", Integer.toString(asked.status()))
        .register(registry);
  }

  Response page() {
    return Response.of(
        200,
        "text/plain; version=0.0.4; charset=utf-8",
        registry.scrape().getBytes(StandardCharsets.UTF_8));
  }
}
