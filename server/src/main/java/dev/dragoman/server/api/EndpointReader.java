package dev.dragoman.server.api;

import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.delivery.Schedule;
import dev.dragoman.core.delivery.Signature;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.delivery.Endpoint;
import dev.dragoman.server.egress.EgressClient;
import dev.dragoman.server.egress.Header;
import dev.dragoman.server.egress.UrlCheck;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Item;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads what an endpoint shall be. What is not given stays as it is.
///
/// Addresses and headers are judged by the egress client, with the words it uses when it calls.
final class EndpointReader {
  private static final int LONGEST_URL = 2_000;
  private static final int LONGEST_TEXT = 2_000;
  private static final int MOST_HEADERS = 20;
  private static final int MOST_WAITS = 20;
  private static final long WEEK_MILLIS = 604_800_000L;
  private static final int SHORTEST_ATTEMPT = 100;
  private static final int LONGEST_ATTEMPT = 60_000;

  private final EgressClient egress;

  EndpointReader(EgressClient egress) {
    this.egress = egress;
  }

  /// The address, judged.
  String url(Fields fields) {
    String url = fields.text("url", 1, LONGEST_URL);
    return judged(fields, url);
  }

  String url(Fields fields, String absent) {
    String url = fields.optionalText("url", 1, LONGEST_URL);
    return url == null ? absent : judged(fields, url);
  }

  private String judged(Fields fields, String url) {
    if (!url.isEmpty() && egress.checkUrl(url) instanceof UrlCheck.Refused(var reason)) {
      fields.invalid("url", reason);
    }
    return url;
  }

  Set<Kind> kinds(Fields fields, Set<Kind> absent) {
    List<Kind> read = fields.optionalList("kinds", 0, Kind.values().length, EndpointReader::kind);
    if (read == null) {
      return absent;
    }
    return read.isEmpty() ? Set.of() : EnumSet.copyOf(read);
  }

  private static @Nullable Kind kind(Item item) {
    Optional<Kind> kind = Kind.of(item.text(1, 100));
    if (kind.isEmpty()) {
      item.invalid("is no kind of event; /docs/asyncapi.json lists them");
    }
    return kind.orElse(null);
  }

  Endpoint.Auth auth(Fields fields, Endpoint.Auth absent) {
    Fields auth = fields.optionalObject("auth");
    if (auth == null) {
      return absent;
    }
    String type =
        auth.choice(
            "type",
            new TreeMap<>(
                Map.of(
                    "none", "none", "basic", "basic", "bearer", "bearer", "headers", "headers")));
    Endpoint.Auth read =
        switch (type) {
          case "basic" ->
              new Endpoint.Auth.Basic(
                  auth.text("user", 1, LONGEST_TEXT), auth.text("password", 0, LONGEST_TEXT));
          case "bearer" -> new Endpoint.Auth.Bearer(auth.text("token", 1, LONGEST_TEXT));
          case "headers" -> headers(auth);
          default -> new Endpoint.Auth.None();
        };
    auth.refuseUnknown();
    judge(auth, read);
    return read;
  }

  private static Endpoint.Auth headers(Fields auth) {
    List<Header> headers = new ArrayList<>();
    auth.any("headers");
    if (auth.source().get("headers") instanceof Value.Obj named) {
      named
          .members()
          .forEach(
              (name, value) -> {
                if (value instanceof Value.Text(var text) && text.length() <= LONGEST_TEXT) {
                  headers.add(new Header(name, text));
                } else {
                  auth.invalid("headers." + name, "must be a text of at most 2000 characters");
                }
              });
    } else {
      auth.invalid("headers", "must be an object of texts");
    }
    if (headers.size() > MOST_HEADERS) {
      auth.invalid("headers", "are at most " + MOST_HEADERS);
    }
    return new Endpoint.Auth.Headers(headers);
  }

  private void judge(Fields fields, Endpoint.Auth auth) {
    switch (auth) {
      case Endpoint.Auth.None _ -> {}
      case Endpoint.Auth.Basic(var user, var password) -> {
        if (user.indexOf(':') >= 0) {
          fields.invalid("user", "must not contain a colon");
        }
        if ((user + password).chars().anyMatch(c -> c < ' ' || c == 127)) {
          fields.invalid("password", "must not contain control characters");
        }
      }
      case Endpoint.Auth.Bearer(var token) ->
          egress
              .checkHeader("Authorization", "Bearer " + token)
              .ifPresent(reason -> fields.invalid("token", "is refused: " + reason));
      case Endpoint.Auth.Headers(var headers) ->
          headers.forEach(
              header ->
                  egress
                      .checkHeader(header.name(), header.value())
                      .ifPresent(reason -> fields.invalid("headers", "are refused: " + reason)));
    }
  }

  Endpoint.Manner manner(Fields fields, Endpoint.Manner absent) {
    Endpoint.OnExhausted onExhausted =
        fields.optionalChoice(
            "onExhausted",
            new TreeMap<>(
                Map.of("skip", Endpoint.OnExhausted.SKIP, "hold", Endpoint.OnExhausted.HOLD)));
    Fields own = fields.optionalObject("schedule");
    Optional<Schedule> schedule = own == null ? absent.schedule() : schedule(own);
    Boolean signed = fields.optionalBool("signed");
    return new Endpoint.Manner(
        schedule,
        onExhausted == null ? absent.onExhausted() : onExhausted,
        signed == null ? absent.signed() : signed,
        absent.secrets(),
        absent.overlapUntilMillis());
  }

  private static Optional<Schedule> schedule(Fields own) {
    List<Long> waits = own.list("waitsMillis", 1, MOST_WAITS, item -> item.whole(0, WEEK_MILLIS));
    Long jitter = own.optionalWhole("jitterPercent", 0, 99);
    Long retryAfter = own.optionalWhole("retryAfterMaxMillis", 0, WEEK_MILLIS);
    Long attempt = own.optionalWhole("attemptMillis", SHORTEST_ATTEMPT, LONGEST_ATTEMPT);
    own.refuseUnknown();
    if (waits.isEmpty() || waits.stream().anyMatch(wait -> wait < 0 || wait > WEEK_MILLIS)) {
      return Optional.empty();
    }
    return Optional.of(
        new Schedule(
            waits,
            jitter == null ? 0 : jitter.intValue(),
            retryAfter == null ? Schedule.NATIVE.retryAfterMaxMillis() : retryAfter,
            attempt == null ? Schedule.NATIVE.attemptMillis() : attempt.intValue()));
  }

  /// A signing secret that is brought along, or null.
  @Nullable String secret(Fields fields) {
    String secret = fields.optionalText("secret", 1, 200);
    if (secret != null && !Signature.isSecret(secret)) {
      fields.invalid("secret", "must be whsec_ and 24 to 64 bytes in Base64");
    }
    return secret;
  }

  Value.Obj settings(Fields fields, Value.Obj absent) {
    Value given = fields.optional("settings");
    if (given != null && !(given instanceof Value.Obj)) {
      fields.invalid("settings", "must be an object");
    }
    return given instanceof Value.Obj settings ? settings : absent;
  }
}
