package dev.dragoman.server.app;

import picocli.CommandLine.Option;

/// Which server a command talks to, and with which key.
final class BotServerOptions {
  @Option(
      names = "--url",
      description = "Where the server is; default: ${DEFAULT-VALUE}.",
      defaultValue = "http://127.0.0.1:8080")
  private String url = "";

  @Option(
      names = "--key",
      required = true,
      description = "An administration key; default: DRAGOMAN_ADMIN_KEY.",
      defaultValue = "${env:DRAGOMAN_ADMIN_KEY}")
  private String key = "";

  BotServer server() {
    return new BotServer(url, key);
  }
}
