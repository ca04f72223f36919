package dev.dragoman.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.understand.entity.Recognisers;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class NluEntitiesCommandTest {
  private static final String RIGHT =
      """
      {"language":"en","type":"number","text":"😀 two","reference":null,\
      "spans":[{"start":2,"end":5,"text":"two","value":"2"}]}
      """;
  private static final String WRONG =
      """
      {"language":"es","type":"number","text":"dos","reference":"2016-11-07T00:00:00",\
      "spans":[{"start":0,"end":3,"text":"dos","value":"3"}]}
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path cases = Path.of("");

  @BeforeEach
  void nameTheFile() {
    cases = folder.resolve("cases.jsonl");
  }

  @Test
  void writesPassRatesByTypeAndLanguage() throws IOException {
    Path json = folder.resolve("figures.json");

    assertThat(run(RIGHT + "\n" + WRONG, "--json", json.toString())).isZero();

    assertThat(out.toString()).contains("spans 100.0 %").contains("spans and values  50.0 %");
    assertThat(Files.readString(json))
        .isEqualTo(
            """
            {"types":{"number":{"cases":2,"spans":1.0,"values":0.5}},\
            "languages":{"en":{"number":{"cases":1,"spans":1.0,"values":1.0}},\
            "es":{"number":{"cases":1,"spans":1.0,"values":0.0}}}}
            """);
  }

  @Test
  void printsTheCasesThatAreNotRight() throws IOException {
    assertThat(run(RIGHT + WRONG, "--misses")).isZero();

    assertThat(out.toString())
        .contains("es number \"dos\" expected [dos = [3]] found [dos = 2]")
        .doesNotContain("\"😀 two\"");
  }

  @Test
  void namesTheFileAndTheLineOfABadCase() throws IOException {
    assertBad(RIGHT + "{\"language\":\"en\"", "cases.jsonl:2: ");
    assertBad(RIGHT + "\n[]", "cases.jsonl:3: the line must be an object");
    assertBad("{\"type\":\"number\",\"text\":\"2\",\"spans\":[]}", "cases.jsonl:1: language ");
    assertBad(RIGHT.replace("\"start\":2", "\"start\":9"), "cases.jsonl:1: spans[0].start ");
    assertBad(
        WRONG.replace("2016-11-07T", "monday "),
        "cases.jsonl:1: reference must be a local date and time");
    assertBad(
        RIGHT.replace("\"two\",\"value\":\"2\"", "\"two\",\"value\":2"),
        "cases.jsonl:1: spans[0].value ");
    assertBad("", "cases.jsonl: no cases");
  }

  @Test
  void takesAnEndBeyondTheTextForItsEnd() throws IOException {
    assertThat(run(RIGHT.replace("\"end\":5", "\"end\":6"))).isZero();
    assertThat(out.toString()).contains("spans and values 100.0 %");
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThat(execute("--test", folder.resolve("none.jsonl").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("none.jsonl: no such file");
  }

  private void assertBad(String lines, String message) throws IOException {
    err.getBuffer().setLength(0);
    assertThat(run(lines)).as(lines).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }

  private int run(String lines, String... options) throws IOException {
    Files.writeString(cases, lines);
    String[] arguments = new String[options.length + 2];
    arguments[0] = "--test";
    arguments[1] = cases.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return execute(arguments);
  }

  private int execute(String... arguments) {
    return new CommandLine(new NluEntitiesCommand(Recognisers.builtIn()))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
