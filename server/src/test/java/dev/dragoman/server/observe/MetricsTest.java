package dev.dragoman.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.app.RunningServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What operators see.
@ExtendWith(dev.dragoman.server.api.ServerUnderTest.class)
class MetricsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void requestsAreCountedByRouteAndStatus(RunningServer server) throws Exception {
    ask(server, "GET", "/api/v1/contacts/secret-name");
    ask(server, "GET", "/api/v1/secret-path");
    String metrics = ask(server, "GET", "/metrics").body();
    assertThat(metrics)
        .contains(
            "dragoman_http_requests_seconds_count{door=\"api\",route=\"GET /api/v1/contacts/{id}\",status=\"401\"}")
        .contains("route=\"none\",status=\"404\"")
        .contains("dragoman_ledger_waiting 0")
        .contains("jvm_memory_used_bytes")
        .doesNotContain("secret");
  }

  @Test
  void turnsAndBatchesAreMeasured(RunningServer server) throws Exception {
    HttpResponse<String> answer =
        ask(server, "POST", "/api/v1/conversations/" + "0".repeat(24) + "/close");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(ask(server, "GET", "/metrics").body()).contains("dragoman_batch_legs_bucket");
  }

  @Test
  void healthIsTold(RunningServer server) throws Exception {
    assertThat(ask(server, "GET", "/health/live").statusCode()).isEqualTo(200);
    assertThat(ask(server, "GET", "/health/ready").body()).isEqualTo("ready\n");
  }

  @Test
  void aTraceQuotesNobody() {
    RuntimeException inner = new IllegalStateException("my secret");
    Traced traced = new Traced(new IllegalArgumentException("quotes my secret", inner));
    assertThat(traced).hasMessage("java.lang.IllegalArgumentException");
    assertThat(traced.getCause()).hasMessage("java.lang.IllegalStateException");
    assertThat(traced.getStackTrace()[0].getMethodName()).isEqualTo("aTraceQuotesNobody");
  }

  private static HttpResponse<String> ask(RunningServer server, String method, String path)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .method(method, BodyPublishers.noBody())
            .header(
                "Authorization",
                "Bearer " + (path.contains("close") ? RunningServer.ADMIN_KEY : "x"))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
