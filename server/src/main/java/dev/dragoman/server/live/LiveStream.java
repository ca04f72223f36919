package dev.dragoman.server.live;

import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Pours a feed as Server-Sent Events: `id` is where the reader stands who has this event. Used
/// once. It holds one page of events and nothing else: who reads slowly is waited for.
final class LiveStream implements Response.Stream {
  /// How long a hint may be missing.
  private static final long SWEEP_MILLIS = 1_500;

  private static final int PIECE_BYTES = 65_536;
  private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(15);

  private final Feed feed;
  private final Bells bells;
  private final Patience patience;
  private final Bells.Key key;
  private final Until until;

  /// When it ends.
  ///
  /// @param waitMillis so long after it began, once everything that is there was told
  /// @param allowed asked at every look: whether its key is still good
  record Until(long waitMillis, BooleanSupplier allowed) {}

  LiveStream(Feed feed, LiveStreams.Parts parts, Bells.Key key, Until until) {
    this.feed = feed;
    this.bells = parts.bells();
    this.patience = parts.patience();
    this.key = key;
    this.until = until;
  }

  @Override
  public void pour(Response.Pieces pieces) throws IOException {
    Bells.Bell bell = bells.enter(key);
    try {
      pour(pieces, bell);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      bells.leave(key);
    }
  }

  private void pour(Response.Pieces pieces, Bells.Bell bell)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    long toldAt = begun;
    send(pieces, "retry: 1000\nid: " + feed.position() + "\n\n");
    while (!bells.isClosed() && until.allowed().getAsBoolean()) {
      // Counted before the look: what is committed during it rings once more.
      long count = bell.count();
      boolean told = told(pieces);
      long now = System.nanoTime();
      if (told) {
        toldAt = now;
      } else if (now - toldAt > HEARTBEAT_NANOS) {
        send(pieces, ": still here\nid: " + feed.position() + "\n\n");
        toldAt = now;
      }
      long left = until.waitMillis() - TimeUnit.NANOSECONDS.toMillis(now - begun);
      if (left <= 0 && !feed.hasMore()) {
        return;
      }
      if (!feed.hasMore()) {
        bell.await(count, Math.min(SWEEP_MILLIS, left));
      }
    }
  }

  private boolean told(Response.Pieces pieces) throws IOException {
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    boolean told = false;
    for (Feed.Item item : feed.next()) {
      String head = "id: " + item.position() + "\nevent: " + item.shown().kind().wire();
      piece.write((head + "\ndata: ").getBytes(StandardCharsets.UTF_8));
      piece.write(Json.write(item.shown().body()));
      piece.write('\n');
      piece.write('\n');
      told = true;
      if (piece.size() > PIECE_BYTES) {
        patience.send(pieces, piece.toByteArray());
        piece.reset();
      }
    }
    if (piece.size() > 0) {
      patience.send(pieces, piece.toByteArray());
    }
    return told;
  }

  private void send(Response.Pieces pieces, String text) throws IOException {
    patience.send(pieces, text.getBytes(StandardCharsets.UTF_8));
  }
}
