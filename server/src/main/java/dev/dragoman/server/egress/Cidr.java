package dev.dragoman.server.egress;

import java.net.InetAddress;

/// A block of addresses: the first `bits` bits of `network`.
///
/// @param network an address whose bits after the prefix are zero
/// @param bits 0 to 32 for IPv4, 0 to 128 for IPv6
public record Cidr(InetAddress network, int bits) {

  public Cidr {
    var bytes = network.getAddress();
    if (bits < 0 || bits > bytes.length * 8) {
      throw new IllegalArgumentException("a prefix length must be 0 to " + bytes.length * 8);
    }
    for (int i = bits; i < bytes.length * 8; i++) {
      if ((bytes[i / 8] >> (7 - i % 8) & 1) != 0) {
        throw new IllegalArgumentException("the address has bits set after its prefix");
      }
    }
  }

  /// Reads `10.0.0.0/8` or `fc00::/7`; throws `IllegalArgumentException` with a text fit for the
  /// one who wrote the setting.
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("'" + text + "' is not a CIDR like 10.0.0.0/8");
    }
    try {
      return new Cidr(
          InetAddress.ofLiteral(text.substring(0, slash).strip()),
          Integer.parseInt(text.substring(slash + 1).strip()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a CIDR like 10.0.0.0/8: " + e.getMessage(), e);
    }
  }

  /// Whether the address lies in the block; never across the two families.
  public boolean contains(InetAddress address) {
    var mine = network.getAddress();
    var other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    int whole = bits / 8;
    for (int i = 0; i < whole; i++) {
      if (mine[i] != other[i]) {
        return false;
      }
    }
    int rest = bits % 8;
    return rest == 0 || (mine[whole] & 0xFF) >> (8 - rest) == (other[whole] & 0xFF) >> (8 - rest);
  }
}
