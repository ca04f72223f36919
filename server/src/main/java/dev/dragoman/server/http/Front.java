package dev.dragoman.server.http;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// How the outside reaches the doors: by which names, from which web pages, through whom.
///
/// @param prefixes by host name in lower case: the door that has its root there
/// @param origins by the prefix of a door; one that is absent takes no other origin
/// @param trusted whose word of the client in front of them is believed
public record Front(
    Map<String, String> prefixes, Map<String, Origins> origins, Predicate<InetAddress> trusted) {
  /// One name for all, no web pages, nobody believed.
  public static final Front PLAIN = new Front(Map.of(), Map.of(), _ -> false);

  /// Copies the maps.
  public Front {
    prefixes = Map.copyOf(prefixes);
    origins = Map.copyOf(origins);
  }

  Origins origins(Door door) {
    return origins.getOrDefault(door.prefix(), Origins.NONE);
  }

  /// The prefix that a host name stands for.
  ///
  /// @param authority the name as the client wrote it, perhaps with a port
  Optional<String> prefix(String authority) {
    int colon = authority.lastIndexOf(':');
    String name = colon < 0 ? authority : authority.substring(0, colon);
    String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return Optional.ofNullable(prefixes.get(plain.toLowerCase(Locale.ROOT)));
  }
}
