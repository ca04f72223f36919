package dev.dragoman.bench;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import dev.dragoman.server.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A deployment to many contacts over a line of the sandbox, with servers that are killed all the
/// way; in the end every phone has one message, and whose fate is unknown is told apart.
final class Deployment {
  private static final int CONTACTS = 10_000;
  private static final int KILLS = 10;
  private static final int NODES = 2;
  private static final int PER_SECOND = 200;
  private static final int PATIENCE_SECONDS = 600;
  private static final long LOOK_NANOS = 500_000_000L;
  private static final String LINE = "100200300";
  private static final String STORY =
      """
      bot: campaign
      language: en
      stories: { offer: { steps: { one: { say: "There is something new." } } } }
      """;

  private final Field field;
  private final int contacts;
  private final int kills;

  Deployment(Field field, Options options) {
    this.field = field;
    this.contacts = options.number("--size", CONTACTS);
    this.kills = options.number("--rounds", KILLS);
  }

  Map<String, Double> run() throws IOException, SQLException {
    Map<String, String> settings =
        Map.of("DRAGOMAN_TREBLE_PER_SECOND", Integer.toString(PER_SECOND));
    try (Sandbox sandbox = Sandbox.open(0);
        Nodes nodes = Nodes.open(field, "deployment", NODES, settings)) {
      Office office = new Office(nodes.ready(0));
      String bot = office.publish(STORY);
      line(office, bot, sandbox, nodes.ready(0));
      long begun = System.nanoTime();
      deploy(nodes, office.key("treble_key"), poll(nodes, office.key("treble_key")));
      killAlong(nodes, sandbox);
      Waiting.until(PATIENCE_SECONDS, LOOK_NANOS, () -> left(nodes.database()) == 0);
      double seconds = (System.nanoTime() - begun) / 1e9;
      return figures(nodes.database(), sandbox, seconds);
    }
  }

  private static void line(Office office, String bot, Sandbox sandbox, ServerProcess.Ready server)
      throws IOException {
    Value.Obj made =
        office.ask(
            "/channels",
            Value.Obj.builder()
                .put("kind", "whatsapp")
                .put("bot", bot)
                .put("phone", "+573005559999")
                .put("line", LINE)
                .put("token", "token-of-the-lab")
                .put("appSecret", "secret-of-the-lab")
                .put("verifyToken", "verify-of-the-lab")
                .put("baseUrl", sandbox.url())
                .build());
    String webhook = "http://%s:%d%s".formatted(server.host(), server.port(), made.text("webhook"));
    call(
        sandbox,
        "/sandbox/lines",
        Value.Obj.builder()
            .put("id", LINE)
            .put("phone", "+573005559999")
            .put("name", "lab")
            .put("webhook", webhook)
            .put("secret", "secret-of-the-lab")
            .put("token", "token-of-the-lab")
            .build());
  }

  private static long poll(Nodes nodes, String key) throws IOException {
    try (HttpLine line = new HttpLine(nodes.ready(0))) {
      line.exchange(HttpLine.get("/treble/poll/api/all", key));
      byte[] answer = line.text().getBytes(StandardCharsets.UTF_8);
      if (Json.read(answer) instanceof JsonRead.Read(Value.List(var polls))
          && polls.getFirst() instanceof Value.Obj first
          && first.get("id") instanceof Value.Num id) {
        return id.longValue();
      }
      throw new IOException("there is no poll: " + line.text());
    }
  }

  private void deploy(Nodes nodes, String key, long poll) throws IOException {
    List<Value> users = new ArrayList<>();
    for (int i = 0; i < contacts; i++) {
      users.add(
          Value.Obj.builder()
              .put("cellphone", Long.toString(3_000_000_000L + i))
              .put("country_code", "+57")
              .build());
    }
    String body =
        new String(
            Json.write(Value.Obj.of("users", new Value.List(users))), StandardCharsets.UTF_8);
    byte[] request =
        HttpLine.post(
            "/treble/deployment/api/poll/" + poll,
            key,
            "Idempotency-Key: lab-deployment\r\n",
            body);
    int status = 0;
    for (int i = 0; i < 20 && status != 200; i++) {
      try (HttpLine line = new HttpLine(nodes.ready(i % NODES))) {
        status = line.exchange(request);
      } catch (IOException slow) {
        System.err.println("the deployment is asked for again: " + slow);
      }
    }
    if (status != 200) {
      throw new IOException("the deployment was answered " + status);
    }
  }

  /// Kills one node after the other, each when a share of the messages is out.
  private void killAlong(Nodes nodes, Sandbox sandbox) throws IOException, SQLException {
    for (int kill = 1; kill <= kills; kill++) {
      long share = (long) contacts * kill / (kills + 1);
      Waiting.until(60, TimeUnit.MILLISECONDS.toNanos(20), () -> received(sandbox) >= share);
      // Not always at the same moment of a batch.
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(kill * 7L % 50));
      nodes.kill(kill % NODES);
      System.err.printf("%d kills, %d messages%n", kill, received(sandbox));
    }
  }

  private static long received(Sandbox sandbox) {
    try {
      return call(sandbox, "/sandbox/audit", null).get("received") instanceof Value.Num number
          ? number.longValue()
          : 0;
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /// Timers that wait, lines that have something to send, messages that nobody settled.
  private static long left(Wal database) throws SQLException {
    return database.number(
        "select (select count(*) from timer) + (select count(*) from channel_due)"
            + " + (select count(*) from channel_send where state = 'claimed')");
  }

  private Map<String, Double> figures(Wal database, Sandbox sandbox, double seconds)
      throws IOException, SQLException {
    Set<String> reached = reached(sandbox);
    long received = received(sandbox);
    // Of a contact whose message has an unknown fate and never came, nobody says it was sent.
    long unknown =
        database.number("select count(*) from channel_send where state in ('unknown', 'reported')");
    int silent = contacts - reached.size();
    long told =
        database.number(
            "select count(distinct conversation) from channel_send"
                + " where state in ('accepted', 'sent', 'delivered', 'read')");
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("deploymentContacts", (double) contacts);
    figures.put("deploymentKills", (double) kills);
    figures.put("deploymentSeconds", seconds);
    figures.put("deploymentReached", (double) reached.size());
    figures.put("deploymentMissed", (double) Math.max(0L, silent - unknown));
    figures.put("deploymentDoubled", (double) (received - reached.size()));
    figures.put("deploymentUnknown", (double) unknown);
    figures.put("deploymentToldAsSent", (double) told);
    figures.put("deploymentLeft", (double) left(database));
    return figures;
  }

  private static Set<String> reached(Sandbox sandbox) throws IOException {
    Set<String> phones = new HashSet<>();
    if (call(sandbox, "/sandbox/lines", null).get("data") instanceof Value.List(var lines)) {
      for (Value line : lines) {
        if (((Value.Obj) line).get("phones") instanceof Value.List(var all)) {
          all.forEach(phone -> phones.add(phone.toString()));
        }
      }
    }
    return phones;
  }

  private static Value.Obj call(
      Sandbox sandbox, String path, Value.@org.jspecify.annotations.Nullable Obj body)
      throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.url() + path));
    if (body != null) {
      request.POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(body)));
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      byte[] answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).body();
      return (Value.Obj) Json.read(answer).orThrow();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }
}
