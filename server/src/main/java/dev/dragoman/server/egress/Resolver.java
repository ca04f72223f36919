package dev.dragoman.server.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a name. May block; called on a thread of its own.
@FunctionalInterface
public interface Resolver {

  /// The resolver of the operating system, with the JDK's own cache.
  Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /// All addresses of `host`, at least one.
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
