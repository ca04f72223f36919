package dev.dragoman.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.delivery.Inbox.Reply;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Telling again what was told or given up.
@ExtendWith(TestServer.Extension.class)
class RedeliveryTest {
  private static final String ONCE =
      ", \"kinds\": [\"message.sent\"], \"schedule\": {\"waitsMillis\": [0]}";

  private final Desk desk;

  RedeliveryTest(TestServer server) {
    this.desk = Desk.in(server);
  }

  private Answer redeliver(Answer endpoint, String body) {
    return desk.admin().post("/api/v1/endpoints/" + endpoint.at("id") + "/redeliver", body);
  }

  @Test
  void all_that_failed_comes_again_with_its_ids_bytes_and_positions() {
    try (Inbox inbox = Inbox.answering(500)) {
      Answer endpoint = desk.endpoint(inbox.url(), ONCE);
      desk.says("ana", "one");
      desk.says("bob", "one");
      Waits.until("dead", () -> desk.outcomes(endpoint.at("id")), all -> all.size() == 2);
      inbox.from(_ -> Reply.of(200));

      Answer begun = redeliver(endpoint, "{\"failedSince\": \"2026-01-01T00:00:00Z\"}");

      assertThat(begun.at("begun")).isEqualTo("2");
      List<Inbox.Got> got = inbox.atLeast(4);
      for (Inbox.Got again : got.subList(2, 4)) {
        Inbox.Got first =
            got.stream()
                .filter(one -> one.conversation().equals(again.conversation()))
                .findFirst()
                .orElseThrow();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("webhook-id")).isEqualTo(first.header("webhook-id"));
        assertThat(again.header("position")).isEqualTo("1");
        assertThat(again.header("webhook-redelivery")).isEqualTo("true");
      }
      Waits.until("delivered", () -> desk.outcomes(endpoint.at("id")), all -> all.size() == 4);
      assertThat(redeliver(endpoint, "{\"failedSince\": \"2026-01-01T00:00:00Z\"}").at("begun"))
          .isEqualTo("0");
    }
  }

  @Test
  void a_range_comes_again_in_order() {
    try (Inbox inbox = Inbox.answering(200)) {
      Answer endpoint = desk.endpoint(inbox.url(), ONCE);
      String conversation = desk.says("ana", "one").at("conversation");
      desk.says("ana", "two");
      desk.says("ana", "three");
      List<Inbox.Got> first = inbox.atLeast(3);
      Waits.until("settled", () -> desk.outcomes(endpoint.at("id")), all -> all.size() == 3);

      Answer begun =
          redeliver(
              endpoint,
              "{\"conversation\": \"%s\", \"sequence\": %d, \"toSequence\": %d}"
                  .formatted(conversation, first.get(1).sequence(), first.get(2).sequence()));

      assertThat(begun.at("begun")).isEqualTo("1");
      assertThat(inbox.atLeast(5).subList(3, 5))
          .extracting(one -> one.header("position") + " " + one.header("webhook-id"))
          .containsExactly(
              "2 " + first.get(1).header("webhook-id"), "3 " + first.get(2).header("webhook-id"));
    }
  }

  @Test
  void what_was_never_told_cannot_be_told_again() {
    Answer endpoint = desk.endpoint("https://shop.example/hook", ONCE);

    assertThat(
            redeliver(endpoint, "{\"conversation\": \"0123456789abcdef01234567\", \"sequence\": 1}")
                .status())
        .isEqualTo(404);
  }
}
