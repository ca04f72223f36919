package dev.dragoman.server.botfile.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.check.Finding.Kind;
import dev.dragoman.server.botfile.BotDraft;
import dev.dragoman.server.botfile.BotFile;
import dev.dragoman.server.botfile.yaml.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Three bots per defect that have it, at the line marked `# <- here` and by the way told at the
/// top, and three near misses that have it not.
@DisplayNameGeneration(ReplaceUnderscores.class)
class BotRemarksTest {
  private static final String HERE = "# <- here";
  private static final String WAY = "# way: ";

  private static Stream<Arguments> bots(String name) {
    return Arrays.stream(Kind.values())
        .flatMap(
            kind ->
                IntStream.rangeClosed(1, 3)
                    .mapToObj(number -> Arguments.of(kind.code(), name + "-" + number)));
  }

  static Stream<Arguments> bad() {
    return bots("bad");
  }

  static Stream<Arguments> good() {
    return bots("good");
  }

  private static String text(String code, String name) {
    String path = "/checks/" + code + "/" + name + ".yaml";
    try (InputStream in = BotRemarksTest.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Remark> remarks(String text) {
    BotDraft draft = BotFile.read(List.of(new Source("bot.yaml", text)));
    assertThat(draft.defects()).as("defects of the file itself").isEmpty();
    return BotRemarks.of(draft);
  }

  private static List<Remark> remarks(String text, String code) {
    return remarks(text).stream().filter(one -> one.defect().code().equals(code)).toList();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("bad")
  void a_defect_is_proved_where_it_stands_by_the_shortest_way(String code, String name) {
    String text = text(code, name);
    List<String> lines = text.lines().toList();
    int line = 1 + IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains(HERE)).sum();
    List<String> way =
        lines.stream()
            .filter(one -> one.startsWith(WAY))
            .map(one -> one.substring(WAY.length()))
            .toList();

    List<Remark> found = remarks(text, code);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().defect().line()).as(found.toString()).isEqualTo(line);
    assertThat(found.getFirst().counterExample()).isEqualTo(way);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("good")
  void a_near_miss_is_no_defect(String code, String name) {
    assertThat(remarks(text(code, name), code)).isEmpty();
  }

  @Test
  void what_is_always_there_and_what_comes_with_a_file_is_set() {
    assertThat(remarks(text("unset-value", "good-4"))).isEmpty();
  }

  @Test
  void what_cannot_be_read_is_said_as_an_error() {
    BotDraft draft = BotFile.read(List.of(new Source("bot.yaml", "bot: shop\nstoris: {}\n")));

    assertThat(BotRemarks.of(draft))
        .extracting(Remark::defect)
        .containsExactlyElementsOf(draft.defects());
    assertThat(BotRemarks.of(draft)).allMatch(Remark::isError);
  }

  @Test
  void a_remark_reads_as_a_defect_and_its_way() {
    Remark loop = remarks(text("loop-without-input", "bad-3"), "loop-without-input").getFirst();

    assertThat(loop)
        .hasToString(
            """
            bot.yaml:14:7 stories.order.steps.start: goes round without waiting for the contact: \
            order/start → order/start [loop-without-input]
                1. the contact says "I want a pizza"
                2. order/start
                3. order/start""");
  }
}
