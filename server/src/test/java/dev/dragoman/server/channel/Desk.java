package dev.dragoman.server.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.sandbox.Sandbox;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// A sandbox with one line to a bot of its own on a running server, all over HTTP.
final class Desk implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String ECHO =
      """
      bot: echo-%1$d
      language: en
      stories:
        talk:
          on: general-fallback
          steps:
            answer:
              say: "You wrote"
        choose:
          on: { event: CHOOSE }
          steps:
            ask:
              say: "Which?"
      """;

  final Sandbox sandbox;
  final Client phones;
  final Client admin;
  final String line;
  final String channel;
  private final TestServer server;

  private Desk(TestServer server, Sandbox sandbox, String line, String channel) {
    this.server = server;
    this.sandbox = sandbox;
    this.phones = server.client(sandbox::url);
    this.admin = server.client().bearer(server.adminKey());
    this.line = line;
    this.channel = channel;
  }

  static Desk open(TestServer server) throws IOException {
    int number = COUNT.incrementAndGet();
    Sandbox sandbox = Sandbox.open(0);
    Client admin = server.client().bearer(server.adminKey());
    String line = Integer.toString(777_000 + number);
    Answer made =
        admin.post(
            "/api/v1/channels",
            """
            {"kind":"whatsapp","bot":"%s","phone":"+57300777%04d","line":"%s","baseUrl":"%s",
            "token":"tok","appSecret":"sec","verifyToken":"ver"}"""
                .formatted(
                    server.publish(ECHO.formatted(number)).id(), number, line, sandbox.url()));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    Desk desk = new Desk(server, sandbox, line, made.at("id"));
    desk.register();
    return desk;
  }

  /// Tells the sandbox where the server is now.
  void register() {
    Answer registered =
        phones.post(
            "/sandbox/lines",
            """
            {"id":"%s","phone":"1","name":"n","webhook":"%s/channels/whatsapp/%s","secret":"sec",
            "token":"tok"}"""
                .formatted(line, server.client().address(), channel));
    assertThat(registered.status()).isEqualTo(201);
  }

  void dial(String statuses, String webhooks) {
    phones.post(
        "/sandbox/lines/" + line,
        "{\"statuses\":\"%s\",\"webhooks\":\"%s\"}".formatted(statuses, webhooks));
  }

  void fault(String fault, int times, boolean taken) {
    phones.post(
        "/sandbox/faults",
        "{\"path\":\"/v21.0/%s/messages\",\"fault\":\"%s\",\"times\":%d,\"taken\":%b}"
            .formatted(line, fault, times, taken));
  }

  /// A phone says something; returns the status the webhook answered.
  String say(String phone, String text) {
    return phones
        .post(chat(phone), "{\"type\":\"text\",\"text\":{\"body\":\"" + text + "\"}}")
        .at("webhook");
  }

  /// A phone sends a file that was brought; returns the status the webhook answered.
  String sends(String phone, String kind, String mediaId) {
    return phones
        .post(
            chat(phone), "{\"type\":\"%1$s\",\"%1$s\":{\"id\":\"%2$s\"}}".formatted(kind, mediaId))
        .at("webhook");
  }

  private String chat(String phone) {
    return "/sandbox/lines/" + line + "/phones/" + phone;
  }

  /// What the line's owner sent to a phone, oldest first, each as its reference.
  List<String> got(String phone) {
    List<String> got = new ArrayList<>();
    if (phones.get(chat(phone)).json().get("data") instanceof Value.List(var bubbles)) {
      for (Value bubble : bubbles) {
        if (bubble instanceof Value.Obj one
            && one.get("mine") == Value.Bool.FALSE
            && one.get("message") instanceof Value.Obj message) {
          got.add(message.text("biz_opaque_callback_data"));
        }
      }
    }
    return got;
  }

  /// The provider reports on a message, as it would of itself.
  void report(String phone, String reference, String status) {
    String body =
        """
        {"entry":[{"changes":[{"value":{"metadata":{"phone_number_id":"%s"},"statuses":[{
        "id":"wamid.x","status":"%s","timestamp":"1709647331","recipient_id":"%s",
        "biz_opaque_callback_data":"%s"}]}}]}]}"""
            .formatted(line, status, phone, reference);
    String path = "/channels/whatsapp/" + channel;
    Client signed = server.client().with("X-Hub-Signature-256", LineTest.signature("sec", body));
    assertThat(signed.post(path, body).status()).isEqualTo(200);
  }

  /// As if the time had passed for which who is gone had claimed the line's conversations.
  void claimsRunOut() {
    server.text(
        "update channel_due set until_nanos = 0 where account = '"
            + channel
            + "' returning conversation");
  }

  void read(String phone) {
    phones.get(chat(phone) + "?read=1");
  }

  /// Distinct references that reached phones more than once.
  String doubled() {
    return phones.get("/sandbox/audit").at("doubled");
  }

  /// The states of what was sent on this line, in order.
  List<String> states() {
    return column("state");
  }

  /// How often a kind of report was told to the line's conversations.
  long told(String status) {
    List<String> found = new ArrayList<>();
    conversations().forEach(id -> found.addAll(reports(id)));
    return found.stream().filter(status::equals).count();
  }

  private List<String> reports(String conversation) {
    List<String> found = new ArrayList<>();
    Value data =
        admin.get("/api/v1/conversations/" + conversation + "/why?limit=200").json().get("data");
    if (data instanceof Value.List(var legs)) {
      for (Value leg : legs) {
        if (leg instanceof Value.Obj one
            && one.get("input") instanceof Value.Obj input
            && "deliveryStatus".equals(input.text("type"))) {
          found.add(input.text("status"));
        }
      }
    }
    return found;
  }

  private List<String> column(String name) {
    List<String> all = new ArrayList<>();
    for (String conversation : conversations()) {
      Value data = admin.get("/api/v1/conversations/" + conversation + "/sends").json().get("data");
      if (data instanceof Value.List(var sends)) {
        sends.forEach(one -> all.add(((Value.Obj) one).text(name)));
      }
    }
    return all;
  }

  List<String> conversations() {
    return List.of(
            server
                .text(
                    "select coalesce(string_agg(conversation, ','), '') from address where account = '"
                        + channel
                        + "'")
                .split(","))
        .stream()
        .filter(id -> !id.isEmpty())
        .toList();
  }

  /// Waits until something is so, and fails if it does not become so.
  static void until(BooleanSupplier so) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < 600 && !so.getAsBoolean(); i++) {
      assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(so.getAsBoolean()).isTrue();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
