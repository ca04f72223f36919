package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.EntityList;
import dev.dragoman.core.bot.Intent;
import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.ValueType;
import dev.dragoman.server.botfile.yaml.Defect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of reading a bot's files: a bot, or all that is wrong with them. Immutable.
public final class BotDraft {
  private final @Nullable Content content;
  private final @Nullable Positions positions;
  private final List<Defect> defects;
  private final List<Identities.Missing> missing;

  /// Everything a bot is made of but its version.
  record Content(
      Bot.Head head,
      List<Intent> intents,
      List<EntityList> entities,
      List<Story> stories,
      Map<String, ValueType> valueTypes) {}

  BotDraft(
      @Nullable Content content,
      @Nullable Positions positions,
      List<Defect> defects,
      List<Identities.Missing> missing) {
    this.content = defects.isEmpty() ? content : null;
    this.positions = positions;
    this.defects = List.copyOf(defects);
    this.missing = List.copyOf(missing);
  }

  /// A draft of which nothing could be read.
  static BotDraft broken(List<Defect> defects) {
    return new BotDraft(null, null, defects, List.of());
  }

  /// The bot as its publication of this number, or nothing when there are defects.
  public Optional<Bot> bot(int version) {
    if (content == null) {
      return Optional.empty();
    }
    Bot.Head head = content.head();
    Settings settings = head.settings();
    return Optional.of(
        new Bot(
            new Bot.Head(
                head.id(), head.number(), head.name(), version, head.languages(), settings),
            content.intents(),
            content.entities(),
            content.stories(),
            content.valueTypes()));
  }

  /// The bot as its first publication.
  public Optional<Bot> bot() {
    return bot(1);
  }

  /// Everything that is wrong, in the order of the files; empty when there is a bot.
  public List<Defect> defects() {
    return defects;
  }

  /// Where the elements stand; nothing when no file could be read as YAML.
  public Optional<Positions> positions() {
    return Optional.ofNullable(positions);
  }

  /// How many lines `--write-ids` would write.
  public int missingIds() {
    return missing.size();
  }

  List<Identities.Missing> missing() {
    return missing;
  }
}
