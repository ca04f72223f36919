package dev.dragoman.server.app;

import picocli.CommandLine.Command;

/// `dragoman bot …`: everything about bots as files.
@Command(
    name = "bot",
    description = "Checks, tries and publishes bots as files.",
    subcommands = {
      BotCheckCommand.class,
      BotTestCommand.class,
      BotSchemaCommand.class,
      BotPushCommand.class,
      BotPullCommand.class
    })
public final class BotCommand {}
