package dev.dragoman.server.dialect.aivo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The queue call (contract aivo §2.1, §2.2).
@ExtendWith(TestServer.Extension.class)
class QueueTest {
  private static final String UUID_V4 =
      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  private final Desk desk;

  QueueTest(TestServer server) {
    this.desk = Desk.open(server);
  }

  private String contact(String room) {
    String conversation = desk.admin.get("/api/v1/rooms/" + room).at("conversation");
    String contact = desk.admin.get("/api/v1/conversations/" + conversation).at("contact");
    return desk.admin.get("/api/v1/contacts/" + contact).at("attributes");
  }

  @Test
  void answersWithTheThreeNamesInTheirOrder() {
    Answer queued = desk.queue(desk.queueing("u1"));
    assertThat(queued.status()).isEqualTo(200);
    Golden.check(
        "aivo/queued",
        queued.text(),
        Map.of(
            "room", queued.at("conversationId"),
            "token", queued.at("customToken"),
            "queue", queued.at("messageQueueId")));
    assertThat(queued.at("conversationId")).matches(UUID_V4);
    assertThat(queued.at("messageQueueId"))
        .matches(UUID_V4)
        .isNotEqualTo(queued.at("conversationId"));
    assertThat(queued.at("customToken")).isNotBlank();
    Answer room = desk.admin.get("/api/v1/rooms/" + queued.at("conversationId"));
    assertThat(room.at("state")).isEqualTo("queued");
    assertThat(room.at("group")).isEqualTo(Integer.toString(desk.sales));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Ticket\": 7781, \"Plan\": \"Gold\"}",
        "[{\"Ticket\": 7781}, {\"Plan\": \"Gold\"}]",
        "[{\"Ticket\": 7781, \"Plan\": \"Gold\"}]",
        "[\"Ticket\": 7781, \"Plan\": \"Gold\"]",
        "[ \"Ticket\" : 7781 , \"Plan\" :\"Gold\" ]"
      })
  void readsEveryFormOfExtraAndKeepsItsOrder(String extra) {
    String body =
        desk.queueing("x" + extra.hashCode())
            .replace("[{\"Ticket\": 7781}, {\"Plan\": \"Gold\"}]", extra);
    Answer queued = desk.queue(body);
    assertThat(queued.status()).as(queued.text()).isEqualTo(200);
    assertThat(contact(queued.at("conversationId")))
        .isEqualTo(
            "{\"firstName\":\"Lena\",\"lastName\":\"Ortiz\",\"email\":\"lena.ortiz@example.test\","
                + "\"phoneNumber\":\"+5491100000000\",\"Ticket\":7781,\"Plan\":\"Gold\"}");
  }

  @Test
  void keepsTheRoomOfWhoWaitsAlready() {
    Answer first = desk.queue(desk.queueing("u2"));
    assertThat(desk.queue(desk.queueing("u2")).text()).isEqualTo(first.text());
    Answer suffixed = desk.queue(desk.queueing("u2_" + desk.token));
    assertThat(suffixed.text()).as("the hash in its other form").isEqualTo(first.text());
  }

  @Test
  void movesTheRoomToAnotherGroup() {
    Answer first = desk.queue(desk.queueing("u3"));
    String other = desk.queueing("u3").replace("[" + desk.sales + "]", "[" + desk.billing + "]");
    assertThat(desk.queue(other).text()).isEqualTo(first.text());
    assertThat(desk.admin.get("/api/v1/rooms/" + first.at("conversationId")).at("group"))
        .isEqualTo(Integer.toString(desk.billing));
  }

  @Test
  void opensAnotherRoomWhenTheLastIsClosed() {
    Answer first = desk.queue(desk.queueing("u4"));
    desk.close(first.at("conversationId"));
    Answer second = desk.queue(desk.queueing("u4"));
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.at("conversationId")).isNotEqualTo(first.at("conversationId"));
    assertThat(desk.admin.get("/api/v1/rooms/" + second.at("conversationId")).at("conversation"))
        .as("it is the same conversation")
        .isEqualTo(
            desk.admin.get("/api/v1/rooms/" + first.at("conversationId")).at("conversation"));
  }

  @Test
  void writesDownWhatIsNewOfSomebodyKnown() {
    String room = desk.room("u5");
    desk.queue(desk.queueing("u5").replace("\"Gold\"", "\"Silver\"").replace("Lena", "Magda"));
    assertThat(contact(room)).contains("\"firstName\":\"Magda\"").contains("\"Plan\":\"Silver\"");
  }

  @Test
  void answersARepeatAgain() {
    var keyed = desk.anyone.with("Idempotency-Key", "q-" + desk.bot.id());
    Answer first = keyed.post(Desk.QUEUE, desk.queueing("u6"));
    desk.close(first.at("conversationId"));
    assertThat(keyed.post(Desk.QUEUE, desk.queueing("u6")).text()).isEqualTo(first.text());
    assertThat(keyed.post(Desk.QUEUE, desk.queueing("u7")).status()).isEqualTo(422);
  }

  @Test
  void passesOverWhatItDoesNotKnow() {
    String body = desk.queueing("u8").replace("\"status\"", "\"more\": [1], \"status\"");
    assertThat(desk.queue(body).status()).isEqualTo(200);
  }
}
