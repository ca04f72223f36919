package dev.dragoman.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.testing.Wire;
import dev.dragoman.server.testing.Wire.Reply;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// By which names, from which pages and through whom doors are reached.
class FrontTest {
  private static final String PAGE = "https://shop.example";

  private static Listener listener;
  private static Listener trusting;

  @BeforeAll
  static void open() {
    listener = listening(_ -> false);
    trusting = listening(address -> address.isLoopbackAddress() || address.isSiteLocalAddress());
  }

  @AfterAll
  static void close() {
    listener.close();
    trusting.close();
  }

  private static Listener listening(java.util.function.Predicate<InetAddress> trusted) {
    Front front =
        new Front(
            Map.of("api.shop.io", "/shop"),
            Map.of("/shop", new Origins(Set.of(PAGE)), "/open", new Origins(Set.of("*"))),
            trusted);
    return Listener.open(
        new Listener.Settings(
            InetAddress.getLoopbackAddress(), 0, Duration.ofSeconds(1), null, 1_000, front),
        List.of(door("/shop"), door("/open"), door("/closed"), door("")),
        (_, _, failure) -> failure.toString());
  }

  /// Says what reached it.
  private static Door door(String prefix) {
    Handler told =
        request ->
            text(
                request.path()
                    + " "
                    + request.place("id")
                    + " "
                    + request.query("q").orElse("-")
                    + " "
                    + new String(request.body(), UTF_8));
    return new Door(
        prefix,
        List.of(
            Route.get("/things/{id}", told),
            Route.post("/things/{id}", told),
            Route.get("/origin", request -> text(request.origin())),
            Route.get("/from", request -> text(request.remoteAddress()))),
        problem -> Response.of(problem.status(), "text/plain", ("no " + prefix).getBytes(UTF_8)));
  }

  private static Response text(String text) {
    return Response.of(200, "text/plain", text.getBytes(UTF_8));
  }

  private static Wire known(String host) {
    return Wire.to("http://127.0.0.1:" + listener.port(), host);
  }

  private static Wire proxied() {
    return Wire.to("http://127.0.0.1:" + trusting.port(), "localhost");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api.shop.io", "API.Shop.IO", "api.shop.io:8443", "api.shop.io."})
  void aHostNameIsTheRootOfItsDialect(String host) {
    assertThat(known(host).get("/things/7?q=a%20b").body()).isEqualTo("/shop/things/7 7 a b ");
    assertThat(known(host).post("/things/7", "{\"a\":1}").body())
        .isEqualTo("/shop/things/7 7 - {\"a\":1}");
  }

  @Test
  void whatIsWrittenInThePathStaysAsItIs() {
    assertThat(known("api.shop.io").get("/things/a%20b%C3%A9").body())
        .isEqualTo("/shop/things/a bé a bé - ");
  }

  @Test
  void itsPrefixLeadsThereToo() {
    assertThat(known("api.shop.io").get("/shop/things/7").body()).isEqualTo("/shop/things/7 7 - ");
  }

  @Test
  void nothingElseIsBehindIt() {
    assertThat(known("api.shop.io").get("/closed/things/7").status()).isEqualTo(404);
    assertThat(known("api.shop.io").get("/none").body()).isEqualTo("no /shop");
    assertThat(known("api.shop.io").send("PUT", "/things/7", "").status()).isEqualTo(405);
  }

  @Test
  void otherNamesSeeAllAsBefore() {
    assertThat(known("elsewhere.io").get("/things/7").body()).isEqualTo("/things/7 7 - ");
    assertThat(known("elsewhere.io").get("/shop/things/7").body()).isEqualTo("/shop/things/7 7 - ");
    assertThat(known("my.api.shop.io").get("/things/7").body()).isEqualTo("/things/7 7 - ");
  }

  @Test
  void aForwardedNameCountsFromATrustedProxyOnly() {
    String name = "X-Forwarded-Host";
    assertThat(proxied().with(name, "api.shop.io").get("/things/7").body())
        .isEqualTo("/shop/things/7 7 - ");
    assertThat(known("localhost").with(name, "api.shop.io").get("/things/7").body())
        .isEqualTo("/things/7 7 - ");
  }

  @Test
  void whereTheClientCameToIsBelievedOfATrustedProxyOnly() {
    String proto = "X-Forwarded-Proto";
    Wire known = known("chat.example").with("X-Forwarded-Host", "shop.example");
    assertThat(known.with(proto, "https").get("/open/origin").body())
        .isEqualTo("http://chat.example");
    Wire proxied = proxied().with("X-Forwarded-Host", "shop.example");
    assertThat(proxied.with(proto, "https").get("/open/origin").body())
        .isEqualTo("https://shop.example");
    assertThat(proxied.with(proto, "javascript").get("/open/origin").body())
        .isEqualTo("http://shop.example");
  }

  @Test
  void aPageOfAnAllowedOriginMayReadAndAskFirst() {
    Reply read = known("h").with("Origin", PAGE).get("/shop/things/7");
    assertThat(read.header("access-control-allow-origin")).contains(PAGE);
    assertThat(read.header("vary")).contains("Origin");
    Reply asked =
        known("api.shop.io")
            .with("Origin", PAGE)
            .with("Access-Control-Request-Method", "POST")
            .with("Access-Control-Request-Headers", "authorization, content-type")
            .send("OPTIONS", "/things/7", "");
    assertThat(asked.status()).isEqualTo(204);
    assertThat(asked.header("access-control-allow-origin")).contains(PAGE);
    assertThat(asked.header("access-control-allow-methods")).contains("GET, HEAD, OPTIONS, POST");
    assertThat(asked.header("access-control-allow-headers"))
        .contains("authorization, content-type");
    assertThat(asked.header("vary")).contains("Origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://shop.example.org", "http://shop.example", "null"})
  void aPageOfAnotherOriginMayNot(String origin) {
    Reply read = known("h").with("Origin", origin).get("/shop/things/7");
    assertThat(read.header("access-control-allow-origin")).isEmpty();
    assertThat(read.header("vary")).contains("Origin");
    Reply asked =
        known("h")
            .with("Origin", origin)
            .with("Access-Control-Request-Method", "POST")
            .send("OPTIONS", "/shop/things/7", "");
    assertThat(asked.header("access-control-allow-origin")).isEmpty();
  }

  @Test
  void aPageReadsWhatIsWrongToo() {
    Reply wrong = known("h").with("Origin", PAGE).get("/shop/none");
    assertThat(wrong.status()).isEqualTo(404);
    assertThat(wrong.header("access-control-allow-origin")).contains(PAGE);
  }

  @Test
  void aStarTakesEveryOrigin() {
    assertThat(
            known("h")
                .with("Origin", "http://a.example")
                .get("/open/things/7")
                .header("access-control-allow-origin"))
        .contains("http://a.example");
  }

  @Test
  void whereNoOriginIsAllowedNothingIsSaidOfThem() {
    Reply read = known("h").with("Origin", PAGE).get("/closed/things/7");
    assertThat(read.headers()).doesNotContainKeys("access-control-allow-origin", "vary");
    Reply asked =
        known("h")
            .with("Origin", PAGE)
            .with("Access-Control-Request-Method", "POST")
            .send("OPTIONS", "/closed/things/7", "");
    assertThat(asked.headers())
        .doesNotContainKeys("access-control-allow-origin", "access-control-allow-methods");
    assertThat(asked.header("allow")).contains("GET, HEAD, OPTIONS, POST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          203.0.113.9                       | 203.0.113.9
          203.0.113.9, 10.0.0.5             | 203.0.113.9
          198.51.100.1, 203.0.113.9, 10.0.0.5 | 203.0.113.9
          203.0.113.9:4711                  | 203.0.113.9
          [2001:db8::1]:4711                | 2001:db8::1
          2001:db8::1                       | 2001:db8::1
          10.0.0.7, 10.0.0.5                | 10.0.0.7
          203.0.113.9, nonsense             | 127.0.0.1
          203.0.113.9, nonsense, 10.0.0.5   | 10.0.0.5
          example.org                       | 127.0.0.1
          """)
  void aTrustedProxyIsBelievedAsFarAsTrustGoes(String told, String client) {
    assertThat(proxied().with("X-Forwarded-For", told).get("/from").body()).isEqualTo(client);
  }

  @Test
  void anybodyElseIsNot() {
    assertThat(known("h").with("X-Forwarded-For", "203.0.113.9").get("/from").body())
        .isEqualTo("127.0.0.1");
    assertThat(proxied().get("/from").body()).isEqualTo("127.0.0.1");
  }
}
