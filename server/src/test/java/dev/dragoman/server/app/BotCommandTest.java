package dev.dragoman.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BotCommandTest {
  private static final String GOOD =
      """
      bot: b
      language: en
      intents: { a: [hello] }
      stories: { s: { on: { intent: a }, steps: { one: { say: hi } } } }
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new BotCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private void bot(String text) throws IOException {
    Files.writeString(folder.resolve("bot.yaml"), text);
  }

  private void test(String lines) throws IOException {
    Files.createDirectories(folder.resolve("tests"));
    Files.writeString(folder.resolve("tests/t.yaml"), "- name: greets\n  talk: [" + lines + "]\n");
  }

  @Test
  void a_good_bot_is_checked_with_0() throws IOException {
    bot(GOOD);
    assertThat(run("check", folder.toString())).isZero();
    assertThat(out.toString()).contains("b is good: 1 stories, 1 steps, 1 intents");
  }

  @Test
  void defects_are_listed_and_give_1() throws IOException {
    bot(GOOD.replace("say: hi", "sya: hi"));
    assertThat(run("check", folder.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("bot.yaml:4:").contains("did you mean 'say'?");
  }

  @Test
  void what_is_proved_about_a_good_file_is_listed_with_its_way_and_gives_1() throws IOException {
    bot(GOOD.replace("say: hi", "say: hi, next: one"));
    assertThat(run("check", folder.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("s/one → s/one [loop-without-input]\n    1. the contact says \"hello\"\n")
        .contains("1 defects");

    assertThat(run("check", "--json", folder.toString())).isEqualTo(1);
    assertThat(out.toString())
        .contains("{\"good\":false")
        .contains("\"severity\":\"error\",\"counterExample\":[\"the contact says");
  }

  @Test
  void a_bot_with_nothing_but_warnings_is_good() throws IOException {
    bot(GOOD.replace("say: hi", "say: hi, do: [{ intercom-close: true }]"));
    assertThat(run("check", folder.toString())).isZero();
    assertThat(out.toString()).contains("warning: bot.yaml:4:").contains("b is good");
  }

  @Test
  void what_is_not_there_gives_2() {
    assertThat(run("check", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(run("test", folder.resolve("none").toString())).isEqualTo(2);
  }

  @Test
  void ids_are_written_once() throws IOException {
    bot(GOOD);
    assertThat(run("check", "--write-ids", folder.toString())).isZero();
    String once = Files.readString(folder.resolve("bot.yaml"));
    assertThat(once).contains("\nid: ").contains("\nnumber: ");
    assertThat(run("check", "--write-ids", "--json", folder.toString())).isZero();
    assertThat(Files.readString(folder.resolve("bot.yaml"))).isEqualTo(once);
    assertThat(out.toString()).contains("{\"good\":true,\"written\":0,\"missingIds\":0");
  }

  @Test
  void conversations_that_go_as_written_give_0_and_others_1() throws IOException {
    bot(GOOD);
    test("{ user: hello }, { bot: hi }");
    assertThat(run("test", folder.toString())).isZero();
    assertThat(out.toString()).contains("ok   greets (").contains("1 conversations, 0 failed");

    test("{ user: hello }, { bot: ho }");
    assertThat(run("test", folder.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("FAIL greets").contains("tests/t.yaml:2 expected \"ho\"");
    assertThat(run("test", "--json", folder.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("\"passed\":false");
  }

  @Test
  void a_bot_without_tests_or_with_unreadable_ones_gives_2() throws IOException {
    bot(GOOD);
    assertThat(run("test", folder.toString())).isEqualTo(2);
    test("{ usr: hello }");
    assertThat(run("test", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("did you mean 'user'?");
  }

  @Test
  void the_schema_is_printed() {
    assertThat(run("schema")).isZero();
    assertThat(out.toString()).startsWith("{\n  \"$schema\"");
  }
}
