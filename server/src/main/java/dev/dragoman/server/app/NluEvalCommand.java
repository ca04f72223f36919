package dev.dragoman.server.app;

import dev.dragoman.core.understand.intent.IntentEvaluation;
import dev.dragoman.core.understand.intent.TrainingSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `nlu eval`: learns from one file of labelled messages, measures on another and prints the
/// figures. Exit code 2 for a file that cannot be used.
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description = "Learn intents from one file and measure them on another (text<TAB>intent).")
public final class NluEvalCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--train", required = true, paramLabel = "F.tsv", description = "examples")
  private @Nullable Path train;

  @Option(names = "--test", required = true, paramLabel = "F.tsv", description = "what to measure")
  private @Nullable Path test;

  @Option(names = "--oos", paramLabel = "F.tsv", description = "messages that mean no intent")
  private @Nullable Path outside;

  @Option(names = "--json", paramLabel = "FILE", description = "also write the figures as JSON")
  private @Nullable Path json;

  /// For picocli.
  public NluEvalCommand() {}

  @Override
  public Integer call() throws IOException {
    CommandLine line = spec().commandLine();
    try {
      IntentEvaluation figures = IntentEvaluation.measure(rows(), System::nanoTime);
      print(figures, line.getOut());
      if (json != null) {
        Files.writeString(json, json(figures));
      }
      return CommandLine.ExitCode.OK;
    } catch (BadFile bad) {
      line.getErr().println(bad.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
  }

  private IntentEvaluation.Rows rows() throws BadFile {
    List<TrainingSet.Row> outsideRows = outside == null ? List.of() : LabelledRows.read(outside);
    return new IntentEvaluation.Rows(
        LabelledRows.read(required(train)), LabelledRows.read(required(test)), outsideRows);
  }

  private static void print(IntentEvaluation figures, PrintWriter out) {
    out.printf(Locale.ROOT, "accuracy           %.4f%n", figures.accuracy());
    out.printf(Locale.ROOT, "auroc              %s%n", text(figures.auroc()));
    out.printf(Locale.ROOT, "recall at 95 %%     %s%n", text(figures.recallAt95()));
    out.printf(Locale.ROOT, "calibration error  %.4f%n", figures.calibrationError());
    out.printf(Locale.ROOT, "train              %.2f s%n", figures.trainSeconds());
    out.printf(Locale.ROOT, "median             %.1f µs%n", figures.medianMicros());
    out.printf(Locale.ROOT, "p99                %.1f µs%n", figures.p99Micros());
    out.flush();
  }

  private static String text(OptionalDouble share) {
    return share.isPresent() ? String.format(Locale.ROOT, "%.4f", share.getAsDouble()) : "-";
  }

  static String json(IntentEvaluation figures) {
    return "{\"accuracy\":"
        + figures.accuracy()
        + ",\"auroc\":"
        + (figures.auroc().isPresent() ? figures.auroc().getAsDouble() : null)
        + ",\"recallAt95\":"
        + (figures.recallAt95().isPresent() ? figures.recallAt95().getAsDouble() : null)
        + ",\"calibrationError\":"
        + figures.calibrationError()
        + ",\"trainSeconds\":"
        + figures.trainSeconds()
        + ",\"medianMicros\":"
        + figures.medianMicros()
        + ",\"p99Micros\":"
        + figures.p99Micros()
        + "}\n";
  }

  private CommandSpec spec() {
    return required(spec);
  }

  private static <T> T required(@Nullable T given) {
    if (given == null) {
      throw new IllegalStateException("picocli fills required members before the call");
    }
    return given;
  }
}
