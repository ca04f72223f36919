package dev.dragoman.server.botfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.botfile.shape.Shape;
import dev.dragoman.server.botfile.shape.Shapes;
import dev.dragoman.server.botfile.shape.TestShapes;
import dev.dragoman.server.botfile.yaml.Report;
import dev.dragoman.server.botfile.yaml.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The samples of the manual cannot rot, and no key can hide from it.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ManualTest {
  static String manual() throws IOException {
    return Files.readString(Repository.root().resolve("docs/BOTS.md"));
  }

  static Stream<String> samples(String kind) throws IOException {
    return Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL)
        .matcher(manual())
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList()
        .stream();
  }

  static Stream<String> bots() throws IOException {
    return samples("yaml");
  }

  @ParameterizedTest
  @MethodSource("bots")
  void every_sample_is_a_bot_without_defects_that_fits_the_schema(String sample) {
    assertThat(BotFile.read(List.of(new Source("sample.yaml", sample))).defects()).isEmpty();
    assertThat(SchemaCheck.ofBot().errors(Yaml.value(sample))).isEmpty();
  }

  @Test
  void the_sample_of_a_conversation_test_can_be_read_and_fits_the_schema() throws IOException {
    String sample = samples("yaml tests").findFirst().orElseThrow();
    Report report = new Report();
    List<Transcript> read = new TranscriptReader(report).read(new Source("tests.yaml", sample));

    assertThat(report.sorted()).isEmpty();
    assertThat(read.getFirst().lines()).hasSizeGreaterThan(20);
    assertThat(SchemaCheck.ofTests().errors(Yaml.value(sample))).isEmpty();
  }

  @Test
  void every_key_is_explained() throws IOException {
    String manual = manual();
    List<String> missing =
        Stream.concat(Shapes.all().stream(), TestShapes.all().stream())
            .flatMap((Shape shape) -> shape.keys().keySet().stream())
            .distinct()
            .filter(
                key -> !Pattern.compile("\\b" + Pattern.quote(key) + "\\b").matcher(manual).find())
            .toList();
    assertThat(missing).isEmpty();
  }
}
