package dev.dragoman.server.egress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.egress.CallResult.Answered;
import dev.dragoman.server.egress.CallResult.Failed;
import dev.dragoman.server.egress.CallResult.Failure;
import dev.dragoman.server.testing.Receiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressClientTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final long SLACK_MILLIS = 1_500;
  private static final CallLimits PATIENT = new CallLimits(20_000, 64 * 1024);
  private static final CallLimits SHORT = new CallLimits(1_000, 64 * 1024);
  private static final EgressPolicy LOOPBACK =
      EgressPolicy.allowing(List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1/128")));

  /// What the names of these tests lead to; a name may have several lives.
  private final ConcurrentLinkedQueue<List<String>> answers = new ConcurrentLinkedQueue<>();

  private final EgressClient client = client(LOOPBACK, EgressLimits.NORMAL);

  @BeforeAll
  static void theLibraryIsLoadedBeforeTimeCounts() throws IOException {
    try (var receiver = Receiver.answering(OK);
        var first =
            new EgressClient(
                LOOPBACK, EgressLimits.NORMAL, Resolver.SYSTEM, tls(), System::nanoTime)) {
      answered(first.call(Call.get(receiver.url(), PATIENT)));
    }
  }

  @AfterEach
  void everyPlaceIsGivenBack() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (client.busyHosts() > 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(client.busyHosts()).isZero();
    client.close();
  }

  @Test
  void aCallSendsWhatItWasGivenAndNothingElse() throws IOException {
    try (var receiver = Receiver.answering(OK)) {
      var call =
          Call.post(receiver.url(), "{\"é\":1}".getBytes(UTF_8), PATIENT)
              .with("Content-Type", "application/json")
              .with("Authorization", "Bearer t");
      var answer = answered(client.call(call));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).asString().isEqualTo("ok");
      assertThat(answer.truncated()).isFalse();
      assertThat(receiver.requests.getFirst().split("\r\n"))
          .startsWith("POST /hook?x=1 HTTP/1.1")
          .contains(
              "Accept-Encoding: identity",
              "Content-Type: application/json",
              "Authorization: Bearer t",
              "Content-Length: 8",
              "Host: 127.0.0.1:" + receiver.port(),
              "User-Agent: Dragoman")
          .allMatch(line -> !line.matches("(?i)(upgrade|cookie|expect|te):.*"));
    }
  }

  @Test
  void aReceiverThatHangsIsLeftInTime() throws Exception {
    try (var receiver = Receiver.that(Receiver.Connection::hang)) {
      var failed = settlesInTime(receiver);
      assertThat(failed.text()).isEqualTo("127.0.0.1 did not answer within 1000 ms");
      assertThat(receiver.cutOff.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void headersThatNeverEndAreLeftInTime() throws Exception {
    try (var receiver =
        Receiver.that(
            connection -> {
              connection.write("HTTP/1.1 200 OK\r\nX-Slow: ");
              while (connection.dawdle()) {
                connection.write("x");
              }
            })) {
      assertThat(settlesInTime(receiver).text()).contains("did not answer within");
      assertThat(receiver.cutOff.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aBodyThatDripsIsLeftInTime() throws Exception {
    try (var receiver =
        Receiver.that(
            connection -> {
              connection.write("HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n");
              while (connection.dawdle()) {
                connection.write("x");
              }
            })) {
      var failed = settlesInTime(receiver);
      assertThat(failed.text()).contains("was not complete within");
      assertThat(failed.status()).isEqualTo(200);
      assertThat(receiver.cutOff.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void informationWithoutEndIsLeftInTime() throws Exception {
    try (var receiver =
        Receiver.that(
            connection -> {
              while (connection.dawdle()) {
                connection.write("HTTP/1.1 100 Continue\r\n\r\n");
              }
            })) {
      settlesInTime(receiver);
    }
  }

  @Test
  void anAnswerAfterTheDeadlineComesTooLate() throws Exception {
    var late = new CountDownLatch(1);
    try (var receiver =
        Receiver.that(
            connection -> {
              late.await();
              connection.write(OK);
              connection.hang();
            })) {
      settlesInTime(receiver);
      late.countDown();
      assertThat(receiver.cutOff.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aConnectionThatIsNeverMadeIsLeftInTime() throws Exception {
    // A full backlog: the kernel drops what else knocks.
    try (var full = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      var knocks = new ArrayList<CompletableFuture<CallResult>>();
      for (int i = 0; i < 8; i++) {
        knocks.add(later(Call.get("http://127.0.0.1:" + full.getLocalPort() + "/", SHORT)));
      }
      var texts = knocks.stream().map(CompletableFuture::join).map(r -> failed(r).text()).toList();
      assertThat(texts).contains("no connection to 127.0.0.1 was made within 1000 ms");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 100\r\n\r\nshort",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n",
        "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nhello\r\n",
      })
  void anAnswerThatEndsEarlyOrIsMalformedIsNone(String rest) throws IOException {
    try (var receiver = Receiver.that(c -> c.write("HTTP/1.1 200 OK\r\n" + rest))) {
      var failed = failed(client.call(Call.get(receiver.url(), PATIENT)));
      assertThat(failed.kind()).isEqualTo(Failure.BAD_ANSWER);
      assertThat(failed.text()).isEqualTo("the answer of 127.0.0.1 ends early or is malformed");
      assertThat(failed.status()).isEqualTo(200);
    }
  }

  @Test
  void aSurplusNeverAnswersTheNextCall() throws IOException {
    var surplus = OK + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil";
    try (var receiver = Receiver.answering(surplus)) {
      for (int i = 0; i < 5; i++) {
        var answer = answered(client.call(Call.get(receiver.url(), PATIENT)));
        assertThat(answer.body()).asString().isEqualTo("ok");
      }
      assertThat(receiver.requests).hasSize(5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 100000000\r\n\r\n", "Connection: close\r\n\r\n"})
  void aHugeAnswerIsReadToTheCapAndCutOff(String framing) throws Exception {
    var megabyte = new byte[1_000_000];
    try (var receiver =
        Receiver.that(
            connection -> {
              connection.write("HTTP/1.1 200 OK\r\n" + framing);
              for (int i = 0; i < 100; i++) {
                connection.write(megabyte);
              }
            })) {
      var answer = answered(client.call(Call.get(receiver.url(), PATIENT)));
      assertThat(answer.truncated()).isTrue();
      assertThat(answer.body()).hasSize(64 * 1024);
      assertThat(answer.kept()).hasSize(4_096);
      assertThat(receiver.cutOff.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void anAnswerOfExactlyTheCapIsWhole() throws IOException {
    try (var receiver = Receiver.answering("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc")) {
      var exact = answered(client.call(Call.get(receiver.url(), new CallLimits(20_000, 3))));
      assertThat(exact.body()).asString().isEqualTo("abc");
      assertThat(exact.truncated()).isFalse();
      var less = answered(client.call(Call.get(receiver.url(), new CallLimits(20_000, 2))));
      assertThat(less.body()).asString().isEqualTo("ab");
      assertThat(less.truncated()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "br", "deflate, gzip", "x-bomb"})
  void anEncodedAnswerIsNotDecoded(String encoding) throws IOException {
    var answer =
        "HTTP/1.1 200 OK\r\nContent-Encoding: "
            + encoding
            + "\r\nContent-Length: 4\r\n\r\n\037\213ab";
    try (var receiver = Receiver.answering(answer)) {
      var failed = failed(client.call(Call.get(receiver.url(), PATIENT)));
      assertThat(failed.kind()).isEqualTo(Failure.BAD_ANSWER);
      assertThat(failed.text())
          .isEqualTo("the answer is encoded (Content-Encoding), which was not asked for");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.9\r\n",
        "\0\1\2\3\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\n",
        "<html>\r\n",
        "HTTP/1.1 200 OK\r\nno colon here\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: lzma\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
      })
  void garbageIsNoAnswer(String garbage) throws IOException {
    try (var receiver = Receiver.that(connection -> connection.write(garbage))) {
      var failed = failed(client.call(Call.get(receiver.url(), PATIENT)));
      assertThat(failed.kind()).isEqualTo(Failure.BAD_ANSWER);
      assertThat(failed.text()).doesNotContain("apache", "Exception");
    }
  }

  @Test
  void headersAreBounded() throws IOException {
    var longLine = "HTTP/1.1 200 OK\r\nX: " + "x".repeat(9_000) + "\r\n\r\n";
    var manyLines = "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(101) + "\r\n";
    for (var answer : List.of(longLine, manyLines)) {
      try (var receiver = Receiver.that(connection -> connection.write(answer))) {
        assertThat(failed(client.call(Call.get(receiver.url(), PATIENT))).kind())
            .isEqualTo(Failure.TOO_LARGE);
      }
    }
  }

  @Test
  void aConnectionBrokenOffIsNamedSo() throws IOException {
    for (Receiver.Conduct conduct :
        List.<Receiver.Conduct>of(Receiver.Connection::reset, connection -> {})) {
      try (var receiver = Receiver.that(conduct)) {
        var failed = failed(client.call(Call.post(receiver.url(), new byte[10], PATIENT)));
        assertThat(failed.kind()).isEqualTo(Failure.RESET);
        assertThat(receiver.requests).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsAnAnswerAndIsNotFollowed(int status) throws IOException {
    try (var target = Receiver.answering(OK);
        var receiver =
            Receiver.answering(
                "HTTP/1.1 %d Moved\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                    .formatted(status, target.url()))) {
      var answer = answered(client.call(Call.post(receiver.url(), new byte[1], PATIENT)));
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.header("location")).hasValue(target.url());
      assertThat(target.connections).hasValue(0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 407, 408, 429, 500, 503})
  void noStatusMakesACallGoOutTwice(int status) throws IOException {
    try (var receiver =
        Receiver.answering(
            "HTTP/1.1 %d No\r\nRetry-After: 0\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n"
                .formatted(status))) {
      var answer = answered(client.call(Call.post(receiver.url(), new byte[1], PATIENT)));
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.header("Retry-After")).hasValue("0");
      assertThat(receiver.requests).hasSize(1);
    }
  }

  @Test
  void cookiesAreForgotten() throws IOException {
    try (var receiver =
        Receiver.answering("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n")) {
      client.call(Call.get(receiver.url(), PATIENT));
      client.call(Call.get(receiver.url(), PATIENT));
      assertThat(receiver.requests).hasSize(2).noneMatch(request -> request.contains("Cookie"));
    }
  }

  @Test
  void aConnectionIsKeptAndOneThatWentStaleIsReplacedUnseen() throws IOException {
    try (var receiver = Receiver.answering(OK)) {
      answered(client.call(Call.get(receiver.url(), PATIENT)));
      answered(client.call(Call.get(receiver.url(), PATIENT)));
      assertThat(receiver.connections).hasValue(1);
    }
    try (var fickle = Receiver.that(connection -> connection.write(OK))) {
      for (int i = 1; i <= 20; i++) {
        var result = client.call(Call.post(fickle.url(), new byte[1], PATIENT));
        // The close may overtake the next call or not; it must never be sent twice.
        assertThat(fickle.requests.size()).isEqualTo(i);
        assertThat(result).isInstanceOf(Answered.class);
      }
    }
  }

  @Test
  void nobodyListensIsNamedSo() throws IOException {
    int port;
    try (var gone = new ServerSocket(0)) {
      port = gone.getLocalPort();
    }
    var failed = failed(client.call(Call.get("http://127.0.0.1:" + port + "/", PATIENT)));
    assertThat(failed.kind()).isEqualTo(Failure.CONNECT);
    assertThat(failed.text()).isEqualTo("no connection to 127.0.0.1 could be made");
  }

  @Test
  void aNameIsDialledAtTheAddressThatWasChecked() throws IOException {
    try (var receiver = Receiver.answering(OK)) {
      answers.add(List.of("127.0.0.1"));
      var url = "http://shop.example:" + receiver.port() + "/";
      assertThat(answered(client.call(Call.get(url, PATIENT))).status()).isEqualTo(200);
      assertThat(receiver.requests.getFirst()).contains("Host: shop.example:" + receiver.port());
    }
  }

  @Test
  void aNameWithOneForbiddenAnswerIsRefusedWhole() throws IOException {
    try (var receiver = Receiver.answering(OK)) {
      var url = "http://shop.example:" + receiver.port() + "/";
      for (var lure : List.of("10.0.0.5", "169.254.169.254", "fd00::1", "64:ff9b::a00:5")) {
        answers.add(List.of("127.0.0.1", lure));
        assertThat(failed(client.call(Call.get(url, PATIENT))).kind()).isEqualTo(Failure.REFUSED);
      }
      assertThat(receiver.connections).hasValue(0);
    }
  }

  @Test
  void aNameThatTurnsPrivateAfterItWasSavedIsRefusedInTheSameWords() {
    var url = "http://shop.example/";
    answers.add(List.of("8.8.8.8"));
    assertThat(client.checkUrl(url)).isInstanceOf(UrlCheck.Accepted.class);
    answers.add(List.of("10.0.0.5"));
    var failed = failed(client.call(Call.get(url, PATIENT)));
    answers.add(List.of("10.0.0.5"));
    assertThat(client.checkUrl(url)).isEqualTo(new UrlCheck.Refused(failed.text()));
    assertThat(failed.text())
        .isEqualTo("shop.example leads to an address that is not called from here (Private-Use)");
    assertThat(failed.text()).doesNotContain("10.0.0.5");
  }

  @Test
  void aNameWithoutAnAddressMayBeSavedButNotCalled() {
    assertThat(client.checkUrl("http://nobody.example/")).isInstanceOf(UrlCheck.Accepted.class);
    var failed = failed(client.call(Call.get("http://nobody.example/", PATIENT)));
    assertThat(failed.kind()).isEqualTo(Failure.DNS);
    assertThat(failed.text()).isEqualTo("the name nobody.example leads to no address");
  }

  @Test
  void aNameServerThatHangsHoldsNoCallBeyondItsTime() {
    var never = new CountDownLatch(1);
    Resolver hanging =
        host -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new UnknownHostException(host);
        };
    var limits = new EgressLimits(10, 10, 10, 1, 100);
    try (var slow = new EgressClient(LOOPBACK, limits, hanging, tls(), System::nanoTime)) {
      assertThat(failed(slow.call(Call.get("http://a.example/", PATIENT))).kind())
          .isEqualTo(Failure.DNS);
      var soon = failed(slow.call(Call.get("http://a.example/", new CallLimits(20, 0))));
      assertThat(soon.kind()).isEqualTo(Failure.TIMEOUT);
      assertThat(soon.text()).isEqualTo("no connection to a.example was made within 20 ms");
    }
  }

  @Test
  void whatThePolicyRefusesIsNeverSent() {
    try (var strict = client(EgressPolicy.PUBLIC_ONLY, EgressLimits.NORMAL);
        var receiver = Receiver.answering(OK)) {
      var failed = failed(strict.call(Call.get(receiver.url(), PATIENT)));
      assertThat(failed.kind()).isEqualTo(Failure.REFUSED);
      assertThat(strict.checkUrl(receiver.url())).isEqualTo(new UrlCheck.Refused(failed.text()));
      var header = Call.get(receiver.url(), PATIENT).with("X-A", "b\r\nX-Evil: 1");
      assertThat(failed(client.call(header)).text()).contains("X-A holds a line break");
      assertThat(receiver.connections).hasValue(0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void ipv6IsCalledToo() throws IOException {
    try (var server = new ServerSocket(0, 10, InetAddress.ofLiteral("::1"))) {
      Receiver.on(server, connection -> connection.write(OK));
      var url = "http://[::1]:" + server.getLocalPort() + "/";
      assertThat(answered(client.call(Call.get(url, PATIENT))).status()).isEqualTo(200);
    }
  }

  @Test
  void aDeadHostHoldsNoPlaceThatAnotherNeeds() throws Exception {
    var limits = new EgressLimits(2, 1, 1, 4, 1_000);
    try (var narrow = client(LOOPBACK, limits);
        var dead = Receiver.that(Receiver.Connection::hang);
        var alive = Receiver.answering(OK)) {
      var patient = new CallLimits(3_000, 10);
      var out = new ArrayList<CompletableFuture<CallResult>>();
      for (int i = 0; i < 6; i++) {
        out.add(
            CompletableFuture.supplyAsync(
                () -> narrow.call(Call.get(dead.url(), patient)), Thread::startVirtualThread));
      }
      var first =
          failed((CallResult) CompletableFuture.anyOf(out.toArray(CompletableFuture[]::new)).get());
      assertThat(first.kind()).isEqualTo(Failure.BUSY);
      assertThat(first.text()).isEqualTo("too many calls to 127.0.0.1 are out");
      assertThat(answered(narrow.call(Call.get(alive.url(), patient))).status()).isEqualTo(200);
      // Now, while the first call hangs: when its time is over, the one behind it may go.
      assertThat(dead.connections.get()).isLessThanOrEqualTo(1);
      assertThat(out.stream().map(CompletableFuture::join).map(r -> failed(r).kind()))
          .contains(Failure.TIMEOUT)
          .filteredOn(kind -> kind == Failure.BUSY)
          .hasSizeGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void stoppingBreaksOffWhatIsOut() throws Exception {
    var arrived = new CountDownLatch(1);
    try (var receiver =
        Receiver.that(
            connection -> {
              arrived.countDown();
              connection.hang();
            })) {
      var out = later(Call.get(receiver.url(), PATIENT));
      assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
      client.close();
      assertThat(failed(out.get(5, TimeUnit.SECONDS)).kind()).isEqualTo(Failure.STOPPED);
      assertThat(failed(client.call(Call.get(receiver.url(), PATIENT))).kind())
          .isEqualTo(Failure.STOPPED);
    }
  }

  private Failed settlesInTime(Receiver receiver) {
    var failed = failed(client.call(Call.post(receiver.url(), new byte[3], SHORT)));
    assertThat(failed.kind()).isEqualTo(Failure.TIMEOUT);
    assertThat(failed.millis()).isBetween(1_000L, 1_000 + SLACK_MILLIS);
    return failed;
  }

  private CompletableFuture<CallResult> later(Call call) {
    return CompletableFuture.supplyAsync(() -> client.call(call), Thread::startVirtualThread);
  }

  private EgressClient client(EgressPolicy policy, EgressLimits limits) {
    return new EgressClient(policy, limits, this::resolve, tls(), System::nanoTime);
  }

  private List<InetAddress> resolve(String host) throws UnknownHostException {
    var answer = answers.poll();
    if (answer == null) {
      throw new UnknownHostException(host);
    }
    return answer.stream().map(InetAddress::ofLiteral).toList();
  }

  private static SSLContext tls() {
    try {
      return SSLContext.getDefault();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static Answered answered(CallResult result) {
    assertThat(result).isInstanceOf(Answered.class);
    return (Answered) result;
  }

  private static Failed failed(CallResult result) {
    assertThat(result).isInstanceOf(Failed.class);
    return (Failed) result;
  }
}
