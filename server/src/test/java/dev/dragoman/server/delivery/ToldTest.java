package dev.dragoman.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.delivery.Inbox.Reply;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// One question answers why an event was never told somewhere.
@ExtendWith(TestServer.Extension.class)
class ToldTest {
  private static final String SLOW = ", \"schedule\": {\"waitsMillis\": [0, 3600000]}";

  private final Desk desk;

  ToldTest(TestServer server) {
    this.desk = Desk.in(server);
  }

  private Answer told(String conversation, long sequence) {
    Answer told =
        desk.admin().get("/api/v1/conversations/" + conversation + "/told?sequence=" + sequence);
    assertThat(told.status()).as(told.text()).isEqualTo(200);
    return told;
  }

  /// What is said of each endpoint, by its name.
  private Map<String, String> verdicts(String conversation, long sequence) {
    Map<String, String> verdicts = new HashMap<>();
    if (told(conversation, sequence).json().get("endpoints") instanceof Value.List(var all)) {
      for (Value one : all) {
        Value.Obj endpoint = (Value.Obj) one;
        verdicts.put(endpoint.text("name"), endpoint.text("verdict"));
      }
    }
    return verdicts;
  }

  private static String named(String name, String more) {
    return ", \"name\": \"" + name + "\"" + more;
  }

  private void pause(Answer endpoint) {
    String path = "/api/v1/endpoints/" + endpoint.at("id") + "/pause";
    assertThat(desk.admin().post(path, "").status()).isLessThan(300);
  }

  @Test
  void each_endpoint_has_its_reason() {
    String elsewhere = "{\"url\": \"%s\", \"bot\": \"%s\", \"name\": \"elsewhere\"}";
    try (Inbox good = Inbox.that(_ -> Reply.of(200));
        Inbox bad = Inbox.that(_ -> Reply.of(500));
        Inbox refusing = Inbox.that(_ -> Reply.of(410))) {
      desk.endpoint(good.url(), named("good", ""));
      desk.endpoint(bad.url(), named("bad", SLOW));
      desk.endpoint(good.url(), named("deaf", ", \"kinds\": [\"room.closed\"]"));
      desk.endpoint(refusing.url(), named("gone", ""));
      pause(desk.endpoint(good.url(), named("asleep", "")));
      Answer strange =
          desk.admin().post("/api/v1/endpoints", elsewhere.formatted(good.url(), secondBot()));
      assertThat(strange.status()).as(strange.text()).isEqualTo(201);

      String conversation = desk.says("ana", "one").at("conversation");
      Waits.until(
          "the verdicts",
          () -> verdicts(conversation, 1),
          seen ->
              "delivered".equals(seen.get("good"))
                  && "failed".equals(seen.get("bad"))
                  && "dead".equals(seen.get("gone")));
      assertThat(verdicts(conversation, 1))
          .containsEntry("deaf", "not_subscribed")
          .containsEntry("asleep", "paused")
          .containsEntry("elsewhere", "another_bot");
      assertThat(told(conversation, 1).text()).contains("\"nextAt\":\"20");
      assertThat(verdicts(conversation, 2))
          .containsEntry("bad", "behind")
          .containsEntry("gone", "disabled");
      desk.endpoint(good.url(), named("late", ""));
      assertThat(verdicts(conversation, 1)).containsEntry("late", "passed");
    }
  }

  private String secondBot() {
    String file =
        "bot: second %s\nlanguage: en\nstories: { s: { on: general-fallback, steps: { a: { say: x } } } }"
            .formatted(UUID.randomUUID());
    Value body = Value.Obj.of("files", Value.Obj.of("bot.yaml", Value.of(file)));
    String json = dev.dragoman.server.json.Json.text(body, dev.dragoman.server.json.Spacing.NONE);
    return desk.admin().post("/api/v1/bots", json).at("id");
  }
}
