package dev.dragoman.server.sandbox;

import dev.dragoman.core.model.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The fault dial: what goes wrong at which path, for how many requests. Thread-safe.
final class Dial {
  private static final int FOR_EVER = Integer.MAX_VALUE;
  private static final long HANG_MILLIS = 120_000;

  private final Map<String, Fault> faults = new ConcurrentHashMap<>();
  private final CountDownLatch stopped = new CountDownLatch(1);

  /// What goes wrong.
  enum Kind {
    SLOW,
    HANG,
    ERROR,
    RESET,
    GARBAGE,
    BUSY
  }

  /// @param times how many requests it is left for
  /// @param taken whether the request counts although its answer goes wrong
  record Fault(Kind kind, long millis, int times, boolean taken) {
    private Fault once() {
      return times == FOR_EVER ? this : new Fault(kind, millis, times - 1, taken);
    }
  }

  /// Sets or, without a fault, clears what goes wrong at a path; says whether it was understood.
  boolean set(Value.Obj wanted) {
    String path = Chats.text(wanted, "path");
    String fault = Chats.text(wanted, "fault");
    if (fault.isEmpty() || fault.equals("none")) {
      faults.remove(path);
      return true;
    }
    try {
      Kind kind = Kind.valueOf((fault.equals("500") ? "error" : fault).toUpperCase(Locale.ROOT));
      boolean taken = wanted.get("taken") instanceof Value.Bool(boolean truth) && truth;
      faults.put(
          path,
          new Fault(
              kind,
              number(wanted, "millis", 2_000),
              (int) number(wanted, "times", FOR_EVER),
              taken));
      return true;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  static long number(Value.Obj in, String name, long absent) {
    return in.get(name) instanceof Value.Num number && number.isLong()
        ? number.longValue()
        : absent;
  }

  /// The fault at a path, used up by one.
  Optional<Fault> next(String path) {
    Fault[] found = new Fault[1];
    faults.computeIfPresent(
        path,
        (_, fault) -> {
          found[0] = fault;
          Fault left = fault.once();
          return left.times() == 0 ? null : left;
        });
    return Optional.ofNullable(found[0]);
  }

  /// Goes wrong in that way; `good` is what would have been answered.
  Web.Answer apply(Fault fault, Web.Answer good) throws InterruptedException {
    return switch (fault.kind()) {
      case SLOW -> {
        pause(fault.millis());
        yield good;
      }
      case HANG -> {
        pause(HANG_MILLIS);
        yield new Web.Answer.BrokenOff();
      }
      case ERROR -> Web.json(500, Value.Obj.of("error", Value.of("the dial says so")));
      case RESET -> new Web.Answer.BrokenOff();
      case GARBAGE ->
          new Web.Answer.Whole(
              200, "application/json", "{\"]".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      case BUSY -> Web.json(429, Value.Obj.of("error", Value.of("slower")));
    };
  }

  /// Waits, less if the sandbox stops.
  void pause(long millis) throws InterruptedException {
    if (stopped.await(millis, TimeUnit.MILLISECONDS)) {
      throw new InterruptedException("stopped");
    }
  }

  void stop() {
    stopped.countDown();
  }
}
