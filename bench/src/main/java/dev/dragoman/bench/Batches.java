package dev.dragoman.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// What a server's own metrics say of its batches, since it started.
///
/// @param batches how many were committed
/// @param legs how many legs were in them
/// @param roundTrips how many round trips to the database they took
record Batches(double batches, double legs, double roundTrips) {
  /// Asks the server.
  static Batches of(ServerProcess.Ready server) {
    try (HttpLine line = new HttpLine(server)) {
      if (line.exchange(HttpLine.get("/metrics")) != 200) {
        throw new IOException("no metrics: " + line.text());
      }
      String text = line.text();
      return new Batches(
          sum(text, "dragoman_batch_legs_count"),
          sum(text, "dragoman_batch_legs_sum"),
          sum(text, "dragoman_batch_round_trips_total"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Those since an earlier look.
  Batches since(Batches before) {
    return new Batches(
        batches - before.batches, legs - before.legs, roundTrips - before.roundTrips);
  }

  double legsEach() {
    return legs / Math.max(1, batches);
  }

  double roundTripsEach() {
    return roundTrips / Math.max(1, batches);
  }

  private static double sum(String text, String name) {
    return Arrays.stream(text.split("\n"))
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
