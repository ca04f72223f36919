package dev.dragoman.server.flow;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.understand.intent.Rehearsal;
import dev.dragoman.server.botfile.BotDraft;
import dev.dragoman.server.botfile.BotFile;
import dev.dragoman.server.botfile.check.BotRemarks;
import dev.dragoman.server.botfile.check.Remark;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.store.Bots;
import dev.dragoman.server.store.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Turns drafts into publications: checked, trained off the hot path, published at once.
/// Thread-safe.
public final class Publishing {
  private static final String BOT = "bot";
  private static final String STORY = "story";

  private final Bots bots;
  private final Numbers numbers;

  /// Publishes into these stores.
  public Publishing(Bots bots, Numbers numbers) {
    this.bots = bots;
    this.numbers = numbers;
  }

  /// What came of publishing.
  public sealed interface Result {
    /// It is live.
    record Published(Bot bot) implements Result {}

    /// It is not, for those of these remarks that are errors; what was published before stays.
    record Defective(List<Remark> remarks) implements Result {
      /// Copies the list.
      public Defective {
        remarks = List.copyOf(remarks);
      }
    }

    /// A number of it belongs to something else already.
    record NumberTaken(String kind, long number) implements Result {}

    /// Another version is published than the expected one.
    record Stale() implements Result {}
  }

  /// The same unless exactly these files are published already.
  public Result publishIfChanged(int workspace, List<Source> files, String author) {
    Optional<Bot> bot = BotFile.read(files).bot();
    Optional<Bots.Published> live = bot.flatMap(known -> bots.published(workspace, known.id()));
    boolean same =
        live.isPresent()
            && bots.definition(workspace, bot.get().id(), live.get().version())
                .filter(old -> Arrays.equals(old, Definitions.pack(files)))
                .isPresent();
    return same ? new Result.Published(bot.get()) : publish(workspace, files, author);
  }

  /// Checks, trains and publishes these files as the bot's next version.
  public Result publish(int workspace, List<Source> files, String author) {
    return publish(workspace, files, author, OptionalInt.empty());
  }

  /// The same, if the expected version of the bot is the published one still.
  public Result publish(int workspace, List<Source> files, String author, OptionalInt expected) {
    BotDraft draft = BotFile.read(files);
    if (draft.bot().isEmpty()) {
      return new Result.Defective(BotRemarks.of(draft));
    }
    Bot bot = draft.bot().get();
    Rehearsal rehearsal = Rehearsal.of(bot);
    List<Remark> remarks = BotRemarks.of(draft, rehearsal);
    if (remarks.stream().anyMatch(Remark::isError)) {
      return new Result.Defective(remarks);
    }
    Result.NumberTaken taken = takeNumbers(workspace, bot);
    if (taken != null) {
      return taken;
    }
    Bots.Draft published =
        new Bots.Draft(
            bot.id(),
            bot.head().number(),
            bot.head().name(),
            Definitions.pack(files),
            bot.intents().isEmpty() ? new byte[0] : rehearsal.model().toBytes(),
            author);
    OptionalInt version = bots.publish(workspace, published, expected);
    return version.isEmpty()
        ? new Result.Stale()
        : new Result.Published(draft.bot(version.getAsInt()).orElseThrow());
  }

  private Result.@Nullable NumberTaken takeNumbers(int workspace, Bot bot) {
    long number = bot.head().number();
    if (number > 0 && !numbers.take(new Numbers.Owner(workspace, bot.id()), BOT, number)) {
      return new Result.NumberTaken(BOT, number);
    }
    for (var story : bot.stories()) {
      if (story.number() > 0
          && !numbers.take(new Numbers.Owner(workspace, story.id()), STORY, story.number())) {
        return new Result.NumberTaken(STORY, story.number());
      }
    }
    return null;
  }
}
