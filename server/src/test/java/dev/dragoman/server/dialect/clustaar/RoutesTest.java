package dev.dragoman.server.dialect.clustaar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.dialect.clustaar.Shop.Customer;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Methods and paths the dialect does not have, and bodies that are refused while they are sent.
@ExtendWith(TestServer.Extension.class)
class RoutesTest {
  private final Shop shop;
  private final Customer ada;

  RoutesTest(TestServer server) {
    shop = Shop.open(server);
    ada = shop.customer();
  }

  @Test
  void namesTheMethodsOfAPath() {
    Answer refused = shop.bearer.send("DELETE", ada.path(), new byte[0]);
    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.header("allow")).contains("GET, HEAD, OPTIONS, PUT");
    assertThat(refused.at("error", "type")).isEqualTo("method_not_allowed");
    Answer options = shop.anyone().send("OPTIONS", ada.path() + "/reply", new byte[0]);
    assertThat(options.status()).isEqualTo(204);
    assertThat(options.header("allow")).contains("OPTIONS, POST");
  }

  @Test
  void answersUnknownPathsInItsOwnForm() {
    Answer refused = shop.bearer.get("/clustaar/stories");
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text())
        .isEqualTo(
            "{\"error\":{\"type\":\"not_found\",\"message\":\"Resource not found\",\"errors\":[]}}");
  }

  @Test
  void answersHeadWithoutABodyOnAConnectionThatStays() throws IOException {
    String get =
        " "
            + ada.path()
            + " HTTP/1.1\r\nHost: shop\r\nAuthorization: Bearer "
            + shop.bot.key()
            + "\r\n";
    String both = raw("HEAD" + get + "\r\nGET" + get + "\r\n");
    assertThat(both.split("HTTP/1.1 200 OK", -1)).hasSize(3);
    assertThat(both.split("\\{\"data\":", -1)).as(both).hasSize(2);
  }

  @Test
  void refusesALargeBodyBeforeItIsSentWhereTheClientAsksFirst() throws IOException {
    String answer =
        raw(
            "POST "
                + ada.path()
                + "/reply HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\n"
                + "Expect: 100-continue\r\nContent-Length: 30000000\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"type\":\"too_large\"");
  }

  @Test
  void letsAClientFinishThatSendsTooMuchBeforeItReads() throws IOException {
    String answer =
        raw(
            "POST "
                + ada.path()
                + "/reply HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\n"
                + "Content-Length: 30000000\r\n\r\n"
                + "x".repeat(30_000_000));
    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"type\":\"too_large\"");
  }

  private String raw(String request) throws IOException {
    var address = shop.anyone().address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      StringBuilder read = new StringBuilder();
      while (!read.toString().endsWith("}}")) {
        int next = socket.getInputStream().read();
        if (next < 0) {
          throw new EOFException(read.toString());
        }
        read.append((char) next);
      }
      return read.toString();
    }
  }
}
