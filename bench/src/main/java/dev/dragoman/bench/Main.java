package dev.dragoman.bench;

import dev.dragoman.bench.stages.Stages;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/// `dragoman bench [--json FILE] [--runs N]`, or `dragoman bench stages [STAGE…] [--json FILE]`
/// ([Stages]).
public final class Main {
  private static final int RUNS = 5;
  private static final String STAGES = "stages";
  private static final MathContext SHOWN = new MathContext(4);

  private Main() {}

  /// Measures, prints, and writes the figures to a file when asked.
  public static void main(String[] arguments) throws IOException, RunnerException {
    List<String> words = List.of(arguments);
    if (!words.isEmpty() && words.getFirst().equals(STAGES)) {
      System.exit(Stages.run(words.subList(1, words.size())));
    }
    int runs = Integer.parseInt(after(words, "--runs", Integer.toString(RUNS)));
    Path home = Path.of(System.getProperty("dragoman.home", "."));
    Bench.Figures figures = new Bench(home, runs).measure();
    System.out.println("Medians of " + runs + " runs:");
    print(figures.medians());
    String file = after(words, "--json", "");
    if (!file.isEmpty()) {
      Files.write(Path.of(file), Json.write(document(figures)));
    }
  }

  static void print(Map<String, Double> figures) {
    figures.forEach(
        (name, value) -> System.out.printf("  %-28s %s%n", name, shown(value).toPlainString()));
  }

  static byte[] json(Map<String, Double> figures) {
    return Json.write(members(Value.Obj.builder(), figures).build());
  }

  /// The word after a flag, or what is meant without it.
  static String after(List<String> words, String flag, String otherwise) {
    int at = words.indexOf(flag) + 1;
    if (at == 0) {
      return otherwise;
    }
    if (at >= words.size()) {
      throw new IllegalArgumentException(flag + " needs a value");
    }
    return words.get(at);
  }

  private static Value.Obj document(Bench.Figures figures) {
    List<Value> runs = new ArrayList<>();
    figures.runs().forEach(run -> runs.add(members(Value.Obj.builder(), run).build()));
    return members(Value.Obj.builder().put("runs", new Value.List(runs)), figures.medians())
        .build();
  }

  private static ObjBuilder members(ObjBuilder into, Map<String, Double> figures) {
    figures.forEach((name, value) -> into.put(name, Value.of(shown(value))));
    return into;
  }

  private static BigDecimal shown(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(SHOWN);
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
