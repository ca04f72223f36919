package dev.dragoman.server.dialect.treble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.testing.TestServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The account's own headers on hooks and events, set over the API (contract treble §1.1).
@ExtendWith(TestServer.Extension.class)
class HeadersApiTest {
  private static final String PATH = "/api/v1/treble/headers";

  @Test
  void areOnEveryHookFromTheNextOneOn(TestServer server) throws IOException {
    try (Clinic clinic = Clinic.open(server)) {
      String headers = "{\"headers\":{\"Authorization\":\"Bearer abc\",\"X-Shop-Key\":\"k1\"}}";

      assertThat(clinic.admin.put(PATH, headers).text())
          .isEqualTo("{\"names\":[\"Authorization\",\"X-Shop-Key\"]}");
      assertThat(clinic.admin.get(PATH).text()).contains("X-Shop-Key").doesNotContain("k1");
      clinic.patient().says("1");
      assertThat(clinic.receiver.requests.getLast())
          .contains("\r\nAuthorization: Bearer abc\r\n")
          .contains("\r\nX-Shop-Key: k1\r\n");
      assertThat(clinic.admin.delete(PATH).status()).isEqualTo(204);
      clinic.patient().says("1");
      assertThat(clinic.receiver.requests.getLast()).doesNotContain("Bearer abc");
      assertThat(clinic.admin.get(PATH).text()).isEqualTo("{\"names\":[]}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"headers\":[]}",
        "{\"headers\":{\"Host\":\"evil\"}}",
        "{\"headers\":{\"Bad Name\":\"x\"}}",
        "{\"headers\":{\"X\":1}}",
        "{\"headers\":{\"X\":\"a\\r\\nY: b\"}}",
        "{\"headers\":{\"X\":\"é\"}}"
      })
  void saysWhatIsWrong(String body, TestServer server) {
    var admin = server.client().bearer(server.adminKey());

    assertThat(admin.put(PATH, body).status()).as(body).isEqualTo(422);
  }
}
