package dev.dragoman.server.egress;

import dev.dragoman.server.egress.UrlCheck.Accepted;
import dev.dragoman.server.egress.UrlCheck.Refused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Says which URLs, headers and addresses may be called. Pure and immutable; the same sentences are
/// given when an endpoint is saved and when it is called.
///
/// Any port may be called. An address in one of the IANA special-purpose registries, multicast or
/// outside IPv6 global unicast is refused, unless the operator allowed its block.
public final class EgressPolicy {

  /// Nothing special is allowed: what a public installation wants.
  public static final EgressPolicy PUBLIC_ONLY = new EgressPolicy(List.of());

  private static final Cidr TRANSLATED = Cidr.parse("64:ff9b::/96");
  private static final Cidr SIX_TO_FOUR = Cidr.parse("2002::/16");

  private final List<Cidr> allowed;

  private EgressPolicy(List<Cidr> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /// A policy that also allows these blocks.
  public static EgressPolicy allowing(List<Cidr> blocks) {
    return new EgressPolicy(blocks);
  }

  /// Judges a URL by its form and, where its host is an address, by that address. A name is judged
  /// by what it resolves to: [EgressClient#checkUrl] at save, and every connection again.
  public UrlCheck checkUrl(String url) {
    try {
      var uri = UrlForm.read(url);
      var literal = literal(uri.getHost());
      var refusal = literal.flatMap(address -> refusal(uri.getHost(), List.of(address)));
      return refusal.<UrlCheck>map(Refused::new).orElseGet(() -> new Accepted(uri));
    } catch (RefusedUrl e) {
      return new Refused(e.reason());
    }
  }

  /// Why a header that a user gave is not sent; empty if it is.
  public Optional<String> refusedHeader(String name, String value) {
    return HeaderForm.refusal(name, value);
  }

  /// Why a host is not called, given all addresses it leads to; empty if every one may be called.
  /// The sentence names the range but not the address: what a name means inside this network is
  /// nobody's business outside.
  Optional<String> refusal(String host, List<InetAddress> addresses) {
    for (var address : addresses) {
      var range = forbiddenRange(address);
      if (range.isPresent()) {
        return Optional.of(
            host + " leads to an address that is not called from here (" + range.get() + ")");
      }
    }
    return Optional.empty();
  }

  private Optional<String> forbiddenRange(InetAddress address) {
    if (allowed.stream().noneMatch(block -> block.contains(address))) {
      return SpecialRange.nameOf(address);
    }
    // An allowed translator must not become a way round: it delivers to the address it carries.
    return carried(address).flatMap(this::forbiddenRange);
  }

  /// The IPv4 address that a translator would deliver to.
  private static Optional<InetAddress> carried(InetAddress address) {
    if (TRANSLATED.contains(address)) {
      return Optional.of(ipv4(address, 12));
    }
    return SIX_TO_FOUR.contains(address) ? Optional.of(ipv4(address, 2)) : Optional.empty();
  }

  private static InetAddress ipv4(InetAddress carrier, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(carrier.getAddress(), from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /// The address that a host of an accepted URL spells, if it is no name.
  static Optional<InetAddress> literal(String host) {
    var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    boolean spelled = bare.indexOf(':') >= 0 || Character.isDigit(bare.charAt(bare.length() - 1));
    try {
      return spelled ? Optional.of(InetAddress.ofLiteral(bare)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      // A name such as host1: the last label of an address is a number, this one is not.
      return Optional.empty();
    }
  }
}
