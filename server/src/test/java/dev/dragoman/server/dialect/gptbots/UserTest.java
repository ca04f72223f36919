package dev.dragoman.server.dialect.gptbots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Users, what is known of them, and what the key stands for (contract gptbots §1.3, §10).
@ExtendWith(TestServer.Extension.class)
class UserTest {
  private final Pizzeria pizzeria;
  private final String user = "user-" + UUID.randomUUID().toString().substring(0, 8);

  UserTest(TestServer server) {
    this.pizzeria = Pizzeria.open(server);
  }

  private Answer post(String path, String body) {
    return pizzeria.client.post("/gptbots" + path, body.replace("⟨user⟩", user));
  }

  private Answer bind(String of, String anonymous) {
    return post(
        "/v1/user/set-userid",
        "{\"user_id\":\"" + of + "\",\"anonymous_ids\":[" + anonymous + "]}");
  }

  private static String anonymous(String id, String type, String source) {
    return "{\"anonymous_id\":\"%s\",\"conversation_type\":\"%s\",\"source_id\":%s}"
        .formatted(id, type, source);
  }

  @Test
  void bindsAnonymousIdsAndListsAllOfThem() {
    String web = anonymous(user + "-a", "WIDGET", "\"shop\"");
    String line = anonymous(user + "-b", "LINE", "null");
    String first =
        "{\"code\":0,\"message\":\"OK\",\"data\":{\"user_id\":\"%s\",\"anonymous_ids\":[%s]}}";
    assertThat(bind(user, web).text()).isEqualTo(first.formatted(user, web));
    assertThat(
            bind(user, "{\"anonymous_id\":\"" + user + "-b\",\"conversation_type\":\"LINE\"}")
                .text())
        .isEqualTo(first.formatted(user, web + "," + line));
    assertThat(bind(user, web).text())
        .as("bound again: the last")
        .isEqualTo(first.formatted(user, line + "," + web));
    assertThat(pizzeria.client.get("/gptbots/v1/user/get-user-cdp?user_id=" + user).text())
        .isEqualTo(
            "{\"code\":0,\"message\":\"OK\",\"data\":{\"%s\":{\"user_id\":\"%s\",\"anonymous_ids\":[%s]}}}"
                .formatted(user, user, line + "," + web));
  }

  @Test
  void movesAnIdThatIsAnothers() {
    String line = anonymous(user + "-c", "LINE", "null");
    bind(user, line);
    assertThat(bind(user + "2", line).at("data", "anonymous_ids", 0, "anonymous_id"))
        .isEqualTo(user + "-c");
    Answer before = pizzeria.client.get("/gptbots/v1/user/get-user-cdp?user_id=" + user);
    assertThat(before.at("data", user, "anonymous_ids")).isEqualTo("[]");
    Answer now = pizzeria.client.get("/gptbots/v1/user/get-user-cdp?anonymous_id=" + user + "-c");
    assertThat(now.at("data", user + "2", "user_id")).isEqualTo(user + "2");
  }

  @Test
  void keepsAHundredOfThem() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      many.append(i == 0 ? "" : ",").append(anonymous("m" + i, "LINE", "\"" + user + "\""));
    }
    bind(user, many.toString());
    Answer answer = bind(user, anonymous("m100", "LINE", "\"" + user + "\""));
    assertThat(answer.at("data", "anonymous_ids", 0, "anonymous_id")).isEqualTo("m1");
    assertThat(answer.at("data", "anonymous_ids", 99, "anonymous_id")).isEqualTo("m100");
    assertThat(answer.at("data", "anonymous_ids", 100)).isEqualTo("null");
  }

  @Test
  void keepsPropertiesThatTheBotReads() {
    Answer updated =
        post(
            "/v1/property/update",
            "{\"user_id\":\"⟨user⟩\",\"property_values\":[{\"property_name\":\"plan\",\"value\":\"gold\"},"
                + "{\"property_name\":\"age\",\"value\":37},{\"property_name\":\"big\",\"value\":\""
                + "x".repeat(2_001)
                + "\"}]}");
    assertThat(updated.text())
        .startsWith(
            "{\"success_update\":[{\"propertyName\":\"plan\",\"value\":\"gold\"},{\"propertyName\":\"age\",\"value\":37}],"
                + "\"fail_update\":[{\"property_name\":\"big\",\"value\":\"xxx");
    assertThat(pizzeria.guest(user).says("which plan have I").at("output", 0, "content", "text"))
        .isEqualTo("Your plan is gold.");
    String known =
        "[{\"user_id\":\"%s\",\"property_values\":[{\"property_name\":\"plan\",\"value\":\"gold\"},{\"property_name\":\"age\",\"value\":37}]}]"
            .formatted(user);
    assertThat(
            pizzeria
                .client
                .get("/gptbots/v2/user-property/query?user_ids=" + user + ",nobody-" + user)
                .text())
        .isEqualTo(known);
    assertThat(
            pizzeria
                .client
                .send(
                    "GET",
                    "/gptbots/v2/user-property/query",
                    ("{\"user_ids\":[\"" + user + "\"]}")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .text())
        .as("a body, as one sample has it")
        .isEqualTo(known);
  }

  @Test
  void namesWhatIsWrong() {
    assertThat(bind("", anonymous("a", "LINE", "null")).at("message"))
        .startsWith("user_id must be 1 to 32");
    assertThat(bind(user, "").at("message")).startsWith("anonymous_ids must have 1 to 100");
    assertThat(bind(user, anonymous("a", "FAX", "null")).at("message"))
        .startsWith("anonymous_ids[0].conversation_type must be one of: ALL");
    assertThat(post("/v1/property/update", "{\"user_id\":\"⟨user⟩\"}").text())
        .isEqualTo("{\"code\":40000,\"message\":\"property_values is required\"}");
    assertThat(pizzeria.client.get("/gptbots/v2/user-property/query").at("message"))
        .isEqualTo("user_ids or anonymous_ids is required");
    assertThat(pizzeria.client.get("/gptbots/v1/user/get-user-cdp").status()).isEqualTo(400);
    assertThat(pizzeria.client.get("/gptbots/v1/user/get-user-cdp?user_id=nobody").text())
        .isEqualTo("{\"code\":0,\"message\":\"OK\",\"data\":{}}");
  }

  @Test
  void tellsWhatTheKeyIs() {
    assertThat(pizzeria.client.get("/gptbots/v1/api-key/verify").text())
        .isEqualTo(
            "{\"code\":0,\"message\":\"OK\",\"data\":{\"type\":\"agent\",\"id\":\""
                + pizzeria.bot.id()
                + "\"}}");
    Answer detail = pizzeria.client.get("/gptbots/v1/bot/detail");
    assertThat(detail.text())
        .startsWith("{\"bot_id\":\"" + pizzeria.bot.id() + "\",\"name\":\"pizzeria\",");
  }

  @Test
  void saysWhatIsNotHere() {
    Answer workflow = post("/v1/workflow/invoke", "{}");
    assertThat(workflow.status()).isEqualTo(403);
    assertThat(workflow.at("code")).isEqualTo("20055");
    assertThat(pizzeria.client.get("/gptbots/v1/bot/knowledge/base/page").at("code"))
        .isEqualTo("20055");
    assertThat(pizzeria.anyone().get("/gptbots/v1/bot/knowledge/base/page").at("code"))
        .isEqualTo("40127");
  }
}
