package dev.dragoman.server.sandbox;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Plays the provider: takes messages as the Cloud API does and tells webhooks what phones do.
final class Provider {
  private static final int TRIES = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String PREFIX = "wamid.";

  private final Chats chats;
  private final Dial dial;
  private final AtomicLong count = new AtomicLong(System.nanoTime() / 1_000);
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  Provider(Chats chats, Dial dial) {
    this.chats = chats;
    this.dial = dial;
  }

  /// `POST /{version}/{line}/messages`.
  Web.Answer send(Web.Asked asked, String lineId) throws InterruptedException {
    Optional<Dial.Fault> fault = dial.next(asked.path());
    if (fault.isPresent() && !fault.get().taken()) {
      Web.Answer good = fault.get().kind() == Dial.Kind.SLOW ? take(asked, lineId) : error(500, 1);
      return dial.apply(fault.get(), good);
    }
    Web.Answer good = take(asked, lineId);
    return fault.isPresent() ? dial.apply(fault.get(), good) : good;
  }

  private Web.Answer take(Web.Asked asked, String lineId) throws InterruptedException {
    Optional<Chats.Line> line = chats.line(lineId);
    if (line.isEmpty()) {
      return error(400, 100);
    }
    String expected = "Bearer " + line.get().way().token();
    if (!expected.equals(asked.headers().get("authorization"))) {
      return error(401, 190);
    }
    Value.Obj message = asked.json();
    String to = Chats.text(message, "to");
    if (!"whatsapp".equals(message.text("messaging_product")) || !to.matches("[0-9]{4,20}")) {
      return error(400, 100);
    }
    String id = id(to);
    String reference = Chats.text(message, "biz_opaque_callback_data");
    chats.reached(reference.isEmpty() ? id : reference);
    chats.add(lineId, to, new Chats.Bubble(id, false, message, "", System.currentTimeMillis()));
    Report report = new Report(line.get(), to, id, reference);
    if (line.get().statuses().equals("early")) {
      tell(report, "sent");
      tell(report, "delivered");
    } else {
      Thread.ofVirtual().name("statuses").start(() -> statuses(report));
    }
    return Web.json(200, accepted(to, id));
  }

  private static Value.Obj accepted(String to, String id) {
    return Value.Obj.builder()
        .put("messaging_product", "whatsapp")
        .put(
            "contacts",
            Value.List.of(Value.Obj.builder().put("input", to).put("wa_id", to).build()))
        .put("messages", Value.List.of(Value.Obj.of("id", Value.of(id))))
        .build();
  }

  private static Web.Answer error(int status, int code) {
    return Web.json(
        status,
        Value.Obj.of(
            "error",
            Value.Obj.builder()
                .put("message", "(#" + code + ") sandbox")
                .put("type", "OAuthException")
                .put("code", code)
                .put("fbtrace_id", "sandbox")
                .build()));
  }

  private String id(String phone) {
    String inside = phone + ":" + count.incrementAndGet();
    return PREFIX
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(inside.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private record Report(Chats.Line line, String phone, String id, String reference) {}

  private void statuses(Report report) {
    try {
      for (String status : order(report.line().statuses())) {
        dial.pause(60);
        tell(report, status);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> order(String mode) {
    return switch (mode) {
      case "none" -> List.of();
      case "failed" -> List.of("failed");
      case "twice" -> List.of("sent", "sent", "delivered", "delivered");
      case "shuffled" -> List.of("read", "sent", "delivered", "sent");
      default -> List.of("sent", "delivered");
    };
  }

  /// Marks what a phone has not read as read, and tells.
  void read(Chats.Line line, String phone) {
    for (Chats.Bubble bubble : chats.chat(line.id(), phone)) {
      if (!bubble.mine() && bubble.status().equals("delivered")) {
        chats.status(line.id(), phone, bubble.id(), "read");
        String reference = Chats.text(bubble.message(), "biz_opaque_callback_data");
        Report report = new Report(line, phone, bubble.id(), reference);
        Thread.ofVirtual().start(() -> told(report, "read"));
      }
    }
  }

  private void told(Report report, String status) {
    try {
      tell(report, status);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private int tell(Report report, String status) throws InterruptedException {
    chats.status(report.line().id(), report.phone(), report.id(), status);
    ObjBuilder told =
        Value.Obj.builder()
            .put("id", report.id())
            .put("status", status)
            .put("timestamp", seconds())
            .put("recipient_id", report.phone());
    if (!report.reference().isEmpty()) {
      told.put("biz_opaque_callback_data", report.reference());
    }
    if (status.equals("failed")) {
      told.put(
          "errors",
          Value.List.of(
              Value.Obj.builder().put("code", 131_026).put("title", "Undeliverable").build()));
    }
    return webhook(report.line(), Value.Obj.of("statuses", Value.List.of(told.build())));
  }

  private static String seconds() {
    return Long.toString(System.currentTimeMillis() / 1_000);
  }

  /// A phone says something: a message in the provider's form without `id`, `from`, `timestamp`.
  /// Returns its id and the status the webhook answered, 0 for none.
  Value.Obj say(Chats.Line line, String phone, Value.Obj said) throws InterruptedException {
    String given = said.text("id");
    String id = given == null ? id(phone) : given;
    ObjBuilder message =
        Value.Obj.builder().put("from", phone).put("id", id).put("timestamp", seconds());
    Value.Obj body = said.without("id");
    body.members().forEach(message::put);
    chats.add(line.id(), phone, new Chats.Bubble(id, true, body, "", System.currentTimeMillis()));
    Value.Obj contact =
        Value.Obj.builder()
            .put("profile", Value.Obj.of("name", Value.of("Alex")))
            .put("wa_id", phone)
            .build();
    Value.Obj inside =
        Value.Obj.builder()
            .put("contacts", Value.List.of(contact))
            .put("messages", Value.List.of(message.build()))
            .build();
    int status = webhook(line, inside);
    return Value.Obj.builder().put("id", id).put("webhook", status).build();
  }

  private int webhook(Chats.Line line, Value.Obj inside) throws InterruptedException {
    ObjBuilder value =
        Value.Obj.builder()
            .put("messaging_product", "whatsapp")
            .put(
                "metadata",
                Value.Obj.builder()
                    .put("display_phone_number", line.phone())
                    .put("phone_number_id", line.id())
                    .build());
    inside.members().forEach(value::put);
    Value.Obj change =
        Value.Obj.builder().put("value", value.build()).put("field", "messages").build();
    Value.Obj entry =
        Value.Obj.builder().put("id", "1").put("changes", Value.List.of(change)).build();
    byte[] body =
        Json.write(
            Value.Obj.builder()
                .put("object", "whatsapp_business_account")
                .put("entry", Value.List.of(entry))
                .build());
    int times = line.webhooks().equals("doubled") ? 2 : 1;
    int status = 0;
    for (int i = 0; i < times; i++) {
      status = post(line, body);
    }
    return status;
  }

  /// Tries again until it is taken, as the provider does; a refusal of the signature is final.
  private int post(Chats.Line line, byte[] body) throws InterruptedException {
    String secret = line.webhooks().equals("wrongSignature") ? "wrong" : line.way().secret();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(line.way().webhook()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", signature(secret, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    int status = 0;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      status = status(request);
      if (status != 0 && status < 500) {
        return status;
      }
      dial.pause(200L << attempt);
    }
    return status;
  }

  private int status(HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException unreachable) {
      return 0;
    }
  }

  private static String signature(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = secret.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
    }
  }

  /// What the page shows.
  static Value.List shown(List<Chats.Bubble> chat) {
    List<Value> all = new ArrayList<>();
    chat.forEach(bubble -> all.add(bubble.shown()));
    return new Value.List(all);
  }
}
