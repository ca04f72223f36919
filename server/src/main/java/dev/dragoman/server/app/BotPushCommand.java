package dev.dragoman.server.app;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.botfile.yaml.Report;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.botfile.yaml.SourceFiles;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `dragoman bot push DIR`: 0 when the bot is published, 1 when the server refuses it, 2 when it
/// cannot be read or the server not be asked.
@Command(name = "push", description = "Publishes a bot's files on a running server.")
final class BotPushCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "A bot's folder.")
  private Path folder = Path.of(".");

  @Mixin private final BotServerOptions options = new BotServerOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = Printing.err(spec);
    if (!Files.isDirectory(folder)) {
      err.println(folder + " is no folder");
      return 2;
    }
    Report report = new Report();
    List<Source> files = SourceFiles.read(SourceFiles.find(folder, report), folder, report);
    if (!report.isClean()) {
      report.sorted().forEach(err::println);
      return 2;
    }
    try {
      return told(options.server().publish(files));
    } catch (BotServer.Unreachable unreachable) {
      err.println(unreachable.getMessage());
      return 2;
    }
  }

  private int told(BotServer.Answer answer) {
    Value.Obj body = answer.body();
    if (answer.status() == 201) {
      Printing.out(spec)
          .printf(
              "%s is published: id %s, version %s%n",
              body.text("name"), body.text("id"), number(body, "version"));
      return 0;
    }
    PrintWriter err = Printing.err(spec);
    err.println(answer.detail());
    if (body.get("defects") instanceof Value.List(var defects)) {
      defects.forEach(defect -> print(defect, err));
    } else if (body.get("errors") instanceof Value.List(var errors)) {
      errors.forEach(error -> printEntry(error, err));
    }
    return 1;
  }

  private static void print(Value defect, PrintWriter err) {
    if (defect instanceof Value.Obj one) {
      err.printf(
          "%s:%s:%s: %s [%s]%n",
          one.text("file"),
          number(one, "line"),
          number(one, "column"),
          one.text("message"),
          one.text("code"));
      if (one.get("counterExample") instanceof Value.List(var steps)) {
        for (int i = 0; i < steps.size(); i++) {
          err.printf("    %d. %s%n", i + 1, text(steps.get(i)));
        }
      }
    }
  }

  private static void printEntry(Value error, PrintWriter err) {
    if (error instanceof Value.Obj one) {
      err.printf("%s: %s%n", one.text("path"), one.text("message"));
    }
  }

  private static String text(Value value) {
    return value instanceof Value.Text(var text) ? text : "";
  }

  private static String number(Value.Obj object, String name) {
    return object.get(name) instanceof Value.Num(var text) ? text : "?";
  }
}
