package dev.dragoman.server.botfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.turn.Engine;
import dev.dragoman.server.botfile.yaml.Report;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.botfile.yaml.SourceFiles;
import dev.dragoman.server.flow.LearntEar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExamplesTest {
  @ParameterizedTest
  @ValueSource(strings = {"bella-pizza", "support-desk"})
  void the_example_has_no_defect_all_its_ids_and_fits_the_schema(String name) {
    Path folder = Repository.root().resolve("examples").resolve(name);
    BotDraft draft = BotFile.read(folder);
    Report report = new Report();

    assertThat(draft.defects()).isEmpty();
    assertThat(draft.missingIds()).isZero();
    for (Source source : SourceFiles.read(SourceFiles.find(folder, report), folder, report)) {
      assertThat(SchemaCheck.ofBot().errors(Yaml.value(source.text()))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bella-pizza", "support-desk"})
  void the_conversations_of_the_example_go_as_written(String name) {
    Path folder = Repository.root().resolve("examples").resolve(name);
    Bot bot = BotFile.read(folder).bot().orElseThrow();
    Report report = new Report();
    List<Source> tests = BotTest.sources(folder, report);

    BotTest.Outcome outcome =
        new BotTest(bot, new Engine(bot, new Re2Patterns()), new LearntEar(bot), () -> 0)
            .run(tests);

    assertThat(outcome.defects()).isEmpty();
    assertThat(outcome.results()).hasSizeGreaterThanOrEqualTo(15);
    assertThat(outcome.results()).filteredOn(result -> result.difference().isPresent()).isEmpty();
    tests.forEach(
        source -> assertThat(SchemaCheck.ofTests().errors(Yaml.value(source.text()))).isEmpty());
  }
}
