package dev.dragoman.server.egress;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Stands between a connection and the first byte sent on it.
///
/// The address that the socket is really connected to is judged once more, for new and for kept
/// connections. A kept connection that holds bytes nobody asked for is not used: a receiver that
/// sent more than it announced must not answer the next call with the surplus.
final class CheckedExecutor extends HttpRequestExecutor {

  private static final Timeout GLANCE = Timeout.ofMilliseconds(1);

  private final EgressPolicy policy;

  CheckedExecutor(EgressPolicy policy) {
    this.policy = policy;
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      @Nullable HttpResponseInformationCallback information,
      HttpContext context)
      throws IOException, HttpException {
    var exchange = Exchange.of(context);
    requireAllowed(connection, exchange);
    if (isKept(connection) && isSpent(connection)) {
      connection.close(CloseMode.IMMEDIATE);
      throw new StaleConnection();
    }
    exchange.enter(Exchange.Phase.WAITING);
    return super.execute(request, connection, information, context);
  }

  private void requireAllowed(HttpClientConnection connection, Exchange exchange)
      throws RefusedAddress {
    if (connection.getRemoteAddress() instanceof InetSocketAddress remote) {
      var refusal = policy.refusal(exchange.host(), List.of(remote.getAddress()));
      if (refusal.isPresent()) {
        connection.close(CloseMode.IMMEDIATE);
        throw new RefusedAddress(refusal.get());
      }
    }
  }

  private static boolean isKept(HttpClientConnection connection) {
    var details = connection.getEndpointDetails();
    return details != null && details.getRequestCount() > 0;
  }

  private static boolean isSpent(HttpClientConnection connection) throws IOException {
    return connection.isStale() || connection.isDataAvailable(GLANCE);
  }
}
