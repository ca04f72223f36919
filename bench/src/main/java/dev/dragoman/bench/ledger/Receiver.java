package dev.dragoman.bench.ledger;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/// An integrator that trusts nobody: each request is checked, written down and, if asked for, on
/// the disk before it is answered. Thread-safe.
public final class Receiver implements AutoCloseable {
  /// What a [Conduct] says to cut the connection after the request was written down.
  public static final int CUT = 0;

  /// What a [Conduct] says to leave the request without an answer for as long as it stands.
  public static final int HANG = -1;

  private static final int BACKLOG = 1_024;

  private final ServerSocket server;
  private final Conduct conduct;
  private final Optional<Journal> journal;
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final List<Arrival> arrivals = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /// How it answers: a status, [#CUT] or [#HANG].
  @FunctionalInterface
  public interface Conduct {
    /// `seen` is the request as it will be written down, but for its status.
    int status(Arrival seen);
  }

  private Receiver(ServerSocket server, Conduct conduct, Optional<Journal> journal) {
    this.server = server;
    this.conduct = conduct;
    this.journal = journal;
  }

  /// Opens one on this machine that remembers in memory only; port 0 takes any that is free.
  public static Receiver open(int port, Conduct conduct) throws IOException {
    return open(port, conduct, Optional.empty());
  }

  /// The same, with a file that has everything before it is answered.
  public static Receiver writing(Path file, Conduct conduct) throws IOException {
    return open(0, conduct, Optional.of(new Journal(file)));
  }

  /// What such a file holds.
  public static List<Arrival> written(Path file) throws IOException {
    return Journal.read(file);
  }

  private static Receiver open(int port, Conduct conduct, Optional<Journal> journal)
      throws IOException {
    ServerSocket server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
    Receiver receiver = new Receiver(server, conduct, journal);
    Thread.ofVirtual().name("receiver").start(receiver::accept);
    return receiver;
  }

  /// Where an endpoint of this name is reached.
  public String url(String endpoint) {
    return "http://127.0.0.1:" + server.getLocalPort() + "/" + endpoint;
  }

  /// The port it listens on.
  public int port() {
    return server.getLocalPort();
  }

  /// With what the requests to an endpoint have to be signed; unknown ones are signed wrong.
  public void expects(String endpoint, String secret) {
    secrets.put(endpoint, secret);
  }

  /// Everything that has come so far, in the order in which it came.
  public List<Arrival> arrivals() {
    synchronized (arrivals) {
      return List.copyOf(arrivals);
    }
  }

  /// Forgets what has come so far.
  public void forget() {
    synchronized (arrivals) {
      arrivals.clear();
    }
  }

  /// How many have come so far.
  public int count() {
    synchronized (arrivals) {
      return arrivals.size();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread.ofVirtual().name("receiving").start(() -> serve(socket));
      } catch (IOException ended) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 8_192);
      Optional<Request> request = Request.read(in);
      while (request.isPresent() && answer(request.get(), socket.getOutputStream())) {
        request = Request.read(in);
      }
    } catch (IOException broken) {
      // Whoever sends sees that too.
      return;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(socket);
    }
  }

  private boolean answer(Request request, OutputStream out)
      throws IOException, InterruptedException {
    String secret = secrets.getOrDefault(request.endpoint(), "");
    Arrival seen = request.arrival(secret, CUT);
    int status = conduct.status(seen);
    Arrival arrival =
        new Arrival(
            seen.endpoint(),
            seen.what(),
            seen.numbering(),
            seen.bytes(),
            Math.max(CUT, status),
            seen.times());
    // Before the answer: the next of this lane cannot come before it.
    synchronized (arrivals) {
      arrivals.add(arrival);
    }
    journal.ifPresent(file -> file.write(arrival));
    if (status == HANG) {
      closed.await();
    }
    if (status <= CUT) {
      return false;
    }
    out.write(
        ("HTTP/1.1 " + status + " Told\r\nContent-Length: 0\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    return true;
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    journal.ifPresent(Journal::close);
  }
}
