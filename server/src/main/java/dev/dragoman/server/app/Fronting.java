package dev.dragoman.server.app;

import dev.dragoman.server.egress.Cidr;
import dev.dragoman.server.http.Front;
import dev.dragoman.server.http.Origins;
import dev.dragoman.server.settings.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the outside reaches the doors, as the settings say.
final class Fronting {
  private static final String API = "/api/v1";

  private Fronting() {}

  static Front of(Settings settings) {
    Map<String, String> prefixes = new HashMap<>();
    Map<String, Origins> origins = new HashMap<>();
    origins.put(API, new Origins(Set.copyOf(settings.apiCors())));
    for (Settings.Dialect dialect : settings.dialects()) {
      String prefix = "/" + dialect.name();
      dialect.hosts().forEach(host -> prefixes.put(host, prefix));
      origins.put(prefix, new Origins(Set.copyOf(dialect.cors())));
    }
    List<Cidr> proxies = networks(settings.http().trustedProxies());
    return new Front(
        prefixes,
        origins,
        address -> proxies.stream().anyMatch(network -> network.contains(address)));
  }

  /// The address to listen on.
  static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw new IllegalStateException(
          "http.host " + host + " is no address of this machine", unknown);
    }
  }

  /// Networks as settings have them: one without a prefix is a single address.
  static List<Cidr> networks(List<String> given) {
    return given.stream()
        .map(text -> text.contains("/") ? text : text + (text.contains(":") ? "/128" : "/32"))
        .map(Cidr::parse)
        .toList();
  }
}
