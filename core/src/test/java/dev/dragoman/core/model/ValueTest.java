package dev.dragoman.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {

  @Test
  void aNumberKeepsTheTextItWasWrittenWith() {
    assertThat(new Value.Num("0.10").text()).isEqualTo("0.10");
    assertThat(new Value.Num("0.10")).isNotEqualTo(new Value.Num("0.1"));
    assertThat(new Value.Num("0.10").compare(new Value.Num("1e-1"))).isZero();
    assertThat(new Value.Num("1e400").compare(new Value.Num("-1e-400"))).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "01", "+1", ".5", "1.", "1e", "1e+", "NaN", "1 ", "0x1", "١"})
  void whatJsonDoesNotCallANumberIsNone(String text) {
    assertThat(Value.Num.fault(text)).isEqualTo(NumberText.Fault.GRAMMAR);
    assertThatThrownBy(() -> new Value.Num(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNumberIsBoundedInLengthAndExponent() {
    assertThat(Value.Num.fault("1".repeat(1_000))).isEqualTo(NumberText.Fault.NONE);
    assertThat(Value.Num.fault("1".repeat(1_001))).isEqualTo(NumberText.Fault.TOO_LONG);
    assertThat(Value.Num.fault("1e-9999")).isEqualTo(NumberText.Fault.NONE);
    assertThat(Value.Num.fault("1E+0009999")).isEqualTo(NumberText.Fault.NONE);
    assertThat(Value.Num.fault("1e10000")).isEqualTo(NumberText.Fault.EXPONENT);
  }

  @Test
  void wholeNumbersAreRecognisedByWhatTheyAreWorth() {
    assertThat(new Value.Num("12").longValue()).isEqualTo(12);
    assertThat(new Value.Num("-0").longValue()).isZero();
    assertThat(new Value.Num("1.20e1").longValue()).isEqualTo(12);
    assertThat(new Value.Num("9223372036854775807").longValue()).isEqualTo(Long.MAX_VALUE);
    assertThat(new Value.Num("9223372036854775808").isLong()).isFalse();
    assertThat(new Value.Num("1e9999").isLong()).isFalse();
    assertThat(new Value.Num("0.5").isLong()).isFalse();
    assertThat(Value.of(new BigDecimal("2.50")).text()).isEqualTo("2.50");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\ud83d", "\ude00", "\ude00\ud83d", "x\ud83dy"})
  void aTextThatNoStoreCanKeepIsRefused(String text) {
    assertThatThrownBy(() -> Value.of(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Value.Obj.of(text, Value.Null.NULL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anObjectKeepsItsOrderAndIsEqualWithoutIt() {
    var one = Value.Obj.builder().put("b", 1).put("a", "x").put("c", true).build();
    var other = Value.Obj.builder().put("c", true).put("a", "x").put("b", 1).build();
    assertThat(one.members().keySet()).containsExactly("b", "a", "c");
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one.with("a", Value.Null.NULL).members().keySet()).containsExactly("b", "a", "c");
    assertThat(one.with("d", Value.Null.NULL).members().keySet())
        .containsExactly("b", "a", "c", "d");
    assertThat(one.without("a").members().keySet()).containsExactly("b", "c");
    assertThat(one.text("a")).isEqualTo("x");
    assertThat(one.text("b")).isNull();
    assertThat(one.get("nobody")).isNull();
  }

  @Test
  void manyMembersAreFoundAsFewAre() {
    var many = new LinkedHashMap<String, Value>();
    for (int i = 0; i < 300; i++) {
      many.put("member" + i, Value.of(i));
    }
    var object = new Value.Obj(many);
    assertThat(object.members()).containsExactlyEntriesOf(many);
    assertThat(object.get("member299")).isEqualTo(Value.of(299));
    assertThat(object.get("member300")).isNull();
    assertThat(object.with("member7", Value.Null.NULL).get("member7")).isEqualTo(Value.Null.NULL);
  }

  @Test
  void aNameStandsOnce() {
    var builder = Value.Obj.builder().put("a", 1);
    assertThatThrownBy(() -> builder.put("a", 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatWentInCannotBeChangedFromOutside() {
    var source = new LinkedHashMap<String, Value>(Map.of("a", Value.Bool.TRUE));
    var object = new Value.Obj(source);
    source.put("b", Value.Bool.FALSE);
    assertThat(object.size()).isEqualTo(1);
    assertThatThrownBy(() -> object.members().put("c", Value.Null.NULL))
        .isInstanceOf(UnsupportedOperationException.class);
    var items = new Value[] {Value.Bool.TRUE};
    var list = Value.List.of(items);
    items[0] = Value.Bool.FALSE;
    assertThat(list.get(0)).isEqualTo(Value.Bool.TRUE);
  }

  @Test
  void nothingIsDeeperThanTheBound() {
    Value value = Value.List.EMPTY;
    for (int i = 1; i < Value.MAX_DEPTH; i++) {
      value = i % 2 == 0 ? Value.List.of(value) : Value.Obj.of("in", value);
    }
    var deepest = value;
    assertThat(deepest.depth()).isEqualTo(Value.MAX_DEPTH);
    assertThatThrownBy(() -> Value.List.of(deepest)).hasMessageContaining("deeper");
    assertThatThrownBy(() -> Value.Obj.of("in", deepest)).hasMessageContaining("deeper");
  }

  @Test
  void nothingIsHeavierThanTheBound() {
    assertThat(Value.Obj.of("ab", Value.List.of(Value.of("xyz"), Value.Bool.TRUE)).weight())
        .isEqualTo(1 + 2 + 1 + 4 + 1);
    Value value = Value.of("x".repeat(1 << 20));
    var mega = value;
    assertThatThrownBy(() -> Value.List.of(times(64, mega))).hasMessageContaining("weighs");
    assertThat(Value.List.of(times(63, mega)).weight()).isLessThan(Value.MAX_WEIGHT);
  }

  @Test
  void aSwitchReadsWell() {
    Value value =
        Value.Obj.of("say", Value.List.of(Value.of("hola"), Value.of(3), Value.Null.NULL));
    assertThat(words(value)).isEqualTo("{say=[hola 3 - ]}");
    assertThat(value.kind()).isEqualTo("object");
  }

  private static Value[] times(int count, Value value) {
    var items = new Value[count];
    Arrays.fill(items, value);
    return items;
  }

  private static String words(Value value) {
    return switch (value) {
      case Value.Null() -> "- ";
      case Value.Bool(var truth) -> truth + " ";
      case Value.Num number -> number.longValue() + " ";
      case Value.Text(var text) -> text + " ";
      case Value.List(var items) -> {
        var all = new StringBuilder();
        items.forEach(item -> all.append(words(item)));
        yield "[" + all + "]";
      }
      case Value.Obj(var members) -> {
        var all = new StringBuilder();
        members.forEach((name, member) -> all.append(name).append('=').append(words(member)));
        yield "{" + all + "}";
      }
    };
  }
}
