package dev.dragoman.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.delivery.Inbox.Reply;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.Spacing;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a bot asks to be posted somewhere is posted.
@ExtendWith(TestServer.Extension.class)
class WebhookRequestTest {
  private static final String BOT =
      """
      bot: NAME
      language: en
      values: { size: text }
      stories:
        order:
          on: general-fallback
          steps:
            said:
              do:
                - set: { size: "{{contact.size}}large" }
                - call: { url: "URL", fields: { size: "{{size}}", note: "2 x \\"{{size}}\\"" } }
              say: "You are welcome."
      """;

  private final Client admin;

  WebhookRequestTest(TestServer server) {
    Client first = server.client().bearer(RunningServer.ADMIN_KEY);
    Answer made = first.post("/api/v1/workspaces", "{\"name\": \"requests\"}");
    this.admin = server.client().bearer(made.at("key", "key"));
  }

  private Desk desk(String url) {
    String file = BOT.replace("NAME", "order-" + UUID.randomUUID()).replace("URL", url);
    Value body = Value.Obj.of("files", Value.Obj.of("bot.yaml", Value.of(file)));
    Answer published = admin.post("/api/v1/bots", Json.text(body, Spacing.NONE));
    assertThat(published.status()).as(published.text()).isEqualTo(201);
    return new Desk(admin, published.at("id"));
  }

  @Test
  void the_fields_are_posted_as_json_and_the_attempt_is_listed() {
    try (Inbox inbox = Inbox.answering(204)) {
      Desk desk = desk(inbox.url());
      desk.says("ana", "hi");

      Inbox.Got got = inbox.atLeast(1).getFirst();

      assertThat(new String(got.body(), java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo("{\"size\":\"large\",\"note\":\"2 x \\\"large\\\"\"}");
      assertThat(got.header("content-type")).isEqualTo("application/json");
      assertThat(got.header("webhook-attempt")).isEqualTo("1");
      assertThat(got.header("position")).isEmpty();
      assertThat(
              Waits.until(
                  "the row",
                  () -> desk.outcomes(WebhookRequests.ENDPOINT),
                  rows -> !rows.isEmpty()))
          .containsExactly("delivered");
    }
  }

  @Test
  void what_fails_is_posted_again_with_the_same_id_and_bytes() {
    AtomicInteger asked = new AtomicInteger();
    try (Inbox inbox = Inbox.that(_ -> Reply.of(asked.incrementAndGet() == 1 ? 503 : 200))) {
      Desk desk = desk(inbox.url());
      desk.says("ana", "hi");

      List<Inbox.Got> got = inbox.atLeast(2);

      assertThat(got.get(1).body()).isEqualTo(got.get(0).body());
      assertThat(got.get(1).header("webhook-id"))
          .hasSize(24)
          .isEqualTo(got.get(0).header("webhook-id"));
      assertThat(got).extracting(one -> one.header("webhook-attempt")).containsExactly("1", "2");
    }
  }

  @Test
  void an_address_that_is_gone_gives_up_its_own_requests_only() {
    try (Inbox gone = Inbox.answering(410);
        Inbox alive = Inbox.answering(200)) {
      Desk desk = desk(gone.url());
      Desk other = desk(alive.url());
      desk.says("ana", "hi");
      Waits.until(
          "given up", () -> desk.outcomes(WebhookRequests.ENDPOINT), rows -> rows.contains("dead"));
      desk.says("bob", "hi");
      other.says("cleo", "hi");

      alive.atLeast(1);
      gone.atLeast(2);

      Answer again =
          admin.post(
              "/api/v1/endpoints/" + WebhookRequests.ENDPOINT + "/redeliver",
              "{\"failedSince\": \"2026-01-01T00:00:00Z\"}");
      assertThat(again.status()).as(again.text()).isEqualTo(202);
      gone.atLeast(3);
      assertThat(gone.all().get(2).header("webhook-redelivery")).isEqualTo("true");
    }
  }

  @Test
  void nobody_makes_an_endpoint_of_that_dialect() {
    Answer made =
        admin.post(
            "/api/v1/endpoints",
            "{\"url\": \"https://shop.example/in\", \"dialect\": \"webhook-request\"}");

    assertThat(made.status()).isEqualTo(422);
  }
}
