package dev.dragoman.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.delivery.Signature;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a native endpoint hears, over real HTTP.
@ExtendWith(TestServer.Extension.class)
class NativeTest {
  private final Desk desk;

  NativeTest(TestServer server) {
    this.desk = Desk.in(server);
  }

  @Test
  void everything_that_happens_is_told_in_order_with_gap_free_positions() {
    try (Inbox inbox = Inbox.answering(200)) {
      desk.endpoint(inbox.url(), "");
      desk.says("ana", "hi");
      desk.says("ana", "again");

      List<Inbox.Got> got =
          inbox.when(
              "two answers",
              all -> all.stream().filter(one -> one.type().equals("message.sent")).count() == 2);

      assertThat(Desk.types(got))
          .containsExactly(
              "message.received",
              "session.started",
              "step.entered",
              "message.sent",
              "message.received",
              "step.entered",
              "message.sent");
      assertThat(got).extracting(Inbox.Got::sequence).isSorted().doesNotHaveDuplicates();
      for (int i = 0; i < got.size(); i++) {
        assertThat(got.get(i).header("position")).isEqualTo(Integer.toString(i + 1));
        assertThat(got.get(i).header("webhook-id")).isEqualTo(got.get(i).json().text("id"));
      }
    }
  }

  @Test
  void a_request_is_signed_as_standard_webhooks_says() {
    try (Inbox inbox = Inbox.answering(200)) {
      Answer endpoint = desk.endpoint(inbox.url(), ", \"kinds\": [\"message.sent\"]");
      desk.says("ana", "hi");

      Inbox.Got got = inbox.atLeast(1).getFirst();

      assertThat(got.header("webhook-signature"))
          .isEqualTo(
              Signature.header(
                  List.of(endpoint.at("secret")),
                  got.header("webhook-id"),
                  Long.parseLong(got.header("webhook-timestamp")),
                  got.body()));
      assertThat(Desk.types(inbox.all())).containsExactly("message.sent");
    }
  }

  @Test
  void while_a_secret_is_replaced_both_sign() {
    try (Inbox inbox = Inbox.answering(200)) {
      Answer endpoint = desk.endpoint(inbox.url(), ", \"kinds\": [\"message.sent\"]");
      Answer rotated =
          desk.admin().post("/api/v1/endpoints/" + endpoint.at("id") + "/rotate-secret", "{}");
      desk.says("ana", "hi");

      Inbox.Got got = inbox.atLeast(1).getFirst();

      assertThat(got.header("webhook-signature"))
          .isEqualTo(
              Signature.header(
                  List.of(rotated.at("secret"), endpoint.at("secret")),
                  got.header("webhook-id"),
                  Long.parseLong(got.header("webhook-timestamp")),
                  got.body()));
    }
  }

  @Test
  void a_test_event_reaches_only_the_endpoint_it_is_for() {
    try (Inbox inbox = Inbox.answering(200);
        Inbox other = Inbox.answering(200)) {
      Answer endpoint = desk.endpoint(inbox.url(), "");
      desk.endpoint(other.url(), "");

      desk.admin().post("/api/v1/endpoints/" + endpoint.at("id") + "/test", "");
      desk.says("ana", "hi");

      inbox.when("the test", all -> Desk.types(all).contains("endpoint.test"));
      other.when("an answer", all -> Desk.types(all).contains("message.sent"));
      assertThat(Desk.types(other.all())).doesNotContain("endpoint.test");
    }
  }
}
