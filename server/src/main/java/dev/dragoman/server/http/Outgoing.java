package dev.dragoman.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// What one socket sends: one thread writes, one frame after the other, from a queue of so many
/// bytes. It also cuts off who is silent for too long, or does not go after a goodbye.
final class Outgoing {
  private static final long GRACE_MILLIS = 2_000;

  private final LinkedBlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();
  private final CountDownLatch gone = new CountDownLatch(1);
  private final int mostBytes;
  private final Thread reader;
  private final Thread writer;

  /// Where frames go, and how long nobody was heard.
  interface Line {
    DataWriter writer();

    long silentMillis();

    long idleMillis();
  }

  /// Starts to write; `reader` is interrupted when the socket has to end.
  Outgoing(Line line, int mostBytes, Thread reader) {
    this.mostBytes = mostBytes;
    this.reader = reader;
    this.writer = Thread.ofVirtual().name("socket-writer").start(() -> write(line));
  }

  /// Queues a frame; nothing follows a goodbye.
  boolean send(Frame frame) {
    if (frame.goodbye() ? !over.compareAndSet(false, true) : over.get()) {
      return false;
    }
    int size = frame.payload().length + 16;
    if (waiting.addAndGet(size) > mostBytes && waiting.get() != size && !frame.goodbye()) {
      over.set(true);
      cut();
      return false;
    }
    return frames.add(frame);
  }

  private void write(Line line) {
    try {
      boolean said = false;
      while (!said) {
        long patience = line.idleMillis() - line.silentMillis();
        Frame frame = frames.poll(Math.max(1, patience), TimeUnit.MILLISECONDS);
        if (frame == null && line.silentMillis() >= line.idleMillis() && !over.getAndSet(true)) {
          frame = Frame.close(Frame.GOING_AWAY, "silent for too long");
        }
        if (frame != null) {
          line.writer().writeNow(BufferData.create(frame.bytes()));
          waiting.addAndGet(-frame.payload().length - 16);
          said = frame.goodbye();
        }
      }
      if (!gone.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
        reader.interrupt();
      }
    } catch (InterruptedException | RuntimeException broken) {
      over.set(true);
      if (gone.getCount() > 0) {
        reader.interrupt();
      }
    }
  }

  /// Ends it without a word: a write that hangs is broken off too.
  private void cut() {
    writer.interrupt();
  }

  /// The client's side is over: what is queued may still leave before the socket closes.
  void end() {
    gone.countDown();
    send(Frame.close(Frame.NORMAL, ""));
    try {
      if (!writer.join(Duration.ofMillis(GRACE_MILLIS))) {
        writer.interrupt();
      }
    } catch (InterruptedException cutOff) {
      writer.interrupt();
    }
  }
}
