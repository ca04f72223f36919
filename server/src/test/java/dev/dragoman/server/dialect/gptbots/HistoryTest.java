package dev.dragoman.server.dialect.gptbots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.dialect.gptbots.Pizzeria.Guest;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Golden;
import dev.dragoman.server.testing.TestServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What was said before, and the list of conversations (contract gptbots §6.1 to §6.3).
@ExtendWith(TestServer.Extension.class)
class HistoryTest {
  private static final String LIST = "/gptbots/v1/bot/conversation/page?start_time=0";

  private final TestServer server;
  private final Pizzeria pizzeria;
  private final Guest ann;

  HistoryTest(TestServer server) {
    this.server = server;
    this.pizzeria = Pizzeria.open(server);
    this.ann = pizzeria.guest();
  }

  private Answer page(int version, int page, int size) {
    return pizzeria.client.get(
        "/gptbots/v%d/messages?conversation_id=%s&page=%d&page_size=%d"
            .formatted(version, ann.id, page, size));
  }

  /// Ids and times of the rows, by their place.
  private static Map<String, String> names(Answer answer, String rows) {
    Map<String, String> names = new HashMap<>();
    for (int i = 0; !answer.at(rows, i).equals("null"); i++) {
      names.put("id" + i, answer.at(rows, i, "message_id"));
      names.put("time" + i, answer.at(rows, i, "create_time"));
      assertThat(answer.at(rows, i, "create_time")).as("milliseconds").matches("[0-9]{13}");
    }
    return names;
  }

  @Test
  void leadsToTheFilesThatItKeeps() {
    String parts =
        "[{\"type\":\"document\",\"document\":[{\"base64_content\":\"YWJj\",\"format\":\"txt\",\"name\":\"n\"}]}]";
    assertThat(ann.sends(parts).status()).isEqualTo(200);
    String url =
        page(2, 1, 10)
            .at("conversation_content", 0, "content", 0, "branch_content", 0, "document", 0, "url");
    assertThat(url).startsWith(server.url() + "/files/");
    String path = url.substring(server.url().length());
    assertThat(pizzeria.anyone().get(path).text()).isEqualTo("abc");
    String other = path.substring(0, path.length() - 1) + (path.endsWith("0") ? "1" : "0");
    assertThat(pizzeria.anyone().get(other).status()).isEqualTo(404);
  }

  @Test
  void showsBothSidesWithBranchesFilesAndFeedback() {
    ann.says("I want a pizza");
    String large =
        ann.sends(
                "[{\"type\":\"text\",\"text\":\"Large\"},{\"type\":\"image\",\"image\":"
                    + "{\"url\":\"https://files.example/r1.png\",\"format\":\"png\",\"name\":\"r1\"}}]")
            .at("message_id");
    pizzeria.client.post(
        "/gptbots/v1/message/feedback",
        "{\"answer_id\":\"" + large + "\",\"feedback\":\"POSITIVE\"}");
    Answer history = page(2, 1, 100);
    Golden.check("gptbots/history-v2", history.text(), names(history, "conversation_content"));
    assertThat(history.at("conversation_content", 3, "message_id")).isEqualTo(large);
  }

  @Test
  void showsTheOlderForm() {
    ann.says("I want a pizza");
    ann.says("Large");
    Answer history = page(1, 1, 100);
    Golden.check("gptbots/history-v1", history.text(), names(history, "messages"));
  }

  @Test
  void pagesFromTheOldest() {
    for (int i = 0; i < 5; i++) {
      ann.says("hello");
    }
    List<String> ids = new ArrayList<>();
    for (int page = 1; page <= 4; page++) {
      Answer answer = page(2, page, 3);
      assertThat(answer.at("total")).isEqualTo("10");
      for (int i = 0; !answer.at("conversation_content", i).equals("null"); i++) {
        String before = answer.at("conversation_content", i, "parent_message_id");
        assertThat(before).isEqualTo(ids.isEmpty() ? "" : ids.getLast());
        ids.add(answer.at("conversation_content", i, "message_id"));
      }
    }
    assertThat(ids).hasSize(10).doesNotHaveDuplicates();
    Answer beyond = page(2, 5, 3);
    assertThat(beyond.status()).isEqualTo(400);
    assertThat(beyond.at("code")).isEqualTo("40005");
  }

  @Test
  void isEmptyBeforeTheFirstWord() {
    assertThat(page(2, 1, 10).text()).isEqualTo("{\"total\":0,\"conversation_content\":[]}");
    assertThat(page(1, 1, 10).text()).isEqualTo("{\"total\":0,\"messages\":[]}");
  }

  @ParameterizedTest
  @CsvSource({
    "conversation_id is required, page=1&page_size=10",
    "page is required, conversation_id=x&page_size=10",
    "page must be, conversation_id=x&page=0&page_size=10",
    "page must be, conversation_id=x&page=-1&page_size=10",
    "page_size must be, conversation_id=x&page=1&page_size=101",
    "page_size must be, conversation_id=x&page=1&page_size=ten",
  })
  void namesTheParameterThatIsWrong(String message, String query) {
    for (String version : new String[] {"v1", "v2"}) {
      Answer answer = pizzeria.client.get("/gptbots/" + version + "/messages?" + query);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.at("code")).isEqualTo("40000");
      assertThat(answer.at("message")).startsWith(message);
    }
  }

  @Test
  void doesNotShowWhatIsNotThere() {
    Answer unknown =
        pizzeria.client.get("/gptbots/v2/messages?conversation_id=x&page=1&page_size=10");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.at("code")).isEqualTo("40356");
  }

  @Test
  void listsConversationsByTheLastWord() {
    String user = "list-" + ann.id.substring(0, 10);
    Guest first = pizzeria.guest(user);
    Guest second = pizzeria.guest(user);
    second.says("hello");
    first.says("I want a pizza");
    String query = "&end_time=9000000000000&page=1&page_size=10&user_id=" + user;
    Answer list = pizzeria.client.get(LIST + "&conversation_type=API" + query);
    Map<String, String> names =
        Map.of(
            "first",
            first.id,
            "second",
            second.id,
            "user",
            user,
            "time0",
            list.at("list", 0, "recent_chat_time"),
            "time1",
            list.at("list", 1, "recent_chat_time"),
            "bot",
            pizzeria.bot.id());
    Golden.check("gptbots/conversations", list.text(), names);
    assertThat(list.at("list", 0, "recent_chat_time")).matches("[0-9]{13}");
    assertThat(pizzeria.client.get(LIST + "&conversation_type=ALL" + query).at("total"))
        .isEqualTo("2");
    assertThat(pizzeria.client.get(LIST + "&conversation_type=LINE" + query).text())
        .isEqualTo("{\"list\":[],\"total\":0}");
    assertThat(pizzeria.client.get(LIST + "&conversation_type=API" + query + "x").at("total"))
        .isEqualTo("0");
    assertThat(
            pizzeria
                .client
                .get(LIST + "&conversation_type=API&end_time=1&page=1&page_size=10")
                .at("total"))
        .isEqualTo("0");
  }

  @Test
  void listsNothingOfAnotherBot() {
    String user = "other-" + ann.id.substring(0, 10);
    pizzeria.guest(user).says("hello");
    Pizzeria other =
        Pizzeria.hooked(server, "90a1b2c3d4e5f60718293a43", "http://127.0.0.1:9/nobody");
    assertThat(
            other
                .client
                .get(LIST + "&conversation_type=ALL&end_time=9000000000000&page=1&page_size=10")
                .text())
        .doesNotContain(user);
  }

  @ParameterizedTest
  @CsvSource({
    "conversation_type is required, end_time=1&page=1&page_size=1",
    "conversation_type must be one of: ALL, conversation_type=x&end_time=1&page=1&page_size=1",
    "end_time is required, conversation_type=ALL&page=1&page_size=1",
  })
  void namesTheParameterOfTheListThatIsWrong(String message, String query) {
    Answer answer = pizzeria.client.get(LIST + "&" + query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("message")).startsWith(message);
  }
}
