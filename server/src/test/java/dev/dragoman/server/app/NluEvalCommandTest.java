package dev.dragoman.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class NluEvalCommandTest {
  private static final String EXAMPLES =
      """
      turn on the light\tlight
      lights on please\tlight
      switch the lamp on\tlight
      play some music\tmusic
      put on a song\tmusic
      start the music\tmusic
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void measuresAndWritesTheFiguresAsJson() throws IOException {
    Path json = folder.resolve("figures.json");
    int exit =
        run(
            "--train", file("train.tsv", EXAMPLES),
            "--test", file("test.tsv", "\nlamp on\tlight\nsome song\tmusic\n"),
            "--oos", file("oos.tsv", "what is a quark\toos\n"),
            "--json", json.toString());
    assertThat(err.toString()).isEmpty();
    assertThat(exit).isZero();
    assertThat(out.toString()).contains("accuracy           1.0000");
    assertThat(Files.readString(json))
        .matches(
            """
            \\{"accuracy":1.0,"auroc":1.0,"recallAt95":1.0,"calibrationError":0\\.\\d+,\
            "trainSeconds":[0-9.E-]+,"medianMicros":[0-9.E-]+,"p99Micros":[0-9.E-]+}
            """);
  }

  @Test
  void leavesOutWhatNeedsMessagesFromOutside() throws IOException {
    Path json = folder.resolve("figures.json");
    String train = file("train.tsv", EXAMPLES);
    assertThat(run("--train", train, "--test", train, "--json", json.toString())).isZero();
    assertThat(Files.readString(json)).contains("\"auroc\":null,\"recallAt95\":null");
  }

  @Test
  void namesFileAndLineOfABadRow() throws IOException {
    String train = file("train.tsv", EXAMPLES);
    String bad = file("bad.tsv", "lamp on\tlight\nno label here\n");
    assertThat(run("--train", train, "--test", bad)).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(bad + ":2: no tab between text and intent");
  }

  @Test
  void namesWhatElseIsWrongWithAFile() throws IOException {
    String train = file("train.tsv", EXAMPLES);
    assertThat(run("--train", train, "--test", folder.resolve("absent").toString())).isEqualTo(2);
    assertThat(run("--train", train, "--test", file("empty.tsv", "\n"))).isEqualTo(2);
    assertThat(run("--train", train, "--test", file("three.tsv", "a\tb\tc\n"))).isEqualTo(2);
    assertThat(run("--train", train, "--test", file("unlabelled.tsv", "a\t \n"))).isEqualTo(2);
    Path latin = folder.resolve("latin.tsv");
    Files.write(latin, "ni\u00f1o\tx\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(run("--train", train, "--test", latin.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("absent: no such file")
        .contains("empty.tsv: no rows")
        .contains("three.tsv:1: more than one tab")
        .contains("unlabelled.tsv:1: no intent")
        .contains("latin.tsv: not UTF-8");
  }

  @Test
  void asksForTheFilesItNeeds() {
    assertThat(run("--train", "x.tsv")).isEqualTo(2);
    assertThat(err.toString()).contains("--test");
  }

  private int run(String... arguments) {
    return new CommandLine(new NluEvalCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
