package dev.dragoman.server.dialect.clustaar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.dialect.clustaar.Shop.Customer;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Receiver;
import dev.dragoman.server.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Inputs that come while a step webhook is out.
@ExtendWith(TestServer.Extension.class)
class PendingTest {
  private final TestServer server;

  PendingTest(TestServer server) {
    this.server = server;
  }

  @Test
  void waitForTheAnswerAndGetTheirOwn() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    String body = "{\"actions\":[{\"type\":\"send_text_action\",\"alternatives\":[\"Shop\"]}]}";
    Receiver.Conduct conduct =
        connection -> {
          asked.countDown();
          answer.await(20, TimeUnit.SECONDS);
          connection.write(
              "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        };
    try (Receiver receiver = Receiver.that(conduct);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Shop shop = Shop.hooked(server, "70a1b2c3d4e5f60718293a46", '"' + receiver.url() + '"');
      Customer ada = shop.customer();
      Future<Answer> first = threads.submit(() -> ada.event("CALL"));
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      List<Future<Answer>> later = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        later.add(threads.submit(() -> ada.event("PLAIN")));
      }
      assertThat(ada.seen().status()).isEqualTo(200);
      assertThat(first.isDone()).isFalse();
      answer.countDown();
      assertThat(first.get().at("data", "fulfillment", "actions", 0, "text")).isEqualTo("Shop");
      for (Future<Answer> one : later) {
        assertThat(one.get().at("data", "fulfillment", "actions"))
            .isEqualTo(
                "[{\"type\":\"send_text_action\",\"alternatives\":[\"Plain\"],\"text\":\"Plain\"}]");
      }
      assertThat(ada.conversation("").at("data", "count")).isEqualTo("4");
    }
  }
}
