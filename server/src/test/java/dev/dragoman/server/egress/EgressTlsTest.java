package dev.dragoman.server.egress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.egress.CallResult.Answered;
import dev.dragoman.server.egress.CallResult.Failed;
import dev.dragoman.server.egress.CallResult.Failure;
import dev.dragoman.server.testing.Receiver;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EgressTlsTest {

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final CallLimits PATIENT = new CallLimits(20_000, 1_000);
  private static final EgressPolicy LOOPBACK =
      EgressPolicy.allowing(List.of(Cidr.parse("127.0.0.0/8")));

  /// Its certificate is its own authority and names `shop.example` and nobody else.
  private static SSLContext shop;

  @BeforeAll
  static void aCertificateIsMade(@TempDir Path folder) throws Exception {
    var file = folder.resolve("shop.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                (keytool + " -genkeypair -alias shop -keyalg EC -groupname secp256r1 -validity 30")
                    .concat(" -dname CN=shop.example -ext san=dns:shop.example -storetype PKCS12")
                    .concat(" -storepass changeit -keystore " + file)
                    .split(" "))
            .redirectErrorStream(true)
            .start();
    var said = new String(made.getInputStream().readAllBytes(), UTF_8);
    assertThat(made.waitFor()).as(said).isZero();
    shop = context(file);
  }

  @Test
  void aTrustedCertificateOfTheRightNameIsAnswered() throws IOException {
    var result = call(shop, "https://shop.example:");
    assertThat(result).isInstanceOf(Answered.class);
    assertThat(((Answered) result).body()).asString().isEqualTo("ok");
  }

  @Test
  void anUntrustedCertificateIsRefused() throws Exception {
    assertTlsFailure(call(SSLContext.getDefault(), "https://shop.example:"));
  }

  @Test
  void aCertificateOfAnotherNameIsRefused() throws IOException {
    assertTlsFailure(call(shop, "https://other.example:"));
    assertTlsFailure(call(shop, "https://127.0.0.1:"));
  }

  @Test
  void aReceiverWithoutTlsIsNamedSo() throws IOException {
    try (var plain = Receiver.that(connection -> connection.write("HTTP/1.1 400 Bad\r\n\r\n"));
        var client = client(shop)) {
      // The plain receiver waits for a line end that a TLS greeting may never hold.
      var limits = new CallLimits(1_000, 10);
      var url = "https://shop.example:" + plain.port() + "/";
      var failed = (Failed) client.call(Call.get(url, limits));
      assertThat(failed.kind()).isIn(Failure.TLS, Failure.TIMEOUT);
      assertThat(plain.requests).isEmpty();
    }
  }

  @Test
  void theAddressOfTheSocketIsJudgedOnceMore() throws IOException {
    var lookups = new Lookups(EgressTlsTest::loopback, EgressLimits.NORMAL);
    try (var receiver = Receiver.that(connection -> connection.write(OK));
        lookups;
        var leaky =
            Transport.create(
                EgressPolicy.PUBLIC_ONLY,
                EgressLimits.NORMAL,
                new CheckedDns(lookups, LOOPBACK),
                shop)) {
      var url = "http://shop.example:" + receiver.port() + "/";
      var uri = ((UrlCheck.Accepted) LOOPBACK.checkUrl(url)).uri();
      var deadline = Deadline.starting(System::nanoTime, 20_000);
      var result = new Exchange(leaky, uri, Call.get(url, PATIENT), deadline).call();
      assertThat(((Failed) result).kind()).isEqualTo(Failure.REFUSED);
      assertThat(receiver.requests).isEmpty();
    }
  }

  private static void assertTlsFailure(CallResult result) {
    assertThat(result).isInstanceOf(Failed.class);
    assertThat(((Failed) result).kind()).isEqualTo(Failure.TLS);
    assertThat(((Failed) result).text()).contains("no certificate for its name that is trusted");
  }

  private static CallResult call(SSLContext trust, String origin) throws IOException {
    var socket =
        shop.getServerSocketFactory().createServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
    try (var receiver = Receiver.on(socket, connection -> connection.write(OK));
        var client = client(trust)) {
      return client.call(Call.get(origin + receiver.port() + "/", PATIENT));
    }
  }

  private static EgressClient client(SSLContext trust) {
    return new EgressClient(
        LOOPBACK, EgressLimits.NORMAL, EgressTlsTest::loopback, trust, System::nanoTime);
  }

  private static List<InetAddress> loopback(String host) {
    return List.of(InetAddress.ofLiteral("127.0.0.1"));
  }

  private static SSLContext context(Path file) throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    var trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("shop", store.getCertificate("shop"));
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
