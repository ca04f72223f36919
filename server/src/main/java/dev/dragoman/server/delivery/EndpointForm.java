package dev.dragoman.server.delivery;

import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.delivery.Schedule;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.egress.Header;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the definition of an endpoint is written down before it is sealed.
final class EndpointForm {
  private EndpointForm() {}

  static Value.Obj write(Endpoint endpoint) {
    ObjBuilder written =
        Value.Obj.builder()
            .put("url", endpoint.url())
            .put("kinds", texts(endpoint.kinds().stream().sorted().map(Kind::wire).toList()))
            .put("auth", auth(endpoint.auth()))
            .put("onExhausted", endpoint.manner().onExhausted().name())
            .put("signed", endpoint.manner().signed())
            .put("secrets", texts(endpoint.manner().secrets()))
            .put("overlapUntil", endpoint.manner().overlapUntilMillis())
            .put("settings", endpoint.settings());
    endpoint.manner().schedule().ifPresent(own -> written.put("schedule", schedule(own)));
    return written.build();
  }

  private static Value texts(List<String> texts) {
    return new Value.List(texts.stream().<Value>map(Value::of).toList());
  }

  private static Value.Obj auth(Endpoint.Auth auth) {
    return switch (auth) {
      case Endpoint.Auth.None _ -> Value.Obj.EMPTY;
      case Endpoint.Auth.Basic(var user, var password) ->
          Value.Obj.builder().put("user", user).put("password", password).build();
      case Endpoint.Auth.Bearer(var token) -> Value.Obj.builder().put("token", token).build();
      case Endpoint.Auth.Headers(var headers) -> {
        ObjBuilder named = Value.Obj.builder();
        headers.forEach(header -> named.set(header.name(), Value.of(header.value())));
        yield Value.Obj.of("headers", named.build());
      }
    };
  }

  private static Value.Obj schedule(Schedule schedule) {
    return Value.Obj.builder()
        .put(
            "waits", new Value.List(schedule.waitsMillis().stream().<Value>map(Value::of).toList()))
        .put("jitter", schedule.jitterPercent())
        .put("retryAfterMax", schedule.retryAfterMaxMillis())
        .put("attempt", schedule.attemptMillis())
        .build();
  }

  /// What its row says beside the definition.
  record Columns(
      Endpoint.Key key, Optional<String> botId, String dialect, Endpoint.Status status) {}

  static Endpoint read(Columns columns, Value.Obj written) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    texts(written, "kinds").forEach(name -> Kind.of(name).ifPresent(kinds::add));
    Endpoint.Manner manner =
        new Endpoint.Manner(
            written.get("schedule") instanceof Value.Obj own
                ? Optional.of(schedule(own))
                : Optional.empty(),
            Endpoint.OnExhausted.valueOf(text(written, "onExhausted")),
            written.get("signed") instanceof Value.Bool(boolean truth) && truth,
            texts(written, "secrets"),
            whole(written.get("overlapUntil")));
    return new Endpoint(
        columns.key(),
        columns.botId(),
        columns.dialect(),
        text(written, "url"),
        kinds,
        written.get("auth") instanceof Value.Obj auth ? auth(auth) : new Endpoint.Auth.None(),
        manner,
        written.get("settings") instanceof Value.Obj settings ? settings : Value.Obj.EMPTY,
        columns.status());
  }

  private static Endpoint.Auth auth(Value.Obj written) {
    if (written.get("token") instanceof Value.Text(var token)) {
      return new Endpoint.Auth.Bearer(token);
    }
    if (written.get("user") instanceof Value.Text(var user)) {
      return new Endpoint.Auth.Basic(user, text(written, "password"));
    }
    if (written.get("headers") instanceof Value.Obj headers) {
      List<Header> read = new ArrayList<>();
      headers
          .members()
          .forEach((name, value) -> read.add(new Header(name, ((Value.Text) value).text())));
      return new Endpoint.Auth.Headers(read);
    }
    return new Endpoint.Auth.None();
  }

  private static Schedule schedule(Value.Obj written) {
    List<Long> waits = new ArrayList<>();
    if (written.get("waits") instanceof Value.List(var items)) {
      items.forEach(item -> waits.add(whole(item)));
    }
    return new Schedule(
        waits,
        (int) whole(written.get("jitter")),
        whole(written.get("retryAfterMax")),
        (int) whole(written.get("attempt")));
  }

  private static long whole(@Nullable Value value) {
    return value instanceof Value.Num number ? number.longValue() : 0;
  }

  private static String text(Value.Obj written, String name) {
    return written.get(name) instanceof Value.Text(var text) ? text : "";
  }

  private static List<String> texts(Value.Obj written, String name) {
    List<String> texts = new ArrayList<>();
    if (written.get(name) instanceof Value.List(var items)) {
      items.forEach(
          item -> {
            if (item instanceof Value.Text(var text)) {
              texts.add(text);
            }
          });
    }
    return texts;
  }
}
