package dev.dragoman.server.store.embedded;

/// The knobs of the embedded PostgreSQL that depend on the machine or on taste; everything else is
/// fixed in [ServerConfiguration].
///
/// @param sharedBuffersMegabytes PostgreSQL's own page cache, 16..65536; memory is used only once
///     pages are touched
/// @param maxConnections connections it accepts, 10..1000; each costs 2-5 MB while it is used
/// @param workMemoryMegabytes memory one sort or hash may use before it goes to disk, 1..1024
/// @param maxWalMegabytes log written between two checkpoints, 64..65536: more means fewer full
/// page     images, but a longer recovery after a crash and as much disk
/// @param checkpointMinutes the longest time between two checkpoints, 1..1440
public record PostgresSettings(
    int sharedBuffersMegabytes,
    int maxConnections,
    int workMemoryMegabytes,
    int maxWalMegabytes,
    int checkpointMinutes) {
  private static final long MEGABYTE = 1 << 20;

  /// Checks the bounds.
  public PostgresSettings {
    require("sharedBuffersMegabytes", sharedBuffersMegabytes, 16, 65_536);
    require("maxConnections", maxConnections, 10, 1_000);
    require("workMemoryMegabytes", workMemoryMegabytes, 1, 1_024);
    require("maxWalMegabytes", maxWalMegabytes, 64, 65_536);
    require("checkpointMinutes", checkpointMinutes, 1, 1_440);
  }

  /// What suits a machine: a sixty-fourth of its memory for pages (32..256 MB, the operating system
  /// caches the rest), and at most an eighth of the free disk for the log (128..4096 MB).
  public static PostgresSettings forMachine(Machine machine) {
    int pages = Math.clamp(machine.memoryBytes() / (64 * MEGABYTE), 32, 256);
    int log = Math.clamp(machine.freeDiskBytes() / (8 * MEGABYTE), 128, 4_096);
    return new PostgresSettings(pages, 40, 4, log, 15);
  }

  private static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %d..%d, not %d".formatted(name, least, most, value));
    }
  }
}
