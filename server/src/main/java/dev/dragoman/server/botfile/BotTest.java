package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Decider;
import dev.dragoman.server.botfile.yaml.Defect;
import dev.dragoman.server.botfile.yaml.Report;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.botfile.yaml.SourceFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Plays a bot's conversation tests: transcripts in the `tests` folder beside its files.
public final class BotTest {
  private final Bot bot;
  private final Decider decider;
  private final Ear ear;
  private final LongSupplier nanos;

  /// Results in the order of the files; defects of the test files themselves, of which none runs.
  public record Outcome(List<Result> results, List<Defect> defects) {
    /// Copies the lists.
    public Outcome {
      results = List.copyOf(results);
      defects = List.copyOf(defects);
    }

    /// Whether every conversation went as expected.
    public boolean isGood() {
      return defects.isEmpty()
          && results.stream().allMatch(result -> result.difference().isEmpty());
    }
  }

  /// One conversation: where it stands, the first difference if any, and how long it took.
  public record Result(
      String file, int line, String name, Optional<String> difference, long nanos) {}

  /// Plays on `decider`, with texts heard by `ear`; `nanos` measures, it does not decide.
  public BotTest(Bot bot, Decider decider, Ear ear, LongSupplier nanos) {
    this.bot = bot;
    this.decider = decider;
    this.ear = ear;
    this.nanos = nanos;
  }

  /// The test files of a bot's folder; none when it has no `tests`.
  public static List<Source> sources(Path folder, Report report) {
    Path tests = folder.resolve("tests");
    return Files.isDirectory(tests)
        ? SourceFiles.read(SourceFiles.find(tests, report), folder, report)
        : List.of();
  }

  /// Plays every conversation of these files.
  public Outcome run(List<Source> sources) {
    Report report = new Report();
    TranscriptReader reader = new TranscriptReader(report);
    List<Transcript> transcripts = new ArrayList<>();
    sources.forEach(source -> transcripts.addAll(reader.read(source)));
    List<Result> results =
        report.isClean() ? transcripts.stream().map(this::play).toList() : List.of();
    return new Outcome(results, report.sorted());
  }

  private Result play(Transcript transcript) {
    long begun = nanos.getAsLong();
    Stage stage = new Stage(bot, decider, transcript.setting());
    Optional<Player.Difference> difference = new Player(bot, ear, stage).play(transcript);
    long taken = nanos.getAsLong() - begun;
    var at = difference.map(Player.Difference::place).orElse(transcript.place());
    return new Result(
        at.file(), at.line(), transcript.name(), difference.map(Player.Difference::message), taken);
  }
}
