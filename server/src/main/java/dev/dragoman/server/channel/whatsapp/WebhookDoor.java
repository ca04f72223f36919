package dev.dragoman.server.channel.whatsapp;

import dev.dragoman.core.model.Ids;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.channel.InboundFiles;
import dev.dragoman.server.channel.Inbox;
import dev.dragoman.server.channel.Reports;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.http.Problem;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.http.Route;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import dev.dragoman.server.store.ChannelAccounts;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// `/channels/whatsapp/{account}`: what the provider tells us, believed by its signature alone.
///
/// 200: everything is committed or was before, or nobody needs it. 401: unknown line or wrong
/// signature, which look alike; nothing is read. 503: some of it could not be committed; the
/// provider sends all of it again, and what was taken is recognised.
public final class WebhookDoor {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String SIGNATURE = "X-Hub-Signature-256";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String UNKNOWN = "000000";

  private final ChannelAccounts accounts;
  private final Inbox inbox;
  private final Reports reports;
  private final Templates templates;

  /// The provider's word on a template.
  ///
  /// @param status in the provider's own word, such as `APPROVED`
  public record TemplateStatus(String name, String language, String status) {}

  /// Hears of changed templates.
  @FunctionalInterface
  public interface Templates {
    /// One was changed; told again when the provider tells it again.
    void changed(int workspace, TemplateStatus status);
  }

  private final InboundFiles files;
  private final Optional<String> publicUrl;

  /// Who takes what the provider tells.
  ///
  /// @param publicUrl where others reach this server; if empty, as the webhook was called
  public record Takers(
      Inbox inbox,
      Reports reports,
      Templates templates,
      InboundFiles files,
      Optional<String> publicUrl) {}

  private WebhookDoor(ChannelAccounts accounts, Takers takers) {
    this.accounts = accounts;
    this.inbox = takers.inbox();
    this.reports = takers.reports();
    this.templates = takers.templates();
    this.files = takers.files();
    this.publicUrl = takers.publicUrl();
  }

  /// The door.
  public static Door open(ChannelAccounts accounts, Takers takers) {
    WebhookDoor door = new WebhookDoor(accounts, takers);
    return new Door(
        "/channels/whatsapp",
        List.of(Route.get("/{account}", door::verify), Route.post("/{account}", door::receive)),
        WebhookDoor::say);
  }

  private static Response say(Problem problem) {
    return plain(problem.status(), "");
  }

  private static Response plain(int status, String text) {
    return Response.of(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<ChannelAccounts.Open> line(Request request) {
    return Optional.of(request.place("account"))
        .filter(Ids::isObjectId)
        .flatMap(accounts::byId)
        .filter(line -> line.account().kind().equals(CloudApi.KIND));
  }

  /// The provider's question when the webhook is set up.
  private Response verify(Request request) {
    String expected = line(request).map(line -> line.credentials().verifyToken()).orElse("");
    boolean good =
        "subscribe".equals(request.query("hub.mode").orElse(""))
            && isSame(expected, request.query("hub.verify_token").orElse(UNKNOWN))
            && !expected.isEmpty();
    return good ? plain(200, request.query("hub.challenge").orElse("")) : plain(403, "");
  }

  private Response receive(Request request) {
    Optional<ChannelAccounts.Open> line = line(request);
    String secret = line.map(known -> known.credentials().appSecret()).orElse(UNKNOWN);
    String given = request.header(SIGNATURE).orElse("");
    if (!isSame(signature(secret, request.body()), given) || line.isEmpty()) {
      return plain(401, "");
    }
    return Json.read(request.body()) instanceof JsonRead.Read(Value.Obj body)
        ? take(line.get(), body, base(request))
        : plain(400, "");
  }

  /// The provider reaches us there.
  private String base(Request request) {
    return publicUrl.orElseGet(request::origin);
  }

  private Response take(ChannelAccounts.Open line, Value.Obj body, String base) {
    ChannelAccounts.Account account = line.account();
    if (account.disabled()) {
      return plain(503, "").with("Retry-After", "60");
    }
    for (WebhookForm.Told told : WebhookForm.of(body, account.place().provider().line())) {
      if (!take(line, told, base)) {
        return plain(503, "").with("Retry-After", "1");
      }
    }
    return plain(200, "");
  }

  private boolean take(ChannelAccounts.Open line, WebhookForm.Told told, String base) {
    ChannelAccounts.Account account = line.account();
    return switch (told) {
      case WebhookForm.Told.Message(var heard) ->
          files.with(line, heard, base).map(whole -> inbox.take(account, whole)).orElse(false);
      case WebhookForm.Told.Template(var status) -> {
        templates.changed(account.workspace(), status);
        yield true;
      }
      case WebhookForm.Told.Status(var reference, var channelId, var report) ->
          reports
              .find(account, reference, channelId)
              .map(sent -> reports.take(account, sent, report))
              .orElse(true);
    };
  }

  private static boolean isSame(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static String signature(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }
}
