package dev.dragoman.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.app.RunningServer;
import dev.dragoman.server.delivery.Mail;
import dev.dragoman.server.delivery.Postman.Receipt;
import dev.dragoman.server.mail.SmtpPostman.Security;
import dev.dragoman.server.testing.Client;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mails of bots, handed to a mail server over a real socket.
class MailTest {
  private static final String BOT =
      """
      bot: post
      language: en
      stories:
        order:
          on: general-fallback
          steps:
            said:
              do:
                - email: { to: "shop@shop.example", subject: "Order ñ", text: "large\\n.\\nend", from: "ana@else.example", from-name: Ana }
              say: "You are welcome."
      """;

  private static Mail mail(String recipient, String subject) {
    return new Mail(
        "0123456789abcdef01234567",
        1_790_000_000_000L,
        recipient,
        new Mail.Text(subject, "hello"),
        Optional.of("Bot"),
        new Mail.ReplyTo(Optional.of("desk@shop.example"), Optional.empty()));
  }

  private static SmtpPostman to(PostOffice office, String user) {
    return new SmtpPostman(
        new SmtpPostman.Server("127.0.0.1", office.port(), Security.NONE, user, "secret"),
        "bot@dragoman.example");
  }

  @Test
  void a_bot_s_mail_reaches_the_mail_server_and_comes_again_until_it_is_taken(
      @TempDir Path directory) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (PostOffice office =
            new PostOffice(
                line -> line.equals(".") && asked.incrementAndGet() == 1 ? "451 later" : "");
        RunningServer server =
            RunningServer.start(
                directory,
                "--mail.host=127.0.0.1",
                "--mail.port=" + office.port(),
                "--mail.security=none",
                "--mail.from=bot@dragoman.example")) {
      Client admin = Client.of(server::url).bearer(RunningServer.ADMIN_KEY);
      String bot = server.publish(BOT).id();
      admin.post(
          "/api/v1/bots/" + bot + "/inputs",
          "{\"peer\": {\"user\": \"ana\"}, \"input\": {\"type\": \"text\", \"text\": \"hi\"}}");

      List<String> mails = office.atLeast(2);

      assertThat(mails.get(1)).isEqualTo(mails.get(0));
      assertThat(mails.get(0))
          .contains("From: Ana <bot@dragoman.example>\n")
          .contains("Reply-To: ana@else.example\n")
          .contains("To: shop@shop.example\n")
          .containsPattern("Date: \\w+, \\d+ \\w+ 20\\d\\d [0-9:]+ GMT\n")
          .contains("Subject: =?UTF-8?Q?Order_=C3=B1?=\n")
          .contains("@dragoman.example>\n")
          .endsWith("\n\nlarge\n.\nend\n");
      assertThat(admin.get("/api/v1/deliveries?endpoint=mail").at("data", 0, "status"))
          .isEqualTo("451");
    }
  }

  @Test
  void it_logs_in_when_there_is_a_user() throws IOException {
    try (PostOffice office = new PostOffice(_ -> "")) {
      Receipt receipt = to(office, "bot").post(mail("ana@shop.example", "Hello"));

      assertThat(receipt).isEqualTo(new Receipt(250, "", "250 2.0.0 kept"));
      // RFC 4616: who to act as, who it is, the password.
      assertThat(office.commands()).contains("AUTH PLAIN Ym90AGJvdABzZWNyZXQ=");
    }
  }

  @Test
  void nobody_writes_a_header_or_a_second_recipient_into_a_field() throws IOException {
    try (PostOffice office = new PostOffice(_ -> "")) {
      SmtpPostman postman = to(office, "");

      assertThat(postman.post(mail("a@shop.example, b@shop.example", "Hello")).code())
          .isEqualTo("address");
      assertThat(postman.post(mail("a@shop.example\r\nRCPT TO:<b@shop.example>", "Hello")).code())
          .isEqualTo("address");
      postman.post(mail("a@shop.example", "Hello\r\nBcc: b@shop.example"));

      assertThat(office.atLeast(1))
          .singleElement()
          .asString()
          .contains("Subject: Hello Bcc: b@shop.example\n")
          .doesNotContain("\nBcc:");
    }
  }

  @Test
  void a_refusal_for_good_says_so_with_the_server_s_own_code() throws IOException {
    try (PostOffice office =
        new PostOffice(line -> line.startsWith("RCPT") ? "550 5.1.1 nobody here" : "")) {
      Receipt receipt = to(office, "").post(mail("ana@shop.example", "Hello"));

      assertThat(receipt.status()).isEqualTo(550);
      assertThat(receipt.code()).isEqualTo("refused");
    }
  }

  @Test
  void encryption_is_not_given_up_because_the_server_has_none() throws IOException {
    try (PostOffice office = new PostOffice(_ -> "")) {
      SmtpPostman postman =
          new SmtpPostman(
              new SmtpPostman.Server("127.0.0.1", office.port(), Security.STARTTLS, "", ""),
              "bot@dragoman.example");

      assertThat(postman.post(mail("ana@shop.example", "Hello")).code()).isEqualTo("connection");
      assertThat(office.commands()).noneMatch(line -> line.startsWith("MAIL"));
    }
  }
}
