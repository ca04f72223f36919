package dev.dragoman.server.app;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.turn.Engine;
import dev.dragoman.server.botfile.BotDraft;
import dev.dragoman.server.botfile.BotFile;
import dev.dragoman.server.botfile.BotTest;
import dev.dragoman.server.botfile.Re2Patterns;
import dev.dragoman.server.botfile.check.RemarkForm;
import dev.dragoman.server.botfile.yaml.Report;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.flow.LearntEar;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.Spacing;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `dragoman bot test DIR`: 0 when every conversation went as expected, 1 when one did not, 2 when
/// the bot or its tests cannot be read.
@Command(name = "test", description = "Plays a bot's conversation tests.")
final class BotTestCommand implements Callable<Integer> {
  private static final double NANOS_PER_MILLI = 1e6;

  @Parameters(index = "0", paramLabel = "DIR", description = "A bot's folder.")
  private Path folder = Path.of(".");

  @Option(names = "--json", description = "Print for programs.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Printing.out(spec);
    PrintWriter err = Printing.err(spec);
    if (!Files.isDirectory(folder)) {
      err.println(folder + " is no folder");
      return 2;
    }
    BotDraft draft = BotFile.read(folder);
    draft.defects().forEach(err::println);
    if (draft.bot().isEmpty()) {
      return 2;
    }
    Report report = new Report();
    List<Source> tests = BotTest.sources(folder, report);
    report.sorted().forEach(err::println);
    if (tests.isEmpty()) {
      err.println(folder.resolve("tests") + " holds no test");
      return 2;
    }
    BotTest.Outcome outcome = tester(draft.bot().get()).run(tests);
    outcome.defects().forEach(err::println);
    if (json) {
      out.println(Json.text(asValue(outcome), Spacing.NONE));
    } else {
      print(outcome, out);
    }
    if (!outcome.defects().isEmpty()) {
      return 2;
    }
    return outcome.isGood() ? 0 : 1;
  }

  private static BotTest tester(Bot bot) {
    Engine engine = new Engine(bot, new Re2Patterns());
    return new BotTest(bot, engine, new LearntEar(bot), System::nanoTime);
  }

  private static void print(BotTest.Outcome outcome, PrintWriter out) {
    for (BotTest.Result result : outcome.results()) {
      String millis = String.format(Locale.ROOT, "%.1f ms", result.nanos() / NANOS_PER_MILLI);
      String mark = result.difference().isEmpty() ? "ok  " : "FAIL";
      out.printf("%s %s (%s)%n", mark, result.name(), millis);
      result
          .difference()
          .ifPresent(text -> out.printf("     %s:%d %s%n", result.file(), result.line(), text));
    }
    long bad = outcome.results().stream().filter(one -> one.difference().isPresent()).count();
    out.printf("%d conversations, %d failed%n", outcome.results().size(), bad);
  }

  private static Value asValue(BotTest.Outcome outcome) {
    List<Value> results = outcome.results().stream().map(BotTestCommand::asValue).toList();
    return Value.Obj.builder()
        .put("good", outcome.isGood())
        .put("results", new Value.List(results))
        .put(
            "defects",
            new Value.List(outcome.defects().stream().<Value>map(RemarkForm::of).toList()))
        .build();
  }

  private static Value asValue(BotTest.Result result) {
    return Value.Obj.builder()
        .put("file", result.file())
        .put("line", result.line())
        .put("name", result.name())
        .put("passed", result.difference().isEmpty())
        .put("difference", result.difference().<Value>map(Value::of).orElse(Value.Null.NULL))
        .put("micros", result.nanos() / 1_000)
        .build();
  }
}
