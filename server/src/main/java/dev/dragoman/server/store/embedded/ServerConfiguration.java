package dev.dragoman.server.store.embedded;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything the embedded PostgreSQL is told, each line with its reason.
///
/// @param lines in the order they are written
record ServerConfiguration(List<Line> lines) {
  ServerConfiguration {
    lines = List.copyOf(lines);
  }

  /// One setting.
  ///
  /// @param name PostgreSQL's name for it
  /// @param value as `postgresql.conf` spells it, without quotes
  /// @param reason why it is so, for whoever reads the file
  record Line(String name, String value, String reason) {}

  /// What makes a commit durable. Given on the command line, which nothing overrides: neither
  /// `ALTER SYSTEM` nor an edited file.
  static final List<Line> DURABLE =
      List.of(
          new Line("fsync", "on", "a 2xx means flushed to disk"),
          new Line("synchronous_commit", "on", "a 2xx means flushed to disk"),
          new Line("full_page_writes", "on", "a torn page after a power cut is repaired"));

  private static final List<Line> FIXED =
      List.of(
          new Line("listen_addresses", "127.0.0.1", "nobody from outside"),
          new Line("unix_socket_directories", "", "JDBC uses TCP; no file in /tmp to collide"),
          new Line("password_encryption", "scram-sha-256", "no password crosses the wire"),
          new Line("huge_pages", "off", "huge pages would be resident before they are used"),
          new Line("io_method", "sync", "reads are few and small; saves three worker processes"),
          new Line("jit", "off", "queries are short"),
          new Line("max_worker_processes", "2", "nothing here runs in the background for long"),
          new Line("max_parallel_workers", "2", "the cores belong to the turns"),
          new Line("max_parallel_workers_per_gather", "0", "the cores belong to the turns"),
          new Line("maintenance_work_mem", "64MB", "vacuum and index builds, one at a time"),
          new Line("autovacuum", "on", "dead versions of conversations are reused"),
          new Line("autovacuum_worker_slots", "2", "a small machine"),
          new Line("autovacuum_max_workers", "2", "a small machine"),
          new Line("wal_level", "replica", "what an online backup needs"),
          new Line("max_wal_senders", "0", "no standby hangs on an embedded server"),
          new Line("max_replication_slots", "0", "no standby hangs on an embedded server"),
          new Line("max_logical_replication_workers", "0", "saves the launcher process"),
          new Line("wal_compression", "pglz", "page images shrink; these binaries have no lz4"),
          new Line("min_wal_size", "80MB", "log segments are recycled, not created anew"),
          new Line("checkpoint_completion_target", "0.9", "writing is spread, latency stays even"),
          new Line("random_page_cost", "1.1", "disks have no arms any more"),
          new Line("timezone", "UTC", "times are shown where they are read, not here"),
          new Line("log_timezone", "UTC", "one time line in all logs"),
          new Line("log_destination", "stderr", "appended to the log file of the data directory"),
          new Line("logging_collector", "off", "saves a process; Dragoman rotates the file"),
          new Line("log_line_prefix", "%m [%p] ", "when and who"),
          new Line("log_checkpoints", "on", "rare, and they explain slow seconds"),
          new Line("log_min_error_statement", "panic", "statements can hold what people wrote"),
          new Line("log_error_verbosity", "terse", "details can hold what people wrote"),
          new Line("log_parameter_max_length", "0", "parameters hold what people wrote"),
          new Line("restart_after_crash", "on", "one dead back end does not end the server"));

  static ServerConfiguration of(PostgresSettings settings) {
    String pages = settings.sharedBuffersMegabytes() + "MB";
    String work = settings.workMemoryMegabytes() + "MB";
    String log = settings.maxWalMegabytes() + "MB";
    Stream<Line> chosen =
        Stream.of(
            new Line("shared_buffers", pages, "postgres.sharedBuffersMegabytes"),
            line("max_connections", settings.maxConnections(), "postgres.maxConnections"),
            new Line("work_mem", work, "postgres.workMemoryMegabytes"),
            new Line("max_wal_size", log, "postgres.maxWalMegabytes"),
            new Line(
                "checkpoint_timeout",
                settings.checkpointMinutes() + "min",
                "postgres.checkpointMinutes"));
    return new ServerConfiguration(
        Stream.of(DURABLE.stream(), FIXED.stream(), chosen).flatMap(part -> part).toList());
  }

  /// The text of `postgresql.conf`.
  String text() {
    return lines.stream()
        .map(line -> "%s = '%s'  # %s".formatted(line.name(), line.value(), line.reason()))
        .collect(
            Collectors.joining(
                "\n", "# Written by Dragoman at every start; edits are lost.\n", "\n"));
  }

  private static Line line(String name, int value, String reason) {
    return new Line(name, Integer.toString(value), reason);
  }
}
