package dev.dragoman.server.flow;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Decider;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.turn.Engine;
import dev.dragoman.server.ledger.BotCatalog;
import java.time.Instant;
import java.time.ZoneId;

/// One version of a bot, ready to decide. Immutable.
///
/// @param publishedVersion what was published when this was handed out
record Shelved(BotKey key, Engine engine, Candidates candidates, ZoneId zone, int publishedVersion)
    implements BotCatalog.Ready {

  Bot bot() {
    return engine.bot();
  }

  Shelved published(int version) {
    return new Shelved(key, engine, candidates, zone, version);
  }

  @Override
  public Decider decider() {
    return engine;
  }

  @Override
  public Facts facts(Value.Obj attributes) {
    boolean logged = attributes.get("isLogged") instanceof Value.Bool(boolean truth) && truth;
    return new Facts(engine.reads(attributes), publishedVersion, false, logged);
  }

  @Override
  public int offsetSeconds(long epochNanos) {
    Instant then = Instant.ofEpochSecond(Math.floorDiv(epochNanos, 1_000_000_000L));
    return zone.getRules().getOffset(then).getTotalSeconds();
  }
}
