package dev.dragoman.server.app;

import picocli.CommandLine.Command;

/// `dragoman bot …`: everything about bots as files.
@Command(
    name = "bot",
    description = "Checks and tries bots as files.",
    subcommands = {BotCheckCommand.class, BotTestCommand.class, BotSchemaCommand.class})
public final class BotCommand {}
