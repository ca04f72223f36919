package dev.dragoman.server.store.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A [PostgresHolder] in a process of its own, as a test sees it.
///
/// @param process the program
/// @param words its first line, split at blanks
record Holder(Process process, List<String> words) implements AutoCloseable {
  static Holder start(Path data, String bond) throws IOException {
    return start(List.of(), System.getProperty("java.class.path"), data, bond);
  }

  static Holder start(List<String> prefix, String classPath, Path data, String bond)
      throws IOException {
    Process process = command(prefix, classPath, data, bond).start();
    BufferedReader output = process.inputReader();
    String line = output.readLine();
    return new Holder(process, line == null ? List.of("silent") : List.of(line.split(" ")));
  }

  static ProcessBuilder command(List<String> prefix, String classPath, Path data, String bond) {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath));
    command.addAll(List.of(PostgresHolder.class.getName(), data.toString(), bond));
    ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("XDG_CACHE_HOME", "/var/cache");
    return builder;
  }

  String text() {
    return String.join(" ", words);
  }

  String url() {
    return words.get(1);
  }

  String password() {
    return words.get(2);
  }

  ProcessHandle postmaster() {
    return ProcessHandle.of(Long.parseLong(words.get(3))).orElseThrow();
  }

  /// `kill -9`: nothing of it gets to say goodbye.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// SIGTERM, and how it ended.
  int terminate() throws InterruptedException {
    process.destroy();
    process.waitFor(60, TimeUnit.SECONDS);
    return process.exitValue();
  }

  @Override
  public void close() {
    kill();
    if (words.getFirst().equals("ready")) {
      ProcessHandle.of(Long.parseLong(words.get(3))).ifPresent(Holder::end);
    }
  }

  private static void end(ProcessHandle postmaster) {
    postmaster.destroy();
    postmaster.onExit().join();
  }

  /// A directory that every account may pass through, unlike a test's own temporary one.
  static Path open(Path directory) throws IOException {
    Path made = Files.createTempDirectory(Path.of("/tmp"), directory.getFileName().toString());
    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx--x--x"));
    return made;
  }
}
