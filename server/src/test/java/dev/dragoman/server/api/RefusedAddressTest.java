package dev.dragoman.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.app.RunningServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Addresses that an installation allowed once are refused when they are saved and when they are
/// called, in the same words.
class RefusedAddressTest {
  private static final String ALLOWED =
      "127.0.0.0/8,10.0.0.0/8,169.254.0.0/16,100.64.0.0/10,::1/128,fd00::/8,64:ff9b::/96";
  private static final List<String> URLS =
      List.of(
          "http://127.0.0.1:9/hook",
          "http://localhost:9/hook",
          "http://10.0.0.1:9/hook",
          "http://169.254.169.254/latest/meta-data",
          "http://100.64.0.1:9/hook",
          "http://[::1]:9/hook",
          "http://[fd00::1]:9/hook");
  private static final String HOOKED =
      """
      bot: hooked
      language: en
      settings: { webhook: "http://10.0.0.1:9/hook" }
      stories:
        asks:
          on: general-fallback
          steps: { ask: { webhook: true, say: "Hello" } }
      """;

  @TempDir static Path directory;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.start(directory, "--egress.allow", ALLOWED);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Client admin() {
    return Client.of(server.url(), RunningServer.ADMIN_KEY);
  }

  private static Client.Answer saving(String url) {
    return admin().post("/endpoints", "{\"url\": \"" + url + "\"}");
  }

  @Test
  void whatIsNoLongerAllowedIsRefusedInTheWordsOfSaving() {
    Map<String, String> saved = new HashMap<>();
    for (String url : URLS) {
      saved.put(url, saving(url).text("id"));
    }
    String bot = admin().post("/bots", Tenant.files(HOOKED)).text("id");
    server.restart("--egress.allow", "192.0.2.1/32");
    for (String url : URLS) {
      Client.Answer refused = saving(url);
      assertThat(refused.status()).as(url).isEqualTo(422);
      String words = refused.text("errors", 0, "message");
      assertThat(words).as(url).contains("that is not called from here (");
      Client.Answer changed =
          admin().patch("/endpoints/" + saved.get(url), "{\"url\": \"" + url + "\"}");
      assertThat(changed.text("errors", 0, "message")).isEqualTo(words);
      assertThat(line(bot, url).text("errors", 0, "message")).isEqualTo(words);
      assertThat(called(saved.get(url))).as(url).isEqualTo(words);
    }
    String words = saving("http://10.0.0.1:9/hook").text("errors", 0, "message");
    assertThat(whyOfTurn(bot)).contains(words);
  }

  /// A line at a provider of that address.
  private static Client.Answer line(String bot, String url) {
    String body =
        """
        {"kind": "whatsapp", "bot": "%s", "phone": "+573001200001", "line": "100001",
         "token": "t", "appSecret": "s", "verifyToken": "v", "baseUrl": "%s"}\
        """
            .formatted(bot, url);
    Client.Answer answer = admin().post("/channels", body);
    assertThat(answer.status()).as(url).isEqualTo(422);
    assertThat(answer.text("errors", 0, "path")).isEqualTo("baseUrl");
    return answer;
  }

  /// What the ledger says of a test event to this endpoint.
  private static String called(String endpoint) {
    assertThat(admin().post("/endpoints/" + endpoint + "/test", null).status()).isEqualTo(202);
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    List<Value> seen = new ArrayList<>();
    while (seen.isEmpty()) {
      assertThat(System.nanoTime()).as("an attempt").isLessThan(until);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      Client.Answer deliveries = admin().get("/deliveries?endpoint=" + endpoint);
      ((Value.List) deliveries.at("data"))
          .items().stream()
              .filter(one -> "refused".equals(((Value.Obj) one).text("code")))
              .forEach(seen::add);
    }
    return String.valueOf(((Value.Obj) seen.getFirst()).text("answer"));
  }

  private static String whyOfTurn(String bot) {
    String said = Tenant.said("ana", "anything");
    String conversation = admin().post("/bots/" + bot + "/inputs", said).text("conversation");
    return admin().get("/conversations/" + conversation + "/why").raw().body();
  }
}
