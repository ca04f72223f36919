package dev.dragoman.server.egress;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads the host of a URL in exactly one way, so that nobody downstream can read it in another.
///
/// An address is written as four decimal numbers or as IPv6 in brackets; everything that an older
/// parser would also take for an address (octal, hexadecimal, one number, three numbers) is
/// refused. A name is brought to ASCII, so full-width digits and dots are seen for what they are.
final class HostForm {

  private static final int NAME_MAX = 253;
  private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern NUMERIC = Pattern.compile("[0-9]+|0x[0-9a-f]*");
  private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,2}");

  private HostForm() {}

  /// The host as it stands in the accepted URL; throws [RefusedUrl].
  static String read(String host) throws RefusedUrl {
    if (host.startsWith("[")) {
      return ipv6(host);
    }
    var ascii = ascii(host);
    if (ascii.endsWith(".")) {
      ascii = ascii.substring(0, ascii.length() - 1);
    }
    if (ascii.isEmpty() || ascii.length() > NAME_MAX) {
      throw new RefusedUrl("the URL has no host name of 1 to " + NAME_MAX + " characters");
    }
    var labels = List.of(ascii.split("\\.", -1));
    if (NUMERIC.matcher(labels.getLast()).matches()) {
      requireIpv4(labels);
    } else if (!labels.stream().allMatch(label -> LABEL.matcher(label).matches())) {
      throw new RefusedUrl("the host of the URL is not a valid name");
    }
    return ascii;
  }

  private static String ipv6(String host) throws RefusedUrl {
    var inner = host.endsWith("]") ? host.substring(1, host.length() - 1) : "";
    // Zone ids name an interface of this machine, which no user has a say in.
    if (inner.indexOf(':') < 0 || inner.indexOf('%') >= 0) {
      throw new RefusedUrl("the address in brackets is not IPv6");
    }
    try {
      InetAddress address = InetAddress.ofLiteral(inner);
      return address instanceof Inet6Address
          ? "[" + address.getHostAddress() + "]"
          : address.getHostAddress();
    } catch (IllegalArgumentException e) {
      throw new RefusedUrl("the address in brackets is not IPv6", e);
    }
  }

  private static String ascii(String host) throws RefusedUrl {
    try {
      return IDN.toASCII(host).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new RefusedUrl("the host of the URL is not a valid name", e);
    }
  }

  private static void requireIpv4(List<String> labels) throws RefusedUrl {
    boolean dotted =
        labels.size() == 4
            && labels.stream()
                .allMatch(l -> DECIMAL.matcher(l).matches() && Integer.parseInt(l) <= 255);
    if (!dotted) {
      throw new RefusedUrl("an IPv4 address is written as four decimal numbers from 0 to 255");
    }
  }
}
