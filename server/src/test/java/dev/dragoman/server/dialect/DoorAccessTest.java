package dev.dragoman.server.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.dialect.Decisions.Rule;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.http.Route;
import dev.dragoman.server.http.SocketRoute;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.people.Credential.Kind;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Socket;
import dev.dragoman.server.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every route of every door but the native API's (which `api.AccessTest` holds against its
/// document) with every kind of key, with none, with garbage, revoked and expired ones, and with
/// those of another workspace. A route nobody decided on here fails the test.
@ExtendWith(TestServer.Extension.class)
class DoorAccessTest {
  private static final Map<String, Rule> RULES = Decisions.all();
  private static final String NATIVE = "/api/v1";

  private final TestServer server;

  DoorAccessTest(TestServer server) {
    this.server = server;
  }

  private static boolean isNative(Door door) {
    return door.prefix().equals(NATIVE);
  }

  @Test
  void every_route_is_decided_on() {
    Set<String> routes = new TreeSet<>();
    for (Door door : server.doors()) {
      if (!isNative(door)) {
        for (Route route : door.routes()) {
          routes.add(route.method() + " " + door.prefix() + route.path());
        }
      }
    }
    assertThat(routes).isEqualTo(RULES.keySet());
  }

  @Test
  void each_kind_of_key_opens_what_is_decided_and_nothing_else() {
    Tenancy tenancy = Tenancy.in(server);
    RULES.forEach(
        (route, rule) -> {
          assertThat(asked(route, rule, "", tenancy.names()).status())
              .as(route + " without a key")
              .isEqualTo(rule.bare());
          refusesBadKeys(route, rule, tenancy);
          tenancy
              .keys()
              .forEach(
                  (kind, key) -> {
                    if (rule.opens().contains(kind) && closesRoom(route)) {
                      tenancy.openRoom();
                    }
                    Answer answer = asked(route, rule, key, tenancy.names());
                    assertThat(answer.status())
                        .as("%s with %s: %s", route, kind, answer.text())
                        .isEqualTo(rule.opens().contains(kind) ? rule.good() : rule.wrong());
                  });
        });
  }

  private static boolean closesRoom(String route) {
    return route.contains("live-handler") || route.contains("/human/");
  }

  /// Keys that were never good, or are no more.
  private void refusesBadKeys(String route, Rule rule, Tenancy tenancy) {
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("garbage", "dg_" + "0".repeat(48));
    bad.put("nonsense", "\u007f../..' or 1=1--");
    for (Kind kind : rule.opens()) {
      if (kind != Kind.AGENT && kind != Kind.INTERLOCUTOR) {
        bad.put("revoked " + kind, tenancy.revoked(kind));
        bad.put("expired " + kind, tenancy.expired(kind));
      }
    }
    boolean asksForNone = rule.opens().size() == Kind.values().length;
    int unknown = asksForNone ? rule.good() : 401;
    bad.forEach(
        (what, key) ->
            assertThat(asked(route, rule, key.replace("\u007f", ""), tenancy.names()).status())
                .as("%s with a key that is %s", route, what)
                .isEqualTo(unknown));
  }

  @Test
  void ids_of_another_workspace_are_answered_as_unknown_ones() {
    Tenancy tenancy = Tenancy.in(server);
    Tenancy stranger = Tenancy.in(server);
    long before = rows(tenancy);
    RULES.forEach(
        (route, rule) -> {
          if (rule.hasIds()) {
            for (Kind kind : rule.opens()) {
              String key = stranger.keys().get(kind);
              for (String name : Tenancy.NOBODY.keySet()) {
                strange(route, rule, key, name, tenancy, stranger);
              }
              Answer all = asked(route, rule, key, tenancy.names());
              Answer none = asked(route, rule, key, Tenancy.NOBODY);
              assertThat(all.status()).as(route).isEqualTo(none.status());
            }
          }
        });
    assertThat(rows(tenancy)).isEqualTo(before);
  }

  /// One id is somebody else's, or nobody's; all others are the stranger's own.
  private void strange(
      String route, Rule rule, String key, String name, Tenancy tenancy, Tenancy stranger) {
    if (!(rule.path() + rule.body()).contains("⟨" + name + "⟩")) {
      return;
    }
    Answer theirs = asked(route, rule, key, with(stranger, name, tenancy.names().get(name)));
    Answer nobodys = asked(route, rule, key, with(stranger, name, Tenancy.NOBODY.get(name)));
    assertThat(theirs.status()).as("%s with another's %s", route, name).isEqualTo(nobodys.status());
    assertThat(theirs.text())
        .as("%s with another's %s", route, name)
        .isEqualTo(nobodys.text().replace(Tenancy.NOBODY.get(name), tenancy.names().get(name)));
    boolean asksForNone = rule.opens().size() == Kind.values().length;
    boolean changedNothing = theirs.text().equals("{\"affectCount\":0}");
    assertThat(theirs.status() >= 400 || asksForNone || changedNothing)
        .as(route + ": " + theirs.text())
        .isTrue();
  }

  private static Map<String, String> with(Tenancy stranger, String name, String id) {
    Map<String, String> names = new LinkedHashMap<>(stranger.names());
    names.put(name, id);
    return names;
  }

  private long rows(Tenancy tenancy) {
    String workspace =
        "(select workspace from bot where id = '" + tenancy.names().get("bot") + "')";
    return server.number(
        "select (select count(*) from leg where workspace = w) + (select count(*) from contact"
            + " where workspace = w) + (select count(*) from address where workspace = w)"
            + " from "
            + workspace
            + " as one(w)");
  }

  private Answer asked(String route, Rule rule, String key, Map<String, String> names) {
    return Decisions.asked(server.client(), route, rule, key, names);
  }

  @Test
  void every_socket_opens_with_the_interlocutors_own_token_only() {
    Tenancy tenancy = Tenancy.in(server);
    Tenancy stranger = Tenancy.in(server);
    Set<String> sockets = new TreeSet<>();
    for (Door door : server.doors()) {
      for (SocketRoute route : door.sockets()) {
        sockets.add(door.prefix() + route.path());
      }
    }
    assertThat(sockets).containsExactly("/clustaar/socket/websocket", "/clustaar/websocket");
    for (String path : sockets) {
      String own = tenancy.names().get("socketToken");
      assertThat(join(path, tenancy, tenancy, own)).contains("\"status\":\"ok\"");
      String refused = join(path, tenancy, tenancy, "");
      assertThat(refused).contains("\"reason\":\"unauthorized\"");
      for (String key : tenancy.keys().values()) {
        assertThat(join(path, tenancy, tenancy, key)).isEqualTo(refused);
      }
      assertThat(join(path, tenancy, tenancy, stranger.names().get("socketToken")))
          .isEqualTo(refused);
      assertThat(join(path, tenancy, stranger, own)).isEqualTo(refused);
    }
  }

  /// Joins the interlocutor of one as one of the bot of another.
  private String join(String path, Tenancy of, Tenancy bot, String token) {
    try (Socket socket = Socket.open(server.url() + path + "?vsn=2.0.0")) {
      Value params =
          Value.Obj.builder()
              .put("bot_id", bot.names().get("bot"))
              .put("socketToken", token)
              .build();
      String topic = "interlocutor:" + of.names().get("interlocutor");
      socket.send(
          "[\"1\",\"1\",\"%s\",\"phx_join\",%s]"
              .formatted(topic, new String(Json.write(params), StandardCharsets.UTF_8)));
      return socket.next();
    }
  }
}
