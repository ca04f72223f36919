package dev.dragoman.server.app;

import com.zaxxer.hikari.HikariDataSource;
import dev.dragoman.core.model.TurnTimes;
import dev.dragoman.server.botfile.Re2Patterns;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.flow.Definitions;
import dev.dragoman.server.ledger.Replay;
import dev.dragoman.server.settings.Settings;
import dev.dragoman.server.store.Bots;
import dev.dragoman.server.store.Recorded;
import dev.dragoman.server.store.embedded.DataDirectory;
import dev.dragoman.server.store.embedded.EmbeddedPostgres;
import dev.dragoman.server.store.embedded.StartRefused;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// `dragoman replay`: decides every recorded leg once more and compares bytes. Writes nothing.
///
/// Exit code 0 when all came out the same, 3 when not.
final class ReplayCommand {
  private static final int DIFFERENT = 3;
  private static final int LISTED = 20;

  private ReplayCommand() {}

  /// Replays the data of these settings; an embedded database is started for it, an outside one is
  /// read where it is.
  ///
  /// @throws StartRefused when a server runs on the data (naming it), or there is none
  static int run(Settings settings, PrintStream out) {
    if (settings.database().url().isPresent()) {
      return replay(settings, Serve.outside(settings.database()), out);
    }
    Path directory = settings.dataDirectory();
    if (!Files.isDirectory(directory.resolve("postgres"))) {
      throw new StartRefused("There is no data in " + directory);
    }
    try (DataDirectory data = DataDirectory.acquire(directory);
        EmbeddedPostgres postgres = Serve.embedded(settings.postgres(), data)) {
      return replay(
          settings, new House.Database(postgres.url(), postgres.user(), postgres.password()), out);
    }
  }

  private static int replay(Settings settings, House.Database database, PrintStream out) {
    try (HikariDataSource pool = Pools.turns(settings, database)) {
      BotShelf shelf =
          new BotShelf(
              new Bots(pool),
              Definitions::read,
              new Re2Patterns(),
              new BotShelf.Held(settings.modelCacheBytes(), TurnTimes.STANDARD));
      Replay.Report report = new Replay(new Recorded(pool), shelf).run();
      print(report, out);
      return report.isSame() ? 0 : DIFFERENT;
    }
  }

  private static void print(Replay.Report report, PrintStream out) {
    out.printf(
        "%d legs, %d skipped (erased), %d different%n",
        report.legs(), report.skippedErased(), report.differing());
    report.different().stream()
        .limit(LISTED)
        .forEach(
            one ->
                out.printf(
                    "  workspace %d conversation %s sequence %d (leg %d): %s%n",
                    one.workspace(),
                    one.conversationId(),
                    one.firstSequence(),
                    one.leg(),
                    one.kind().meaning()));
  }
}
