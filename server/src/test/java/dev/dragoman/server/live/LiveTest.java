package dev.dragoman.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.Spacing;
import dev.dragoman.server.live.Reader.Heard;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Live streams over real sockets.
@ExtendWith(TestServer.Extension.class)
class LiveTest {
  private static final String ECHO =
      """
      bot: NAME
      language: en
      stories:
        hello:
          on: general-fallback
          steps:
            said:
              say: "You are welcome."
      """;
  private static final String EVENTS = "/api/v1/events";

  private final TestServer server;
  private final String key;
  private final Client admin;
  private final String bot;

  LiveTest(TestServer server) {
    this.server = server;
    this.key = newKey();
    this.admin = server.client().bearer(key);
    String file = ECHO.replace("NAME", "live-" + UUID.randomUUID());
    Value body = Value.Obj.of("files", Value.Obj.of("bot.yaml", Value.of(file)));
    this.bot = admin.post("/api/v1/bots", Json.text(body, Spacing.NONE)).at("id");
  }

  private String newKey() {
    return server
        .client()
        .bearer(RunningServer.ADMIN_KEY)
        .post("/api/v1/workspaces", "{\"name\": \"live\"}")
        .at("key", "key");
  }

  private Answer says(String user, String text) {
    return admin.post(
        "/api/v1/bots/" + bot + "/inputs",
        """
        {"peer": {"user": "%s"}, "input": {"type": "text", "text": "%s"}}\
        """
            .formatted(user, text));
  }

  private Reader reader(String path, String last) {
    return new Reader(server.url(), key, path, last);
  }

  @Test
  void what_happens_is_heard_as_it_happens_with_the_bodies_that_endpoints_get() {
    try (Reader reader = reader(EVENTS, "")) {
      reader.begun();
      Answer said = says("ana", "hi");

      List<Heard> heard = reader.atLeast(4);

      assertThat(heard)
          .extracting(Heard::event)
          .containsExactly("message.received", "session.started", "step.entered", "message.sent");
      assertThat(heard.getFirst().body().text("conversation")).isEqualTo(said.at("conversation"));
      assertThat(heard.getFirst().body().text("type")).isEqualTo("message.received");
    }
  }

  @Test
  void from_every_position_exactly_the_rest_is_heard() {
    List<Heard> all;
    try (Reader reader = reader(EVENTS, "")) {
      String begun = reader.begun();
      for (String user : List.of("ana", "bob", "ana", "cleo", "bob")) {
        says(user, "hi");
      }
      all = reader.atLeast(2 * 3 + 3 * 4);
      try (Reader again = reader(EVENTS + "?wait=0", begun)) {
        assertThat(again.all()).hasSameSizeAs(all);
      }
    }
    for (int cut = 0; cut < all.size(); cut++) {
      try (Reader rest = reader(EVENTS + "?wait=0&after=" + all.get(cut).id(), "")) {
        List<String> both = new ArrayList<>(ids(all.subList(0, cut + 1)));
        both.addAll(ids(rest.all()));
        assertThat(both).containsExactlyInAnyOrderElementsOf(ids(all));
        assertInOrder(all.subList(0, cut + 1), rest.all());
      }
    }
  }

  private static List<String> ids(List<Heard> heard) {
    return heard.stream().map(one -> String.valueOf(one.body().text("id"))).toList();
  }

  @SafeVarargs
  private static void assertInOrder(List<Heard>... parts) {
    Map<String, Long> last = new HashMap<>();
    for (List<Heard> part : parts) {
      for (Heard one : part) {
        Long before = last.put(one.conversation(), one.sequence());
        assertThat(one.sequence()).isGreaterThan(before == null ? 0 : before);
      }
    }
  }

  @Test
  void a_conversation_is_told_from_its_beginning_and_from_the_middle_of_a_turn() {
    String conversation = says("ana", "hi").at("conversation");
    says("ana", "again");
    String path = "/api/v1/conversations/" + conversation + "/events";
    try (Reader whole = reader(path + "?wait=0", "");
        Reader rest = reader(path + "?kinds=message.sent", "2")) {
      assertThat(whole.all()).hasSize(7);
      String first = whole.all().getFirst().id();
      try (Reader later = reader(path + "?wait=0", first)) {
        assertThat(ids(later.all())).isEqualTo(ids(whole.all().subList(1, 7)));
      }
      rest.atLeast(2);
      says("ana", "once more");
      assertThat(rest.atLeast(3)).extracting(Heard::event).containsOnly("message.sent");
    }
  }

  @Test
  void another_workspace_hears_nothing() {
    String other = newKey();
    try (Reader stranger = new Reader(server.url(), other, EVENTS + "?wait=4", "")) {
      stranger.begun();
      String conversation = says("ana", "hi").at("conversation");

      Client theirs = server.client().bearer(other);
      assertThat(theirs.get("/api/v1/conversations/" + conversation + "/events").status())
          .isEqualTo(404);
      assertThat(stranger.all()).isEmpty();
    }
  }

  @Test
  void a_key_that_is_revoked_ends_its_stream() {
    Answer made = admin.post("/api/v1/keys", "{\"kind\": \"reader\"}");
    try (Reader reader = new Reader(server.url(), made.at("key"), EVENTS, "")) {
      reader.begun();
      admin.send("DELETE", "/api/v1/keys/" + made.at("id"), new byte[0]);

      assertThat(reader.all()).isEmpty();
    }
  }

  @Test
  void what_happens_to_endpoints_is_heard_too_and_a_position_of_another_time_is_refused() {
    try (Reader reader = reader(EVENTS + "?kinds=endpoint.test", "")) {
      reader.begun();
      String endpoint =
          admin.post("/api/v1/endpoints", "{\"url\": \"https://shop.example/x\"}").at("id");
      admin.post("/api/v1/endpoints/" + endpoint + "/test", "");

      assertThat(reader.atLeast(1)).extracting(Heard::event).containsExactly("endpoint.test");
    }
    for (String wrong :
        List.of("x", "0.5:3:", "0.1:2:7", "0.99999999999:99999999999:", "9999.1:1:")) {
      assertThat(admin.get(EVENTS + "?wait=0&after=" + wrong).status()).as(wrong).isEqualTo(422);
    }
    assertThat(admin.get(EVENTS + "?kinds=nonsense").status()).isEqualTo(422);
  }
}
