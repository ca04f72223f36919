package dev.dragoman.server.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between a ledger and its PostgreSQL: counts round trips, and can let a request through
/// but not its answer.
final class Proxy implements AutoCloseable {
  private final ServerSocket door;
  private final int target;
  private final AtomicInteger roundTrips = new AtomicInteger();
  private final List<Socket> sockets = new ArrayList<>();
  private final AtomicInteger untilCut = new AtomicInteger(-1);

  private Proxy(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  static Proxy to(int port) {
    try {
      Proxy proxy = new Proxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
      Thread.ofVirtual().start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return door.getLocalPort();
  }

  /// How often the client spoke after the server had.
  int roundTrips() {
    return roundTrips.get();
  }

  /// Passes the n-th request from now on, but not its answer: then cuts both sides off.
  void cutAfter(int requests) {
    untilCut.set(requests);
  }

  boolean hasCut() {
    return untilCut.get() == 0;
  }

  private void accept() {
    try {
      while (!door.isClosed()) {
        Socket client = door.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        synchronized (sockets) {
          sockets.add(client);
          sockets.add(server);
        }
        Link link = new Link(client, server);
        Thread.ofPlatform().daemon().start(() -> link.pump(true));
        Thread.ofPlatform().daemon().start(() -> link.pump(false));
      }
    } catch (IOException closed) {
      // The test is over.
      return;
    }
  }

  private final class Link {
    private final Socket client;
    private final Socket server;
    private volatile boolean serverSpokeLast = true;
    private volatile boolean deaf;

    Link(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void pump(boolean requests) {
      byte[] buffer = new byte[1 << 16];
      try {
        InputStream in = (requests ? client : server).getInputStream();
        OutputStream out = (requests ? server : client).getOutputStream();
        int read = in.read(buffer);
        while (read >= 0) {
          if (requests) {
            request();
          } else {
            serverSpokeLast = true;
          }
          if (requests || !deaf) {
            out.write(buffer, 0, read);
            out.flush();
          }
          if (!requests && deaf) {
            client.close();
            server.close();
          }
          read = in.read(buffer);
        }
      } catch (IOException over) {
        // One side has gone: the other learns it.
        close(client);
        close(server);
      }
    }

    private void request() {
      if (serverSpokeLast) {
        serverSpokeLast = false;
        roundTrips.incrementAndGet();
        if (untilCut.get() > 0 && untilCut.decrementAndGet() == 0) {
          deaf = true;
        }
      }
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public void close() {
    try {
      door.close();
      synchronized (sockets) {
        sockets.forEach(Proxy::close);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
