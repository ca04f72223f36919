package dev.dragoman.server.dialect.gptbots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.dialect.gptbots.Pizzeria.Guest;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is asked and said about one answer (contract gptbots §6.4 to §6.7).
@ExtendWith(TestServer.Extension.class)
class AnswerTest {
  private static final String CHANGED = "{\"affectCount\":1}";
  private static final String SAME = "{\"affectCount\":0}";

  private final TestServer server;
  private final Pizzeria pizzeria;
  private final Guest ann;

  AnswerTest(TestServer server) {
    this.server = server;
    this.pizzeria = Pizzeria.open(server);
    this.ann = pizzeria.guest();
  }

  private Answer judged(String what, String id, String word) {
    return judged(pizzeria.client, what, id, word);
  }

  private static Answer judged(Client client, String what, String id, String word) {
    return client.post(
        "/gptbots/v1/message/" + what,
        "{\"answer_id\":\"%s\",\"%s\":\"%s\"}".formatted(id, what, word));
  }

  @Test
  void keepsTheLastFeedback() {
    String id = ann.says("hello").at("message_id");
    assertThat(judged("feedback", id, "POSITIVE").text()).isEqualTo(CHANGED);
    assertThat(judged("feedback", id, "POSITIVE").text()).isEqualTo(SAME);
    assertThat(judged("feedback", id, "NEGATIVE").text()).isEqualTo(CHANGED);
    assertThat(judged("feedback", id, "CANCELED").text()).isEqualTo(CHANGED);
    assertThat(judged("feedback", id, "CANCELED").text()).isEqualTo(SAME);
  }

  @Test
  void keepsTheQualityApartFromIt() {
    String id = ann.says("hello").at("message_id");
    assertThat(judged("quality", id, "FULLY_RESOLVED").text()).isEqualTo(CHANGED);
    assertThat(judged("feedback", id, "NEGATIVE").text()).isEqualTo(CHANGED);
    assertThat(judged("quality", id, "FULLY_RESOLVED").text()).isEqualTo(SAME);
    assertThat(judged("quality", id, "NONE").text()).isEqualTo(CHANGED);
  }

  @Test
  void changesNothingOfWhatItDoesNotKnow() {
    String id = ann.says("hello").at("message_id");
    Pizzeria other =
        Pizzeria.hooked(server, "90a1b2c3d4e5f60718293a44", "http://127.0.0.1:9/nobody");
    assertThat(judged(other.client, "feedback", id, "POSITIVE").text()).isEqualTo(SAME);
    assertThat(judged("feedback", "0".repeat(24), "POSITIVE").text()).isEqualTo(SAME);
    assertThat(judged("feedback", "x", "POSITIVE").text()).isEqualTo(SAME);
  }

  @Test
  void refusesOtherWords() {
    String id = ann.says("hello").at("message_id");
    Answer refused = judged("feedback", id, "GOOD");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text())
        .isEqualTo(
            "{\"code\":40000,\"message\":\"feedback must be one of: POSITIVE, NEGATIVE,"
                + " CANCELED\"}");
    assertThat(judged("quality", id, "BEST").at("message"))
        .startsWith("quality must be one of: NONE, UNRESOLVED, PARTIALLY_RESOLVED");
    assertThat(pizzeria.client.post("/gptbots/v1/message/feedback", "{}").at("message"))
        .isEqualTo("answer_id is required; feedback is required");
  }

  @Test
  void knowsAnswersOfOtherDoorsOnceTheyWereSeen() {
    Client clustaar = pizzeria.anyone().bearer(pizzeria.bot.token());
    String id =
        clustaar
            .post(
                "/clustaar/bots/" + pizzeria.bot.id() + "/interlocutors/clustaar_web_chat",
                "{\"type\":\"interlocutor\",\"userID\":\"door-user\"}")
            .at("data", "id");
    clustaar.post(
        "/clustaar/interlocutors/" + id + "/reply", "{\"type\":\"text\",\"message\":\"hello\"}");
    String answer =
        pizzeria
            .client
            .get("/gptbots/v2/messages?page=1&page_size=10&conversation_id=" + id)
            .at("conversation_content", 1, "message_id");
    assertThat(judged("feedback", answer, "POSITIVE").text()).isEqualTo(CHANGED);
  }

  @Test
  void suggestsWhatCanBeClicked() {
    String id = ann.says("show me the menu").at("message_id");
    assertThat(pizzeria.client.get("/gptbots/v1/next/question?answer_id=" + id).text())
        .isEqualTo("{\"questions\":[\"Margherita\",\"Funghi\"]}");
    String plain = ann.says("hello").at("message_id");
    assertThat(pizzeria.client.get("/gptbots/v1/next/question?answer_id=" + plain).text())
        .isEqualTo("{\"questions\":[]}");
  }

  @Test
  void namesNoDocuments() {
    String id = ann.says("hello").at("message_id");
    String question =
        pizzeria
            .client
            .get("/gptbots/v1/messages?page=1&page_size=10&conversation_id=" + ann.id)
            .at("messages", 0, "message_id");
    assertThat(pizzeria.client.get("/gptbots/v1/correlate/dataset?message_id=" + id).text())
        .isEqualTo(
            "{\"conversation_id\":\"%s\",\"question_id\":\"%s\",\"answer_id\":\"%s\",\"correlate_dataset\":[]}"
                .formatted(ann.id, question, id));
    assertThat(
            pizzeria
                .client
                .post("/gptbots/v1/bot/data/references", "{\"message_id\":\"" + id + "\"}")
                .text())
        .isEqualTo(
            "{\"code\":0,\"msg\":\"success\",\"data\":{\"conversationId\":\"%s\",\"questionId\":\"%s\",\"answerId\":\"%s\",\"refDoc\":[]}}"
                .formatted(ann.id, question, id));
  }

  @Test
  void tellsHowAnAnswerCameAbout() {
    ann.says("I want a pizza");
    String id = ann.says("Large").at("message_id");
    Answer tree = pizzeria.client.get("/gptbots/v1/bot/logtree/query?msgid=" + id);
    assertThat(tree.json().members().keySet())
        .containsExactly("treeData", "summary", "msgId", "conversationId", "traceId");
    assertThat(tree.at("summary", "runningStatus")).isEqualTo("SUCCESS");
    assertThat(tree.at("conversationId")).isEqualTo(ann.id);
    assertThat(tree.at("treeData", 0, "input")).isEqualTo("Large");
    assertThat(tree.at("treeData", 0, "output"))
        .isEqualTo("Large it is.\nYour Large pizza for  is coming.");
    assertThat(tree.at("treeData", 0, "children"))
        .contains(
            "{\"logComponentName\":\"done\",\"logComponentType\":\"Step\",\"actionName\":\"Step\","
                + "\"runningStatus\":\"SUCCESS\",\"input\":\"\",\"output\":\"\",\"latencyMillis\":0,"
                + "\"inputTokens\":0,\"outputTokens\":0,\"extension\":{},\"children\":[]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/next/question?answer_id",
        "/v1/correlate/dataset?message_id",
        "/v1/bot/logtree/query?msgid"
      })
  void refusesAnswersThatAreNone(String path) {
    String name = path.substring(path.indexOf('?') + 1);
    Answer missing = pizzeria.client.get("/gptbots" + path + "=");
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.at("message")).isEqualTo(name + " is required");
    Answer unknown = pizzeria.client.get("/gptbots" + path + "=" + "0".repeat(24));
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.text())
        .isEqualTo("{\"code\":40000,\"message\":\"" + name + " is no answer of this agent\"}");
  }
}
