package dev.dragoman.server.app;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.botfile.BotFile;
import dev.dragoman.server.botfile.yaml.Report;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.botfile.yaml.SourceFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `dragoman bot pull DIR`: writes a published bot's files, byte for byte as they were pushed.
///
/// 0 when the folder holds them; 1 when it holds something else, which `--force` replaces, or the
/// server refuses; 2 when the server cannot be asked or the bot is not known.
@Command(name = "pull", description = "Fetches a bot's files from a running server.")
final class BotPullCommand implements Callable<Integer> {
  /// What a server may name a file: nothing that leads out of the folder.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*\\.ya?ml");

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder to write to.")
  private Path folder = Path.of(".");

  @Option(names = "--bot", description = "The bot's id; default: the one of the bot in DIR.")
  private String botId = "";

  @Option(names = "--bot-version", description = "A version; default: the published one.")
  private int version;

  @Option(names = "--force", description = "Replace files in DIR that differ.")
  private boolean force;

  @Mixin private final BotServerOptions options = new BotServerOptions();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    String id = botId.isEmpty() ? idOfFolder() : botId;
    if (id.isEmpty()) {
      Printing.err(spec).println("which bot? " + folder + " holds none: --bot ID");
      return 2;
    }
    try {
      return pull(id, options.server());
    } catch (BotServer.Unreachable unreachable) {
      Printing.err(spec).println(unreachable.getMessage());
      return 2;
    }
  }

  private String idOfFolder() {
    return Files.isDirectory(folder)
        ? BotFile.read(folder).bot().map(bot -> bot.id()).orElse("")
        : "";
  }

  private int pull(String id, BotServer server) throws BotServer.Unreachable, IOException {
    BotServer.Answer bot = server.bot(id);
    if (bot.status() != 200) {
      return refused(bot);
    }
    int wanted = version > 0 ? version : published(bot.body());
    BotServer.Answer answer = server.version(id, wanted);
    return answer.status() == 200 ? write(BotServer.files(answer.body()), wanted) : refused(answer);
  }

  private int refused(BotServer.Answer answer) {
    Printing.err(spec).println(answer.detail());
    return 1;
  }

  private static int published(Value.Obj bot) {
    return bot.get("publishedVersion") instanceof Value.Num number ? (int) number.longValue() : 0;
  }

  private int write(List<Source> files, int wanted) throws IOException {
    PrintWriter err = Printing.err(spec);
    if (!files.stream().allMatch(file -> NAME.matcher(file.name()).matches())) {
      err.println("the server names files that are not written");
      return 1;
    }
    Files.createDirectories(folder);
    Set<String> different = different(files);
    if (!different.isEmpty() && !force) {
      err.println("not written, because these differ: " + String.join(", ", different));
      err.println("--force replaces them");
      return 1;
    }
    for (String name : different) {
      Files.deleteIfExists(folder.resolve(name));
    }
    for (Source file : files) {
      Files.writeString(folder.resolve(file.name()), file.text(), StandardCharsets.UTF_8);
    }
    Printing.out(spec).printf("version %d: %d files in %s%n", wanted, files.size(), folder);
    return 0;
  }

  /// The names of files of a bot in the folder that would change or have to go.
  private Set<String> different(List<Source> files) {
    Report report = new Report();
    var here =
        SourceFiles.read(SourceFiles.find(folder, report), folder, report).stream()
            .collect(Collectors.toMap(Source::name, Source::text));
    files.forEach(file -> here.remove(file.name(), file.text()));
    return new TreeSet<>(here.keySet());
  }
}
