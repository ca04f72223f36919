package dev.dragoman.server.dialect.aivo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The user's words and the end of a room (contract aivo §2.3, §2.4).
@ExtendWith(TestServer.Extension.class)
class RoomCallsTest {
  private final Desk desk;
  private final String room;

  RoomCallsTest(TestServer server) {
    this.desk = Desk.open(server);
    this.room = desk.room("lena");
  }

  private long messages() {
    String conversation = desk.admin.get("/api/v1/rooms/" + room).at("conversation");
    return desk.server.number(
        "select count(*) from leg where conversation = '" + conversation + "'");
  }

  @Test
  void givesWordsAndFilesToTheRoom() {
    long before = messages();
    Answer said = desk.message(room, "text", "Hello, I need my invoice");
    assertThat(said.status()).as(said.text()).isEqualTo(200);
    assertThat(said.text()).isEqualTo("{\"conversationId\":\"" + room + "\",\"status\":\"ok\"}");
    assertThat(desk.message(room, "image", "https://files.example/a.png").status()).isEqualTo(200);
    assertThat(desk.message(room, "file", "https://files.example/a.pdf").status()).isEqualTo(200);
    assertThat(messages()).isEqualTo(before + 3);
    assertThat(desk.admin.get("/api/v1/rooms/" + room).at("state"))
        .as("the bot did not take over")
        .isEqualTo("queued");
  }

  @Test
  void findsTheRoomByTheHashAlone() {
    String by =
        "{\"botId\":%d,\"botToken\":\"%s\",\"hash\":\"%s\",\"action\":\"text\",\"value\":\"hi\"}";
    for (String hash : new String[] {"lena", "lena_" + desk.token}) {
      Answer said = desk.anyone.post(Desk.MESSAGE, by.formatted(desk.number, desk.token, hash));
      assertThat(said.at("conversationId")).isEqualTo(room);
    }
    assertThat(
            desk.anyone
                .post(Desk.MESSAGE, by.formatted(desk.number, desk.token, "nobody"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void wantsHashAndRoomToBelongTogether() {
    String open = desk.about(room) + ",\"action\":\"text\",\"value\":\"hi\",\"hash\":\"%s\"}";
    assertThat(desk.anyone.post(Desk.MESSAGE, open.formatted("lena_" + desk.token)).status())
        .isEqualTo(200);
    assertThat(desk.anyone.post(Desk.MESSAGE, open.formatted("mona")).status()).isEqualTo(404);
  }

  @Test
  void closesOnceHoweverOftenItIsAsked() {
    Answer closed = desk.close(room);
    assertThat(closed.text()).isEqualTo("{\"conversationId\":\"" + room + "\",\"status\":\"ok\"}");
    assertThat(desk.admin.get("/api/v1/rooms/" + room).at("state")).isEqualTo("closed");
    long rows = desk.rows();
    assertThat(desk.close(room).text()).isEqualTo(closed.text());
    assertThat(desk.rows()).isEqualTo(rows);
  }

  @Test
  void saysNothingToAClosedRoom() {
    desk.close(room);
    long rows = desk.rows();
    Answer said = desk.message(room, "text", "hello?");
    assertThat(said.status()).isEqualTo(409);
    assertThat(said.text())
        .isEqualTo(
            "{\"statusCode\":409,\"message\":\"The conversation is closed\",\"error\":\"Conflict\"}");
    assertThat(desk.rows()).isEqualTo(rows);
  }

  @Test
  void doesNotKnowRoomsOfAnotherBot() {
    Desk other = Desk.open(desk.server);
    assertThat(other.message(room, "text", "hello").status()).isEqualTo(404);
    assertThat(other.close(room).status()).isEqualTo(404);
    assertThat(desk.close(room.toUpperCase(java.util.Locale.ROOT)).status()).isEqualTo(200);
  }

  @Test
  void talksWithTheAgent() {
    desk.does(room, "attend", "{}");
    desk.message(room, "text", "Are you there?");
    assertThat(desk.does(room, "messages", "{\"type\":\"text\",\"text\":\"Yes\"}").status())
        .isEqualTo(200);
    assertThat(desk.does(room, "close", "{}").status()).isEqualTo(200);
    assertThat(desk.close(room).status()).as("closed by the agent").isEqualTo(200);
  }
}
