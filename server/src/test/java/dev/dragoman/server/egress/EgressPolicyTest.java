package dev.dragoman.server.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressPolicyTest {

  private final EgressPolicy policy = EgressPolicy.PUBLIC_ONLY;

  @ParameterizedTest
  @CsvSource({
    "https://shop.example/hook, https://shop.example/hook",
    "HTTPS://Shop.Example, https://shop.example/",
    "http://shop.example.:8080/a?b=c%20d, http://shop.example:8080/a?b=c%20d",
    "https://shop.example?x=1, https://shop.example/?x=1",
    "https://bücher.example/, https://xn--bcher-kva.example/",
    "https://host1/, https://host1/",
    "https://8.8.8.8/, https://8.8.8.8/",
    "https://[2606:4700::1111]:8443/, https://[2606:4700:0:0:0:0:0:1111]:8443/",
    "https://[::ffff:8.8.8.8]/, https://8.8.8.8/",
    "https://8.8.8.8./, https://8.8.8.8/",
  })
  void anOrdinaryUrlIsAcceptedInItsOneForm(String url, String kept) {
    assertThat(policy.checkUrl(url))
        .isInstanceOfSatisfying(
            UrlCheck.Accepted.class, a -> assertThat(a.uri()).hasToString(kept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://2130706433/",
        "http://017700000001/",
        "http://0177.0.0.1/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://127.1/",
        "http://127.0.1/",
        "http://0/",
        "http://127.0.0.01/",
        "http://127.0.0.256/",
        "http://127.0.0.1.1/",
        "http://1.2.3.4.5.0x7f/",
        "http://2130706433./",
        "http://①②⑦.0.0.01/",
      })
  void anAddressInAnyOtherSpellingIsRefused(String url) {
    assertThat(reason(url))
        .isEqualTo("an IPv4 address is written as four decimal numbers from 0 to 255");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "127.0.0.1 | Loopback",
        "127.255.255.254 | Loopback",
        "１２７.０.０.１ | Loopback",
        "127。0。0。1 | Loopback",
        "127.0.0.1. | Loopback",
        "0.0.0.0 | This network",
        "10.1.2.3 | Private-Use",
        "172.16.0.1 | Private-Use",
        "172.31.255.255 | Private-Use",
        "192.168.1.1 | Private-Use",
        "169.254.169.254 | Link Local",
        "100.64.0.1 | Shared Address Space",
        "192.0.0.8 | IETF Protocol Assignments",
        "192.0.2.1 | Documentation (TEST-NET-1)",
        "198.51.100.1 | Documentation (TEST-NET-2)",
        "203.0.113.1 | Documentation (TEST-NET-3)",
        "198.19.0.1 | Benchmarking",
        "192.88.99.1 | Deprecated (6to4 Relay Anycast)",
        "192.31.196.1 | AS112-v4",
        "192.52.193.1 | AMT",
        "192.175.48.1 | Direct Delegation AS112 Service",
        "224.0.0.1 | Multicast",
        "250.0.0.1 | Reserved",
        "255.255.255.255 | Limited Broadcast",
        "[::1] | Loopback Address",
        "[::] | Unspecified Address",
        "[0:0:0:0:0:0:0:1] | Loopback Address",
        "[::ffff:127.0.0.1] | Loopback",
        "[::ffff:7f00:1] | Loopback",
        "[::ffff:a9fe:a9fe] | Link Local",
        "[::127.0.0.1] | Deprecated (IPv4-compatible)",
        "[::ffff:0:127.0.0.1] | IPv4-translated",
        "[64:ff9b::7f00:1] | IPv4-IPv6 Translation",
        "[64:ff9b::8.8.8.8] | IPv4-IPv6 Translation",
        "[64:ff9b:1::1] | IPv4-IPv6 Translation, local use",
        "[2002:7f00:1::] | 6to4",
        "[2001:0:4136:e378::1] | Teredo",
        "[2001:2::1] | Benchmarking",
        "[2001:3::1] | AMT",
        "[2001:4:112::1] | AS112-v6",
        "[2001:10::1] | Deprecated (ORCHID)",
        "[2001:20::1] | ORCHIDv2",
        "[2001:30::1] | Drone Remote ID Protocol Entity Tags",
        "[2001:1ff::1] | IETF Protocol Assignments",
        "[2001:db8::1] | Documentation",
        "[3fff::1] | Documentation",
        "[2620:4f:8000::1] | Direct Delegation AS112 Service",
        "[5f00::1] | Segment Routing (SRv6) SIDs",
        "[100::1] | Discard-Only Address Block",
        "[100:0:0:1::1] | Dummy IPv6 Prefix",
        "[fc00::1] | Unique-Local",
        "[fd12:3456::1] | Unique-Local",
        "[fe80::1] | Link-Local Unicast",
        "[fec0::1] | Deprecated (Site-Local)",
        "[ff02::1] | Multicast",
        "[4000::1] | not global unicast",
      })
  void anAddressOfASpecialRangeIsRefusedByItsName(String host, String range) {
    assertThat(reason("http://" + host + ":8080/x"))
        .endsWith(" leads to an address that is not called from here (" + range + ")");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.255.255.255",
        "11.0.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "192.169.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "[2001:200::1]",
        "[2003::1]",
        "[2620:4f:8001::1]",
        "[3ffe:ffff::1]",
        "[2606:4700::1]",
      })
  void theNeighboursOfASpecialRangeAreCalled(String host) {
    assertThat(policy.checkUrl("http://" + host + "/")).isInstanceOf(UrlCheck.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ftp://shop.example/ | only http:// and https:// URLs are called",
        "file:///etc/passwd | only http:// and https:// URLs are called",
        "gopher://127.0.0.1:25/ | only http:// and https:// URLs are called",
        "javascript:alert(1) | only http:// and https:// URLs are called",
        "//shop.example/ | only http:// and https:// URLs are called",
        "http:/shop.example | only http:// and https:// URLs are called",
        "https://user:pw@shop.example/ | the URL holds credentials; give them as a header",
        "https://shop.example@127.0.0.1/ | the URL holds credentials; give them as a header",
        "https://@shop.example/ | the URL holds credentials; give them as a header",
        "https://shop.example/#x | the URL holds a fragment (#), which is never sent",
        "https://shop.example:0/ | the port of the URL is not a number from 1 to 65535",
        "https://shop.example:65536/ | the port of the URL is not a number from 1 to 65535",
        "https://shop.example:/ | the port of the URL is not a number from 1 to 65535",
        "https://shop.example:80:90/ | the port of the URL is not a number from 1 to 65535",
        "https://[::1/ | the address in brackets is not IPv6",
        "https://[fe80::1%25eth0]/ | the address in brackets is not IPv6",
        "https://[127.0.0.1]/ | the address in brackets is not IPv6",
        "https://[::1]x/ | the address in brackets is not IPv6",
        "https:/// | the URL has no host name of 1 to 253 characters",
        "https://./ | the URL has no host name of 1 to 253 characters",
        "https://shop..example/ | the host of the URL is not a valid name",
        "https://shop.example../ | the host of the URL is not a valid name",
        "https://shop.1example/ | the host of the URL is not a valid name",
        "https://my_shop.example/ | the host of the URL is not a valid name",
        "https://-shop.example/ | the host of the URL is not a valid name",
        "https://shop%2eexample/ | the host of the URL is not a valid name",
        "https://127.0.0.1%00.example/ | the host of the URL is not a valid name",
        "https://shop.example/ñ | the path or query of the URL is not ASCII: percent-encode it",
        "https://shop.example/a{b} | the path or query of the URL is not valid: percent-encode it",
      })
  void aUrlThatCouldBeReadInTwoWaysIsRefused(String url, String expected) {
    assertThat(reason(url)).isEqualTo(expected);
  }

  static Stream<String> uncleanUrls() {
    return Stream.of(
        "https://shop.example/a b",
        " https://shop.example/",
        "https://shop.example/\r\nX-Evil: 1",
        "https://shop.example/\nGET /",
        "https://shop.example\t/",
        "https://shop.example/\0",
        "https://shop.example\\@127.0.0.1/",
        "https://shop.exa\u00admple/",
        "https://shop.exam\u200bple/",
        "https://shop.example/\u2028",
        "https://shop.example/\u00a0",
        "https://shop.example/\u0085");
  }

  @ParameterizedTest
  @MethodSource("uncleanUrls")
  void lineBreaksAndInvisibleCharactersAreRefused(String url) {
    assertThat(reason(url))
        .isEqualTo("the URL holds a space, a line break, a control character or a backslash");
  }

  @Test
  void aUrlHasALength() {
    assertThat(reason("")).isEqualTo("a URL has 1 to 2048 characters");
    assertThat(reason("https://shop.example/" + "x".repeat(2_028))).startsWith("a URL has");
    assertThat(policy.checkUrl("https://shop.example/" + "x".repeat(2_027)))
        .isInstanceOf(UrlCheck.Accepted.class);
    assertThat(reason("https://" + "a".repeat(64) + ".example/"))
        .isEqualTo("the host of the URL is not a valid name");
  }

  @Test
  void theOperatorCanAllowBlocks() throws Exception {
    var laptop = allowing("127.0.0.0/8", "::1/128", "10.20.0.0/16");
    for (var host : List.of("127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "10.20.30.40")) {
      assertThat(laptop.checkUrl("http://" + host + "/")).isInstanceOf(UrlCheck.Accepted.class);
    }
    for (var host : List.of("10.21.0.1", "192.168.0.1", "[::2]", "[64:ff9b::7f00:1]")) {
      assertThat(laptop.checkUrl("http://" + host + "/")).isInstanceOf(UrlCheck.Refused.class);
    }
  }

  @Test
  void anAllowedTranslatorIsNoWayRound() {
    var translated = allowing("64:ff9b::/96", "2002::/16");
    assertThat(translated.checkUrl("http://[64:ff9b::8.8.8.8]/"))
        .isInstanceOf(UrlCheck.Accepted.class);
    for (var host : List.of("[64:ff9b::127.0.0.1]", "[64:ff9b::a9fe:a9fe]", "[2002:a00:1::1]")) {
      assertThat(translated.checkUrl("http://" + host + "/")).isInstanceOf(UrlCheck.Refused.class);
    }
  }

  @Test
  void oneForbiddenAnswerRefusesTheWholeName() throws Exception {
    var good = InetAddress.ofLiteral("8.8.8.8");
    var bad = InetAddress.ofLiteral("10.0.0.5");
    assertThat(policy.refusal("shop.example", List.of(good))).isEmpty();
    assertThat(policy.refusal("shop.example", List.of(good, bad)))
        .hasValue("shop.example leads to an address that is not called from here (Private-Use)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host",
        "content-length",
        "Transfer-Encoding",
        "CONNECTION",
        "Proxy-Authorization",
        "Upgrade",
        "TE",
        "Expect",
        "Accept-Encoding",
        "Keep-Alive",
        "Trailer"
      })
  void headersThatFrameTheMessageAreOurs(String name) {
    assertThat(policy.refusedHeader(name, "x"))
        .hasValue("the header " + name + " is set by the server itself");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "ñ", "a\u2028b", "\u007f"})
  void aHeaderValueHoldsNoLineBreak(String value) {
    assertThat(policy.refusedHeader("X-Token", value))
        .hasValue("the header X-Token holds a line break, a control character or non-ASCII text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "X Y", "X:Y", "X\r\nY", "Ñ", "X\0"})
  void aHeaderNameIsAToken(String name) {
    assertThat(policy.refusedHeader(name, "v"))
        .hasValueSatisfying(r -> assertThat(r).startsWith("a header name"));
  }

  @Test
  void ordinaryHeadersAreSent() {
    assertThat(policy.refusedHeader("Authorization", "Bearer abc.def-_=")).isEmpty();
    assertThat(policy.refusedHeader("X-Long", "v".repeat(4_096))).isEmpty();
    assertThat(policy.refusedHeader("X-Long", "v".repeat(4_097))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0",
        "10.0.0.1/8",
        "10.0.0.0/33",
        "10.0.0.0/x",
        "x/8",
        "fc00::/129",
        "127.1/8",
        "/8"
      })
  void aBlockThatIsNoneIsRefusedWithItsText(String text) {
    assertThatThrownBy(() -> Cidr.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "' is not a CIDR like 10.0.0.0/8");
  }

  private static EgressPolicy allowing(String... blocks) {
    return EgressPolicy.allowing(Stream.of(blocks).map(Cidr::parse).toList());
  }

  private String reason(String url) {
    return policy.checkUrl(url) instanceof UrlCheck.Refused(var reason) ? reason : "accepted";
  }
}
