package dev.dragoman.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.testing.Receiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What webhooks are sent with is set over the API and shown to nobody.
class SecretsTest {
  private static final String BOT =
      """
      bot: hooked
      language: en
      settings:
        webhook: { url: "%s", authorization: shop-basic, key: shop-signing }
      stories:
        shop: { on: { event: CALL }, steps: { ask: { webhook: true, say: configured } } }
      """;

  @TempDir static Path directory;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.start(directory, "--egress.allow", "127.0.0.0/8");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void set(Client admin, String name, String secret) {
    String body = Tenant.json(Value.Obj.of("secret", Value.of(secret)));
    assertThat(admin.put("/secrets/" + name, body).status()).isEqualTo(204);
  }

  @Test
  void aStepWebhookIsSentWithThemFromTheNextCallOn() throws IOException {
    Client admin = Tenant.in(server).admin();
    try (Receiver receiver =
        Receiver.answering("HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"actions\":[]}")) {
      String bot = admin.post("/bots", Tenant.files(BOT.formatted(receiver.url()))).text("id");
      set(admin, "shop-signing", "first");
      set(admin, "shop-basic", "shop:old");
      call(admin, bot, "ada");
      set(admin, "shop-basic", "shop:new");
      call(admin, bot, "bob");

      assertThat(receiver.requests.getFirst())
          .contains("Authorization: Basic " + base64("shop:old"))
          .contains("X-Hub-Signature: sha1=");
      assertThat(receiver.requests.getLast())
          .contains("Authorization: Basic " + base64("shop:new"));
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static void call(Client admin, String bot, String user) {
    String body =
        "{\"peer\": {\"user\": \""
            + user
            + "\"}, \"input\": {\"type\": \"event\", \"name\": \"CALL\"}}";
    assertThat(admin.post("/bots/" + bot + "/inputs", body).status()).isEqualTo(200);
  }

  @Test
  void onlyNamesAreEverShown() {
    Client admin = Tenant.in(server).admin();
    set(admin, "b.two", "never seen again");
    set(admin, "a-one", "nor this");
    set(admin, "a-one", "replaced");

    Client.Answer listed = admin.get("/secrets");
    assertThat(Tenant.json(listed.at("data")))
        .isEqualTo("[{\"name\":\"a-one\"},{\"name\":\"b.two\"}]");
    Client.Answer first = admin.get("/secrets?limit=1");
    assertThat(admin.get("/secrets?cursor=" + first.text("next")).text("data", 0, "name"))
        .isEqualTo("b.two");
    assertThat(admin.get("/secrets/a-one").status()).isEqualTo(405);
  }

  @Test
  void whatIsRemovedIsGone() {
    Client admin = Tenant.in(server).admin();
    set(admin, "once", "s");

    assertThat(admin.delete("/secrets/once").status()).isEqualTo(204);
    assertThat(admin.delete("/secrets/once").status()).isEqualTo(404);
    assertThat(admin.get("/secrets").size("data")).isZero();
  }

  @Test
  void secretsAreSealedInTheDatabase() {
    set(Tenant.in(server).admin(), "sealed", "plain-as-day");

    assertThat(
            server.number(
                "select count(*) from secret where position('plain-as-day'::bytea in sealed) > 0"))
        .isZero();
    assertThat(server.number("select count(*) from secret where owner = 'sealed'")).isEqualTo(1);
  }

  @Test
  void badOnesAreRefusedWithTheirPath() {
    Client admin = Tenant.in(server).admin();

    assertThat(admin.put("/secrets/a%20b", "{\"secret\": \"s\"}").text("errors", 0, "path"))
        .isEqualTo("name");
    assertThat(admin.put("/secrets/a", "{\"secret\": \"\"}").text("errors", 0, "path"))
        .isEqualTo("secret");
    assertThat(admin.put("/secrets/a", "{}").status()).isEqualTo(422);
  }
}
