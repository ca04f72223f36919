package dev.dragoman.server.egress;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a call settled; it always does, within its time.
public sealed interface CallResult {

  /// From the moment the call was asked for until it settled.
  long millis();

  /// The receiver answered, with any status; a redirect is an answer like any other.
  ///
  /// @param headers in the order received
  /// @param body as received, at most [CallLimits#readBytes]
  /// @param truncated whether the answer went on after that
  @SuppressWarnings("ArrayRecordComponent") // The only copy of up to 64 KiB; nobody compares it.
  record Answered(int status, List<Header> headers, byte[] body, boolean truncated, long millis)
      implements CallResult {

    /// How much of an answer is kept in records.
    private static final int KEPT_BYTES = 4_096;

    public Answered {
      headers = List.copyOf(headers);
    }

    /// The first header of that name, in any case.
    public Optional<String> header(String name) {
      var lower = name.toLowerCase(Locale.ROOT);
      return headers.stream()
          .filter(header -> header.name().toLowerCase(Locale.ROOT).equals(lower))
          .map(Header::value)
          .findFirst();
    }

    /// The first 4 KiB of the body, which is all that a record of the call keeps.
    public byte[] kept() {
      return body.length <= KEPT_BYTES ? body : Arrays.copyOf(body, KEPT_BYTES);
    }
  }

  /// There is no usable answer.
  ///
  /// @param text one sentence fit for the owner of the endpoint
  /// @param status what the receiver had answered before it failed, 0 if nothing
  record Failed(Failure kind, String text, int status, long millis) implements CallResult {}

  /// Why there is no usable answer.
  enum Failure {
    /// The URL, a header or an address it leads to is not called. Nothing was sent.
    REFUSED,
    /// Too many calls wait for this host or are out. Nothing was sent.
    BUSY,
    /// The name has no address, or none in time. Nothing was sent.
    DNS,
    /// No connection. Nothing was sent.
    CONNECT,
    /// The TLS handshake failed, or its certificate is not the host's. Nothing was sent.
    TLS,
    /// The total time passed; the receiver may have acted.
    TIMEOUT,
    /// The receiver broke the connection off; it may have acted.
    RESET,
    /// The headers of the answer are beyond their bounds.
    TOO_LARGE,
    /// What came is no HTTP answer, ends early or is encoded in a way nobody asked for.
    BAD_ANSWER,
    /// The node is stopping. The receiver may have acted.
    STOPPED
  }
}
