package dev.dragoman.server.dialect.aivo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.Receiver;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What an integrator's webhook hears, over real HTTP (seed 002; contract aivo §3).
@ExtendWith(TestServer.Extension.class)
class EventsTest {
  private final Desk desk;

  EventsTest(TestServer server) {
    this.desk = Desk.open(server);
  }

  /// An integrator's receiver.
  private static final class Hook implements AutoCloseable {
    private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    private final Receiver receiver;

    Hook() throws IOException {
      this.receiver = Receiver.heard(this::heard, "{}");
    }

    private void heard(String request) {
      byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
      String text = new String(bytes, StandardCharsets.UTF_8);
      assertThat(text.toLowerCase(java.util.Locale.ROOT))
          .contains("content-type: application/json");
      bodies.add(text.substring(text.indexOf("\r\n\r\n") + 4));
    }

    String url() {
      return receiver.url();
    }

    String next() throws InterruptedException {
      String body = bodies.poll(20, TimeUnit.SECONDS);
      assertThat(body).as("nothing came").isNotNull();
      return body;
    }

    boolean isSilent() {
      return bodies.isEmpty();
    }

    @Override
    public void close() {
      receiver.close();
    }
  }

  private void endpoint(String url, String settings) {
    Answer made =
        desk.admin.post(
            "/api/v1/endpoints",
            "{\"dialect\":\"aivo\",\"url\":\"%s\",\"bot\":\"%s\",\"settings\":%s}"
                .formatted(url, desk.bot.id(), settings));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
  }

  private static Value.Obj read(String body) {
    return (Value.Obj) Json.read(body.getBytes(StandardCharsets.UTF_8)).orThrow();
  }

  private static long nanos(String body) {
    return ((Value.Num) read(body).get("timestamp")).longValue();
  }

  private void check(String golden, String room, Map<String, String> names, String body) {
    long nanos = nanos(body);
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "room", room,
                "nanos", Long.toString(nanos),
                "seconds", Long.toString(nanos / 1_000_000_000L),
                "bot", Long.toString(desk.number),
                "hash", "lena_" + desk.token));
    all.putAll(names);
    Golden.check("aivo/" + golden, body, all);
  }

  private void says(String room, String text) {
    assertThat(
            desk.does(room, "messages", "{\"type\":\"text\",\"text\":\"" + text + "\"}").status())
        .isEqualTo(200);
  }

  @Test
  void hearsARoomFromItsAgentToItsEnd() throws Exception {
    try (Hook hook = new Hook()) {
      endpoint(hook.url(), "{}");
      String room = desk.room("lena");
      desk.does(room, "attend", "{}");
      desk.message(room, "text", "hello");
      says(room, "¿Puedo ayudarlo en algo más?");
      String file = "https://files.example/a.png";
      desk.does(room, "messages", "{\"type\":\"image\",\"url\":\"" + file + "\"}");
      desk.does(room, "transfer", "{\"group\":" + desk.billing + "}");
      desk.does(room, "attend", "{}");
      desk.does(room, "close", "{}");
      List<String> heard = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        heard.add(hook.next());
      }
      String sales = Integer.toString(desk.sales);
      String billing = Integer.toString(desk.billing);
      check("attended", room, Map.of("group", sales), heard.get(0));
      Map<String, String> text =
          Map.of("action", "text", "source", "agent", "value", "¿Puedo ayudarlo en algo más?");
      check("message", room, text, heard.get(1));
      Map<String, String> image = Map.of("action", "image", "source", "agent", "value", file);
      check("message", room, image, heard.get(2));
      check("transfer", room, Map.of("from", sales, "to", billing), heard.get(3));
      check("attended", room, Map.of("group", billing), heard.get(4));
      check("close", room, Map.of("reason", "agent"), heard.get(5));
      assertThat(heard.stream().map(EventsTest::nanos).toList()).isSorted().doesNotHaveDuplicates();
      assertThat(hook.isSilent()).isTrue();
    }
  }

  @Test
  void hearsTriggersAndTheCleanedQueue() throws Exception {
    try (Hook hook = new Hook()) {
      endpoint(hook.url(), "{\"closedByTrigger\":\"inactivity\"}");
      String triggers =
          "{\"name\":\"%s\",\"triggers\":{\"contactSilence\":{\"reminders\":[{\"after\":1,\"text\":\"Still there?\"}],\"closeAfter\":2}}}";
      String waiting = "{\"name\":\"%s\",\"triggers\":{\"longestWait\":1}}";
      assertThat(patched(desk.sales, triggers)).isEqualTo(200);
      assertThat(patched(desk.billing, waiting)).isEqualTo(200);
      String room = desk.room("lena");
      desk.does(room, "attend", "{}");
      says(room, "Hello");
      hook.next();
      hook.next();
      check(
          "message",
          room,
          Map.of("action", "text", "source", "trigger", "value", "Still there?"),
          hook.next());
      check("close", room, Map.of("reason", "inactivity"), hook.next());
      String mona = desk.queueing("lena").replace("[" + desk.sales + "]", "[" + desk.billing + "]");
      String other = desk.queue(mona).at("conversationId");
      check("close", other, Map.of("reason", "queue clean process"), hook.next());
    }
  }

  private int patched(int group, String body) {
    byte[] named = body.formatted("group " + group).getBytes(StandardCharsets.UTF_8);
    return desk.admin.send("PATCH", "/api/v1/groups/" + group, named).status();
  }

  @Test
  void goesToTheWebhookOfTheRoom() throws Exception {
    try (Hook usual = new Hook();
        Hook body = new Hook();
        Hook header = new Hook()) {
      endpoint(usual.url(), "{\"fillAgent\":true}");
      String own = desk.queueing("lena").replace("\"status\"", webhook(body));
      var client = desk.anyone.with("X-Webhook-Url", header.url());
      String first = client.post(Desk.QUEUE, own).at("conversationId");
      String second = client.post(Desk.QUEUE, desk.queueing("mona")).at("conversationId");
      String third = desk.room("nina");
      for (String room : new String[] {first, second, third}) {
        desk.does(room, "attend", "{}");
      }
      assertThat(body.next()).as("the body wins").contains(first);
      assertThat(header.next()).contains(second);
      assertThat(usual.next()).contains(third);
      says(first, "hi");
      assertThat(body.next()).as("the bot's settings hold there too").contains("\"nickname\"");

      assertThat(desk.queue(desk.queueing("lena")).at("conversationId")).isEqualTo(first);
      says(first, "still here");
      assertThat(body.next()).as("nothing else was said").contains("still here");
      desk.queue(desk.queueing("lena").replace("\"status\"", webhook(header)));
      says(first, "over there");
      assertThat(header.next()).as("who queues last is told").contains("over there");
      assertThat(usual.isSilent() && body.isSilent()).isTrue();
    }
  }

  private static String webhook(Hook hook) {
    return "\"webhook\": \"" + hook.url() + "\", \"status\"";
  }

  @Test
  void echoesTheIntegratorsCloseWhenAsked() throws Exception {
    try (Hook hook = new Hook()) {
      endpoint(hook.url(), "{\"echoClientClose\":true,\"hashSuffix\":\"pub\"}");
      String room = desk.room("lena");
      desk.close(room);
      check("close", room, Map.of("reason", "user", "hash", "lena_pub"), hook.next());
    }
  }

  @Test
  void sendsTheSameBytesAgain() throws Exception {
    BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    AtomicInteger tries = new AtomicInteger();
    Receiver[] receiver = new Receiver[1];
    receiver[0] =
        Receiver.that(
            connection -> {
              String request = receiver[0].requests.getLast();
              bodies.add(request.substring(request.indexOf("\r\n\r\n") + 4));
              String status = tries.incrementAndGet() == 1 ? "500 No" : "200 OK";
              connection.write(
                  "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            });
    try (Receiver open = receiver[0]) {
      endpoint(open.url(), "{}");
      desk.does(desk.room("lena"), "attend", "{}");
      String first = bodies.poll(20, TimeUnit.SECONDS);
      assertThat(first).isNotNull().isEqualTo(bodies.poll(20, TimeUnit.SECONDS));
    }
  }
}
