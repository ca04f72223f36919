package dev.dragoman.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.app.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What each route does, good and bad. Every answer is also held against the document.
@ExtendWith(ServerUnderTest.class)
class ApiTest {
  private Tenant tenant;
  private Client admin;
  private String bot;

  @BeforeEach
  void aTenant(RunningServer server) {
    tenant = Tenant.in(server);
    admin = tenant.admin();
    bot = tenant.bot();
  }

  @Test
  void aContactIsAnsweredByTheBot() {
    Client.Answer first = tenant.says("ana", "I want a pizza");
    assertThat(first.text("messages", 0, "action", "text")).isEqualTo("What size, Ana?");
    assertThat(first.text("holder")).isEqualTo("bot");
    Client.Answer second = tenant.says("ana", "large please");
    assertThat(second.text("conversation")).isEqualTo(first.text("conversation"));
    assertThat(second.size("messages")).isEqualTo(2);
    assertThat(second.text("messages", 1, "action", "text"))
        .isEqualTo("Your Large pizza is coming.");
    assertThat(second.number("sequence")).isGreaterThan(first.number("sequence"));
    assertThat(admin.fetch("/metrics").raw().body())
        .contains("dragoman_turns_seconds_count{door=\"api\",outcome=\"committed\"}");
  }

  @Test
  void theSameKeyDrivesOneTurn() {
    String body = Tenant.said("ana", "I want a pizza");
    String path = "/bots/" + bot + "/inputs";
    Client.Answer first = admin.post(path, body, "once");
    Client.Answer again = admin.post(path, body, "once");
    assertThat(again.text("turn")).isEqualTo(first.text("turn"));
    assertThat(again.at("messages")).isEqualTo(first.at("messages"));
    assertThat(again.at("repeated")).isEqualTo(Value.Bool.TRUE);
    Client.Answer other = admin.post(path, Tenant.said("ana", "something else"), "once");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("errors", 0, "path")).isEqualTo("Idempotency-Key");
    assertThat(admin.post(path, body, "k".repeat(256)).status()).isEqualTo(422);
  }

  @Test
  void peopleHaveThreeKindsOfNames() {
    String path = "/bots/" + bot + "/inputs";
    String input = "\"input\": {\"type\": \"event\", \"name\": \"opened\"}";
    List<String> contacts = new ArrayList<>();
    for (String peer :
        List.of("\"user\": \"7\"", "\"anonymous\": \"7\"", "\"phone\": \"+34 600 12 34 56\"")) {
      contacts.add(admin.post(path, "{\"peer\": {%s}, %s}".formatted(peer, input)).text("contact"));
    }
    assertThat(contacts).doesNotHaveDuplicates();
    Client.Answer thread =
        admin.post(path, "{\"peer\": {\"user\": \"7\"}, \"thread\": 1, %s}".formatted(input));
    assertThat(thread.text("contact")).isEqualTo(contacts.getFirst());
    assertThat(admin.get("/conversations?contact=" + contacts.getFirst()).size("data"))
        .isEqualTo(2);
    assertThat(Tenant.json(admin.get("/contacts/" + contacts.get(2)).at("identities")))
        .isEqualTo("{\"phone\":\"+34600123456\"}");
  }

  @Test
  void everyDefectOfAnInputIsNamedAtOnce() {
    Client.Answer answer =
        admin.post(
            "/bots/" + bot + "/inputs",
            """
            {"peer": {"user": "a", "phone": "12"}, "thread": -1, "extra": 1,
             "attributes": {"not a word": 1},
             "input": {"type": "goTo", "target": {"type": "nowhere"}}}""");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(paths(answer))
        .containsExactlyInAnyOrder(
            "peer", "thread", "attributes[\"not a word\"]", "input.target.type", "extra");
  }

  private static List<String> paths(Client.Answer answer) {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < answer.size("errors"); i++) {
      paths.add(answer.text("errors", i, "path"));
    }
    return paths;
  }

  @Test
  void aConversationIsSteeredFromOutside() {
    String id = tenant.says("ana", "I want a pizza").text("conversation");
    String path = "/conversations/" + id;
    assertThat(admin.post(path + "/values", "{\"values\": {\"table\": 7}}").status())
        .isEqualTo(200);
    assertThat(admin.post(path + "/pause", null).text("holder")).isEqualTo("paused");
    assertThat(tenant.says("ana", "small").size("messages")).isZero();
    assertThat(admin.post(path + "/release", null).text("holder")).isEqualTo("bot");
    assertThat(admin.get(path).number("session", "values", "table")).isEqualTo(7);
    assertThat(admin.post(path + "/close", "{}").text("holder")).isEqualTo("ended");
    Client.Answer lost =
        admin.post(
            path + "/inputs",
            """
            {"input": {"type": "goTo", "target": {"type": "step", "id": "%s"}}}"""
                .formatted(id));
    assertThat(lost.status()).isEqualTo(422);
    assertThat(admin.post("/conversations/" + bot + "/close", null).status()).isEqualTo(404);
  }

  @Test
  void theTranscriptIsReadPageByPage() {
    String id = tenant.says("ana", "I want a pizza").text("conversation");
    tenant.says("ana", "large please");
    String path = "/conversations/" + id + "/transcript";
    Value whole = admin.get(path).at("data");
    assertThat(((Value.List) whole).size()).isEqualTo(5);
    assertThat(pages(path, 2)).isEqualTo(((Value.List) whole).items());
    assertThat(pages(path, 1)).isEqualTo(((Value.List) whole).items());
    assertThat(admin.get(path + "?cursor=nonsense").status()).isEqualTo(422);
    assertThat(admin.get(path + "?limit=201").status()).isEqualTo(422);
  }

  private List<Value> pages(String path, int limit) {
    List<Value> all = new ArrayList<>();
    Client.Answer page = admin.get(path + "?limit=" + limit);
    while (true) {
      assertThat(page.size("data")).isLessThanOrEqualTo(limit);
      all.addAll(((Value.List) page.at("data")).items());
      if (page.at("next") instanceof Value.Null) {
        return all;
      }
      page = admin.get(path + "?limit=" + limit + "&cursor=" + page.text("next"));
    }
  }

  @Test
  void listsArePagedWithoutGapOrRepeat() {
    for (int i = 0; i < 5; i++) {
      tenant.says("user" + i, "I want a pizza");
    }
    for (String path : List.of("/contacts", "/conversations", "/bots", "/keys")) {
      Value whole = admin.get(path).at("data");
      assertThat(pages(path, 2)).as(path).isEqualTo(((Value.List) whole).items());
    }
    assertThat(admin.get("/contacts").size("data")).isEqualTo(5);
    assertThat(admin.get("/conversations?bot=" + bot).size("data")).isEqualTo(5);
    assertThat(admin.get("/conversations?bot=" + "0".repeat(24)).size("data")).isZero();
    assertThat(admin.get("/conversations?bot=x").status()).isEqualTo(422);
  }

  @Test
  void eachReplySaysWhy() {
    String id = tenant.says("ana", "I want a pizza").text("conversation");
    String turn = tenant.says("ana", "large please").text("turn");
    Client.Answer all = admin.get("/conversations/" + id + "/why");
    assertThat(all.text("data", 0, "tried", 0, "rule")).isEqualTo("exact_example");
    assertThat(all.text("data", 0, "understood", "intents", 0, "name")).isEqualTo("order");
    assertThat(all.text("data", 0, "nearestMiss", "name")).isEqualTo("hours");
    Client.Answer one = admin.get("/conversations/" + id + "/why/" + turn);
    assertThat(one.at("legs", 0)).isEqualTo(all.at("data", 1));
    assertThat(one.text("legs", 0, "stepBefore", "name")).isEqualTo("size");
    assertThat(one.text("legs", 0, "source", "name")).isEqualTo("done");
    assertThat(one.text("legs", 0, "tried", 1, "conditions", 0, "condition", "expected"))
        .isEqualTo("Large");
    tenant.says("ana", "qwe zxc");
    Client.Answer later = admin.get("/conversations/" + id + "/why?limit=1&cursor=" + cursor(id));
    assertThat(later.text("data", 0, "fallbacks", 0)).isEqualTo("silent");
    assertThat(later.text("data", 0, "stepBefore", "name")).isEqualTo("done");
    assertThat(admin.get("/conversations/" + id + "/why/" + bot).status()).isEqualTo(404);
  }

  private String cursor(String id) {
    return admin.get("/conversations/" + id + "/why?limit=2").text("next");
  }

  @Test
  void aBotIsPublishedAndRolledBack() {
    String file = Tenant.PIZZA.replace("bot: pizza", "bot: other");
    String id = admin.post("/bots", Tenant.files(file)).text("id");
    Client.Answer second =
        admin.post("/bots", Tenant.files(file.replace("We open at ten.", "At nine.")));
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.number("version")).isEqualTo(2);
    assertThat(admin.get("/bots/" + id).number("publishedVersion")).isEqualTo(2);
    assertThat(admin.get("/bots/" + id + "/versions").size("data")).isEqualTo(2);
    assertThat(admin.get("/bots/" + id + "/versions?limit=1").number("data", 0, "version"))
        .isEqualTo(2);
    assertThat(admin.get("/bots/" + id + "/versions/1").text("files", "bot.yaml")).isEqualTo(file);
    assertThat(admin.get("/bots/" + id + "/versions/3").status()).isEqualTo(404);
    assertThat(hours(id)).isEqualTo("At nine.");
    Client.Answer back = admin.post("/bots/" + id + "/rollback", "{\"version\": 1}");
    assertThat(back.number("publishedVersion")).isEqualTo(1);
    assertThat(hours(id)).isEqualTo("We open at ten.");
    assertThat(admin.post("/bots/" + id + "/rollback", "{\"version\": 9}").status()).isEqualTo(422);
    assertThat(admin.post("/bots/" + "0".repeat(24) + "/rollback", "{\"version\": 1}").status())
        .isEqualTo(404);
  }

  private int asked;

  private String hours(String id) {
    asked++;
    String body = Tenant.said("visitor" + asked, "opening hours");
    return admin.post("/bots/" + id + "/inputs", body).text("messages", 0, "action", "text");
  }

  @Test
  void defectsAreAllNamedAndNothingIsPublished() {
    String file = admin.get("/bots/" + bot + "/versions/1").text("files", "bot.yaml");
    String broken = file.replace("go: large", "go: lage").replace("language: en", "languag: en");
    Client.Answer checked = admin.post("/bots/check", Tenant.files(broken));
    assertThat(checked.status()).isEqualTo(200);
    assertThat(checked.size("defects")).isGreaterThan(1);
    Client.Answer refused = admin.post("/bots", Tenant.files(broken));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("defects")).isEqualTo(checked.at("defects"));
    assertThat(refused.number("defects", 0, "line")).isPositive();
    assertThat(admin.get("/bots/" + bot).number("publishedVersion")).isEqualTo(1);
    assertThat(admin.post("/bots/check", Tenant.files(file)).size("defects")).isZero();
    assertThat(admin.post("/bots", "{\"files\": {\"../x\": \"\"}}").status()).isEqualTo(422);
    assertThat(admin.post("/bots", "{\"files\": {}}").status()).isEqualTo(422);
  }

  @Test
  void whatIsProvedAboutAGoodFileIsRefusedWithTheWayToIt() {
    String file = admin.get("/bots/" + bot + "/versions/1").text("files", "bot.yaml");
    String unreached = file + "      alone: { say: never }\n";
    Client.Answer refused = admin.post("/bots", Tenant.files(unreached));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("defects", 0, "code")).isEqualTo("unreachable-step");
    assertThat(refused.text("defects", 0, "severity")).isEqualTo("error");
    assertThat(refused.number("defects", 0, "line")).isEqualTo(file.lines().count() + 1);
    assertThat(refused.size("errors")).isEqualTo(1);
    assertThat(admin.get("/bots/" + bot).number("publishedVersion")).isEqualTo(1);
  }

  @Test
  void aNumberOfSomebodyElseIsRefusedByName(RunningServer server) {
    String file = "bot: numbered\nnumber: 4711\n" + Tenant.PIZZA.replace("bot: pizza\n", "");
    assertThat(admin.post("/bots", Tenant.files(file)).status()).isEqualTo(201);
    Client.Answer taken = Tenant.in(server).admin().post("/bots", Tenant.files(file));
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.text("detail")).contains("4711");
  }

  @Test
  void contactsAreChangedAndExported() {
    String contact = tenant.says("ana", "I want a pizza").text("contact");
    String path = "/contacts/" + contact;
    Client.Answer changed =
        admin.patch(path, "{\"attributes\": {\"age\": 41, \"firstName\": null}}");
    assertThat(Tenant.json(changed.at("attributes"))).isEqualTo("{\"age\":41}");
    assertThat(admin.patch(path, "{\"attributes\": {\"a b\": 1}}").status()).isEqualTo(422);
    assertThat(admin.patch(path, "{}").status()).isEqualTo(422);
    assertThat(admin.patch("/contacts/" + bot, "{\"attributes\": {}}").status()).isEqualTo(404);
    Client.Answer export = admin.get(path + "/export");
    assertThat(export.number("contact", "attributes", "age")).isEqualTo(41);
    assertThat(export.text("conversations", 0, "transcript", 0, "input", "text"))
        .isEqualTo("I want a pizza");
  }

  @Test
  void keysAreShownOnceImportedAndEnded() {
    Client.Answer made = admin.post("/keys", "{\"kind\": \"reader\", \"name\": \"report\"}");
    Client reader = admin.with(made.text("key"));
    assertThat(reader.get("/bots").status()).isEqualTo(200);
    assertThat(admin.get("/keys").raw().body()).doesNotContain(made.text("key"));
    assertThat(admin.delete("/keys/" + made.text("id")).status()).isEqualTo(204);
    assertThat(reader.get("/bots").status()).isEqualTo(401);
    assertThat(admin.delete("/keys/" + made.text("id")).status()).isEqualTo(404);
    String imported = "{\"kind\": \"reader\", \"key\": \"imported-%s\"}".formatted(bot);
    assertThat(admin.post("/keys", imported).text("key")).isEqualTo("imported-" + bot);
    assertThat(admin.with("imported-" + bot).get("/bots").status()).isEqualTo(200);
    assertThat(admin.post("/keys", imported).status()).isEqualTo(409);
  }

  @Test
  void keysHaveAScopeAndAnEnd() {
    assertThat(admin.post("/keys", "{\"kind\": \"bot_key\"}").status()).isEqualTo(422);
    assertThat(admin.post("/keys", "{\"kind\": \"king\"}").status()).isEqualTo(422);
    assertThat(
            admin.post("/keys", "{\"kind\": \"admin\", \"bot\": \"%s\"}".formatted(bot)).status())
        .isEqualTo(422);
    String strange = "{\"kind\": \"channel\", \"bot\": \"%s\"}".formatted("0".repeat(24));
    assertThat(admin.post("/keys", strange).status()).isEqualTo(422);
    String past = "{\"kind\": \"reader\", \"expiresAt\": \"2020-01-01T00:00:00Z\"}";
    assertThat(admin.post("/keys", past).status()).isEqualTo(422);
    String future = "{\"kind\": \"reader\", \"expiresAt\": \"2100-01-01T00:00:00Z\"}";
    assertThat(admin.post("/keys", future).text("expiresAt")).isEqualTo("2100-01-01T00:00:00Z");
  }

  @Test
  void badRequestsAreNeverAFaultOfTheServer() {
    assertThat(admin.post("/bots", "{").status()).isEqualTo(400);
    assertThat(admin.post("/bots", "[]").status()).isEqualTo(422);
    assertThat(admin.post("/bots", "{\"files\": \"" + "x".repeat(1_100_000) + "\"}").status())
        .isEqualTo(413);
    assertThat(admin.ask("POST", "/bots", "files", Map.of("Content-Type", "text/plain")).status())
        .isEqualTo(415);
    assertThat(admin.get("/nothing").status()).isEqualTo(404);
    Client.Answer method = admin.delete("/bots");
    assertThat(method.status()).isEqualTo(405);
    assertThat(method.raw().headers().firstValue("Allow").orElse("").split(", "))
        .containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS", "POST");
    assertThat(admin.get("/contacts/UPPER").status()).isEqualTo(404);
    assertThat(admin.post("/workspaces", "{\"name\": \"x\"}").status()).isEqualTo(403);
  }
}
