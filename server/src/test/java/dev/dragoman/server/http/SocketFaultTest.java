package dev.dragoman.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a socket does with frames that break RFC 6455 or a limit, byte by byte.
class SocketFaultTest {
  private static final int MOST_BYTES = 2_000;
  private static final int WAITING_BYTES = 100_000;
  private static final String PIECE = "x".repeat(1_000);

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<Wire> wires = new LinkedBlockingQueue<>();
  private final BlockingQueue<Throwable> defects = new LinkedBlockingQueue<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Listener listener =
      Listener.open(
          new Listener.Settings(
              InetAddress.getLoopbackAddress(), 0, Duration.ofSeconds(1), null, 1_000, Front.PLAIN),
          List.of(
              new Door(
                  "/door",
                  List.of(),
                  List.of(
                      route("/talk", 60_000, 2), route("/hasty", 300, 2), route("/none", 300, 0)),
                  problem -> new Response(problem.status(), Map.of(), new byte[0]))),
          (_, _, failure) -> {
            defects.add(failure);
            return "ref";
          });
  private Socket socket = new Socket();

  private SocketRoute route(String path, int idleMillis, int open) {
    return new SocketRoute(
        path,
        new SocketRoute.Limits(MOST_BYTES, WAITING_BYTES, Duration.ofMillis(idleMillis), open),
        (_, wire) -> {
          wires.add(wire);
          return new SocketRoute.SocketListener() {
            @Override
            public void text(String message) {
              if (message.equals("defect")) {
                throw new IllegalStateException("a secret of the inside");
              }
              heard.add(message);
              wire.send(message);
            }

            @Override
            public void closed() {
              over.countDown();
            }
          };
        });
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
    listener.close();
  }

  private String open(String path, String headers) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
    socket.setSoTimeout(20_000);
    out()
        .write(
            ("GET /door"
                    + path
                    + " HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
                    + "Upgrade: websocket\r\n"
                    + headers
                    + "\r\n")
                .getBytes(UTF_8));
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) socket.getInputStream().read());
    }
    return head.toString();
  }

  private String open(String path) throws IOException {
    return open(
        path, "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n");
  }

  private OutputStream out() throws IOException {
    return socket.getOutputStream();
  }

  private static byte[] frame(int first, byte[] payload) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(first);
    if (payload.length < 126) {
      bytes.write(0x80 | payload.length);
    } else {
      bytes.write(0x80 | 126);
      bytes.write(payload.length >> 8);
      bytes.write(payload.length);
    }
    byte[] mask = {1, 2, 3, 4};
    bytes.writeBytes(mask);
    for (int i = 0; i < payload.length; i++) {
      bytes.write(payload[i] ^ mask[i & 3]);
    }
    return bytes.toByteArray();
  }

  private static byte[] text(String text) {
    return frame(0x81, text.getBytes(UTF_8));
  }

  private byte[] nextFrame(int first) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    assertThat(in.readUnsignedByte()).isEqualTo(first);
    int length = in.readUnsignedByte();
    return in.readNBytes(length == 126 ? in.readUnsignedShort() : length);
  }

  private int closedWith() throws IOException {
    byte[] payload = nextFrame(0x88);
    return (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
  }

  @Test
  void shakesHandsAsTheStandardShows() throws IOException {
    assertThat(open("/talk"))
        .startsWith("HTTP/1.1 101 ")
        .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n");
    out().write(text("hello"));
    assertThat(nextFrame(0x81)).asString(UTF_8).isEqualTo("hello");
    out().write(frame(0x89, new byte[] {7}));
    assertThat(nextFrame(0x8a)).containsExactly(7);
    out().write(frame(0x88, new byte[] {0x03, (byte) 0xe8}));
    assertThat(closedWith()).isEqualTo(1000);
    assertThat(socket.getInputStream().read()).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-WebSocket-Version: 13\r\n",
        "Sec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 8\r\n"
      })
  void refusesOtherHandshakes(String headers) throws IOException {
    assertThat(open("/talk", headers)).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void knowsWhereItHasNoSocket() throws IOException {
    assertThat(open("/elsewhere")).startsWith("HTTP/1.1 404 ");
  }

  @ParameterizedTest
  @CsvSource({
    "unmasked, 1002, 810161",
    "reserved bits, 1002, c180000000",
    "unknown opcode, 1002, 838000000000",
    "ping in pieces, 1002, 098000000000",
    "ping of 126 bytes, 1002, 89fe007e00000000",
    "continuation of nothing, 1002, 808000000000",
    "binary, 1003, 828000000000",
    "no UTF-8, 1007, 818100000000ff",
    "half a surrogate pair, 1007, 818300000000eda080",
    "16 bits too large, 1009, 81feffff00000000",
    "64 bits too large, 1009, 81ff7fffffffffffffff00000000",
    "negative length, 1009, 81ffffffffffffffffff00000000"
  })
  void closesWithTheCodeOfTheFault(String what, int code, String hex) throws IOException {
    open("/talk");
    out().write(HexFormat.of().parseHex(hex));
    assertThat(closedWith()).as(what).isEqualTo(code);
    assertThat(heard).isEmpty();
  }

  @Test
  void putsCharactersTogetherThatCameInPieces() throws IOException {
    open("/talk");
    byte[] smile = "😀".getBytes(UTF_8);
    out().write(frame(0x01, new byte[] {smile[0]}));
    out().write(frame(0x89, new byte[0]));
    out().write(frame(0x00, new byte[] {smile[1], smile[2]}));
    out().write(frame(0x80, new byte[] {smile[3]}));
    assertThat(nextFrame(0x8a)).isEmpty();
    assertThat(nextFrame(0x81)).asString(UTF_8).isEqualTo("😀");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_000})
  void endsMessagesThatDoNotEnd(int bytes) throws IOException {
    open("/talk");
    out().write(frame(0x01, new byte[bytes]));
    for (int i = 0; i < 1_100; i++) {
      out().write(frame(0x00, new byte[bytes]));
    }
    assertThat(closedWith()).isEqualTo(1009);
  }

  @Test
  void tellsNoDefectToAClient() throws Exception {
    open("/talk");
    out().write(text("defect"));
    assertThat(nextFrame(0x88))
        .asString(UTF_8)
        .endsWith("something went wrong here (reference ref)");
    assertThat(defects.poll(20, TimeUnit.SECONDS)).hasMessage("a secret of the inside");
  }

  @Test
  void sendsAwayWhoIsSilent() throws Exception {
    open("/hasty");
    assertThat(closedWith()).isEqualTo(1001);
    assertThat(socket.getInputStream().read()).as("it does not wait for ever").isEqualTo(-1);
    assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void cutsOffWhoDoesNotRead() throws Exception {
    open("/talk");
    Wire wire = wires.poll(20, TimeUnit.SECONDS);
    int sent = 0;
    while (wire.send(PIECE)) {
      sent++;
    }
    assertThat(sent).isGreaterThan(WAITING_BYTES / 2_000);
    assertThat(over.await(20, TimeUnit.SECONDS)).as("its listener is told").isTrue();
    assertThat(wire.send("late")).isFalse();
  }

  @Test
  void hearsOfClientsThatVanish() throws Exception {
    open("/talk");
    socket.close();
    assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void countsWhatIsOpen() throws IOException {
    open("/none");
    assertThat(closedWith()).isEqualTo(1013);
    assertThat(wires).isEmpty();
  }

  @Test
  void saysGoodbyeWhenTheServerStops() throws Exception {
    open("/talk");
    out().write(text("hello"));
    nextFrame(0x81);
    Thread stopping = Thread.ofVirtual().start(listener::close);
    assertThat(closedWith()).isEqualTo(1001);
    socket.close();
    assertThat(stopping.join(Duration.ofSeconds(20))).isTrue();
  }
}
