package dev.dragoman.server.botfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.botfile.yaml.Defect;
import dev.dragoman.server.botfile.yaml.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a file holds, the answer is a defect that names it, never an exception.
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileFileTest {
  @TempDir Path folder;

  private static List<String> codes(BotDraft draft) {
    return draft.defects().stream().map(Defect::code).distinct().toList();
  }

  static Stream<Arguments> files() {
    String laughs =
        "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
            + Stream.iterate('b', c -> (char) (c + 1))
                .limit(8)
                .map(
                    c ->
                        "%s: &%s [%s]"
                            .formatted(
                                c,
                                c,
                                ("*" + (char) (c - 1) + ", ").repeat(9) + "*" + (char) (c - 1)))
                .reduce("", (all, line) -> all + line + "\n");
    return Stream.of(
        Arguments.of("", "empty-file"),
        Arguments.of("# nothing\n", "empty-file"),
        Arguments.of("- a\n", "wrong-kind"),
        Arguments.of("just words", "wrong-kind"),
        Arguments.of("bot: [", "yaml-syntax"),
        Arguments.of("bot: a\nbot: b\n", "duplicate-key"),
        Arguments.of("bot: \t@x\n", "yaml-syntax"),
        Arguments.of("---\nbot: a\n---\nbot: b\n", "yaml-documents"),
        Arguments.of("[".repeat(100_000), "yaml-depth"),
        Arguments.of("a: ".repeat(1) + "{a: ".repeat(5_000), "yaml-depth"),
        Arguments.of(laughs, "yaml-size"),
        Arguments.of("bot: &x [*x]\n", "yaml-alias"),
        Arguments.of("bot: *nobody\n", "yaml-alias"),
        Arguments.of("? [a]\n: b\n", "yaml-key"),
        Arguments.of("bot: \"a\\0b\"\n", "text-illegal"),
        Arguments.of("bot: \"\\ud800\"\n", "text-illegal"),
        Arguments.of("bot: !!java.lang.Runtime x\n", "yaml-tag"),
        Arguments.of("bot: \u0007\n", "yaml-syntax"),
        Arguments.of("bot: a\nlanguage: en\nstories: 5\n", "wrong-kind"),
        Arguments.of("bot: a\nlanguage: en\n", "no-story"),
        Arguments.of("bot: a\nlanguage: en\nstories: { s: { steps: {} } }\n", "no-step"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_broken_file_is_refused_by_name(String text, String code) {
    BotDraft draft = BotFile.read(List.of(new Source("bot.yaml", text)));

    assertThat(draft.bot()).isEmpty();
    assertThat(codes(draft)).contains(code);
  }

  @Test
  void every_beginning_of_a_good_file_is_refused_or_read() {
    String good =
        """
        bot: b
        language: en
        intents: { a: [x, "y {n}"] }
        entities: { n: { v: [w] } }
        stories:
          s:
            on: { intent: a }
            steps:
              one: { say: [hi, { en: ho }], ask: { closed: { Yes: { means: yes } } }, next: [{ go: one }] }
        """;
    for (int end = 0; end <= good.length(); end++) {
      BotDraft draft = BotFile.read(List.of(new Source("bot.yaml", good.substring(0, end))));
      assertThat(draft.bot().isPresent()).isNotEqualTo(!draft.defects().isEmpty());
    }
  }

  @Test
  void a_file_that_is_too_large_is_not_read() throws IOException {
    Files.write(folder.resolve("bot.yaml"), new byte[30_000_000]);
    assertThat(codes(BotFile.read(folder))).contains("file-too-large");
  }

  @Test
  void a_file_that_is_not_utf8_is_refused() throws IOException {
    Files.write(folder.resolve("bot.yaml"), "bot: ñ\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(codes(BotFile.read(folder))).contains("file-not-utf8");
  }

  @Test
  void a_folder_without_a_file_is_said_so() {
    assertThat(codes(BotFile.read(folder))).contains("file-missing");
    assertThat(codes(BotFile.read(folder.resolve("nowhere")))).contains("file-unreadable");
  }

  @Test
  void two_files_are_one_bot_and_a_name_may_stand_in_one_of_them_only() throws IOException {
    Files.writeString(
        folder.resolve("bot.yaml"),
        "bot: b\nlanguage: en\nstories: { s: { steps: { one: { say: hi, next: t/ } } } }\n");
    Files.writeString(
        folder.resolve("more.yaml"), "stories: { t: { steps: { one: { say: ho } } } }\n");
    assertThat(BotFile.read(folder).defects()).isEmpty();

    Files.writeString(
        folder.resolve("third.yaml"), "stories: { t: { steps: { one: { say: hm } } } }\n");
    assertThat(BotFile.read(folder).defects())
        .extracting(Defect::toString)
        .containsExactly(
            "third.yaml:1:12 stories.t: 't' stands already at more.yaml:1:12 [duplicate-key]");
  }
}
