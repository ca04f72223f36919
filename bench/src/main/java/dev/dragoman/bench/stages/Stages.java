package dev.dragoman.bench.stages;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// `dragoman bench stages [STAGE…] [--json FILE]`: measures every stage with JMH and prints it
/// beside its budget. Takes about ten seconds a stage.
public final class Stages {
  private static final String BYTES = "gc.alloc.rate.norm";
  private static final String JSON = "--json";

  private Stages() {}

  /// What one operation of a stage took.
  record Figure(double nanos, double bytes) {}

  /// Measures and prints; 1 when a stage allocates more than its budget, else 0.
  public static int run(List<String> words) throws RunnerException, IOException {
    int file = words.indexOf(JSON) + 1;
    List<String> names = file == 0 ? words : words.subList(0, file - 1);
    Map<Stage, Figure> figures = measure(names);
    figures.forEach(Stages::print);
    if (file > 0) {
      Files.write(Path.of(words.get(file)), Json.write(document(figures)));
    }
    boolean kept =
        figures.entrySet().stream().allMatch(one -> one.getValue().bytes() <= one.getKey().bytes());
    return kept ? 0 : 1;
  }

  private static Map<Stage, Figure> measure(List<String> names) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options.include(StageBenchmark.class.getName()).addProfiler(GCProfiler.class);
    options.verbosity(VerboseMode.SILENT);
    if (!names.isEmpty()) {
      options.param("stage", names.toArray(String[]::new));
    }
    Map<Stage, Figure> figures = new TreeMap<>();
    for (RunResult result : new Runner(options.build()).run()) {
      figures.put(
          Stage.valueOf(result.getParams().getParam("stage")),
          new Figure(
              result.getPrimaryResult().getScore(),
              Objects.requireNonNull(result.getSecondaryResults().get(BYTES)).getScore()));
    }
    return figures;
  }

  private static void print(Stage stage, Figure figure) {
    System.out.printf(
        "%-15s %7.0f B of %6d   %7.0f ns of %6d   %s%s%n",
        stage,
        figure.bytes(),
        stage.bytes(),
        figure.nanos(),
        stage.nanos(),
        stage.what(),
        figure.bytes() > stage.bytes() ? "   OVER ITS BUDGET" : "");
  }

  private static Value.Obj document(Map<Stage, Figure> figures) {
    ObjBuilder document = Value.Obj.builder();
    figures.forEach(
        (stage, figure) ->
            document.put(
                stage.name(),
                Value.Obj.builder()
                    .put("bytes", Math.round(figure.bytes()))
                    .put("bytesBudget", stage.bytes())
                    .put("nanos", Math.round(figure.nanos()))
                    .put("nanosStated", stage.nanos())
                    .build()));
    return document.build();
  }
}
