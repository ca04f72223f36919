package dev.dragoman.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.delivery.Kind;
import dev.dragoman.server.testing.Client.Answer;
import dev.dragoman.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses and headers that are refused before anything is saved.
@ExtendWith(TestServer.Extension.class)
class AddressTest {
  private final Desk desk;

  AddressTest(TestServer server) {
    this.desk = Desk.in(server);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://3232235521/",
        "http://0xC0A80001/",
        "http://0300.0250.0.1/",
        "http://[::ffff:10.0.0.1]/",
        "http://[64:ff9b::a00:1]/",
        "http://user:secret@shop.example/",
        "http://shop.example/\\r\\nX-Evil: 1",
        "ftp://shop.example/",
        "file:///etc/passwd"
      })
  void an_address_that_is_never_called_is_refused(String url) {
    Answer refused = desk.admin().post("/api/v1/endpoints", "{\"url\": \"" + url + "\"}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("errors", 0, "path")).isEqualTo("url");
    assertThat(desk.admin().get("/api/v1/endpoints").at("data")).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"bearer\", \"token\": \"a\\r\\nX-Evil: 1\"}",
        "{\"type\": \"basic\", \"user\": \"a:b\", \"password\": \"c\"}",
        "{\"type\": \"basic\", \"user\": \"a\", \"password\": \"c\\n\"}",
        "{\"type\": \"headers\", \"headers\": {\"X-A\": \"b\\r\\nX-Evil: 1\"}}",
        "{\"type\": \"headers\", \"headers\": {\"X A\": \"b\"}}",
        "{\"type\": \"headers\", \"headers\": {\"X-A\": 7}}"
      })
  void a_header_with_a_line_break_is_refused(String auth) {
    Answer refused =
        desk.admin()
            .post(
                "/api/v1/endpoints",
                "{\"url\": \"https://shop.example/hook\", \"auth\": " + auth + "}");

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
  }

  @Test
  void what_an_endpoint_keeps_secret_is_never_shown() {
    Answer made =
        desk.endpoint(
            "https://shop.example/hook",
            ", \"auth\": {\"type\": \"basic\", \"user\": \"ana\", \"password\": \"opensesame\"}");

    String shown = desk.admin().get("/api/v1/endpoints/" + made.at("id")).text();

    assertThat(shown).contains("ana").doesNotContain("opensesame").doesNotContain("whsec_");
  }

  @Test
  void every_kind_stands_in_the_catalogue(TestServer server) {
    Answer catalogue = server.client().get("/docs/asyncapi.json");

    assertThat(catalogue.at("asyncapi")).isEqualTo("3.0.0");
    for (Kind kind : Kind.values()) {
      assertThat(catalogue.at("components", "messages", kind.wire(), "summary"))
          .isEqualTo(kind.meaning());
    }
  }
}
