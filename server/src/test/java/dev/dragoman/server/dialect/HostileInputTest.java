package dev.dragoman.server.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.dialect.Decisions.Rule;
import dev.dragoman.server.people.Credential.Kind;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Hostile;
import dev.dragoman.server.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every route of the four dialects with input nobody means well with: an error of the caller in
/// the dialect's own form, never one of the server, never a trace, and nothing written.
@ExtendWith(TestServer.Extension.class)
class HostileInputTest {
  private static final byte[] HUGE = new byte[30_000_000];

  private final TestServer server;
  private final Tenancy tenancy;

  HostileInputTest(TestServer server) {
    this.server = server;
    this.tenancy = Tenancy.in(server);
  }

  private interface Each {
    void take(String route, Rule rule, Client client);
  }

  /// The routes of the dialects, each with a client that is let in.
  private void routes(Each each) {
    Decisions.all()
        .forEach(
            (route, rule) -> {
              if (rule.opens().size() < Kind.values().length) {
                Kind kind = rule.opens().iterator().next();
                Client client = server.client();
                each.take(
                    route,
                    rule,
                    rule.keyInBody() ? client : client.bearer(tenancy.keys().get(kind)));
              }
            });
  }

  private String path(Rule rule) {
    return Tenancy.filled(rule.path(), tenancy.names());
  }

  private String body(Rule rule) {
    String key = rule.keyInBody() ? tenancy.keys().get(rule.opens().iterator().next()) : "";
    return Tenancy.filled(rule.body(), tenancy.names()).replace("⟨key⟩", key);
  }

  private static String method(String route) {
    return route.substring(0, route.indexOf(' '));
  }

  private static boolean reads(Rule rule) {
    return rule.body() != null && rule.good() < 400;
  }

  private static Answer holds(String what, Answer answer) {
    assertThat(answer.status()).as("%s: %s", what, answer.text()).isLessThan(500);
    assertThat(answer.text())
        .as(what)
        .doesNotContain("dev.dragoman")
        .doesNotContain("Exception")
        .doesNotContain("org.postgresql")
        .doesNotContain("\tat ");
    if (answer.status() >= 400) {
      assertThat(answer.header("content-type"))
          .as(what)
          .hasValue("application/json; charset=utf-8");
      assertThat(answer.json().members()).as(what).isNotEmpty();
    }
    return answer;
  }

  private long rows() {
    return server.number(
        "select (select count(*) from leg) + (select count(*) from contact)"
            + " + (select count(*) from address) + (select count(*) from room)"
            + " + (select count(*) from input_id) + (select count(*) from api_key)");
  }

  @Test
  void what_is_no_json_is_refused_and_nothing_is_written() {
    Map<String, byte[]> bodies = Hostile.unreadable();
    long before = rows();
    routes(
        (route, rule, client) -> {
          if (reads(rule)) {
            bodies.forEach(
                (what, body) -> {
                  String of = route + " with " + what;
                  Answer answer = holds(of, client.send(method(route), path(rule), body));
                  assertThat(answer.status()).as(of + ": " + answer.text()).isEqualTo(400);
                });
          }
        });
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void too_much_and_other_content_types_are_refused_and_nothing_is_written() {
    long before = rows();
    routes(
        (route, rule, client) -> {
          if (reads(rule)) {
            String of = route + " with 30 MB";
            int status = holds(of, client.send(method(route), path(rule), HUGE)).status();
            // Messages of gptbots may carry files of that size; this one is no JSON.
            assertThat(status).as(of).isEqualTo(of.contains("conversation/message") ? 400 : 413);
            for (String type : List.of("text/plain", "application/xml", "multipart/form-data")) {
              Client other = client.with("Content-Type", type);
              byte[] body = body(rule).getBytes(UTF_8);
              Answer answer =
                  holds(route + " as " + type, other.send(method(route), path(rule), body));
              assertThat(answer.status()).as(route + " as " + type).isEqualTo(415);
            }
          }
        });
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void another_json_than_was_asked_for_is_never_a_fault_of_the_server() {
    routes(
        (route, rule, client) -> {
          if (reads(rule)) {
            Hostile.altered(body(rule))
                .forEach(
                    (what, body) ->
                        holds(
                            route + " with " + what, client.send(method(route), path(rule), body)));
          }
        });
  }

  @Test
  void strange_ids_queries_and_headers_are_never_a_fault_of_the_server() {
    List<String> strange =
        List.of(
            "%00",
            "%ff",
            "%ed%a0%80",
            "..%2f..%2fetc",
            "%F0%9F%98%80",
            "-1",
            "99999999999999999999",
            "x".repeat(400),
            "'%20or%201=1--",
            "%20",
            "");
    routes(
        (route, rule, client) -> {
          byte[] body = rule.body() == null ? new byte[0] : body(rule).getBytes(UTF_8);
          String pattern = rule.path();
          for (String one : strange) {
            String ids =
                pattern.replaceAll("⟨[a-z]+⟩", java.util.regex.Matcher.quoteReplacement(one));
            holds(route + " at " + one, client.send(method(route), ids, body));
            String queries =
                path(rule)
                    .replaceAll("=[^&]*", "=" + java.util.regex.Matcher.quoteReplacement(one));
            holds(route + " asking " + one, client.send(method(route), queries, body));
          }
          for (String key : List.of("a b", "x".repeat(300), "é", "\u00ff")) {
            Client repeating = client.with("Idempotency-Key", key);
            holds(route + " repeating " + key, repeating.send(method(route), path(rule), body));
          }
        });
  }
}
