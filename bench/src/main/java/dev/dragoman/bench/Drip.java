package dev.dragoman.bench;

import dev.dragoman.core.model.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A receiver that answers every delivery with 100 MB, a little at a time, while many lanes wait:
/// the server's heap after a collection has to stay as it is.
final class Drip {
  private static final int LANES = 10_000;
  private static final int SECONDS = 30;
  private static final int BODY_BYTES = 100_000_000;
  private static final int DROP_BYTES = 65_536;
  private static final long DROP_NANOS = 20_000_000L;
  private static final Pattern USED =
      Pattern.compile("(?:total|reserved) \\d+K, (?:committed \\d+K, )?used (\\d+)K");

  private final Field field;
  private final int lanes;
  private final AtomicLong dripped = new AtomicLong();

  Drip(Field field, Options options) {
    this.field = field;
    this.lanes = options.number("--size", LANES);
  }

  Map<String, Double> measure() throws IOException, SQLException {
    try (Nodes nodes = Nodes.open(field, "drip", 1, Map.of());
        ServerSocket tap = new ServerSocket(0, 1_024, InetAddress.ofLiteral("127.0.0.1"))) {
      Thread.ofVirtual().name("tap").start(() -> pour(tap));
      Office office = new Office(nodes.ready(0));
      String bot = office.publish(Office.ECHO);
      Crowd crowd = new Crowd(nodes.ready(0));
      crowd.all(lanes, i -> Office.says(bot, "guest-" + i, "hello", ""), (_, _) -> {});
      long pid = nodes.server(0).pid();
      double before = heapMegabytes(pid);
      office.endpoint(
          "http://127.0.0.1:" + tap.getLocalPort() + "/tap",
          List.of("message.received"),
          Value.Obj.EMPTY);
      crowd.all(lanes, i -> Office.says(bot, "guest-" + i, "hello again", ""), (_, _) -> {});
      double most = 0;
      long end = System.nanoTime() + SECONDS * 1_000_000_000L;
      while (System.nanoTime() < end) {
        most = Math.max(most, heapMegabytes(pid));
        LockSupport.parkNanos(1_000_000_000L);
      }
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put(
          "dripLanesWaiting",
          (double) nodes.database().number("select count(*) from lane where not idle"));
      figures.put("dripMegabytesSent", dripped.get() / 1e6);
      figures.put("dripHeapMegabytesBefore", before);
      figures.put("dripHeapMegabytesMost", most);
      return figures;
    }
  }

  private void pour(ServerSocket tap) {
    while (!tap.isClosed()) {
      try {
        Socket socket = tap.accept();
        Thread.ofVirtual().name("dripping").start(() -> drip(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void drip(Socket socket) {
    byte[] drop = new byte[DROP_BYTES];
    try (socket;
        OutputStream out = socket.getOutputStream()) {
      out.write(
          ("HTTP/1.1 200 OK\r\nContent-Length: " + BODY_BYTES + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      for (int sent = 0; sent < BODY_BYTES; sent += DROP_BYTES) {
        out.write(drop);
        out.flush();
        dripped.addAndGet(DROP_BYTES);
        LockSupport.parkNanos(DROP_NANOS);
      }
    } catch (IOException enough) {
      // The server has read what it wants and hung up.
      return;
    }
  }

  /// What is alive after a full collection.
  private static double heapMegabytes(long pid) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Tools.run(jcmd, Long.toString(pid), "GC.run");
      Matcher used = USED.matcher(Tools.run(jcmd, Long.toString(pid), "GC.heap_info"));
      double kilobytes = 0;
      while (used.find() && !used.group().startsWith("reserved")) {
        kilobytes += Double.parseDouble(used.group(1));
      }
      return kilobytes / 1_024;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
