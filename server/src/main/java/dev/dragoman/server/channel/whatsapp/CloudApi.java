package dev.dragoman.server.channel.whatsapp;

import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.channel.Carrier;
import dev.dragoman.server.channel.MediaSource;
import dev.dragoman.server.egress.Call;
import dev.dragoman.server.egress.CallLimits;
import dev.dragoman.server.egress.CallResult;
import dev.dragoman.server.egress.EgressClient;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import dev.dragoman.server.store.ChannelAccounts;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Hands messages over: `POST BASE/VERSION/LINE/messages` with the line's token.
///
/// | answer | receipt |
/// |---|---|
/// | 200 with a message id | accepted |
/// | 429, 503, or an error that says "slower" | unsent, tried again |
/// | any other 4xx | refused, with the provider's error code |
/// | no connection was made | unsent, tried again |
/// | 5xx, a time-out, a broken connection, a 200 that says nothing | unknown |
///
/// A file that a contact sent is asked for by its id, then fetched from the address that is
/// answered, both with the line's token.
public final class CloudApi implements Carrier, MediaSource {
  /// The kind of account it carries for.
  public static final String KIND = "whatsapp";

  /// Error codes that mean "slower": rate limits of the app, the line and the pair.
  private static final Set<String> SLOWER = Set.of("4", "80007", "130429", "131048", "131056");
  private static final CallLimits LIMITS = new CallLimits(20_000, 64 * 1024);
  private static final CallLimits MEDIA = new CallLimits(15_000, Limits.FILE_BYTES);
  private static final String OCTETS = "application/octet-stream";
  private static final long MILLIS = 1_000;
  private static final long LONGEST_RETRY_SECONDS = 600;

  private final EgressClient egress;
  private final EgressClient large;

  /// Calls through this client; `large` reads answers as large as a file may be.
  public CloudApi(EgressClient egress, EgressClient large) {
    this.egress = egress;
    this.large = large;
  }

  @Override
  public Fetched fetch(ChannelAccounts.Open line, String mediaId) {
    if (!mediaId.matches("[A-Za-z0-9_.-]{1,200}")) {
      return new Fetched.Gone("no_id");
    }
    ChannelAccounts.Provider provider = line.account().place().provider();
    String about = provider.baseUrl() + "/" + provider.version() + "/" + mediaId;
    CallResult told = egress.call(authorized(Call.get(about, LIMITS), line));
    if (!(told instanceof CallResult.Answered answered) || answered.status() != 200) {
      return failed(told);
    }
    Value.Obj body =
        Json.read(answered.body()) instanceof JsonRead.Read(Value.Obj read)
            ? read
            : Value.Obj.EMPTY;
    String url = body.text("url");
    if (url == null) {
      return new Fetched.Gone("garbage");
    }
    CallResult file = large.call(authorized(Call.get(url, MEDIA), line));
    String type = body.text("mime_type");
    return file instanceof CallResult.Answered whole && whole.status() == 200
        ? new Fetched.Whole(whole.body(), type == null ? OCTETS : type)
        : failed(file);
  }

  private static Call authorized(Call call, ChannelAccounts.Open line) {
    return call.with("Authorization", "Bearer " + line.credentials().token());
  }

  private static Fetched failed(CallResult result) {
    return switch (result) {
      case CallResult.Answered answered when answered.status() / 100 == 4 ->
          answered.status() == 429
              ? new Fetched.Later()
              : new Fetched.Gone(Integer.toString(answered.status()));
      case CallResult.Answered _ -> new Fetched.Later();
      case CallResult.Failed failed ->
          switch (failed.kind()) {
            case TOO_LARGE, REFUSED ->
                new Fetched.Gone(failed.kind().name().toLowerCase(Locale.ROOT));
            case BUSY, DNS, CONNECT, TLS, TIMEOUT, RESET, BAD_ANSWER, STOPPED ->
                new Fetched.Later();
          };
    };
  }

  @Override
  public Receipt send(ChannelAccounts.Open line, Parcel parcel) {
    ChannelAccounts.Provider provider = line.account().place().provider();
    String url =
        provider.baseUrl() + "/" + provider.version() + "/" + provider.line() + "/messages";
    Call call =
        Call.post(url, Json.write(MessageForm.of(parcel)), LIMITS)
            .with("Content-Type", "application/json")
            .with("Authorization", "Bearer " + line.credentials().token());
    return switch (egress.call(call)) {
      case CallResult.Answered answered -> answered(answered);
      case CallResult.Failed failed -> failed(failed.kind());
    };
  }

  private static Receipt failed(CallResult.Failure kind) {
    String code = kind.name().toLowerCase(Locale.ROOT);
    return switch (kind) {
      case REFUSED, BUSY, DNS, CONNECT, TLS -> new Receipt.Unsent(code, null);
      case TIMEOUT, RESET, TOO_LARGE, BAD_ANSWER, STOPPED -> new Receipt.Unknown(code);
    };
  }

  private static Receipt answered(CallResult.Answered answered) {
    int status = answered.status();
    Value.Obj body =
        Json.read(answered.body()) instanceof JsonRead.Read(Value.Obj read)
            ? read
            : Value.Obj.EMPTY;
    if (status >= 200 && status < 300) {
      return id(body)
          .<Receipt>map(Receipt.Accepted::new)
          .orElseGet(() -> new Receipt.Unknown("garbage"));
    }
    String code = code(body).orElse(Integer.toString(status));
    if (status == 429 || status == 503 || SLOWER.contains(code)) {
      return new Receipt.Unsent(code, retryAfter(answered));
    }
    return status >= 400 && status < 500 ? new Receipt.Refused(code) : new Receipt.Unknown(code);
  }

  private static Optional<String> id(Value.Obj body) {
    return body.get("messages") instanceof Value.List(var messages)
            && !messages.isEmpty()
            && messages.getFirst() instanceof Value.Obj first
        ? Optional.ofNullable(first.text("id")).filter(id -> !id.isEmpty())
        : Optional.empty();
  }

  private static Optional<String> code(Value.Obj body) {
    return body.get("error") instanceof Value.Obj error
            && error.get("code") instanceof Value.Num number
        ? Optional.of(number.text())
        : Optional.empty();
  }

  private static @Nullable Long retryAfter(CallResult.Answered answered) {
    return answered
        .header("retry-after")
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(text -> Math.min(Long.parseLong(text), LONGEST_RETRY_SECONDS) * MILLIS)
        .orElse(null);
  }
}
