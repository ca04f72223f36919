package dev.dragoman.server.dialect.gptbots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.dialect.gptbots.Pizzeria.Guest;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Conversations and blocking messages (contract gptbots §2, §3, §4).
@ExtendWith(TestServer.Extension.class)
class SendTest {
  private final TestServer server;
  private final Pizzeria pizzeria;
  private final Guest ann;

  SendTest(TestServer server) {
    this.server = server;
    this.pizzeria = Pizzeria.open(server);
    this.ann = pizzeria.guest();
  }

  private static Map<String, String> names(Answer answer, Guest guest) {
    return Map.of(
        "time", answer.at("create_time"),
        "conversation", guest.id,
        "message", answer.at("message_id"));
  }

  @Test
  void opensAnotherConversationEachTime() {
    Answer created =
        pizzeria.client.post("/gptbots/v1/conversation", "{\"user_id\":\"u-7\",\"more\":1}");
    assertThat(created.status()).isEqualTo(200);
    assertThat(created.text()).matches("\\{\"conversation_id\":\"[0-9a-f]{24}\"}");
    assertThat(created.at("conversation_id")).isNotEqualTo(ann.id);
    assertThat(
            server.number(
                "select count(distinct contact) from conversation where id in ('"
                    + ann.id
                    + "', '"
                    + created.at("conversation_id")
                    + "')"))
        .as("the user is one person")
        .isEqualTo(1);
  }

  @Test
  void answersWithEachComponentAndTheBranchThatLedToIt() {
    Answer size = ann.says("I want a pizza");
    assertThat(size.status()).isEqualTo(200);
    assertThat(size.at("message_id")).matches("[0-9a-f]{24}");
    assertThat(size.at("create_time")).matches("[0-9]{10}");
    Golden.check("gptbots/reply-v2", size.text(), names(size, ann));
    Answer large = ann.says("Large");
    Golden.check("gptbots/reply-v2-branches", large.text(), names(large, ann));
  }

  @Test
  void answersTheOlderFormToTheOlderRequest() {
    ann.says("I want a pizza");
    Answer large = ann.sendsV1("\"text\":\"Large\",\"response_mode\":\"blocking\"");
    Golden.check("gptbots/reply-v1", large.text(), names(large, ann));
  }

  @Test
  void tellsCitationsWhereTheyWereAskedFor() {
    String body = Pizzeria.message(ann.id, "blocking", "\"hello\"");
    Answer asked =
        pizzeria.client.post(
            Guest.V2,
            body.substring(0, body.length() - 1)
                + ",\"conversation_config\":{\"corner_citation\":true}}");
    assertThat(asked.text()).endsWith(",\"citations\":[]}");
  }

  @Test
  void readsAStringAndAListOfParts() {
    assertThat(ann.sends("[{\"type\":\"text\",\"text\":\"hello\"}]").at("output", 0, "content"))
        .isEqualTo("{\"text\":\"Hello!\"}");
    assertThat(ann.sends("\"hello\"").at("output", 0, "content"))
        .isEqualTo("{\"text\":\"Hello!\"}");
  }

  @Test
  void takesOneFileOrAListOfThem() {
    String one = "{\"url\":\"https://files.example/r1.png\",\"format\":\"png\",\"name\":\"r1\"}";
    for (String image : new String[] {one, "[" + one + "]", "[" + one + "," + one + "]"}) {
      String parts =
          "[{\"type\":\"text\",\"text\":\"hello\"},{\"type\":\"image\",\"image\":" + image + "}]";
      assertThat(ann.sends(parts).at("output", 0, "content", "text")).isEqualTo("Hello!");
    }
  }

  @Test
  void keepsTheBytesOfAFileOutsideTheConversation() {
    String parts =
        "[{\"type\":\"document\",\"document\":[{\"base64_content\":\"%s\",\"format\":\"txt\",\"name\":\"n\"}]}]";
    String base64 = java.util.Base64.getEncoder().encodeToString(new byte[600_000]);
    assertThat(ann.sends(parts.formatted(base64)).status()).isEqualTo(200);
    String of = " where conversation = '" + ann.id + "'";
    assertThat(server.number("select bytes from file" + of)).isEqualTo(600_000);
    assertThat(
            server.number(
                "select sum(length(content)) from file_chunk where file = (select id from file"
                    + of
                    + ")"))
        .isEqualTo(600_000);
    assertThat(server.number("select max(length(body)) from leg" + of)).isLessThan(100_000);
  }

  @Test
  void hearsTheNewestMessageOnly() {
    String body =
        "{\"conversation_id\":\"%s\",\"response_mode\":\"blocking\",\"messages\":["
            + "{\"role\":\"user\",\"content\":\"show me the menu\"},"
            + "{\"role\":\"assistant\",\"content\":\"Choose\"},"
            + "{\"role\":\"user\",\"content\":\"hello\"}]}";
    Answer answer = pizzeria.client.post(Guest.V2, body.formatted(ann.id));
    assertThat(answer.at("output", 0, "content", "text")).isEqualTo("Hello!");
    assertThat(answer.at("output", 1)).isEqualTo("null");
  }

  @Test
  void setsCustomVariablesBeforeTheMessageIsHeard() {
    ann.says("I want a pizza");
    String body = Pizzeria.message(ann.id, "blocking", "\"Large\"");
    Answer answer =
        pizzeria.client.post(
            Guest.V2,
            body.substring(0, body.length() - 1)
                + ",\"conversation_config\":{\"custom_variables\":{\"table\":\"table 4\"}}}");
    assertThat(answer.at("output", 1, "content", "text"))
        .isEqualTo("Your Large pizza for table 4 is coming.");
  }

  @Test
  void tellsInWordsWhatStandsOnButtonsAndPictures() {
    Answer menu = ann.says("show me the menu");
    assertThat(menu.at("output", 0, "content", "text")).isEqualTo("Choose\nMargherita\nFunghi");
    assertThat(menu.at("output", 1, "content", "text"))
        .isEqualTo("A pizza\nhttps://shop.example/pizza.jpg");
    assertThat(menu.at("output", 2)).isEqualTo("null");
  }

  @Test
  void hasAnIdAndNoOutputWhenTheBotIsSilent() {
    Answer silent = ann.says("say nothing");
    assertThat(silent.at("message_id")).matches("[0-9a-f]{24}");
    assertThat(silent.at("output")).isEqualTo("[]");
  }
}
