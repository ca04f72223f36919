package dev.dragoman.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What Linux tells of processes in `/proc`.
final class ProcFigures {
  private static final long TICKS_PER_SECOND = 100;

  private ProcFigures() {}

  /// User and system time of these processes so far, in microseconds. One that has ended counts 0.
  static long cpuMicros(List<Long> processes) {
    return processes.stream().mapToLong(ProcFigures::cpuMicros).sum();
  }

  private static long cpuMicros(long process) {
    String stat = read(Path.of("/proc", Long.toString(process), "stat"));
    if (stat.isEmpty()) {
      return 0;
    }
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    return ticks * 1_000_000 / TICKS_PER_SECOND;
  }

  /// The memory these processes really take, shared pages divided among those who share them.
  static double pssMegabytes(List<Long> processes) {
    return processes.stream().mapToLong(ProcFigures::pssKilobytes).sum() / 1_024.0;
  }

  private static long pssKilobytes(long process) {
    return read(Path.of("/proc", Long.toString(process), "smaps_rollup"))
        .lines()
        .filter(line -> line.startsWith("Pss:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .sum();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException ended) {
      return "";
    }
  }
}
