package dev.dragoman.bench.stages;

import dev.dragoman.bench.BenchBot;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Seed;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.turn.Engine;
import dev.dragoman.server.botfile.BotFile;
import dev.dragoman.server.botfile.Re2Patterns;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.flow.LearntEar;
import java.util.List;

/// What the stages work on: the bench's bot, taught, and a conversation in the middle of its
/// session. The same at every run.
final class Desk {
  static final String CONVERSATION = "64b6f0a1c2d3e4f5a6b7c8d9";
  private static final String BOT = "74b6f0a1c2d3e4f5a6b7c8d9";
  private static final String CONTACT = "84b6f0a1c2d3e4f5a6b7c8d9";
  private static final String TURN = "94b6f0a1c2d3e4f5a6b7c8d9";
  private static final long BEGIN = 1_795_000_000_000_000_000L;

  final List<String> sentences = BenchBot.sentences();
  final Engine engine;
  final LearntEar ear;
  private final Facts facts;

  Desk() {
    Bot bot = BotFile.read(List.of(new Source("bot.yaml", BenchBot.yaml()))).bot().orElseThrow();
    engine = new Engine(bot, new Re2Patterns());
    ear = new LearntEar(bot);
    Value.Obj attributes = Value.Obj.builder().put("plan", "gold").put("firstName", "Ada").build();
    facts = new Facts(attributes, bot.version(), false, false);
  }

  /// A sentence of the bench, another at every call with the next number.
  String sentence(int number) {
    return sentences.get(number % sentences.size());
  }

  Input.Text understood(String text) {
    return new Input.Text(text, List.of(), ear.hear(text, "en"));
  }

  /// The state and the leg after a text, in a conversation that has heard one before.
  Decision.Decided decided() {
    return decided(begun(), understood(sentence(1)));
  }

  /// A conversation that has heard one text.
  Conversation begun() {
    Conversation fresh =
        Conversation.fresh(
            new Conversation.Address(CONVERSATION, BOT, CONTACT, "web", "visitor-1"));
    return decided(fresh, understood(sentence(0))).after();
  }

  Decision.Decided decided(Conversation before, Input input) {
    Moment moment =
        new Moment(
            BEGIN + before.progress().sequence() * Moment.NANOS_PER_SECOND,
            0,
            new Seed(new byte[Seed.BYTES]));
    Decision decision = engine.decide(before, TURN, input, moment, facts);
    if (decision instanceof Decision.Decided decided) {
      return decided;
    }
    throw new IllegalStateException("a text is answered, not " + decision);
  }
}
