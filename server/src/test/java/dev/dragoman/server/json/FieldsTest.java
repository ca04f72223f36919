package dev.dragoman.server.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.json.Defect.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {

  record User(String phone, long code) {}

  record Deployment(String name, Size size, List<User> users, List<String> tags, boolean now) {}

  enum Size {
    SMALL,
    LARGE
  }

  private static final Map<String, Size> SIZES = new LinkedHashMap<>();

  static {
    SIZES.put("chica", Size.SMALL);
    SIZES.put("grande", Size.LARGE);
  }

  @Test
  void aWholeBodyBecomesARecord() {
    var body =
        """
        {"name": "🍕🍕", "size": "grande", "now": true, "extra": 1, "tags": ["a", "b"],
         "users": [{"phone": "300", "code": 57}, {"phone": "301", "code": 57.0}]}
        """;
    assertThat(read(body))
        .isEqualTo(
            new Decoded.Whole<>(
                new Deployment(
                    "🍕🍕",
                    Size.LARGE,
                    List.of(new User("300", 57), new User("301", 57)),
                    List.of("a", "b"),
                    true)));
  }

  @Test
  void everyDefectIsNamedWithItsPath() {
    var body =
        """
        {"name": "", "size": "huge", "tags": ["a", 3], "now": "yes",
         "users": [{"phone": 300}, "x", {"phone": "1", "code": 1000}]}
        """;
    assertThat(defects(body))
        .containsExactly(
            new Defect("name", Kind.LENGTH, "must be 1 to 3 characters long"),
            new Defect("size", Kind.CHOICE, "must be one of: chica, grande"),
            new Defect("users[0].phone", Kind.TYPE, "must be a string"),
            new Defect("users[0].code", Kind.MISSING, "is required"),
            new Defect("users[1]", Kind.TYPE, "must be an object"),
            new Defect("users[1].phone", Kind.MISSING, "is required"),
            new Defect("users[1].code", Kind.MISSING, "is required"),
            new Defect("users[2].code", Kind.RANGE, "must be 1 to 999"),
            new Defect("tags[1]", Kind.TYPE, "must be a string"),
            new Defect("now", Kind.TYPE, "must be true or false"));
  }

  @Test
  void whatIsMissingIsNamedAndNullCountsAsMissing() {
    assertThat(defects("{\"name\": null, \"users\": [], \"tags\": {}}"))
        .extracting(Defect::path, Defect::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("name", Kind.MISSING),
            org.assertj.core.groups.Tuple.tuple("size", Kind.MISSING),
            org.assertj.core.groups.Tuple.tuple("users", Kind.LENGTH),
            org.assertj.core.groups.Tuple.tuple("tags", Kind.TYPE));
  }

  @Test
  void aBodyThatIsNoObjectIsADefectAtTheRoot() {
    assertThat(defects("[1]")).first().isEqualTo(new Defect("", Kind.TYPE, "must be an object"));
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "5.0, 5",
    "5e0, 5",
    "5.5, TYPE",
    "true, TYPE",
    "\"5\", TYPE",
    "0, RANGE",
    "11, RANGE",
    "1e30, RANGE",
  })
  void wholeNumbersAreTakenByWhatTheyAreWorth(String number, String expected) {
    var fields = Fields.of(Value.Obj.of("n", Json.read(number, JsonLimits.BODY).orThrow()));
    long n = fields.whole("n", 1, 10);
    var outcome =
        switch (fields.decoded(() -> n)) {
          case Decoded.Whole<Long>(var whole) -> whole.toString();
          case Decoded.Defective<Long>(var defects) -> defects.getFirst().kind().name();
        };
    assertThat(outcome).isEqualTo(expected);
  }

  @Test
  void lengthCountsCodePointsAtBothBounds() {
    assertThat(lengthDefects("😀😀")).isEmpty();
    assertThat(lengthDefects("😀😀😀😀")).isEmpty();
    assertThat(lengthDefects("😀")).hasSize(1);
    assertThat(lengthDefects("😀😀😀😀😀")).hasSize(1);
  }

  @Test
  void unknownMembersAreIgnoredOrRefusedByChoice() {
    var fields = Fields.of(Json.read("{\"a\":1,\"b\":2,\"c d\":3}", JsonLimits.BODY).orThrow());
    long a = fields.whole("a", 0, 9);
    assertThat(fields.rest().members().keySet()).containsExactly("b", "c d");
    assertThat(fields.decoded(() -> a)).isEqualTo(new Decoded.Whole<>(1L));
    fields.refuseUnknown();
    assertThat(fields.decoded(() -> a))
        .isEqualTo(
            new Decoded.Defective<Long>(
                List.of(
                    new Defect("b", Kind.UNKNOWN, "is not known here"),
                    new Defect("[\"c d\"]", Kind.UNKNOWN, "is not known here"))));
  }

  @Test
  void optionalMembersAreNullWhenAbsentAndCheckedWhenThere() {
    var fields = Fields.of(Json.read("{\"o\":{\"t\":7},\"n\":null}", JsonLimits.BODY).orThrow());
    assertThat(fields.optionalText("n", 0, 1)).isNull();
    assertThat(fields.optionalWhole("x", 0, 1)).isNull();
    assertThat(fields.optionalObject("x")).isNull();
    assertThat(fields.optionalList("x", 0, 1, Item::value)).isNull();
    assertThat(fields.optionalChoice("x", SIZES)).isNull();
    assertThat(fields.bool("x", true)).isTrue();
    assertThat(fields.build(() -> "built")).isEqualTo("built");
    fields.object("o").optionalText("t", 0, 1);
    fields.object("none").invalid("t", "must rhyme");
    fields.any("gone");
    assertThat(fields.build(() -> "built")).isNull();
    assertThat(((Decoded.Defective<String>) fields.decoded(() -> "built")).defects())
        .containsExactly(
            new Defect("o.t", Kind.TYPE, "must be a string"),
            new Defect("none", Kind.MISSING, "is required"),
            new Defect("none.t", Kind.INVALID, "must rhyme"),
            new Defect("gone", Kind.MISSING, "is required"));
  }

  @Test
  void aFloodOfDefectsIsCutAtAHundred() {
    var fields = Fields.of(Value.Obj.EMPTY);
    for (int i = 0; i < 1_000; i++) {
      fields.text("m" + i, 0, 1);
    }
    assertThat(((Decoded.Defective<String>) fields.decoded(() -> "")).defects()).hasSize(100);
  }

  private static List<Defect> lengthDefects(String text) {
    var fields = Fields.of(Value.Obj.of("t", Value.of(text)));
    var read = fields.text("t", 2, 4);
    return fields.decoded(() -> read) instanceof Decoded.Defective<String>(var defects)
        ? defects
        : List.of();
  }

  private static List<Defect> defects(String body) {
    return ((Decoded.Defective<Deployment>) read(body)).defects();
  }

  private static Decoded<Deployment> read(String body) {
    var fields = Fields.of(Json.read(body, JsonLimits.BODY).orThrow());
    var name = fields.text("name", 1, 3);
    var size = fields.choice("size", SIZES);
    var users = fields.list("users", 1, 10, item -> user(item.object()));
    var tags = fields.list("tags", 0, 2, item -> item.text(1, 5));
    var now = fields.bool("now", false);
    return fields.decoded(() -> new Deployment(name, size, users, tags, now));
  }

  private static User user(Fields fields) {
    var phone = fields.text("phone", 1, 20);
    var code = fields.whole("code", 1, 999);
    return fields.build(() -> new User(phone, code));
  }
}
