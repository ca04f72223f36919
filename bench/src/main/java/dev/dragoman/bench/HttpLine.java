package dev.dragoman.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// One kept-alive connection that sends prepared bytes and reads answers with as little work as
/// can be: the generator shares the cores with the server.
final class HttpLine implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 60_000;
  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private byte[] body = new byte[4_096];
  private int length;

  HttpLine(ServerProcess.Ready server) throws IOException {
    this(server, TIMEOUT_MILLIS);
  }

  HttpLine(ServerProcess.Ready server, int timeoutMillis) throws IOException {
    socket = new Socket();
    socket.connect(new InetSocketAddress(server.host(), server.port()), timeoutMillis);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(timeoutMillis);
    in = new BufferedInputStream(socket.getInputStream(), 16_384);
    out = socket.getOutputStream();
  }

  /// A POST of JSON, ready to be sent.
  static byte[] post(String path, String token, String json) {
    return post(path, token, "", json);
  }

  /// A GET, ready to be sent.
  static byte[] get(String path, String token) {
    return "GET %s HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer %s\r\n\r\n"
        .formatted(path, token)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /// The same with more header lines, each ended by CR LF.
  static byte[] post(String path, String token, String headers, String json) {
    byte[] content = json.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n%s%sContent-Length: %d\r\n\r\n"
            .formatted(
                path,
                token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n",
                headers,
                content.length);
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[start.length + content.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(content, 0, whole, start.length, content.length);
    return whole;
  }

  /// A GET, ready to be sent.
  static byte[] get(String path) {
    return "GET %s HTTP/1.1\r\nHost: bench\r\n\r\n"
        .formatted(path)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /// Sends a request and returns the status of its answer; [#text()] is the body.
  int exchange(byte[] request) throws IOException {
    out.write(request);
    String status = line();
    length = 0;
    String header = line();
    while (!header.isEmpty()) {
      if (header.length() > LENGTH.length
          && header.regionMatches(true, 0, "content-length:", 0, LENGTH.length)) {
        length = Integer.parseInt(header.substring(LENGTH.length).strip());
      }
      header = line();
    }
    if (length > body.length) {
      body = new byte[length * 2];
    }
    if (in.readNBytes(body, 0, length) < length) {
      throw new IOException("the answer ended early");
    }
    return Integer.parseInt(status.substring(9, 12));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    int next = in.read();
    while (next != '\n') {
      if (next < 0) {
        throw new IOException("the connection ended");
      }
      if (next != '\r') {
        line.append((char) next);
      }
      next = in.read();
    }
    return line.toString();
  }

  /// The body of the last answer.
  String text() {
    return new String(body, 0, length, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
