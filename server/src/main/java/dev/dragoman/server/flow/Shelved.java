package dev.dragoman.server.flow;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Decider;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.model.TurnTimes;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.turn.Engine;
import dev.dragoman.server.ledger.BotCatalog;
import dev.dragoman.server.ledger.Listener;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// One version of a bot, ready to decide. Immutable.
///
/// @param publishedVersion what was published when this was handed out
/// @param listeners who heard of its conversations then
record Shelved(
    BotKey key,
    Engine engine,
    Candidates candidates,
    Local local,
    int publishedVersion,
    List<Listener> listeners)
    implements BotCatalog.Ready {

  /// Where the bot speaks and how long its turns may take.
  record Local(ZoneId zone, TurnTimes times) {}

  Bot bot() {
    return engine.bot();
  }

  Shelved published(int version, List<Listener> newListeners) {
    return new Shelved(key, engine, candidates, local, version, newListeners);
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
