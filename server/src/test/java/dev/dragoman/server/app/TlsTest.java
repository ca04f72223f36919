package dev.dragoman.server.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a certificate and its key the server speaks HTTPS, and nothing else.
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path directory;

  private static RunningServer server;
  private static Certificate certificate;

  @BeforeAll
  static void start() throws Exception {
    KeyStore made = made(directory.resolve("server.p12"));
    certificate = made.getCertificate("server");
    Path chain = directory.resolve("chain.pem");
    Path key = directory.resolve("key.pem");
    Files.writeString(chain, pem("CERTIFICATE", certificate.getEncoded()));
    Files.writeString(key, pem("PRIVATE KEY", made.getKey("server", PASSWORD).getEncoded()));
    server =
        RunningServer.start(
            directory.resolve("data"),
            "--http.tlsCertificate",
            chain.toString(),
            "--http.tlsKey",
            key.toString());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static KeyStore made(Path file) throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String command =
        (keytool + " -genkeypair -alias server -keyalg EC -groupname secp256r1 -validity 30")
            .concat(" -dname CN=localhost -ext san=dns:localhost,ip:127.0.0.1 -storetype PKCS12")
            .concat(" -storepass changeit -keystore " + file);
    Process process = new ProcessBuilder(command.split(" ")).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private static String pem(String what, byte[] bytes) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
  }

  private static SSLContext trusting() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", certificate);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static HttpResponse<String> get(HttpClient client, String url)
      throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  @Test
  void whoTrustsTheCertificateIsAnswered() throws Exception {
    assertThat(server.url()).startsWith("https://");
    try (HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build()) {
      HttpResponse<String> live = get(client, server.url() + "/health/live");
      assertThat(live.statusCode()).isEqualTo(200);
      assertThat(live.sslSession().orElseThrow().getPeerCertificates()).contains(certificate);
    }
  }

  @Test
  void whoDoesNotIsNot() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThatThrownBy(() -> get(client, server.url() + "/health/live"))
          .isInstanceOf(SSLException.class);
    }
  }

  @Test
  void plainHttpIsNotSpoken() {
    String plain = server.url().replace("https:", "http:");
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThatThrownBy(() -> get(client, plain + "/health/live")).isInstanceOf(IOException.class);
    }
  }
}
