package dev.dragoman.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.api.Conformity.Documented;
import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.testing.Hostile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every operation of the native API with input nobody means well with: a problem document that is
/// documented, never a fault of the server, never a trace; what is no JSON writes nothing.
@ExtendWith(ServerUnderTest.class)
class HostileInputTest extends Asking {
  private static final Map<String, List<String>> RICH =
      Map.of(
          "NewGroup",
          List.of(
              """
              {"name": "⟨new⟩", "hours": {"zone": "Europe/Madrid",
                "week": [{"day": "mon", "from": "09:00", "to": "18:00"}]},
               "triggers": {"longestWait": 3600, "agentSilence": {"after": 300, "then": "requeue"},
                "contactSilence": {"reminders": [{"after": 120, "text": "Are you there?"}],
                  "closeAfter": 300, "farewell": "Goodbye"}}}\
              """),
          "NewAgent",
          List.of(
              """
              {"name": "Ana", "nickname": "A", "email": "a@b.example", "capacity": 3,
               "groups": [⟨group⟩]}\
              """),
          "NewEndpoint",
          List.of(
              """
              {"url": "https://shop.example/hook", "name": "n", "kinds": ["message.sent"],
               "schedule": [0, 5], "auth": {"type": "basic", "user": "a", "password": "b"}}\
              """,
              """
              {"url": "https://shop.example/hook", "dialect": "aivo", "settings": {"a": "b"},
               "auth": {"type": "headers", "headers": {"X-A": "b"}}}\
              """),
          "AddressedInput",
          List.of(
              """
              {"peer": {"user": "bob", "thread": 1}, "attributes": {"firstName": "Bob"},
               "language": "en", "input": {"type": "text", "text": "hello",
               "attachments": [{"url": "https://a.example/b.png"}]}}\
              """,
              """
              {"peer": {"phone": "+573001234567"},
               "input": {"type": "event", "name": "seen", "values": {"a": 1}}}\
              """,
              """
              {"peer": {"email": "a@b.example"},
               "input": {"type": "go", "story": "order", "step": "size"}}\
              """),
          "Redelivery",
          List.of("{\"endpoint\": \"⟨endpoint⟩\", \"positions\": {\"from\": 1, \"to\": 2}}"));

  private interface Each {
    void take(Documented one, String path, String body);
  }

  private void operations(RunningServer server, Each each) {
    aTenant(server);
    for (Documented one : tenant.admin().document().operations()) {
      if (!one.id().equals("makeWorkspace") && !one.id().equals("listWorkspaces")) {
        each.take(one, path(one), one.bodySchema().map(this::body).orElse(null));
      }
    }
  }

  /// Held against the document by the client, and no fault of the server.
  private Client.Answer holds(String what, Client.Answer answer) {
    assertThat(answer.status()).as("%s: %s", what, answer.raw().body()).isLessThan(500);
    assertThat(answer.raw().body())
        .as(what)
        .doesNotContain("dev.dragoman")
        .doesNotContain("Exception")
        .doesNotContain("org.postgresql");
    return answer;
  }

  private long rows(RunningServer server) {
    return server.number(
        "select (select count(*) from leg) + (select count(*) from contact)"
            + " + (select count(*) from address) + (select count(*) from room)"
            + " + (select count(*) from api_key) + (select count(*) from agent)");
  }

  @Test
  void whatIsNoJsonIsRefusedAndNothingIsWritten(RunningServer server) {
    operations(
        server,
        (one, path, body) -> {
          if (body != null) {
            long before = rows(server);
            Hostile.unreadable()
                .forEach(
                    (what, bytes) -> {
                      Client.Answer answer = tenant.admin().send(one.method(), path, bytes);
                      String of = one.id() + " with " + what;
                      assertThat(holds(of, answer).status())
                          .as(of + ": " + answer.raw().body())
                          .isEqualTo(400);
                    });
            Client.Answer much = tenant.admin().send(one.method(), path, new byte[30_000_000]);
            assertThat(holds(one.id(), much).status()).isEqualTo(413);
            assertThat(rows(server)).as(one.id()).isEqualTo(before);
          }
        });
  }

  @Test
  void anotherJsonThanWasAskedForIsNeverAFaultOfTheServer(RunningServer server) {
    operations(
        server,
        (one, path, body) -> {
          if (body != null) {
            List<String> bodies = new ArrayList<>(List.of(body));
            RICH.getOrDefault(one.bodySchema().orElseThrow(), List.of()).stream()
                .map(this::filled)
                .forEach(bodies::add);
            for (String good : bodies) {
              Hostile.altered(good)
                  .forEach(
                      (what, bytes) ->
                          forget(
                              one,
                              holds(
                                  one.id() + " with " + what,
                                  tenant.admin().send(one.method(), path, bytes))));
            }
          }
        });
  }

  /// There is a most of them, and all shall be read.
  private void forget(Documented one, Client.Answer answer) {
    if (answer.status() == 201 && one.id().equals("makeEndpoint")) {
      tenant.admin().delete("/endpoints/" + answer.text("id"));
    }
  }

  private String filled(String body) {
    return body.replace("⟨group⟩", Integer.toString(group))
        .replace("⟨endpoint⟩", endpoint)
        .replace("⟨new⟩", "group " + ++made);
  }

  @Test
  void strangeIdsQueriesAndHeadersAreNeverAFaultOfTheServer(RunningServer server) {
    List<String> strange =
        List.of(
            "%00",
            "%ff",
            "..%2f..%2fetc",
            "%F0%9F%98%80",
            "-1",
            "99999999999999999999",
            "%20",
            "x".repeat(900));
    operations(
        server,
        (one, path, body) -> {
          byte[] bytes = body == null ? null : body.getBytes(UTF_8);
          for (String odd : strange) {
            String quoted = java.util.regex.Matcher.quoteReplacement(odd);
            String ids = path.replaceAll("[0-9a-f]{8,}(-[0-9a-f-]+)?", quoted);
            if (!ids.equals(path)) {
              holds(one.id() + " at " + odd, tenant.admin().send(one.method(), ids, bytes));
            }
            for (String query : one.queries()) {
              String wait = one.id().startsWith("stream") && !query.equals("wait") ? "wait=0&" : "";
              String asked = path.replaceAll("\\?.*", "") + "?" + wait + query + "=" + odd;
              holds(one.id() + " asking " + query, tenant.admin().send(one.method(), asked, bytes));
            }
          }
          for (String header : List.of("Idempotency-Key", "If-Match", "Last-Event-ID")) {
            for (String odd : List.of("a b", "é", "\"", "*", "x".repeat(2_000))) {
              Map<String, String> sent = Map.of(header, odd);
              String once = path(one);
              holds(one.id() + " " + header, tenant.admin().ask(one.method(), once, body, sent));
            }
          }
        });
  }

  @Test
  void legalUnicodeComesBackByteForByte(RunningServer server) {
    aTenant(server);
    for (String text :
        List.of("😀👩‍👩‍👧", "שלום עולם", "e\u0301 é", "\u202eabc\u202c", "𝒳\u2028")) {
      String said = Tenant.said("uni", text);
      Client.Answer turn = tenant.admin().post("/bots/" + tenant.bot() + "/inputs", said);
      String read =
          tenant
              .admin()
              .get("/conversations/" + turn.text("conversation") + "/transcript")
              .raw()
              .body();
      assertThat(read).contains(text);
    }
  }
}
