package dev.dragoman.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A WebSocket to the server, as a browser would open it.
public final class Socket implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int PATIENCE_SECONDS = 20;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder piece = new StringBuilder();
  private final WebSocket socket;

  private Socket(URI uri) {
    this.socket = HTTP.newWebSocketBuilder().buildAsync(uri, this).join();
  }

  /// Opens one at an `http` address.
  public static Socket open(String url) {
    return new Socket(URI.create(url.replaceFirst("^http", "ws")));
  }

  /// Sends one message in these frames.
  public void send(String... pieces) {
    for (int i = 0; i < pieces.length; i++) {
      socket.sendText(pieces[i], i == pieces.length - 1).join();
    }
  }

  /// Sends a binary message.
  public void binary(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /// The next message.
  public String next() {
    try {
      String next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(next).as("a message of the server").isNotNull();
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /// Messages that are there and were not looked at.
  public int unheard() {
    return heard.size();
  }

  /// The code the server closes with.
  public int closedWith() {
    return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    piece.append(data);
    if (last) {
      heard.add(piece.toString());
      piece.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
