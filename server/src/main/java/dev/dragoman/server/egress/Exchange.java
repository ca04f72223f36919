package dev.dragoman.server.egress;

import dev.dragoman.server.egress.CallResult.Answered;
import dev.dragoman.server.egress.CallResult.Failed;
import dev.dragoman.server.egress.CallResult.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;

/// One call on its own thread: connect, send, read up to the cap. Interrupting the thread closes
/// its socket, wherever it waits; what it returns then is read by nobody.
final class Exchange implements Callable<CallResult> {

  private static final String ATTRIBUTE = Exchange.class.getName();

  /// Kept connections that may turn out stale before a call gives up; each costs no time.
  private static final int STALE_MAX = 100;

  /// How far a call has come; says what it waited for when its time passed.
  enum Phase {
    CONNECTING,
    WAITING,
    READING
  }

  private final CloseableHttpClient client;
  private final URI uri;
  private final Call call;
  private final Deadline deadline;
  private volatile Phase phase = Phase.CONNECTING;
  private volatile int status;

  Exchange(CloseableHttpClient client, URI uri, Call call, Deadline deadline) {
    this.client = client;
    this.uri = uri;
    this.call = call;
    this.deadline = deadline;
  }

  static Exchange of(HttpContext context) {
    return (Exchange) Objects.requireNonNull(context.getAttribute(ATTRIBUTE));
  }

  String host() {
    return uri.getHost();
  }

  void enter(Phase next) {
    phase = next;
  }

  /// The result for the caller who stops waiting now.
  Failed timedOut() {
    var text =
        switch (phase) {
          case CONNECTING -> "no connection to " + host() + " was made within ";
          case WAITING -> host() + " did not answer within ";
          case READING -> "the answer of " + host() + " was not complete within ";
        };
    return failed(Failure.TIMEOUT, text + call.limits().totalMillis() + " ms");
  }

  @Override
  public CallResult call() {
    try {
      for (int stale = 0; ; stale++) {
        try {
          return send();
        } catch (StaleConnection e) {
          if (stale == STALE_MAX) {
            throw e;
          }
        }
      }
    } catch (IOException | HttpException e) {
      return failed(Failures.kind(e, phase), Failures.text(e, phase, host()));
    } catch (RuntimeException e) {
      if (phase == Phase.CONNECTING) {
        throw e;
      }
      // What a receiver sends may trip the library up; it is the receiver's failure, not ours.
      return failed(Failures.kind(e, phase), Failures.text(e, phase, host()));
    }
  }

  private CallResult send() throws IOException, HttpException {
    var request = new HttpUriRequestBase(call.method(), uri);
    call.headers().forEach(header -> request.addHeader(header.name(), header.value()));
    if (call.body().length > 0) {
      request.setEntity(new ByteArrayEntity(call.body(), null));
    }
    var context = HttpClientContext.create();
    context.setAttribute(ATTRIBUTE, this);
    var response = client.executeOpen(HttpHost.create(uri), request, context);
    boolean whole = false;
    try {
      var result = read(response);
      whole = result instanceof Answered answered && !answered.truncated();
      return result;
    } finally {
      // Closing politely would first read the rest, however long: what is unread is cut off.
      if (!whole) {
        request.cancel();
      }
      closeQuietly(response);
    }
  }

  private CallResult read(ClassicHttpResponse response) throws IOException {
    status = response.getCode();
    phase = Phase.READING;
    var headers = new ArrayList<Header>();
    for (var header : response.getHeaders()) {
      headers.add(new Header(header.getName(), Objects.requireNonNullElse(header.getValue(), "")));
    }
    var encoding = response.getFirstHeader("Content-Encoding");
    if (encoding != null && !isPlain(encoding.getValue())) {
      return failed(
          Failure.BAD_ANSWER, "the answer is encoded (Content-Encoding), which was not asked for");
    }
    var entity = response.getEntity();
    var body = entity == null ? new byte[0] : read(entity.getContent());
    return answered(headers, body, body.length > call.limits().readBytes());
  }

  private Answered answered(List<Header> headers, byte[] body, boolean truncated) {
    var kept = truncated ? Arrays.copyOf(body, call.limits().readBytes()) : body;
    return new Answered(status, headers, kept, truncated, deadline.elapsedMillis());
  }

  private static boolean isPlain(String encoding) {
    var lower = encoding.strip().toLowerCase(Locale.ROOT);
    return lower.isEmpty() || lower.equals("identity");
  }

  /// Reads to the end, or to one byte beyond the cap; memory grows with what comes.
  private byte[] read(InputStream stream) throws IOException {
    var all = new ByteArrayOutputStream(512);
    var piece = new byte[4_096];
    int cap = call.limits().readBytes() + 1;
    while (all.size() < cap) {
      int count = stream.read(piece, 0, Math.min(piece.length, cap - all.size()));
      if (count < 0) {
        break;
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException();
      }
      all.write(piece, 0, count);
    }
    return all.toByteArray();
  }

  private Failed failed(Failure kind, String text) {
    return new Failed(kind, text, status, deadline.elapsedMillis());
  }

  private static void closeQuietly(ClassicHttpResponse response) {
    try {
      response.close();
    } catch (IOException e) {
      // The connection was just cut off on purpose; the result stands.
    }
  }
}
