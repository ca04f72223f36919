package dev.dragoman.server.app;

import dev.dragoman.core.model.Value;
import dev.dragoman.core.understand.entity.EntitySpan;
import dev.dragoman.core.understand.entity.Recognisers;
import dev.dragoman.core.understand.entity.measure.EntityEvaluation;
import dev.dragoman.core.understand.entity.measure.ExpectedSpan;
import dev.dragoman.core.understand.entity.measure.PassRate;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.Spacing;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `nlu entities`: runs the recognisers over a file of cases and prints how many were right. Exit
/// code 2 for a file that cannot be used.
@Command(
    name = "entities",
    mixinStandardHelpOptions = true,
    description = "Measure the recognisers of entities on a file of cases (JSON lines).")
public final class NluEntitiesCommand implements Callable<Integer> {
  private final Recognisers recognisers;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--test", required = true, paramLabel = "F.jsonl", description = "the cases")
  private @Nullable Path test;

  @Option(names = "--json", paramLabel = "FILE", description = "also write the figures as JSON")
  private @Nullable Path json;

  @Option(names = "--misses", description = "also print every case that was not right")
  private boolean misses;

  /// Measures these recognisers.
  public NluEntitiesCommand(Recognisers recognisers) {
    this.recognisers = recognisers;
  }

  @Override
  public Integer call() throws IOException {
    CommandLine line = required(spec).commandLine();
    try {
      EntityEvaluation figures =
          EntityEvaluation.of(EntityCaseLines.read(required(test)), recognisers);
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

  private void print(EntityEvaluation figures, PrintWriter out) {
    if (misses) {
      figures.misses().forEach(miss -> out.println(text(miss)));
    }
    figures.types().forEach((type, rate) -> out.println(text("all", type, rate)));
    figures
        .languages()
        .forEach(
            (language, types) ->
                types.forEach((type, rate) -> out.println(text(language, type, rate))));
    out.flush();
  }

  private static String text(String language, String type, PassRate rate) {
    return String.format(
        Locale.ROOT,
        "%-4s %-10s %5d cases  spans %5.1f %%  spans and values %5.1f %%",
        language,
        type,
        rate.cases(),
        100 * rate.spans(),
        100 * rate.values());
  }

  private static String text(EntityEvaluation.Miss miss) {
    String text = miss.expected().text();
    String expected =
        miss.expected().spans().stream()
            .map(span -> part(text, span) + " = " + span.values())
            .collect(Collectors.joining(", "));
    String found =
        miss.found().stream().map(NluEntitiesCommand::part).collect(Collectors.joining(", "));
    return "%s %s \"%s\" expected [%s] found [%s]"
        .formatted(
            miss.expected().language().code(), miss.expected().type(), text, expected, found);
  }

  private static String part(String text, ExpectedSpan span) {
    return text.substring(span.start(), span.end());
  }

  private static String part(EntitySpan span) {
    return span.text() + " = " + span.value();
  }

  static String json(EntityEvaluation figures) {
    String languages =
        figures.languages().entrySet().stream()
            .map(entry -> quoted(entry.getKey()) + ":" + json(entry.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    return "{\"types\":" + json(figures.types()) + ",\"languages\":" + languages + "}\n";
  }

  private static String json(Map<String, PassRate> types) {
    return types.entrySet().stream()
        .map(entry -> quoted(entry.getKey()) + ":" + json(entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String json(PassRate rate) {
    return "{\"cases\":%d,\"spans\":%s,\"values\":%s}"
        .formatted(rate.cases(), Double.toString(rate.spans()), Double.toString(rate.values()));
  }

  private static String quoted(String name) {
    return Json.text(new Value.Text(name), Spacing.NONE);
  }

  private static <T> T required(@Nullable T given) {
    if (given == null) {
      throw new IllegalStateException("picocli fills required members before the call");
    }
    return given;
  }
}
