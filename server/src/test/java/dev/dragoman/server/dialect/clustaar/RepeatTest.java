package dev.dragoman.server.dialect.clustaar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.dialect.clustaar.Shop.Customer;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The `Idempotency-Key`: one turn, however often it is sent.
@ExtendWith(TestServer.Extension.class)
class RepeatTest {
  private static final String EFFECTS =
      "{\"type\":\"go_to_action\",\"target\":{\"type\":\"step\",\"id\":\"60a1b2c3d4e5f60718293d04\"}}";

  private final TestServer server;
  private final Shop shop;
  private final Customer ada;

  RepeatTest(TestServer server) {
    this.server = server;
    this.shop = Shop.open(server);
    this.ada = shop.customer();
  }

  private Answer sent(String key, String body) {
    return ada.as("Idempotency-Key", key).post(ada.path() + "/reply", body);
  }

  @Test
  void answersARepeatAgainAndDoesNothingTwice() {
    Answer first = sent("order-1", EFFECTS);
    assertThat(sent("order-1", EFFECTS).text()).isEqualTo(first.text());
    server.restart();
    assertThat(sent("order-1", EFFECTS).text()).isEqualTo(first.text());
    assertThat(ada.seen().at("data", "customAttributes", "orders")).isEqualTo("1");
  }

  @Test
  void refusesTheKeyForAnotherRequest() {
    sent("order-2", EFFECTS);
    Answer other = sent("order-2", EFFECTS.replace("d04", "d01"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.at("error", "errors", 0, "path")).isEqualTo("Idempotency-Key");
    assertThat(sent("a b", EFFECTS).status()).isEqualTo(422);
    assertThat(sent("k".repeat(256), EFFECTS).status()).isEqualTo(422);
    assertThat(sent("k".repeat(255), EFFECTS).status()).isEqualTo(200);
  }

  @Test
  void refusesTheKeyOfAnotherCreate() {
    Client keyed = shop.bearer.with("Idempotency-Key", "create-1");
    String body = "{\"type\":\"interlocutor\",\"userID\":\"keyed\"}";
    Answer first = keyed.post(shop.createPath(), body);
    assertThat(keyed.post(shop.createPath(), body).text()).isEqualTo(first.text());
    assertThat(keyed.post(shop.createPath(), body.replace("keyed", "other")).status())
        .isEqualTo(422);
  }

  @Test
  void joinsRepeatsThatComeAtTheSameTime() throws Exception {
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(() -> sent("order-3", EFFECTS));
    }
    List<String> bodies = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var call : threads.invokeAll(calls)) {
        bodies.add(call.get().text());
      }
    }
    assertThat(bodies.stream().distinct()).hasSize(1);
    assertThat(bodies.getFirst()).startsWith("{\"data\":");
    assertThat(ada.seen().at("data", "customAttributes", "orders")).isEqualTo("1");
  }
}
