package dev.dragoman.server.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.testing.Client;
import dev.dragoman.server.testing.Receiver;
import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A line of a running server against a provider that answers as the Cloud API does.
@ExtendWith(TestServer.Extension.class)
class LineTest {
  private static final String ECHO =
      """
      bot: echo-line
      language: en
      stories:
        talk:
          on: general-fallback
          steps:
            answer:
              say: "You wrote"
      """;

  private static final String SECRET = "the-app-secret";

  static String signature(String secret, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256="
          + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String message(String id, String text) {
    return """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
        "value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"1055"},
        "contacts":[{"profile":{"name":"Ana"},"wa_id":"573005550101"}],
        "messages":[{"from":"573005550101","id":"%s","timestamp":"1709647331","type":"text",
        "text":{"body":"%s"}}]}}]}]}"""
        .formatted(id, text);
  }

  @Test
  void whatAContactWritesIsAnsweredOverTheLineOnce(TestServer server) throws Exception {
    BlockingQueue<String> got = new LinkedBlockingQueue<>();
    try (Receiver provider = provider(got)) {
      Client admin = server.client().bearer(server.adminKey());
      String bot = server.publish(ECHO).id();
      Client.Answer line =
          admin.post(
              "/api/v1/channels",
              """
              {"kind":"whatsapp","bot":"%s","phone":"+573005559999","line":"1055",
              "baseUrl":"http://127.0.0.1:%d","token":"tok","appSecret":"%s","verifyToken":"v"}"""
                  .formatted(bot, provider.port(), SECRET));
      assertThat(line.status()).as(line.text()).isEqualTo(201);
      String webhook = line.at("webhook");
      String body = message("wamid.1", "hi");
      Client signed = server.client().with("X-Hub-Signature-256", signature(SECRET, body));

      assertThat(server.client().post(webhook, body).status()).isEqualTo(401);
      assertThat(
              server.number("select count(*) from address where account = '" + line.at("id") + "'"))
          .isZero();
      assertThat(signed.post(webhook, body).status()).isEqualTo(200);
      assertThat(signed.post(webhook, body).status()).isEqualTo(200);

      String sent = got.poll(20, TimeUnit.SECONDS);
      assertThat(sent)
          .contains("POST /v21.0/1055/messages")
          .contains("Authorization: Bearer tok")
          .contains("\"to\":\"573005550101\"")
          .contains("\"body\":\"You wrote\"");
      assertThat(got.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }
  }

  private static Receiver provider(BlockingQueue<String> got) throws IOException {
    return Receiver.heard(
        got::add, "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.out\"}]}");
  }
}
