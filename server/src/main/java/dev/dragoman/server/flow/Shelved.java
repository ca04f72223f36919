package dev.dragoman.server.flow;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Decider;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.model.TurnTimes;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.turn.Engine;
import dev.dragoman.server.ledger.BotCatalog;
import java.time.Instant;
import java.time.ZoneId;

/// One version of a bot, ready to decide. Immutable.
///
/// @param publishedVersion what was published when this was handed out
record Shelved(BotKey key, Engine engine, Candidates candidates, Local local, int publishedVersion)
    implements BotCatalog.Ready {

  /// Where the bot speaks and how long its turns may take.
  record Local(ZoneId zone, TurnTimes times) {}

  Bot bot() {
    return engine.bot();
  }

  Shelved published(int version) {
    return new Shelved(key, engine, candidates, local, version);
  }

  @Override
  public Decider decider() {
    return engine;
  }

  @Override
  public Facts facts(Value.Obj attributes) {
    boolean logged = attributes.get("isLogged") instanceof Value.Bool(boolean truth) && truth;
    return new Facts(attributes, publishedVersion, false, logged).times(local.times());
  }

  @Override
  public int offsetSeconds(long epochNanos) {
    Instant then = Instant.ofEpochSecond(Math.floorDiv(epochNanos, 1_000_000_000L));
    return local.zone().getRules().getOffset(then).getTotalSeconds();
  }
}
