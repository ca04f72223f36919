package dev.dragoman.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `dragoman lab [kills|tail|million|syncs …] [--rounds N] [--json FILE]`: the long runs.
public final class Lab {
  private static final List<String> PARTS =
      List.of(
          "syncs",
          "million",
          "kills",
          "tail",
          "faults",
          "deliveries",
          "timers",
          "deployment",
          "rooms",
          "notified",
          "delay",
          "faulty",
          "drip");
  private static final int ROUNDS = 200;

  private Lab() {}

  /// Runs the parts named, or all, and prints what each found.
  public static void main(String[] arguments) throws IOException, SQLException {
    List<String> words = List.of(arguments);
    Options options = new Options(words);
    List<String> named = PARTS.stream().filter(words::contains).toList();
    Map<String, Double> figures = new LinkedHashMap<>();
    try (Field field = Field.make(Path.of(System.getProperty("dragoman.home", ".")))) {
      for (String part : named.isEmpty() ? PARTS : named) {
        Map<String, Double> found = run(part, field, options);
        System.out.println(part + ":");
        Main.print(found);
        figures.putAll(found);
      }
    }
    String file = Main.after(words, "--json", "");
    if (!file.isEmpty()) {
      Files.write(Path.of(file), Main.json(figures));
    }
  }

  private static Map<String, Double> run(String part, Field field, Options options)
      throws IOException, SQLException {
    return switch (part) {
      case "kills" -> new KillRounds(field, options.number("--rounds", ROUNDS)).run();
      case "tail" -> new Tail(field).measure();
      case "million" -> new Million(field).measure();
      case "faults" -> new Faults(field, options).run();
      case "deliveries" -> new Deliveries(field, options).measure();
      case "timers" -> new TimerWave(field, options).measure();
      case "deployment" -> new Deployment(field, options).run();
      case "rooms" -> new RoomRush(field, options).measure();
      case "notified" -> new Notified(field, options).measure();
      case "delay" -> new FirstAttempt(field, options).measure();
      case "faulty" -> new FaultyNeighbours(field, options).measure();
      case "drip" -> new Drip(field, options).measure();
      case "syncs" -> new SyncTrace(field).measure();
      default -> throw new IllegalArgumentException("no part of the lab: " + part);
    };
  }
}
