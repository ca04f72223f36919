package dev.dragoman.server.egress;

import dev.dragoman.server.egress.CallResult.Failure;
import dev.dragoman.server.egress.Exchange.Phase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/// Names what went wrong in the words of [Failure]; no class name ever reaches a text.
final class Failures {

  private Failures() {}

  static Failure kind(Exception failure, Phase phase) {
    return switch (failure) {
      case RefusedAddress _ -> Failure.REFUSED;
      case UnknownHostException _ -> Failure.DNS;
      case ConnectTimeoutException _ -> Failure.CONNECT;
      case ConnectException _ -> Failure.CONNECT;
      case NoRouteToHostException _ -> Failure.CONNECT;
      case StaleConnection _ -> Failure.CONNECT;
      case MessageConstraintException _ -> Failure.TOO_LARGE;
      case HttpException _ -> Failure.BAD_ANSWER;
      case ClientProtocolException _ -> Failure.BAD_ANSWER;
      case MalformedChunkCodingException _ -> Failure.BAD_ANSWER;
      case NoHttpResponseException _ -> Failure.RESET;
      case ConnectionClosedException _ ->
          phase == Phase.READING ? Failure.BAD_ANSWER : Failure.RESET;
      case SSLException _ -> phase == Phase.CONNECTING ? Failure.TLS : Failure.RESET;
      case SocketException _ -> phase == Phase.CONNECTING ? Failure.CONNECT : Failure.RESET;
      case IOException _ -> phase == Phase.CONNECTING ? Failure.CONNECT : Failure.RESET;
      default -> Failure.BAD_ANSWER;
    };
  }

  static String text(Exception failure, Phase phase, String host) {
    return switch (kind(failure, phase)) {
      case REFUSED -> failure instanceof RefusedAddress refused ? refused.reason() : host;
      case DNS -> "the name " + host + " leads to no address";
      case CONNECT -> "no connection to " + host + " could be made";
      case TLS -> host + " offers no TLS, or no certificate for its name that is trusted here";
      case RESET -> host + " broke off the connection without a complete answer";
      case TOO_LARGE -> "the headers of the answer are too large or too many";
      case BAD_ANSWER ->
          phase == Phase.READING
              ? "the answer of " + host + " ends early or is malformed"
              : host + " did not answer in HTTP";
      case BUSY, TIMEOUT, STOPPED -> "the call to " + host + " was given up";
    };
  }
}
