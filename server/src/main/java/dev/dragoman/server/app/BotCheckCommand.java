package dev.dragoman.server.app;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.botfile.BotDraft;
import dev.dragoman.server.botfile.BotFile;
import dev.dragoman.server.botfile.IdWriter;
import dev.dragoman.server.botfile.check.BotRemarks;
import dev.dragoman.server.botfile.check.Remark;
import dev.dragoman.server.botfile.check.RemarkForm;
import dev.dragoman.server.botfile.yaml.Report;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.botfile.yaml.SourceFiles;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.Spacing;
import dev.dragoman.server.settings.Settings;
import dev.dragoman.server.settings.SettingsRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `dragoman bot check DIR`: 0 when the bot is good, 1 when it has defects, 2 when it cannot be
/// read or written.
@Command(name = "check", description = "Says everything that is wrong with a bot's files.")
final class BotCheckCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "A bot's folder, or one file.")
  private Path folder = Path.of(".");

  @Option(names = "--write-ids", description = "Write the ids and numbers that are missing.")
  private boolean writeIds;

  @Option(names = "--json", description = "Print for programs.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Printing.out(spec);
    if (!Files.exists(folder)) {
      Printing.err(spec).println(folder + " does not exist");
      return 2;
    }
    BotDraft draft = BotFile.read(folder);
    int written = 0;
    if (writeIds && draft.defects().isEmpty() && draft.missingIds() > 0) {
      IdWriter.Written ids = IdWriter.write(sources(), draft);
      for (Map.Entry<String, String> file : ids.texts().entrySet()) {
        Path path = Files.isDirectory(folder) ? folder.resolve(file.getKey()) : folder;
        Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
      }
      ids.refused().forEach(refused -> Printing.err(spec).println(refused));
      written = ids.lines();
      draft = BotFile.read(folder);
    }
    List<Remark> remarks = sendsMail() ? BotRemarks.withMail(draft) : BotRemarks.of(draft);
    if (json) {
      out.println(Json.text(asValue(draft, remarks, written), Spacing.NONE));
    } else {
      print(draft, remarks, written, out);
    }
    return isGood(remarks) ? 0 : 1;
  }

  /// As this folder's settings and the environment say. What is wrong with them is said
  /// when a server starts.
  private static boolean sendsMail() {
    try {
      return Settings.load(List.of(), System.getenv(), Path.of("")).mail().isPresent();
    } catch (SettingsRefused refused) {
      return false;
    }
  }

  private static boolean isGood(List<Remark> remarks) {
    return remarks.stream().noneMatch(Remark::isError);
  }

  private List<Source> sources() {
    Report report = new Report();
    return SourceFiles.read(SourceFiles.find(folder, report), folder, report);
  }

  private static void print(BotDraft draft, List<Remark> remarks, int written, PrintWriter out) {
    remarks.forEach(out::println);
    if (!isGood(remarks)) {
      out.println(remarks.stream().filter(Remark::isError).count() + " defects");
      return;
    }
    Bot bot = draft.bot().orElseThrow();
    if (written > 0) {
      out.println("wrote " + written + " ids and numbers");
    }
    int steps = bot.stories().stream().map(Story::steps).mapToInt(List::size).sum();
    out.printf(
        "%s is good: %d stories, %d steps, %d intents%n",
        bot.head().name(), bot.stories().size(), steps, bot.intents().size());
    if (draft.missingIds() > 0) {
      out.println(draft.missingIds() + " ids and numbers are not written down: --write-ids");
    }
  }

  private static Value asValue(BotDraft draft, List<Remark> remarks, int written) {
    return Value.Obj.builder()
        .put("good", isGood(remarks))
        .put("written", written)
        .put("missingIds", draft.missingIds())
        .put("defects", RemarkForm.of(remarks))
        .build();
  }
}
