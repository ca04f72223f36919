package dev.dragoman.server.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.JsonProblem.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReadTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "-0",
        "0.10",
        "1e400",
        "12345678901234567890123",
        "\"\"",
        "[]",
        "{}",
        "[[],{},null]",
        "{\"b\":1,\"a\":[true,false],\"\":\"\"}",
        "\"👩‍👩‍👧‍👦 é ñ שלום مرحبا ¿? 𝒳\u2028\"",
        "{\"ключ\":\"значение\",\"🔑\":\"\\\"\\\\\\n\\r\\t\\b\\f\\u001f\u007f\"}",
      })
  void comesBackByteForByte(String document) {
    assertThat(new String(Json.write(read(document)), UTF_8)).isEqualTo(document);
  }

  @Test
  void escapesAreReadAndWrittenAsText() {
    assertThat(text("\"\\u00e9\\/\\ud83d\\ude00\"")).isEqualTo("\"é/😀\"");
    assertThat(text("{\"\\ud83d\\ude00\\u00f1\":1}")).isEqualTo("{\"😀ñ\":1}");
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(read("\ufeff{\"a\":1}")).isEqualTo(Value.Obj.of("a", Value.of(1)));
    assertThat(refused("\ufeff{\"a\":x}").column()).isEqualTo(6);
  }

  @Test
  void pythonSpacingFollowsEveryCommaAndColon() {
    var value = read("{\"a\":[1,2,{}],\"b\":{\"c\":null},\"d\":\",:\"}");
    assertThat(Json.text(value, Spacing.PYTHON))
        .isEqualTo("{\"a\": [1, 2, {}], \"b\": {\"c\": null}, \"d\": \",:\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "[1,]~SYNTAX~[1]~1~4",
        "{\"a\":1,}~SYNTAX~a~1~8",
        "{\"a\" 1}~SYNTAX~a~1~6",
        "{a:1}~SYNTAX~~1~2",
        "{'a':1}~SYNTAX~~1~2",
        "[1 2]~SYNTAX~[1]~1~4",
        "[01]~SYNTAX~[0]~1~3",
        "[+1]~SYNTAX~[0]~1~3",
        "[NaN]~SYNTAX~[0]~1~5",
        "[1.]~SYNTAX~[0]~1~3",
        "[.5]~SYNTAX~[0]~1~2",
        "[0x10]~SYNTAX~[1]~1~3",
        "tru~SYNTAX~~1~1",
        "[1}~SYNTAX~[0]~1~3",
        "/* c */ 1~SYNTAX~~1~1",
        "[\"\\x\"]~SYNTAX~[0]~1~4",
        "[\"tab\there\"]~SYNTAX~[0]~1~6",
        "[1~INCOMPLETE~[0]~1~3",
        "{\"a\":~INCOMPLETE~a~1~6",
        "{\"a\":\"b~INCOMPLETE~a~1~8",
        "{\"users\":[{},{\"name\":1,\"name\":2}]}~DUPLICATE_NAME~users[1].name~1~24",
        "{\"a\":1,\"\\u0061\":2}~DUPLICATE_NAME~a~1~8",
        "{\"users\":[{\"phone\":\"a\\u0000\"}]}~NUL~users[0].phone~1~20",
        "{\"a\\u0000\":1}~NUL~[\"a?\"]~1~2",
        "{\"a\":\"\\ud83d\"}~SURROGATE~a~1~6",
        "{\"a\":\"\\ude00\\ud83d\"}~SURROGATE~a~1~6",
        "{\"x.y\":{\"\\ude00\":1}}~SURROGATE~[\"x.y\"][\"?\"]~1~9",
        "{\"n\":1e10000}~NUMBER~n~1~6",
        "{} {}~TRAILING~~1~4",
        "1 x~SYNTAX~~1~3",
        "[] ]~SYNTAX~~1~4",
      })
  void whatBreaksARuleIsRefusedWithItsPlace(
      String document, String kind, String path, int line, int column) {
    var problem = refused(document);
    assertThat(problem.kind()).isEqualTo(Kind.valueOf(kind));
    assertThat(problem.path()).isEqualTo(path == null ? "" : path);
    assertThat(problem.line() + ":" + problem.column()).isEqualTo(line + ":" + column);
    assertThat(problem.message())
        .endsWith("(line " + line + ", column " + column + ")")
        .doesNotContain("tools.", "Exception", "Feature", "Source");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t\r ", "\ufeff"})
  void anEmptyBodyIsNamed(String document) {
    assertThat(refused(document).kind()).isEqualTo(Kind.EMPTY);
    assertThat(refused(document).message()).startsWith("the body is empty");
  }

  @Test
  void linesAndColumnsCountCharacters() {
    var problem = refused("{\n  \"é😀\": \"ñ\",\n  \"ü\": nul\n}");
    assertThat(problem.path()).isEqualTo("ü");
    assertThat(problem.line()).isEqualTo(3);
    assertThat(problem.column()).isBetween(8, 12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "22ff22", // never a lead
        "22c080 22", // overlong NUL
        "22c1bf22", // overlong
        "22e080af22", // overlong
        "22f08080af22", // overlong
        "22eda08022", // an encoded surrogate
        "22edb08022",
        "22f490808022", // beyond U+10FFFF
        "22f5808080 22",
        "22e282 22", // cut
        "22c3", // cut at the end
        "2280 22", // a tail without a lead
      })
  void bytesThatAreNotUtf8AreRefused(String hex) {
    var bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    var problem = refused(bytes, JsonLimits.BODY);
    assertThat(problem.kind()).isEqualTo(Kind.NOT_UTF8);
    assertThat(problem.column()).isEqualTo(2);
  }

  @Test
  void utf16IsNotGuessed() {
    assertThat(refused("{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_16LE)).kind())
        .isEqualTo(Kind.NUL);
  }

  @Test
  void rawNulIsRefusedWhereverItStands() {
    assertThat(refused("{\"users\":[\"a\0b\"]}").kind()).isEqualTo(Kind.NUL);
    assertThat(refused("{\"users\":[\"a\0b\"]}").path()).isEqualTo("users[0]");
    assertThat(refused("{\"a\0\":1}").kind()).isEqualTo(Kind.NUL);
    assertThat(refused("\0").kind()).isEqualTo(Kind.NUL);
  }

  @Test
  void longNumbersAreRefusedAndLongOnesWithinTheBoundKept() {
    assertThat(refused("[" + "1".repeat(1_001) + "]").kind()).isEqualTo(Kind.NUMBER);
    assertThat(refused("[0." + "1".repeat(900_000) + "]").kind()).isEqualTo(Kind.NUMBER);
    comesBackByteForByte("1".repeat(1_000));
  }

  @Test
  void depthIsBoundedExactly() {
    var deepest = "[".repeat(64) + "]".repeat(64);
    assertThat(read(deepest).depth()).isEqualTo(64);
    assertThat(refused("[" + deepest + "]").kind()).isEqualTo(Kind.TOO_DEEP);
    assertThat(refused("[" + deepest + "]").column()).isEqualTo(65);
    var shallow = new JsonLimits(100, 2, 10);
    assertThat(refused("{\"a\":[[]]}".getBytes(UTF_8), shallow).path()).isEqualTo("a[0]");
  }

  @Test
  void bottomlessDocumentsAreRefusedQuickly() {
    Assertions.assertTimeout(
        Duration.ofMillis(500),
        () -> {
          assertThat(refused("[".repeat(100_000) + "]".repeat(100_000)).kind())
              .isEqualTo(Kind.TOO_DEEP);
          assertThat(refused("[".repeat(1_000_000)).kind()).isEqualTo(Kind.TOO_DEEP);
          assertThat(refused("{\"a\":".repeat(100_000)).kind()).isEqualTo(Kind.TOO_DEEP);
        });
  }

  @Test
  void bytesAndValuesAreBounded() throws IOException {
    var limits = new JsonLimits(10, 64, 3);
    assertThat(refused("\"123456789\"".getBytes(UTF_8), limits).kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(refused("[1,2,3]".getBytes(UTF_8), limits).kind()).isEqualTo(Kind.TOO_MANY_VALUES);
    assertThat(refused("[1,2,3]".getBytes(UTF_8), limits).path()).isEqualTo("[2]");
    assertThat(Json.read("[1,2]".getBytes(UTF_8), limits)).isInstanceOf(JsonRead.Read.class);
    var stream = new ByteArrayInputStream(new byte[1_000]);
    assertThat(Json.read(stream, limits)).isInstanceOf(JsonRead.Refused.class);
    assertThat(stream.available()).isEqualTo(1_000 - 11);
  }

  @Test
  void namesAreBoundedAndAHostilePathStaysShort() {
    assertThat(refused("{\"" + "n".repeat(100_000) + "\":1}").kind()).isEqualTo(Kind.NAME_TOO_LONG);
    var long100 = "n".repeat(100);
    assertThat(refused("{\"" + long100 + "\":\"\\ud800\"}").path()).hasSize(64 + 3 + 4);
  }

  @Test
  void namesChosenToCollideAreReadOrRefusedQuickly() {
    var document = new StringBuilder("{");
    for (int i = 0; i < 1 << 14; i++) {
      for (int bit = 0; bit < 14; bit++) {
        document.append(bit == 0 ? "\"" : "").append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      document.append("\":0,");
    }
    var all = document.append("\"end\":0}").toString();
    Assertions.assertTimeout(
        Duration.ofSeconds(2),
        () ->
            assertThat(read(all))
                .isInstanceOfSatisfying(
                    Value.Obj.class,
                    o -> {
                      assertThat(o.size()).isEqualTo((1 << 14) + 1);
                    }));
  }

  @Test
  void aTextIsReadWithItsOwnRules() {
    assertThat(Json.read("{}", JsonLimits.BODY)).isEqualTo(new JsonRead.Read(Value.Obj.EMPTY));
    assertThat(Json.read("\"\ud83d\"", JsonLimits.BODY)).isInstanceOf(JsonRead.Refused.class);
    assertThat(read("[1]")).isEqualTo(Value.List.of(Value.of(1)));
    assertThatThrownBy(() -> Json.read("{", JsonLimits.BODY).orThrow())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ends in the middle");
  }

  @Test
  void anyValueSurvivesTheRoundTripInBothSpacings() {
    var random = new Random(20261120);
    for (int i = 0; i < 500; i++) {
      var value = ArbitraryValues.value(random, 5);
      for (var spacing : Spacing.values()) {
        var bytes = Json.write(value, spacing);
        var again = read(bytes);
        assertThat(again).isEqualTo(value);
        assertThat(Json.write(again, spacing)).isEqualTo(bytes);
      }
    }
  }

  @Test
  void anyDamageToADocumentIsReadOrRefusedByName() {
    var random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      var bytes = Json.write(ArbitraryValues.value(random, 4));
      var damaged = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      if (damaged.length > 0) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      switch (Json.read(damaged)) {
        case JsonRead.Read(var value) ->
            assertThat(read(Json.write(value))).as("what is read can be written").isEqualTo(value);
        case JsonRead.Refused(var problem) -> {
          assertThat(problem.message()).isNotBlank();
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(500);
  }

  private static Value read(String document) {
    return read(document.getBytes(UTF_8));
  }

  private static Value read(byte[] document) {
    return Json.read(document).orThrow();
  }

  private static String text(String document) {
    return Json.text(read(document), Spacing.NONE);
  }

  private static JsonProblem refused(String document) {
    return refused(document.getBytes(UTF_8));
  }

  private static JsonProblem refused(byte[] document) {
    return refused(document, new JsonLimits(2_000_000, 64, 100_000));
  }

  private static JsonProblem refused(byte[] document, JsonLimits limits) {
    assertThat(Json.read(document, limits)).isInstanceOf(JsonRead.Refused.class);
    return ((JsonRead.Refused) Json.read(document, limits)).problem();
  }
}
