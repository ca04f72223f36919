package dev.dragoman.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether each acknowledged turn was on disk before its caller was told, seen in the system calls
/// of the whole server; and whether this way of looking finds out one that only pretends.
final class SyncTrace {
  private static final int TURNS = 300;
  private static final Pattern SYNC =
      Pattern.compile("^\\d+ +(\\d+\\.\\d+) (?:fdatasync|fsync)\\(.* = 0 <([0-9.]+)>$");
  private static final Pattern BEGUN =
      Pattern.compile("^(\\d+) +(\\d+\\.\\d+) (?:fdatasync|fsync)\\(.*<unfinished \\.\\.\\.>$");
  private static final Pattern RESUMED =
      Pattern.compile("^(\\d+) +(\\d+\\.\\d+) <\\.\\.\\. (?:fdatasync|fsync) resumed>.* = 0 .*$");

  /// What `eatmydata` does, from outside: PostgreSQL is started with an environment of its own, so
  /// a preloaded library never reaches it.
  private static final List<String> PRETENDED = List.of("-e", "inject=fdatasync,fsync:retval=0");

  private final Field field;

  /// When a request left and when its answer was there, in seconds since 1970.
  private record Window(double sent, double told) {}

  SyncTrace(Field field) {
    this.field = field;
  }

  Map<String, Double> measure() throws IOException {
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("tracedTurns", (double) TURNS);
    figures.put("unsyncedAcknowledgements", (double) unsynced("traced", List.of()));
    figures.put("unsyncedInTheControl", (double) unsynced("control", PRETENDED));
    return figures;
  }

  private long unsynced(String name, List<String> tampering) throws IOException {
    Tools.run("strace", "--version");
    Path trace = field.work().resolve(name + ".trace");
    List<String> words =
        new ArrayList<>(
            List.of("strace", "-f", "--seccomp-bpf", "-ttt", "-T", "-e", "trace=fdatasync,fsync"));
    words.addAll(tampering);
    words.addAll(List.of("-o", trace.toString()));
    ServerProcess.Start start = field.server(name, words);
    List<Window> windows = new ArrayList<>();
    try (ServerProcess server = ServerProcess.start(start)) {
      Clients clients = Clients.make(server.ready(), start.data(), 1);
      String id = clients.conversations().getFirst();
      try (HttpLine line = new HttpLine(server.ready())) {
        for (int i = 0; i < TURNS; i++) {
          double sent = now();
          if (line.exchange(clients.reply(id, i, "")) != 200) {
            throw new IOException("a turn failed: " + line.text());
          }
          windows.add(new Window(sent, now()));
        }
      }
    }
    NavigableMap<Double, Double> syncs = syncs(trace);
    return windows.stream().filter(window -> !isSynced(window, syncs)).count();
  }

  private static double now() {
    java.time.Instant now = java.time.Instant.now();
    return now.getEpochSecond() + now.getNano() / 1e9;
  }

  /// A sync that began after the request left and was finished before its caller was told.
  private static boolean isSynced(Window window, NavigableMap<Double, Double> syncs) {
    return syncs.subMap(window.sent(), window.told()).values().stream()
        .anyMatch(end -> end <= window.told());
  }

  /// When each finished sync began and ended.
  private static NavigableMap<Double, Double> syncs(Path trace) throws IOException {
    NavigableMap<Double, Double> syncs = new TreeMap<>();
    Map<String, Double> begun = new LinkedHashMap<>();
    for (String line : Files.readAllLines(trace)) {
      Matcher whole = SYNC.matcher(line);
      Matcher begins = BEGUN.matcher(line);
      Matcher resumed = RESUMED.matcher(line);
      if (whole.find()) {
        double at = Double.parseDouble(whole.group(1));
        syncs.put(at, at + Double.parseDouble(whole.group(2)));
      } else if (begins.find()) {
        begun.put(begins.group(1), Double.valueOf(begins.group(2)));
      } else if (resumed.find()) {
        Double at = begun.remove(resumed.group(1));
        if (at != null) {
          syncs.put(at, Double.valueOf(resumed.group(2)));
        }
      }
    }
    return syncs;
  }
}
