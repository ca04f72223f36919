package dev.dragoman.server.dialect.clustaar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.dialect.clustaar.Shop.Customer;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A bot that answers quick successive texts once.
@ExtendWith(TestServer.Extension.class)
class CollectTest {
  private static final String BOT =
      """
      bot: patient
      id: 70a1b2c3d4e5f60718293c01
      language: en
      settings: { collect: 2s }
      intents:
        order:
          - I want a large pizza please
          - a large pizza for me
          - one pizza please
        hours:
          - when do you open today
          - what are your opening hours
          - are you open on sunday
      stories:
        order:
          on: { intent: order }
          steps: { ordered: { say: "One large pizza" } }
        hours:
          on: { intent: hours }
          steps: { open: { say: "At ten" } }
        pardon:
          on: general-fallback
          steps: { pardon: { say: "Pardon?" } }
      """;

  private final TestServer server;

  CollectTest(TestServer server) {
    this.server = server;
  }

  private static String count(Customer customer) {
    return customer.conversation("").at("data", "count");
  }

  @Test
  void theLastOfThemGetsTheAnswerToAll() throws Exception {
    Customer ada = Shop.of(server, BOT).customer();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answer> first = threads.submit(() -> ada.says("I want"));
      while (!ada.actions().text().contains("I want")) {
        Thread.onSpinWait();
      }
      Future<Answer> second = threads.submit(() -> ada.says("a large pizza please"));

      assertThat(first.get().status()).isEqualTo(200);
      assertThat(first.get().at("data", "fulfillment", "actions")).isEqualTo("[]");
      assertThat(second.get().at("data", "fulfillment", "actions", 0, "text"))
          .isEqualTo("One large pizza");
    }
    assertThat(count(ada)).isEqualTo("2");
    assertThat(ada.conversation("").text()).contains("\"I want\"", "\"a large pizza please\"");
  }
}
