package dev.dragoman.server.dialect.clustaar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.dialect.clustaar.Shop.Customer;
import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Three credentials, each where it belongs (contract clustaar §1.1, §1.2).
@ExtendWith(TestServer.Extension.class)
class AccessTest {
  private static final String HELLO = "{\"type\":\"text\",\"message\":\"hello\"}";
  private static final String UNKNOWN = "/clustaar/interlocutors/60a1b2c3d4e5f60718293fff";

  private final Shop shop;
  private final Shop other;
  private final Customer ada;

  AccessTest(TestServer server) {
    shop = Shop.open(server);
    other = Shop.hooked(server, "70a1b2c3d4e5f60718293a40", "http://127.0.0.1:1/");
    ada = shop.customer();
  }

  private static void isRefused(Answer answer, int status, String type) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.at("error", "type")).isEqualTo(type);
    assertThat(answer.at("error", "errors")).startsWith("[");
  }

  @Test
  void wantsAKnownKey() {
    isRefused(shop.anyone().post(ada.path() + "/reply", HELLO), 401, "unauthorized");
    Answer unknown = shop.anyone().bearer("dg_unknown").post(ada.path() + "/reply", HELLO);
    isRefused(unknown, 401, "unauthorized");
    assertThat(unknown.header("www-authenticate")).contains("Bearer");
    Client basic = shop.anyone().with("Authorization", "Basic " + shop.bot.token());
    isRefused(basic.post(ada.path() + "/reply", HELLO), 401, "unauthorized");
  }

  @Test
  void opensPublicRoutesWithThePublicTokenOnly() {
    isRefused(shop.owner.post(ada.path() + "/reply", HELLO), 403, "forbidden");
    isRefused(shop.owner.post(shop.createPath(), "{}"), 403, "forbidden");
    isRefused(other.bearer.post(ada.path() + "/reply", HELLO), 403, "forbidden");
    isRefused(other.bearer.post(shop.createPath(), "{}"), 403, "forbidden");
  }

  @Test
  void opensPrivateRoutesWithThePrivateKeyOnly() {
    String conversation = "/clustaar/bots/" + shop.bot.id() + "/conversations/" + ada.id;
    for (String path : new String[] {ada.path(), ada.path() + "/actions", conversation}) {
      isRefused(shop.bearer.get(path), 403, "forbidden");
      isRefused(other.owner.get(path), 403, "forbidden");
      assertThat(shop.owner.get(path).status()).isEqualTo(200);
    }
    isRefused(shop.bearer.put(ada.path(), "{}"), 403, "forbidden");
    isRefused(other.owner.put(ada.path(), "{}"), 403, "forbidden");
  }

  @Test
  void tellsMalformedFromUnknownIds() {
    isRefused(shop.bearer.post(UNKNOWN + "/reply", HELLO), 404, "not_found");
    isRefused(shop.owner.get(UNKNOWN), 404, "not_found");
    Answer malformed = shop.owner.get("/clustaar/interlocutors/60A1");
    isRefused(malformed, 422, "invalid_document");
    assertThat(malformed.at("error", "errors", 0, "path")).isEqualTo("id");
    Answer bot = shop.bearer.post("/clustaar/bots/x/interlocutors/clustaar_web_chat", "{}");
    isRefused(bot, 422, "invalid_document");
    assertThat(bot.at("error", "errors", 0, "path")).isEqualTo("botID");
    String elsewhere = "/clustaar/bots/" + other.bot.id();
    isRefused(shop.owner.get(elsewhere + "/conversations/" + ada.id), 404, "not_found");
    isRefused(shop.owner.put(elsewhere + "/interlocutors/" + ada.id, "{}"), 404, "not_found");
  }

  @Test
  void letsAnInterlocutorReadItsOwnActionsOnly() {
    Customer own = shop.customer(",\"socketToken\":\"s3cret-chosen-by-the-site\"");
    Customer twin = shop.customer(",\"socketToken\":\"s3cret-chosen-by-the-site\"");
    String json =
        "{\"value\":\"s3cret-chosen-by-the-site\",\"subject\":{\"type\":\"interlocutor\",\"id\":\""
            + own.id
            + "\"}}";
    byte[] token = json.getBytes(StandardCharsets.UTF_8);
    for (Base64.Encoder encoder :
        new Base64.Encoder[] {
          Base64.getEncoder(), Base64.getEncoder().withoutPadding(), Base64.getUrlEncoder()
        }) {
      Client client = shop.anyone().bearer(encoder.encodeToString(token));
      assertThat(client.get(own.path() + "/actions").text()).isEqualTo("{\"data\":[]}");
      isRefused(client.get(twin.path() + "/actions"), 403, "forbidden");
      isRefused(client.get(own.path()), 403, "forbidden");
    }
    String twins =
        Base64.getEncoder()
            .encodeToString(json.replace(own.id, twin.id).getBytes(StandardCharsets.UTF_8));
    assertThat(shop.anyone().bearer(twins).get(twin.path() + "/actions").status()).isEqualTo(200);
    String wrong = json.replace("chosen", "guessed");
    String forged = Base64.getEncoder().encodeToString(wrong.getBytes(StandardCharsets.UTF_8));
    isRefused(shop.anyone().bearer(forged).get(own.path() + "/actions"), 401, "unauthorized");
  }
}
