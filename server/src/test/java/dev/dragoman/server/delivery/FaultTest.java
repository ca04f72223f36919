package dev.dragoman.server.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.delivery.Inbox.Reply;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Receiver;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Receivers that behave badly, each in its own way.
@ExtendWith(TestServer.Extension.class)
class FaultTest {
  private static final String SENT = ", \"kinds\": [\"message.sent\"]";
  private static final String QUICK =
      SENT + ", \"schedule\": {\"waitsMillis\": [0, 20, 20, 20, 20, 20], \"attemptMillis\": 2000}";

  private final Desk desk;
  private final TestServer server;

  FaultTest(TestServer server) {
    this.server = server;
    this.desk = Desk.in(server);
  }

  @Test
  void what_fails_comes_again_with_the_same_id_and_bytes_before_anything_later() {
    AtomicInteger asked = new AtomicInteger();
    try (Inbox inbox = Inbox.that(_ -> Reply.of(asked.incrementAndGet() < 4 ? 500 : 200))) {
      String id = desk.endpoint(inbox.url(), QUICK).at("id");
      desk.says("ana", "one");
      desk.says("ana", "two");

      List<Inbox.Got> got = inbox.atLeast(5);
      Answer failed = desk.admin().get("/api/v1/deliveries?outcome=failed&limit=1&endpoint=" + id);
      assertThat(failed.at("data", 0, "request", "url")).isEqualTo(inbox.url());

      assertThat(got)
          .extracting(one -> one.header("position") + "/" + one.header("webhook-attempt"))
          .containsExactly("1/1", "1/2", "1/3", "1/4", "2/1");
      assertThat(got.subList(0, 4))
          .allSatisfy(
              one -> {
                assertThat(one.header("webhook-id")).isEqualTo(got.getFirst().header("webhook-id"));
                assertThat(one.body()).isEqualTo(got.getFirst().body());
              });
    }
  }

  @Test
  void a_refusal_gets_one_more_try_and_the_next_delivery_names_the_gap() {
    AtomicInteger asked = new AtomicInteger();
    try (Inbox inbox = Inbox.that(_ -> Reply.of(asked.incrementAndGet() < 3 ? 422 : 200))) {
      desk.endpoint(inbox.url(), QUICK);
      desk.says("ana", "one");
      desk.says("ana", "two");
      desk.says("ana", "three");

      List<Inbox.Got> got = inbox.atLeast(4);

      assertThat(got)
          .extracting(one -> one.header("position") + "/" + one.header("webhook-gap"))
          .containsExactly("1/", "1/", "2/1", "3/");
    }
  }

  @Test
  void what_is_gone_is_called_no_more_and_the_workspace_hears_of_it() {
    try (Inbox gone = Inbox.answering(410);
        Inbox watch = Inbox.answering(200)) {
      Answer endpoint = desk.endpoint(gone.url(), QUICK);
      desk.endpoint(watch.url(), ", \"kinds\": [\"endpoint.disabled\"]");
      desk.says("ana", "one");

      Inbox.Got told = watch.atLeast(1).getFirst();
      desk.says("ana", "two");
      desk.says("bob", "one");

      assertThat(told.type()).isEqualTo("endpoint.disabled");
      assertThat(new String(told.body(), UTF_8)).contains(endpoint.at("id"));
      Answer now = desk.admin().get("/api/v1/endpoints/" + endpoint.at("id"));
      assertThat(now.at("status")).isEqualTo("disabled");
      assertThat(gone.all()).hasSize(1);
    }
  }

  @Test
  void retry_after_is_obeyed() {
    AtomicInteger asked = new AtomicInteger();
    try (Inbox inbox =
        Inbox.that(
            _ ->
                asked.incrementAndGet() == 1
                    ? new Reply(503, Map.of("Retry-After", "1"), "")
                    : Reply.of(200))) {
      desk.endpoint(inbox.url(), SENT + ", \"schedule\": {\"waitsMillis\": [0, 600000]}");
      long begun = System.nanoTime();
      desk.says("ana", "one");

      inbox.atLeast(2);

      assertThat((System.nanoTime() - begun) / 1_000_000).isBetween(1_000L, 15_000L);
    }
  }

  @Test
  void a_lane_that_holds_waits_for_redelivery() {
    AtomicInteger asked = new AtomicInteger();
    try (Inbox inbox = Inbox.that(_ -> Reply.of(asked.incrementAndGet() < 3 ? 500 : 200));
        Inbox watch = Inbox.answering(200)) {
      Answer endpoint =
          desk.endpoint(
              inbox.url(),
              SENT + ", \"onExhausted\": \"hold\", \"schedule\": {\"waitsMillis\": [0, 20]}");
      desk.endpoint(watch.url(), ", \"kinds\": [\"delivery.dead\"]");
      String conversation = desk.says("ana", "one").at("conversation");
      desk.says("ana", "two");
      watch.atLeast(1);
      assertThat(inbox.all()).hasSize(2);

      Answer again =
          desk.admin()
              .post(
                  "/api/v1/endpoints/" + endpoint.at("id") + "/redeliver",
                  "{\"conversation\": \"%s\", \"sequence\": %d}"
                      .formatted(conversation, inbox.all().getFirst().sequence()));

      assertThat(again.at("begun")).isEqualTo("1");
      assertThat(inbox.atLeast(4))
          .extracting(one -> one.header("position"))
          .containsExactly("1", "1", "1", "2");
    }
  }

  @Test
  void what_happens_while_an_endpoint_is_paused_is_told_when_it_is_resumed() {
    try (Inbox inbox = Inbox.answering(200)) {
      Answer endpoint = desk.endpoint(inbox.url(), QUICK);
      desk.says("ana", "one");
      inbox.atLeast(1);
      desk.admin().post("/api/v1/endpoints/" + endpoint.at("id") + "/pause", "");
      desk.says("ana", "two");
      desk.says("ana", "three");
      desk.says("bob", "one");
      server.number("select count(*) from pg_sleep(0.5)");
      assertThat(inbox.all()).hasSize(1);

      desk.admin().post("/api/v1/endpoints/" + endpoint.at("id") + "/resume", "");
      // The lane of bob was written while it was paused: it is looked at a minute later.
      server.number(
          "with x as (update lane set due_nanos = 1 where not idle returning 1)"
              + " select count(*) from x");

      List<Inbox.Got> got = inbox.atLeast(4);
      assertThat(got.stream().map(Inbox.Got::conversation).distinct()).hasSize(2);
      assertThat(got.getLast().body()).isNotEmpty();
    }
  }

  @Test
  void an_endpoint_that_hangs_delays_no_other() {
    CountDownLatch end = new CountDownLatch(1);
    try (Inbox hangs =
            Inbox.that(
                _ -> {
                  end.await();
                  return Reply.of(200);
                });
        Inbox good = Inbox.answering(200)) {
      desk.endpoint(hangs.url(), SENT);
      desk.endpoint(good.url(), SENT);
      for (int i = 0; i < 60; i++) {
        desk.says("user" + i, "hello");
      }

      assertThat(good.atLeast(60)).hasSize(60);
      assertThat(hangs.all().size()).isLessThanOrEqualTo(60);
      end.countDown();
    }
  }

  @Test
  void a_conversation_that_is_always_refused_delays_no_other() {
    try (Inbox inbox =
        Inbox.that(one -> Reply.of(new String(one.body(), UTF_8).contains("poison") ? 500 : 200))) {
      desk.endpoint(
          inbox.url(),
          ", \"kinds\": [\"message.received\"], \"schedule\": {\"waitsMillis\": [0, 60000]}");
      desk.says("mallory", "poison");
      for (int i = 0; i < 20; i++) {
        desk.says("user" + i, "hello");
      }

      inbox.when(
          "twenty others",
          all -> all.stream().map(Inbox.Got::conversation).distinct().count() == 21);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reset", "garbage", "endless"})
  void a_receiver_that_breaks_the_protocol_is_tried_again(String fault) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Receiver.Conduct conduct =
        connection -> {
          if (asked.incrementAndGet() > 1) {
            connection.write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
            return;
          }
          switch (fault) {
            case "reset" -> connection.reset();
            case "garbage" -> connection.write("220 smtp.example ESMTP\r\n\r\n");
            default -> {
              connection.write("HTTP/1.1 500 No\r\nContent-Length: 100000000\r\n\r\n");
              while (connection.dawdle()) {
                connection.write("x".repeat(1_000));
              }
            }
          }
        };
    try (Receiver receiver = Receiver.that(conduct)) {
      Answer endpoint = desk.endpoint(receiver.url(), QUICK);
      desk.says("ana", "one");

      List<String> outcomes =
          Waits.until(
              "two attempts", () -> desk.outcomes(endpoint.at("id")), seen -> seen.size() == 2);

      assertThat(outcomes).containsExactly("failed", "delivered");
    }
  }

  @Test
  void who_lost_the_lane_moves_it_no_more() {
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    try (Inbox inbox =
        Inbox.that(
            _ -> {
              if (asked.incrementAndGet() == 1) {
                end.await();
                return Reply.of(500);
              }
              return Reply.of(200);
            })) {
      Answer endpoint = desk.endpoint(inbox.url(), SENT);
      String conversation = desk.says("ana", "one").at("conversation");
      inbox.atLeast(1);

      // As if the node had died between send and settle: its claim is over.
      server.number(
          "with x as (update lane set due_nanos = 1 where stream = '"
              + conversation
              + "' returning 1) select count(*) from x");
      List<Inbox.Got> got = inbox.atLeast(2);
      Waits.until("settled", () -> desk.outcomes(endpoint.at("id")), seen -> seen.size() == 1);
      end.countDown();
      Waits.until("both", () -> desk.outcomes(endpoint.at("id")), seen -> seen.size() == 2);
      desk.says("ana", "two");

      assertThat(got.get(1).header("webhook-id")).isEqualTo(got.get(0).header("webhook-id"));
      assertThat(got.get(1).body()).isEqualTo(got.get(0).body());
      assertThat(inbox.atLeast(3))
          .extracting(one -> one.header("position"))
          .containsExactly("1", "1", "2");
    }
  }
}
