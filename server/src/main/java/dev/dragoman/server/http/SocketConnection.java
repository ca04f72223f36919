package dev.dragoman.server.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One open WebSocket: puts messages together, answers pings and goodbyes, and ends it when the
/// client breaks the protocol or a limit.
final class SocketConnection implements ServerConnection, Wire, Outgoing.Line {
  private static final int MOST_PIECES = 1_024;

  private final ConnectionContext context;
  private final Opening opening;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private final CountDownLatch ended = new CountDownLatch(1);
  private int pieces;
  private volatile long heardNanos = System.nanoTime();
  private volatile @Nullable Outgoing outgoing;

  /// What was asked for.
  record Opening(SocketRoute route, SocketRoute.Query query, Failures failures, boolean full) {}

  SocketConnection(ConnectionContext context, Opening opening) {
    this.context = context;
    this.opening = opening;
  }

  @Override
  public void handle(Limit limit) {
    Outgoing out =
        new Outgoing(this, opening.route().limits().waitingBytes(), Thread.currentThread());
    outgoing = out;
    try {
      if (opening.full()) {
        close(Frame.TRY_LATER, "too many sockets are open");
        discard();
      } else {
        listen();
      }
    } catch (RuntimeException gone) {
      // The client went away, or was cut off: nobody is left to be told.
    } finally {
      out.end();
      ended.countDown();
    }
  }

  /// Waits so long for the end, or less when the caller is in a hurry.
  void awaitEnd(long nanos) {
    try {
      // Whoever is still there then is cut off with the server.
      boolean _ = ended.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    SocketRoute.SocketListener listener = opening.route().acceptor().opened(opening.query(), this);
    try {
      hear(listener);
    } catch (Frame.FaultException fault) {
      close(fault.code(), fault.reason());
      discard();
    } finally {
      listener.closed();
    }
  }

  private void hear(SocketRoute.SocketListener listener) throws Frame.FaultException {
    boolean open = true;
    while (open) {
      Frame frame = Frame.read(context.dataReader(), opening.route().limits().messageBytes());
      heardNanos = System.nanoTime();
      switch (frame.opcode()) {
        case Frame.CLOSE -> {
          close(frame.code(), "");
          open = false;
        }
        case Frame.PING -> send(new Frame(true, Frame.PONG, frame.payload()));
        case Frame.PONG -> {}
        case Frame.BINARY -> throw new Frame.FaultException(Frame.UNSUPPORTED, "text only");
        default -> piece(frame, listener);
      }
    }
  }

  private void piece(Frame frame, SocketRoute.SocketListener listener) throws Frame.FaultException {
    if ((frame.opcode() == Frame.TEXT) != (pieces == 0)) {
      throw new Frame.FaultException(Frame.PROTOCOL_ERROR, "a message begins once");
    }
    pieces++;
    int most = opening.route().limits().messageBytes();
    if (pieces > MOST_PIECES || message.size() + frame.payload().length > most) {
      throw new Frame.FaultException(Frame.TOO_BIG, "messages have at most " + most + " bytes");
    }
    message.writeBytes(frame.payload());
    if (frame.last()) {
      byte[] whole = message.toByteArray();
      message.reset();
      pieces = 0;
      tell(whole, listener);
    }
  }

  private void tell(byte[] whole, SocketRoute.SocketListener listener) throws Frame.FaultException {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(whole)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new Frame.FaultException(Frame.NOT_TEXT, "text is UTF-8");
    }
    try {
      listener.text(text);
    } catch (RuntimeException defect) {
      fail(defect);
    }
  }

  /// Takes what is still on its way, or the goodbye would be lost in a reset connection.
  private void discard() {
    DataReader reader = context.dataReader();
    while (true) {
      reader.readBuffer();
    }
  }

  private boolean send(Frame frame) {
    Outgoing out = outgoing;
    return out != null && out.send(frame);
  }

  @Override
  public boolean send(String text) {
    return send(Frame.text(text));
  }

  @Override
  public void close(int code, String reason) {
    send(Frame.close(code, reason));
  }

  @Override
  public void fail(Throwable defect) {
    String reference = opening.failures().keep("SOCKET", opening.route().path(), defect);
    close(Frame.DEFECT, "something went wrong here (reference " + reference + ")");
  }

  @Override
  public DataWriter writer() {
    return context.dataWriter();
  }

  @Override
  public long silentMillis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - heardNanos);
  }

  @Override
  public long idleMillis() {
    return opening.route().limits().idle().toMillis();
  }

  @Override
  public Duration idleTime() {
    return Duration.ofMillis(silentMillis());
  }

  @Override
  public void close(boolean interrupt) {
    close(Frame.GOING_AWAY, "the server stops");
  }
}
