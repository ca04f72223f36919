package dev.dragoman.server.flow;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.TurnTimes;
import dev.dragoman.core.turn.Engine;
import dev.dragoman.core.turn.Patterns;
import dev.dragoman.core.understand.intent.IntentModel;
import dev.dragoman.server.ledger.BotCatalog;
import dev.dragoman.server.ledger.Listener;
import dev.dragoman.server.store.Bots;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The bots in memory: engines by version, what is published as of which revision, and models
/// within a budget of bytes. Thread-safe.
///
/// What a committer asks with a newer revision than is known here is read again before it decides.
public final class BotShelf implements BotCatalog {
  private final Bots bots;
  private final BotReader reader;
  private final Audience audience;
  private final Patterns patterns;
  private final ModelCache models;
  private final TurnTimes times;
  private final Map<VersionKey, Shelved> versions = new ConcurrentHashMap<>();
  private final Map<BotKey, Current> current = new ConcurrentHashMap<>();

  /// Turns the stored definition of a version into a bot.
  @FunctionalInterface
  public interface BotReader {
    /// The bot; throws `IllegalStateException` when the definition has defects, which publishing
    /// refuses.
    Bot read(byte[] definition, int version);
  }

  record VersionKey(BotKey bot, int version) {}

  private record Current(int version, long revision, List<Listener> listeners) {}

  /// Who hears of the conversations of a bot.
  @FunctionalInterface
  public interface Audience {
    /// In the order of their ids; may block.
    List<Listener> of(int workspace, String botId);
  }

  /// What this installation sets about its bots.
  ///
  /// @param modelBytes how much of models stays in memory
  /// @param times how long turns and hooks may take
  public record Held(long modelBytes, TurnTimes times) {}

  /// Reads bots from there, and keeps them; nobody listens.
  public BotShelf(Bots bots, BotReader reader, Patterns patterns, Held held) {
    this(bots, reader, patterns, held, (_, _) -> List.of());
  }

  /// Reads bots from there, and keeps them.
  public BotShelf(Bots bots, BotReader reader, Patterns patterns, Held held, Audience audience) {
    this.audience = audience;
    this.bots = bots;
    this.reader = reader;
    this.patterns = patterns;
    this.models = new ModelCache(bots, held.modelBytes());
    this.times = held.times();
  }

  @Override
  public @Nullable Ready ready(Wanted wanted) {
    BotKey key = new BotKey(wanted.workspace(), wanted.botId());
    Current known = current.get(key);
    if (known == null || known.revision() < wanted.revision()) {
      return null;
    }
    int version = wanted.version() == PUBLISHED ? known.version() : wanted.version();
    Shelved shelved = versions.get(new VersionKey(key, version));
    if (shelved == null) {
      return null;
    }
    return shelved.publishedVersion() == known.version() && shelved.listeners() == known.listeners()
        ? shelved
        : shelved.published(known.version(), known.listeners());
  }

  @Override
  public boolean load(Wanted wanted) {
    BotKey key = new BotKey(wanted.workspace(), wanted.botId());
    Optional<Integer> published = refresh(key);
    if (published.isEmpty()) {
      return false;
    }
    int version = wanted.version() == PUBLISHED ? published.get() : wanted.version();
    return shelved(key, version).isPresent();
  }

  @Override
  public Understood understand(Wanted wanted, String text) {
    BotKey key = new BotKey(wanted.workspace(), wanted.botId());
    Input.Text said = new Input.Text(text, List.of(), Understood.NOTHING);
    return new Understanding(this).understood(key, wanted.version(), said).understood();
  }

  /// That version, or the published one for [BotCatalog#PUBLISHED], read if it is not here.
  Optional<Shelved> version(BotKey key, int version) {
    if (version != PUBLISHED) {
      return shelved(key, version);
    }
    Current known = current.get(key);
    return (known == null ? refresh(key) : Optional.of(known.version()))
        .flatMap(published -> shelved(key, published));
  }

  /// That version of the bot.
  public Optional<Bot> bot(BotKey key, int version) {
    return version(key, version).map(Shelved::bot);
  }

  /// The bot as it is published now.
  public Optional<Bot> published(BotKey key) {
    return version(key, PUBLISHED).map(Shelved::bot);
  }

  /// The model of a version, or null when its bot has no intents.
  @Nullable IntentModel model(Shelved shelved) {
    return shelved.bot().intents().isEmpty()
        ? null
        : models.get(new VersionKey(shelved.key(), shelved.bot().version())).orElse(null);
  }

  private Optional<Integer> refresh(BotKey key) {
    Optional<Bots.Published> read = bots.published(key.workspace(), key.botId());
    // Read after the revision: it is at least as new, and read again when the revision rises.
    read.ifPresent(
        now ->
            current.merge(
                key,
                new Current(
                    now.version(), now.revision(), audience.of(key.workspace(), key.botId())),
                BotShelf::newer));
    return read.map(Bots.Published::version);
  }

  private static Current newer(Current one, Current other) {
    return one.revision() > other.revision() ? one : other;
  }

  private Optional<Shelved> shelved(BotKey key, int version) {
    VersionKey versionKey = new VersionKey(key, version);
    Shelved known = versions.get(versionKey);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Shelved> read =
        bots.definition(key.workspace(), key.botId(), version)
            .map(definition -> shelve(key, reader.read(definition, version)));
    read.ifPresent(shelved -> versions.putIfAbsent(versionKey, shelved));
    return read;
  }

  private Shelved shelve(BotKey key, Bot bot) {
    return new Shelved(
        key,
        new Engine(bot, patterns),
        new Candidates(bot),
        new Shelved.Local(ZoneId.of(bot.settings().zone()), times),
        bot.version(),
        List.of());
  }
}
