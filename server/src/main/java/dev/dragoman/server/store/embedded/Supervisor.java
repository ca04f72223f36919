package dev.dragoman.server.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Keeps one postmaster alive until told to stop.
///
/// ```
/// starting --ready--> running --exit--> (died) waiting --back-off--> starting
/// any      --stop---> stopping --exit--> over
/// ```
///
/// All of it happens on one platform thread that outlives every child it starts: the kernel ties
/// the parent-death signal to the thread that forked, not to the process.
final class Supervisor {
  private static final int FIRST_PORT = 24_000;
  private static final int PORTS = 8_000;
  private static final int TRIES = 100;
  private static final long PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;
  private static final long LOG_LOOK_MINUTES = 10;

  private final Postmaster postmaster;
  private final PostgresWatch watch;
  private final CompletableFuture<Integer> firstPort = new CompletableFuture<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private @Nullable Process child;

  Supervisor(Postmaster postmaster, PostgresWatch watch) {
    this.postmaster = postmaster;
    this.watch = watch;
    this.thread = Thread.ofPlatform().name("postgres").daemon().unstarted(this::run);
  }

  /// Starts supervising; the future has the port once connections are accepted.
  CompletableFuture<Integer> start() {
    thread.start();
    return firstPort;
  }

  /// The process of the current child, or of the last one.
  long pid() {
    synchronized (this) {
      return child == null ? -1 : child.pid();
    }
  }

  /// Stops the child with a fast shutdown and waits for its end.
  void stop() throws IOException, InterruptedException {
    signal("INT");
    if (!thread.join(java.time.Duration.ofSeconds(60))) {
      signal("QUIT");
      thread.join();
    }
  }

  private void signal(String name) throws IOException {
    @Nullable Process running;
    synchronized (this) {
      stopping.countDown();
      running = child;
    }
    if (running != null && running.isAlive()) {
      Tools.signal(running.pid(), name);
    }
  }

  private void run() {
    try {
      int port = firstStart();
      firstPort.complete(port);
      while (!isStopping()) {
        int exit = awaitExit();
        if (!isStopping()) {
          watch.died(exit);
          restart(port);
        }
      }
      awaitExit();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      if (!firstPort.completeExceptionally(e)) {
        throw new IllegalStateException("PostgreSQL is no longer supervised", e);
      }
    }
  }

  private int firstStart() throws IOException, InterruptedException {
    int offset = Math.floorMod(postmaster.cluster().directory().hashCode(), PORTS);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      int port = FIRST_PORT + Math.floorMod(offset + attempt, PORTS);
      if (isFree(port)) {
        switch (attempt(port)) {
          case Postmaster.Start.Ready() -> {
            return port;
          }
          case Postmaster.Start.PortTaken() -> {}
          case Postmaster.Start.Occupied() -> {
            offset--;
            pause(PAUSE_MILLIS);
          }
          case Postmaster.Start.Failed(String reason) ->
              throw new StartRefused("PostgreSQL does not start: " + reason);
        }
      }
    }
    throw new StartRefused("PostgreSQL does not start, see " + postmaster.log().path());
  }

  // At the same port, since every pool knows it. Whatever stands in the way may go away again (a
  // full disk, a taken port), so there is no last attempt; the watch was told, and readiness is
  // red.
  private void restart(int port) throws IOException, InterruptedException {
    long delay = PAUSE_MILLIS;
    while (!pause(delay)) {
      if (attempt(port) instanceof Postmaster.Start.Ready) {
        watch.restarted();
        return;
      }
      delay = Math.min(2 * delay, LONGEST_PAUSE_MILLIS);
    }
  }

  private Postmaster.Start attempt(int port) throws IOException, InterruptedException {
    long logStart = postmaster.log().size();
    Process process;
    synchronized (this) {
      if (isStopping()) {
        return new Postmaster.Start.Failed("stopped");
      }
      process = postmaster.spawn(port);
      child = process;
    }
    return postmaster.await(process, logStart);
  }

  private int awaitExit() throws IOException, InterruptedException {
    @Nullable Process running;
    synchronized (this) {
      running = child;
    }
    if (running == null) {
      return 0;
    }
    while (!running.waitFor(LOG_LOOK_MINUTES, TimeUnit.MINUTES)) {
      postmaster.log().rotateIfLarge();
    }
    return running.exitValue();
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /// Waits, and says whether to stop.
  private boolean pause(long millis) throws InterruptedException {
    return stopping.await(millis, TimeUnit.MILLISECONDS);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
