package dev.dragoman.server.delivery;

import dev.dragoman.core.delivery.Answer;
import dev.dragoman.core.delivery.Schedule;
import dev.dragoman.core.delivery.Signature;
import dev.dragoman.core.model.Limits;
import dev.dragoman.server.egress.Call;
import dev.dragoman.server.egress.CallLimits;
import dev.dragoman.server.egress.CallResult;
import dev.dragoman.server.egress.EgressClient;
import dev.dragoman.server.egress.Header;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Sends by HTTP POST through the egress client, which checks the address again. Thread-safe.
final class HttpSender implements Sender {
  private static final int SECONDS_DIGITS = 9;
  private static final long MILLIS = 1_000;

  private final EgressClient egress;
  private final EndpointBook book;
  private final LongSupplier epochMillis;

  HttpSender(EgressClient egress, EndpointBook book, LongSupplier epochMillis) {
    this.egress = egress;
    this.book = book;
    this.epochMillis = epochMillis;
  }

  @Override
  public Sent send(Outgoing outgoing) {
    return switch (egress.call(call(outgoing))) {
      case CallResult.Answered answered ->
          new Sent(
              new Answer(answered.status(), retryAfter(answered)),
              answered.status() / 100 == 2 ? "" : "status",
              answered.kept(),
              true);
      case CallResult.Failed failed ->
          new Sent(
              Answer.NONE,
              failed.kind().name().toLowerCase(Locale.ROOT),
              failed.text().getBytes(StandardCharsets.UTF_8),
              switch (failed.kind()) {
                case BUSY, STOPPED -> false;
                case REFUSED, DNS, CONNECT, TLS, TIMEOUT, RESET, TOO_LARGE, BAD_ANSWER -> true;
              });
    };
  }

  private Call call(Outgoing outgoing) {
    Endpoint endpoint = outgoing.endpoint();
    Rendered rendered = outgoing.rendered();
    Renderer renderer = book.renderer(endpoint.dialect());
    Schedule schedule = endpoint.manner().schedule().orElse(renderer.schedule());
    Call call =
        Call.post(
            rendered.url().orElse(endpoint.url()),
            rendered.body(),
            new CallLimits(schedule.attemptMillis(), Limits.RESPONSE_READ_BYTES));
    for (Header header : rendered.headers()) {
      call = call.with(header.name(), header.value());
    }
    for (Header header : auth(endpoint.auth())) {
      call = call.with(header.name(), header.value());
    }
    Call told = counted(call, outgoing);
    return signed(
        renderer.numbered() ? numbered(told, outgoing) : told, outgoing, renderer.nativeHeaders());
  }

  private static Call counted(Call bare, Outgoing outgoing) {
    Call call = bare.with("webhook-attempt", Integer.toString(outgoing.attempt()));
    return outgoing.again() ? call.with("webhook-redelivery", "true") : call;
  }

  private static Call numbered(Call bare, Outgoing outgoing) {
    Call call =
        outgoing.position() > 0 ? bare.with("position", Long.toString(outgoing.position())) : bare;
    return outgoing.gaps().isEmpty() ? call : call.with("webhook-gap", outgoing.gaps());
  }

  private Call signed(Call bare, Outgoing outgoing, boolean nativeHeaders) {
    Rendered rendered = outgoing.rendered();
    long seconds = epochMillis.getAsLong() / MILLIS;
    Call call =
        bare.with("webhook-id", rendered.eventId())
            .with("webhook-timestamp", Long.toString(seconds));
    Endpoint.Manner manner = outgoing.endpoint().manner();
    List<String> secrets = manner.signing(epochMillis.getAsLong());
    if ((nativeHeaders || manner.signed()) && !secrets.isEmpty()) {
      call =
          call.with(
              "webhook-signature",
              Signature.header(secrets, rendered.eventId(), seconds, rendered.body()));
    }
    return call;
  }

  static List<Header> auth(Endpoint.Auth auth) {
    return switch (auth) {
      case Endpoint.Auth.None _ -> List.of();
      case Endpoint.Auth.Basic(var user, var password) -> {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        yield List.of(
            new Header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both)));
      }
      case Endpoint.Auth.Bearer(var token) ->
          List.of(new Header("Authorization", "Bearer " + token));
      case Endpoint.Auth.Headers(var headers) -> headers;
    };
  }

  /// Seconds or an HTTP date, in milliseconds from now; -1 for none or nonsense.
  private long retryAfter(CallResult.Answered answered) {
    Optional<String> header = answered.header("Retry-After").map(String::strip);
    if (header.isEmpty()) {
      return -1;
    }
    String text = header.get();
    if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return text.length() > SECONDS_DIGITS
          ? Long.MAX_VALUE / MILLIS
          : Long.parseLong(text) * MILLIS;
    }
    try {
      long then =
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
              .toInstant()
              .toEpochMilli();
      return Math.max(0, then - epochMillis.getAsLong());
    } catch (DateTimeException nonsense) {
      return -1;
    }
  }
}
