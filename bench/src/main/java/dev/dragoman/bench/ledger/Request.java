package dev.dragoman.bench.ledger;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A delivery as it comes over the wire, read and verified without any code of the sender's but
/// its JSON reader.
@SuppressWarnings("ArrayRecordComponent") // Bytes as they came, compared by their hash.
record Request(String endpoint, Map<String, String> headers, byte[] body) {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";

  /// The next one of a connection; empty at its end.
  static Optional<Request> read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> headers = new HashMap<>();
    String header = line(in);
    while (!header.isEmpty()) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
      header = line(in);
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the request ended early");
    }
    return Optional.of(new Request(first.split(" ", -1)[1].substring(1), headers, body));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    int next = in.read();
    while (next >= 0 && next != '\n') {
      if (next != '\r') {
        line.append((char) next);
      }
      next = in.read();
    }
    return line.toString();
  }

  /// What it tells, verified under this secret.
  Arrival arrival(String secret, int status) {
    Value.Obj told =
        Json.read(body) instanceof JsonRead.Read(Value.Obj object) ? object : Value.Obj.EMPTY;
    return new Arrival(
        endpoint,
        new Arrival.What(header("webhook-id"), stream(told), number(told), words(told)),
        new Arrival.Numbering(whole("position"), (int) whole("webhook-attempt")),
        new Arrival.Bytes(hash(), signed(secret)),
        status,
        new Arrival.Times(nanos(told), now()));
  }

  private static long now() {
    return nanos(Instant.now());
  }

  private static long nanos(Instant moment) {
    return moment.getEpochSecond() * 1_000_000_000L + moment.getNano();
  }

  private static long nanos(Value.Obj told) {
    String time = told.text("time");
    return time == null ? 0 : nanos(Instant.parse(time));
  }

  private String header(String name) {
    return headers.getOrDefault(name, "");
  }

  private long whole(String name) {
    String text = header(name);
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  private static String stream(Value.Obj told) {
    String conversation = told.text("conversation");
    return conversation == null ? "" : conversation;
  }

  private static long number(Value.Obj told) {
    return told.get("sequence") instanceof Value.Num number && number.isLong()
        ? number.longValue()
        : -1;
  }

  /// What the driver knows of it: a contact's words, else the id of the message.
  private static String words(Value.Obj told) {
    if (!(told.get("data") instanceof Value.Obj data)) {
      return "";
    }
    String text = data.text("text");
    String message = data.text("message");
    return text != null ? text : message == null ? "" : message;
  }

  private String hash() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  /// Standard Webhooks 1.0: HMAC-SHA-256 of `id.timestamp.body`.
  private boolean signed(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return false;
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      mac.init(new SecretKeySpec(key, ALGORITHM));
      String head = header("webhook-id") + "." + header("webhook-timestamp") + ".";
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      String right = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
      return List.of(header("webhook-signature").split(" ", -1)).contains(right);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has HMAC-SHA-256", missing);
    }
  }
}
