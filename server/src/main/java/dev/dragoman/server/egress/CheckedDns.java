package dev.dragoman.server.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/// The resolver inside the connector: what it returns is what is dialled, so between the check and
/// the connection no second answer can slip in.
final class CheckedDns implements DnsResolver {

  private final Lookups lookups;
  private final EgressPolicy policy;

  CheckedDns(Lookups lookups, EgressPolicy policy) {
    this.lookups = lookups;
    this.policy = policy;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var addresses = lookups.find(host);
    var refusal = policy.refusal(host, addresses);
    if (refusal.isPresent()) {
      throw new RefusedAddress(refusal.get());
    }
    return addresses.toArray(InetAddress[]::new);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
