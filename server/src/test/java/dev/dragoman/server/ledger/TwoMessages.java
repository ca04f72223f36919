package dev.dragoman.server.ledger;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.turn.Engine;
import dev.dragoman.server.botfile.BotFile;
import dev.dragoman.server.botfile.Re2Patterns;
import dev.dragoman.server.botfile.yaml.Source;
import java.util.List;

/// A bot that answers everything with two messages, and the real engine that decides for it.
final class TwoMessages {
  private static final String FILE =
      """
      bot: two-messages
      id: 9b80f21a02259b4187061f59
      number: 91
      language: en
      stories:
        all:
          id: 9db67445d6435641552cc849
          number: 92
          on: general-fallback
          steps:
            answer:
              id: 93be84d0d35c1f71c185ee09
              do:
                - say: ["One thing first.", "First of all."]
                - say: "And that is the second."
      """;

  private TwoMessages() {}

  static Engine engine() {
    Bot bot = BotFile.read(List.of(new Source("bot.yaml", FILE))).bot(1).orElseThrow();
    return new Engine(bot, new Re2Patterns());
  }
}
