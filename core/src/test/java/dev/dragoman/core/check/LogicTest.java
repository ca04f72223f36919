package dev.dragoman.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Condition.Getter;
import dev.dragoman.core.bot.ValueTest;
import dev.dragoman.core.bot.ValueTest.Order;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogicTest {
  private static final Getter AGE = new Getter.SessionValue("age");

  private static Condition age(ValueTest test) {
    return new Condition.Check(AGE, test);
  }

  private static Condition age(Order order, int bound) {
    return age(new ValueTest.Compares(order, BigDecimal.valueOf(bound)));
  }

  private static Op holds(Condition condition) {
    return new Op.Test(condition, true);
  }

  private static Op fails(Condition condition) {
    return new Op.Test(condition, false);
  }

  private static boolean possible(Op... ops) {
    return Logic.possible(List.of(ops));
  }

  @Test
  void a_condition_does_not_hold_and_fail_at_once_however_it_is_written() {
    Condition online = new Condition.Team(true);

    assertThat(possible(holds(online), fails(online))).isFalse();
    assertThat(possible(holds(online), holds(new Condition.Team(false)))).isFalse();
    assertThat(possible(holds(online), holds(new Condition.Not(online)))).isFalse();
    assertThat(possible(holds(online), holds(new Condition.Logged(false)))).isTrue();
  }

  @Test
  void a_value_is_one_text_only_whatever_its_case_and_accents() {
    Condition cafe = age(new ValueTest.Equals("Café"));

    assertThat(possible(holds(cafe), holds(age(new ValueTest.Equals("tea"))))).isFalse();
    assertThat(possible(holds(cafe), holds(age(new ValueTest.Equals("CAFE"))))).isTrue();
    assertThat(possible(holds(cafe), fails(age(new ValueTest.OneOf(List.of("tea", "cafe"))))))
        .isFalse();
    assertThat(possible(holds(cafe), holds(age(new ValueTest.IsNotSet())))).isFalse();
  }

  @Test
  void numbers_lie_between_their_bounds() {
    assertThat(possible(holds(age(Order.LESS, 18)), holds(age(Order.GREATER_OR_EQUAL, 18))))
        .isFalse();
    assertThat(
            possible(holds(age(Order.LESS_OR_EQUAL, 18)), holds(age(Order.GREATER_OR_EQUAL, 18))))
        .isTrue();
    assertThat(possible(holds(age(Order.LESS, 10)), fails(age(Order.LESS, 18)))).isFalse();
  }

  @Test
  void what_is_no_number_fails_every_comparison() {
    assertThat(possible(fails(age(Order.LESS, 18)), fails(age(Order.GREATER_OR_EQUAL, 18))))
        .isTrue();
  }

  @Test
  void a_value_that_is_set_anew_forgets_what_was_tested() {
    Condition small = age(new ValueTest.Equals("small"));
    Op large = new Op.Put(AGE, Set.of("large"));

    assertThat(possible(holds(small), large, fails(small))).isTrue();
    assertThat(possible(large, holds(small))).isFalse();
    assertThat(possible(fails(small), new Op.Hook(), holds(small))).isTrue();
  }
}
