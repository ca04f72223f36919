package dev.dragoman.server.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// What proxies say of the client in front of them, believed as far as they are trusted.
///
/// @param trusted whose word counts
record Forwarding(Predicate<InetAddress> trusted) {
  private static final HeaderName FOR = HeaderNames.create("X-Forwarded-For");
  private static final HeaderName PROTO = HeaderNames.create("X-Forwarded-Proto");
  private static final HeaderName HOST = HeaderNames.create("X-Forwarded-Host");

  /// The nearest address nobody trusted vouches for: the client's, or an unknown proxy's.
  String address(ServerRequest request) {
    String here = request.remotePeer().host();
    List<String> before = values(request, FOR);
    for (int i = before.size() - 1; i >= 0 && isTrusted(here); i--) {
      String next = withoutPort(before.get(i).strip());
      if (!isAddress(next)) {
        return here;
      }
      here = next;
    }
    return here;
  }

  /// The host name the client asked for. Of several, the one that the nearest proxy wrote.
  String authority(ServerRequest request) {
    List<String> told = values(request, HOST);
    return !told.isEmpty() && isTrusted(request.remotePeer().host())
        ? told.getLast().strip()
        : request.authority();
  }

  /// Whether the client came by `http` or `https`. Of several words, the one of the nearest proxy.
  String scheme(ServerRequest request) {
    List<String> told = values(request, PROTO);
    String word = told.isEmpty() ? "" : told.getLast().strip().toLowerCase(Locale.ROOT);
    boolean believed =
        (word.equals("http") || word.equals("https")) && isTrusted(request.remotePeer().host());
    return believed ? word : request.isSecure() ? "https" : "http";
  }

  private static List<String> values(ServerRequest request, HeaderName name) {
    return request.headers().contains(name) ? request.headers().values(name) : List.of();
  }

  private boolean isTrusted(String address) {
    return isAddress(address) && trusted.test(InetAddress.ofLiteral(address));
  }

  private static boolean isAddress(String text) {
    try {
      return !InetAddress.ofLiteral(text).getHostAddress().isEmpty();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Some proxies add the port: `203.0.113.9:4711`, `[2001:db8::1]:4711`.
  private static String withoutPort(String text) {
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end < 0 ? text : text.substring(1, end);
    }
    int colon = text.indexOf(':');
    return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
  }
}
