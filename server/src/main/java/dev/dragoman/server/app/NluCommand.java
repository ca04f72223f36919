package dev.dragoman.server.app;

import dev.dragoman.core.understand.entity.Recognisers;
import dev.dragoman.core.understand.time.TimeRecognisers;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `nlu`: the commands that measure how well messages are understood.
@Command(name = "nlu", description = "Measure how well messages are understood.")
final class NluCommand {
  private NluCommand() {}

  /// The commands, ready to be given their arguments.
  static CommandLine line() {
    return new CommandLine(new NluCommand())
        .addSubcommand(new NluEvalCommand())
        .addSubcommand(new NluEntitiesCommand(TimeRecognisers.addTo(Recognisers.builtIn())));
  }
}
