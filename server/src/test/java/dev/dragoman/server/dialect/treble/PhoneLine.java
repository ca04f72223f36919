package dev.dragoman.server.dialect.treble;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.Receiver;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A WhatsApp line of a flow's bot, played by the test: what is sent over it, what contacts write,
/// what the provider reports.
final class PhoneLine implements AutoCloseable {
  private static final AtomicInteger MESSAGES = new AtomicInteger();
  private static final Pattern REFERENCE =
      Pattern.compile("\"biz_opaque_callback_data\":\"([^\"]+)");
  private static final String TAKEN =
      "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"wamid.out\"}]}";

  final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
  final Receiver provider;
  final String phone;
  private final Clinic clinic;
  private final String channel;

  private PhoneLine(Clinic clinic, Receiver.Conduct conduct) throws IOException {
    this.clinic = clinic;
    this.provider = Receiver.that(conduct == null ? this::take : conduct);
    this.phone = "+5730055%05d".formatted(clinic.number % 100_000);
    Answer made =
        clinic.admin.post(
            "/api/v1/channels",
            """
            {"kind":"whatsapp","bot":"%s","phone":"%s","line":"1055","baseUrl":
            "http://127.0.0.1:%d","token":"tok","appSecret":"the-app-secret","verifyToken":"v"}"""
                .formatted(clinic.botId, phone, provider.port()));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    this.channel = made.at("id");
  }

  /// A line whose provider takes every message.
  static PhoneLine of(Clinic clinic) throws IOException {
    return new PhoneLine(clinic, null);
  }

  /// A line whose provider behaves so.
  static PhoneLine of(Clinic clinic, Receiver.Conduct conduct) throws IOException {
    return new PhoneLine(clinic, conduct);
  }

  private void take(Receiver.Connection connection) throws IOException {
    String request = new String(provider.requests.getLast().getBytes(ISO_8859_1), UTF_8);
    sent.add(request.substring(request.indexOf("\r\n\r\n") + 4));
    connection.write(Clinic.http("200 OK", TAKEN));
  }

  /// The body of the next message that is sent.
  String next() throws InterruptedException {
    return Objects.requireNonNull(sent.poll(20, TimeUnit.SECONDS), "nothing was sent");
  }

  /// The provider tells what became of a message it was sent.
  void reports(String sentBody, String status, long second, String more) {
    Matcher reference = REFERENCE.matcher(sentBody);
    assertThat(reference.find()).as(sentBody).isTrue();
    tell(
        """
        "statuses":[{"id":"wamid.x","status":"%s","timestamp":"%d","recipient_id":"57",
        "biz_opaque_callback_data":"%s"%s}]"""
            .formatted(status, second, reference.group(1), more));
  }

  void reports(String sentBody, String status, long second) {
    reports(sentBody, status, second, "");
  }

  /// A contact with a Colombian number writes; `content` begins with the type.
  void hears(String cellphone, String content) {
    assertThat(hearsWith(cellphone, content, "in" + MESSAGES.getAndIncrement())).isEqualTo(200);
  }

  /// The same under the provider's id of the message; returns what the webhook answered.
  int hearsWith(String cellphone, String content, String id) {
    return signed(
            change(
                """
                "contacts":[{"profile":{"name":"Ana"},"wa_id":"57%1$s"}],
                "messages":[{"from":"57%1$s","id":"wamid.%2$s","timestamp":"1709647331",%3$s}]"""
                    .formatted(cellphone, id, content)))
        .status();
  }

  void hearsText(String cellphone, String text) {
    hears(cellphone, "\"type\":\"text\",\"text\":{\"body\":\"" + text + "\"}");
  }

  private void tell(String value) {
    Answer taken = signed(change(value));
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
  }

  private static String change(String value) {
    return """
        {"entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"1055"},%s}}]}]}"""
        .formatted(value);
  }

  /// Anything the provider signs.
  Answer signed(String body) {
    return clinic
        .anyone
        .with("X-Hub-Signature-256", signature(body))
        .post("/channels/whatsapp/" + channel, body);
  }

  private static String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("the-app-secret".getBytes(UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    provider.close();
  }
}
