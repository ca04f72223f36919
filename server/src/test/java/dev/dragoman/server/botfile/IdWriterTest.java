package dev.dragoman.server.botfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.server.botfile.yaml.Defect;
import dev.dragoman.server.botfile.yaml.Source;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdWriterTest {
  private static final String UNTOUCHED =
      """
      # ñ 😀 comments, blank lines and odd spacing stay

      bot:   b
      language: en
      intents:
        a: [ x,  y ]   # a list in brackets
        b:
          - z
        c: { en: [q], priority: 3 }
        d:
          examples: [w]
      stories:
        s:
          on: {intent: a}
          steps:
            one:

              # what it says
              say: hi
            two: {say: ho}
      """;

  private static IdWriter.Written write(String text) {
    List<Source> sources = List.of(new Source("bot.yaml", text));
    return IdWriter.write(sources, BotFile.read(sources));
  }

  @Test
  void every_id_is_written_and_nothing_else_changes() {
    IdWriter.Written written = write(UNTOUCHED);
    String text = written.texts().get("bot.yaml");

    assertThat(written.refused()).isEmpty();
    assertThat(BotFileTest.read(text).defects()).isEmpty();
    assertThat(BotFileTest.read(text).missingIds()).isZero();
    assertThat(withoutIds(text)).isEqualTo(UNTOUCHED);
  }

  /// Takes out again what may have been put in.
  private static String withoutIds(String text) {
    String id = "\"?[0-9a-f]{24}\"?";
    return text.replaceAll("(?m)^ *(id: " + id + "|number: \\d{9})\n", "")
        .replaceAll("\\{ id: " + id + ", examples: (\\[[^\\]]*\\]) \\}", "$1")
        .replaceAll(" (id: " + id + "|number: \\d{9}),", "")
        .replaceAll("(?m)^ *examples:\n(?= *-)", "");
  }

  @Test
  void the_ids_written_are_the_ones_that_were_derived() {
    Bot before = BotFileTest.read(UNTOUCHED).bot().orElseThrow();
    Bot after = BotFileTest.read(write(UNTOUCHED).texts().get("bot.yaml")).bot().orElseThrow();

    assertThat(after.head()).isEqualTo(before.head());
    assertThat(after.stories()).isEqualTo(before.stories());
    assertThat(after.intents()).isEqualTo(before.intents());
  }

  @Test
  void a_second_run_changes_nothing() {
    String once = write(UNTOUCHED).texts().get("bot.yaml");
    assertThat(write(once).texts()).isEmpty();
  }

  @Test
  void the_line_breaks_of_the_file_are_kept() {
    String text = write(UNTOUCHED.replace("\n", "\r\n")).texts().get("bot.yaml");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n");
    assertThat(BotFileTest.read(text).missingIds()).isZero();
  }

  @Test
  void what_has_no_room_for_an_id_is_named() {
    IdWriter.Written written = write(UNTOUCHED.replace("    - z", "  - z"));
    assertThat(written.refused())
        .extracting(Defect::toString)
        .containsExactly(
            "bot.yaml:8:3 intents.b: indent the list below its name to give this an id"
                + " [id-not-written]");
  }
}
