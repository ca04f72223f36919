package dev.dragoman.server.dialect.gptbots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.dialect.gptbots.Pizzeria.Guest;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The `Idempotency-Key`: one turn, however often it is sent.
@ExtendWith(TestServer.Extension.class)
class RepeatTest {
  private final TestServer server;
  private final Pizzeria pizzeria;
  private final Guest ann;

  RepeatTest(TestServer server) {
    this.server = server;
    this.pizzeria = Pizzeria.open(server);
    this.ann = pizzeria.guest();
  }

  private Answer sent(String key, String mode, String text) {
    return pizzeria
        .client
        .with("Idempotency-Key", key)
        .post(Guest.V2, Pizzeria.message(ann.id, mode, '"' + text + '"'));
  }

  private long legs() {
    return server.number("select count(*) from leg where conversation = '" + ann.id + "'");
  }

  @Test
  void answersARepeatAgainAndDoesNothingTwice() {
    Answer first = sent("k-1", "blocking", "I want a pizza");
    long legs = legs();
    assertThat(sent("k-1", "blocking", "I want a pizza").text()).isEqualTo(first.text());
    assertThat(legs()).isEqualTo(legs);
  }

  @Test
  void streamsARepeatAgain() {
    Answer first = sent("k-2", "streaming", "hello");
    long legs = legs();
    assertThat(sent("k-2", "streaming", "hello").text()).isEqualTo(first.text());
    assertThat(legs()).isEqualTo(legs);
  }

  @Test
  void refusesTheKeyForAnotherRequest() {
    sent("k-3", "blocking", "hello");
    Answer other = sent("k-3", "blocking", "I want a pizza");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.at("code")).isEqualTo("40000");
    Answer illegal = sent("a b", "blocking", "hello");
    assertThat(illegal.status()).isEqualTo(400);
    assertThat(illegal.at("message")).startsWith("Idempotency-Key must be");
  }

  @Test
  void keepsTheFilesOfOneMessageOnce() {
    String parts =
        "[{\"type\":\"document\",\"document\":{\"base64_content\":\"YWJj\"}},{\"type\":\"text\",\"text\":\"%s\"}]";
    String files = "select count(*) from file where conversation = '" + ann.id + "'";
    Client keyed = pizzeria.client.with("Idempotency-Key", "k-4");
    String body = Pizzeria.message(ann.id, "blocking", parts.formatted("hello"));
    keyed.post(Guest.V2, body);
    keyed.post(Guest.V2, body);
    assertThat(server.number(files)).isEqualTo(1);
    Answer other = keyed.post(Guest.V2, body.replace("hello", "hi there"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(server.number(files)).isEqualTo(1);
  }

  @Test
  void opensOneConversation() {
    Client keyed = pizzeria.client.with("Idempotency-Key", "create-1");
    Answer first = keyed.post("/gptbots/v1/conversation", "{\"user_id\":\"u-9\"}");
    assertThat(keyed.post("/gptbots/v1/conversation", "{\"user_id\":\"u-9\"}").text())
        .isEqualTo(first.text());
  }
}
