package dev.dragoman.server.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A receiver that behaves exactly as badly as it is told to, on a real socket.
public final class Receiver implements Closeable {

  /// What to do with a connection whose first request has been read.
  public interface Conduct {
    /// Answers, or does not.
    void on(Connection connection) throws IOException, InterruptedException;
  }

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

  /// How many connections were made.
  public final AtomicInteger connections = new AtomicInteger();
  /// All requests that were read, head and body, in ISO-8859-1.
  public final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  /// Counted down when a connection is seen closed from the other side.
  public final CountDownLatch cutOff = new CountDownLatch(1);

  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ServerSocket server;

  private Receiver(ServerSocket server, Conduct conduct) {
    this.server = server;
    Thread.ofVirtual().start(() -> accept(conduct));
  }

  /// One on a free port of this machine.
  public static Receiver that(Conduct conduct) throws IOException {
    return on(new ServerSocket(0, 1_000, InetAddress.ofLiteral("127.0.0.1")), conduct);
  }

  /// One on this socket.
  public static Receiver on(ServerSocket server, Conduct conduct) {
    return new Receiver(server, conduct);
  }

  /// Hands each request on and answers it with this JSON.
  public static Receiver heard(Consumer<String> each, String json) throws IOException {
    Receiver[] self = new Receiver[1];
    String answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + json.length()
            + "\r\nConnection: close\r\n\r\n"
            + json;
    self[0] =
        that(
            connection -> {
              each.accept(self[0].requests.getLast());
              connection.write(answer);
            });
    return self[0];
  }

  /// Answers every request of a connection alike, until it is closed.
  public static Receiver answering(String answer) throws IOException {
    return that(
        connection -> {
          do {
            connection.write(answer);
          } while (connection.readRequest());
        });
  }

  /// The port it listens on.
  public int port() {
    return server.getLocalPort();
  }

  /// The address of its only page.
  public String url() {
    return "http://127.0.0.1:" + port() + "/hook?x=1";
  }

  private void accept(Conduct conduct) {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(new Connection(socket), conduct));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Connection connection, Conduct conduct) {
    try (connection) {
      if (connection.readRequest()) {
        conduct.on(connection);
      }
    } catch (IOException e) {
      cutOff.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stopped.countDown();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One connection whose first request was read.
  public final class Connection implements Closeable {
    public final Socket socket;

    Connection(Socket socket) {
      this.socket = socket;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }

    public void write(String text) throws IOException {
      write(text.getBytes(ISO_8859_1));
    }

    public void write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }

    /// Lets a little time pass, less if the receiver stops; says whether it goes on.
    public boolean dawdle() throws InterruptedException {
      return !stopped.await(10, TimeUnit.MILLISECONDS);
    }

    /// Says nothing more until the other side closes.
    public void hang() throws IOException {
      if (socket.getInputStream().read() < 0) {
        cutOff.countDown();
      }
    }

    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    public boolean readRequest() throws IOException {
      var all = new ByteArrayOutputStream();
      var in = socket.getInputStream();
      while (!all.toString(ISO_8859_1).contains("\r\n\r\n")) {
        int one = in.read();
        if (one < 0) {
          cutOff.countDown();
          return false;
        }
        all.write(one);
      }
      var length = LENGTH.matcher(all.toString(ISO_8859_1));
      all.write(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
      requests.add(all.toString(ISO_8859_1));
      return true;
    }
  }
}
