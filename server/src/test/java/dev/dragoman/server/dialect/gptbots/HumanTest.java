package dev.dragoman.server.dialect.gptbots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the developer's desk must not send (contract gptbots §7.3).
@ExtendWith(TestServer.Extension.class)
class HumanTest {
  private final Pizzeria pizzeria;

  HumanTest(TestServer server) {
    this.pizzeria = Pizzeria.open(server);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "conversation_id is required | {}",
        "timestamp is required | {'conversation_id':'a','body':'b'}",
        "timestamp must be a whole number | {'conversation_id':'a','timestamp':'1','body':'b'}",
        "body is required | {'conversation_id':'a','timestamp':1}",
        "body must be a string | {'conversation_id':'a','timestamp':1,'body':['b']}",
        "body must be 1 to 4096 | {'conversation_id':'a','timestamp':1,'body':''}",
        "body must not be blank | {'conversation_id':'a','timestamp':1,'body':' '}",
        "the body must be an object | []",
      })
  void namesTheFieldThatIsWrong(String message, String body) {
    Answer answer =
        pizzeria.client.post("/gptbots/v1/human/message/receive", body.replace('\'', '"'));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("code")).isEqualTo("40000");
    assertThat(answer.at("message")).contains(message);
  }

  @ParameterizedTest
  @CsvSource({"x", "000000000000000000000000"})
  void doesNotKnowRoomsThatAreNone(String id) {
    String body = "{\"conversation_id\":\"" + id + "\",\"timestamp\":1,\"body\":\"hello\"}";
    for (String path : new String[] {"/v1/human/message/receive", "/v1/human/close"}) {
      Answer answer = pizzeria.client.post("/gptbots" + path, body);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.at("code")).isEqualTo("40356");
    }
  }

  @Test
  void wantsTheKeyOfTheAgent() {
    Answer answer = pizzeria.anyone().post("/gptbots/v1/human/close", "{}");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.at("code")).isEqualTo("40127");
  }
}
