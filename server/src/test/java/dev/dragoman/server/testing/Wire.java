package dev.dragoman.server.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Writes requests by hand, under whatever host name: what a client sends whose name server leads
/// here. Immutable.
///
/// @param server where it really is
/// @param headers what goes with every request, `Host` among it
public record Wire(URI server, Map<String, String> headers) {
  private static final int PATIENCE_MILLIS = 10_000;

  /// A client that knows the server by this name.
  public static Wire to(String url, String host) {
    return new Wire(URI.create(url), Map.of("Host", host));
  }

  /// The same with one header more; several values are one line each.
  public Wire with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Wire(server, more);
  }

  /// What came back: header names in lower case.
  public record Reply(int status, Map<String, String> headers, String body) {
    /// A header, by its lower-case name.
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  /// A request without a body.
  public Reply get(String path) {
    return send("GET", path, "");
  }

  /// A request with JSON.
  public Reply post(String path, String json) {
    return with("Content-Type", "application/json").send("POST", path, json);
  }

  /// Any request.
  public Reply send(String method, String path, String body) {
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    byte[] bytes = body.getBytes(UTF_8);
    head.append("Content-Length: " + bytes.length + "\r\n\r\n");
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(head.toString().getBytes(UTF_8));
      socket.getOutputStream().write(bytes);
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + ": " + e, e);
    }
  }

  private static Reply read(InputStream in) throws IOException {
    String status = line(in);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Reply(
        Integer.parseInt(status.split(" ")[1]), headers, new String(in.readNBytes(length), UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.write(c);
    }
    return line.toString(UTF_8).strip();
  }
}
