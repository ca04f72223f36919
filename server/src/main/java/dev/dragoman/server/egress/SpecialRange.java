package dev.dragoman.server.egress;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// One line of the IANA special-purpose address registries.
record SpecialRange(Cidr block, String name) {

  /// The IPv4 registry (RFC 6890 and its successors, as of 2025-10) and the multicast block. Listed
  /// in full, the globally reachable ones too: none of them is a place for a webhook.
  private static final List<SpecialRange> IPV4 =
      List.of(
          of("0.0.0.0/8", "This network"),
          of("10.0.0.0/8", "Private-Use"),
          of("100.64.0.0/10", "Shared Address Space"),
          of("127.0.0.0/8", "Loopback"),
          of("169.254.0.0/16", "Link Local"),
          of("172.16.0.0/12", "Private-Use"),
          of("192.0.0.0/24", "IETF Protocol Assignments"),
          of("192.0.2.0/24", "Documentation (TEST-NET-1)"),
          of("192.31.196.0/24", "AS112-v4"),
          of("192.52.193.0/24", "AMT"),
          of("192.88.99.0/24", "Deprecated (6to4 Relay Anycast)"),
          of("192.168.0.0/16", "Private-Use"),
          of("192.175.48.0/24", "Direct Delegation AS112 Service"),
          of("198.18.0.0/15", "Benchmarking"),
          of("198.51.100.0/24", "Documentation (TEST-NET-2)"),
          of("203.0.113.0/24", "Documentation (TEST-NET-3)"),
          of("224.0.0.0/4", "Multicast"),
          of("255.255.255.255/32", "Limited Broadcast"),
          of("240.0.0.0/4", "Reserved"));

  /// The IPv6 registry, the deprecated blocks, and last what is not global unicast at all.
  private static final List<SpecialRange> IPV6 =
      List.of(
          of("::1/128", "Loopback Address"),
          of("::/128", "Unspecified Address"),
          of("::/96", "Deprecated (IPv4-compatible)"),
          of("::ffff:0:0:0/96", "IPv4-translated"),
          of("64:ff9b::/96", "IPv4-IPv6 Translation"),
          of("64:ff9b:1::/48", "IPv4-IPv6 Translation, local use"),
          of("100::/64", "Discard-Only Address Block"),
          of("100:0:0:1::/64", "Dummy IPv6 Prefix"),
          of("2001::/32", "Teredo"),
          of("2001:2::/48", "Benchmarking"),
          of("2001:3::/32", "AMT"),
          of("2001:4:112::/48", "AS112-v6"),
          of("2001:10::/28", "Deprecated (ORCHID)"),
          of("2001:20::/28", "ORCHIDv2"),
          of("2001:30::/28", "Drone Remote ID Protocol Entity Tags"),
          of("2001::/23", "IETF Protocol Assignments"),
          of("2001:db8::/32", "Documentation"),
          of("2002::/16", "6to4"),
          of("2620:4f:8000::/48", "Direct Delegation AS112 Service"),
          of("3fff::/20", "Documentation"),
          of("5f00::/16", "Segment Routing (SRv6) SIDs"),
          of("fc00::/7", "Unique-Local"),
          of("fe80::/10", "Link-Local Unicast"),
          of("fec0::/10", "Deprecated (Site-Local)"),
          of("ff00::/8", "Multicast"));

  /// All that IANA has given out for global unicast lies here.
  private static final Cidr IPV6_GLOBAL = Cidr.parse("2000::/3");

  private static SpecialRange of(String block, String name) {
    return new SpecialRange(Cidr.parse(block), name);
  }

  /// The name of the special range an address lies in, if any.
  static Optional<String> nameOf(InetAddress address) {
    boolean narrow = address.getAddress().length == 4;
    for (var range : narrow ? IPV4 : IPV6) {
      if (range.block.contains(address)) {
        return Optional.of(range.name);
      }
    }
    return narrow || IPV6_GLOBAL.contains(address)
        ? Optional.empty()
        : Optional.of("not global unicast");
  }
}
