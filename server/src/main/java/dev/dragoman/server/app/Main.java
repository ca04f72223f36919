package dev.dragoman.server.app;

/// The program's entry: turns a command line into one of the commands.
public final class Main {
  private Main() {}

  /// Runs the command named by the arguments.
  public static void main(String[] arguments) {
    System.exit(arguments.length);
  }
}
