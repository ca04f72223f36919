package dev.dragoman.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.delivery.Inbox.Reply;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.Spacing;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server that ends while a delivery is out, in order or not.
@Timeout(120)
class StopTest {
  private static final String BOT =
      """
      bot: echo
      language: en
      stories: { any: { on: general-fallback, steps: { one: { say: Hello } } } }
      """;
  private static final String KEY = "the-admin-key-of-the-tests";
  private static final Pattern READY = Pattern.compile("ready at (http://[^ ]+) ");

  /// Claims are good for 30 s: without being given back nobody would call again for so long.
  private static final long SOON_NANOS = TimeUnit.SECONDS.toNanos(15);

  @Test
  void what_is_out_when_a_server_stops_is_given_back(@TempDir Path directory) {
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    try (Inbox inbox =
            Inbox.that(
                _ -> {
                  if (asked.incrementAndGet() == 1) {
                    end.await();
                  }
                  return Reply.of(200);
                });
        RunningServer server =
            RunningServer.start(directory.resolve("data"), "--egress.allow", "127.0.0.0/8")) {
      Client admin = new Client(server::url).bearer(KEY);
      says(admin, prepared(admin, inbox, "\"message.sent\""));
      inbox.atLeast(1);

      server.restart();
      long restarted = System.nanoTime();
      List<Inbox.Got> got = inbox.atLeast(2);

      assertThat(System.nanoTime() - restarted).isLessThan(SOON_NANOS);
      assertThat(got.get(1).header("webhook-id")).isEqualTo(got.get(0).header("webhook-id"));
      assertThat(got.get(1).body()).isEqualTo(got.get(0).body());
      end.countDown();
    }
  }

  @Test
  void what_was_taken_and_not_settled_by_a_killed_server_comes_again_as_it_was(
      @TempDir Path directory) throws Exception {
    AtomicReference<Process> victim = new AtomicReference<>();
    AtomicInteger asked = new AtomicInteger();
    try (Inbox inbox =
        Inbox.that(
            _ -> {
              if (asked.incrementAndGet() == 1) {
                victim.get().destroyForcibly().waitFor();
              }
              return Reply.of(200);
            })) {
      victim.set(started(directory));
      Client admin = client(victim.get());
      String bot = prepared(admin, inbox, "\"message.received\", \"message.sent\"");
      // Whoever says it may never be answered: the server dies as soon as it is told.
      Thread.ofVirtual().start(() -> says(admin, bot));
      inbox.atLeast(1);
      victim.get().waitFor();

      victim.set(started(directory));
      client(victim.get());
      List<Inbox.Got> got = inbox.when("again", all -> all.size() >= 3, 60);

      assertThat(got)
          .extracting(one -> one.header("position") + "/" + one.header("webhook-attempt"))
          .containsExactly("1/1", "1/1", "2/1");
      assertThat(got.get(1).header("webhook-id")).isEqualTo(got.get(0).header("webhook-id"));
      assertThat(got.get(1).body()).isEqualTo(got.get(0).body());
    } finally {
      victim.get().destroy();
      victim.get().waitFor();
    }
  }

  private static String prepared(Client admin, Inbox inbox, String kinds) {
    Value files = Value.Obj.of("files", Value.Obj.of("bot.yaml", Value.of(BOT)));
    Answer bot = admin.post("/api/v1/bots", Json.text(files, Spacing.NONE));
    Answer made =
        admin.post(
            "/api/v1/endpoints",
            "{\"url\": \"%s\", \"kinds\": [%s]}".formatted(inbox.url(), kinds));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return bot.at("id");
  }

  private static void says(Client admin, String bot) {
    admin.post(
        "/api/v1/bots/" + bot + "/inputs",
        "{\"peer\": {\"user\": \"ana\"}, \"input\": {\"type\": \"text\", \"text\": \"hi\"}}");
  }

  private static Process started(Path directory) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.dragoman.server.app.Main",
            "serve",
            "--port",
            "0",
            "--data",
            directory.resolve("data").toString(),
            "--egress.allow",
            "127.0.0.0/8");
    builder.environment().put("DRAGOMAN_ADMIN_KEY", KEY);
    return builder.redirectError(directory.resolve("log").toFile()).start();
  }

  private static Client client(Process server) throws IOException {
    BufferedReader lines = server.inputReader();
    String line = lines.readLine();
    while (line != null) {
      Matcher ready = READY.matcher(line);
      if (ready.find()) {
        String url = ready.group(1);
        return new Client(() -> url).bearer(KEY);
      }
      line = lines.readLine();
    }
    throw new AssertionError("the server ended before it was ready");
  }
}
