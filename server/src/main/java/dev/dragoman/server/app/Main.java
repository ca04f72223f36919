package dev.dragoman.server.app;

import dev.dragoman.server.observe.Logs;
import dev.dragoman.server.settings.Manual;
import dev.dragoman.server.settings.Settings;
import dev.dragoman.server.settings.SettingsRefused;
import dev.dragoman.server.store.embedded.StartRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/// The program's entry: turns a command line into one of the commands.
///
/// Exit codes: 0 done, 1 could not start, 2 wrong command line or settings, 3 a replay differs.
public final class Main {
  private static final String USAGE =
      """
      Usage: dragoman serve [--host 127.0.0.1] [--port 8080] [--data ./data] [--demo]
             dragoman nlu eval|entities ...   how well messages are understood; see --help
             dragoman settings [--sample]     every setting, as a page or as a file
             dragoman bot check|test|push|pull|schema   bots as files
             dragoman sandbox [--port 8090]   phones and a receiver to try things with
             dragoman replay [--data ./data]  decide all that was recorded again, and compare
      """;

  private Main() {}

  /// Runs the command named by the arguments.
  public static void main(String[] arguments) throws InterruptedException, IOException {
    int exit = run(List.of(arguments));
    if (exit != 0) {
      System.exit(exit);
    }
  }

  static int run(List<String> arguments) throws InterruptedException, IOException {
    List<String> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
    try {
      return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
        case "serve" -> {
          Settings settings = Settings.load(rest, System.getenv(), Path.of(""));
          Logs.open(settings.log().level(), settings.log().format());
          Serve.run(settings);
          yield 0;
        }
        case "rehearse" -> {
          Rehearsal.play();
          yield 0;
        }
        case "nlu" -> NluCommand.line().execute(rest.toArray(String[]::new));
        case "settings" -> {
          System.out.print(rest.contains("--sample") ? Manual.sample() : Manual.page());
          yield 0;
        }
        case "sandbox" -> SandboxCommand.run(rest);
        case "replay" ->
            ReplayCommand.run(Settings.load(rest, System.getenv(), Path.of("")), System.out);
        case "bot" -> new CommandLine(new BotCommand()).execute(rest.toArray(String[]::new));
        default -> {
          System.err.print(USAGE);
          yield 2;
        }
      };
    } catch (SettingsRefused e) {
      e.problems().forEach(System.err::println);
      return 2;
    } catch (StartRefused e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }
}
