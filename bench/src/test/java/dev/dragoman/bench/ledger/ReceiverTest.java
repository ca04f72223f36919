package dev.dragoman.bench.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.core.delivery.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A receiver that is told things over HTTP.
class ReceiverTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String TOLD =
      """
      {"id": "e1", "type": "message.received", "sequence": 7, "conversation": "c1",
       "data": {"text": "hello there", "message": "m1"}}""";

  @Test
  void what_it_answers_is_in_its_file_before(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("journal");
    try (Receiver receiver = Receiver.writing(file, _ -> 204)) {
      receiver.expects("shop", SECRET);

      int status = tell(receiver, "shop", TOLD);

      assertThat(status).isEqualTo(204);
      assertThat(Receiver.written(file)).isEqualTo(receiver.arrivals()).hasSize(1);
      Arrival arrival = receiver.arrivals().getFirst();
      assertThat(arrival.what()).isEqualTo(new Arrival.What("e1", "c1", 7, "hello there"));
      assertThat(arrival.numbering()).isEqualTo(new Arrival.Numbering(3, 2));
      assertThat(arrival.bytes().signed()).isTrue();
      assertThat(arrival.status()).isEqualTo(204);
    }
  }

  @Test
  void a_signature_under_another_secret_is_wrong() throws Exception {
    try (Receiver receiver = Receiver.open(0, _ -> 200)) {
      receiver.expects("shop", Signature.secret("another secret of 24 byte".getBytes(UTF_8)));

      int known = tell(receiver, "shop", TOLD);
      int unknown = tell(receiver, "bank", TOLD);

      assertThat(List.of(known, unknown)).containsExactly(200, 200);
      assertThat(receiver.arrivals())
          .hasSize(2)
          .allSatisfy(one -> assertThat(one.bytes().signed()).isFalse());
    }
  }

  @Test
  void a_cut_connection_is_written_down_as_not_taken() throws Exception {
    try (Receiver receiver = Receiver.open(0, _ -> Receiver.CUT)) {
      assertThatThrownBy(() -> tell(receiver, "shop", TOLD)).isInstanceOf(IOException.class);

      assertThat(receiver.arrivals())
          .isNotEmpty()
          .allSatisfy(one -> assertThat(one.accepted()).isFalse());
    }
  }

  private static int tell(Receiver receiver, String endpoint, String body) throws Exception {
    long now = 1_700_000_000;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(receiver.url(endpoint)))
            .header("webhook-id", "e1")
            .header("webhook-timestamp", Long.toString(now))
            .header(
                "webhook-signature",
                Signature.header(List.of(SECRET), "e1", now, body.getBytes(UTF_8)))
            .header("webhook-attempt", "2")
            .header("position", "3")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
