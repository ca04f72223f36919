package dev.dragoman.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Condition;
import dev.dragoman.core.bot.Condition.Getter;
import dev.dragoman.core.bot.ValueTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AbstractValueTest {
  private static final Getter SIZE = new Getter.SessionValue("size");

  private static AbstractValue after(AbstractValue value, ValueTest test, boolean holds) {
    return value.after(new Op.Test(new Condition.Check(SIZE, test), holds), "size");
  }

  private static AbstractValue oneOf(String... texts) {
    return new AbstractValue(Set.of(texts), false);
  }

  @Test
  void what_is_unset_passes_no_test_but_that_it_is_unset() {
    assertThat(after(AbstractValue.UNSET, new ValueTest.Equals("small"), true).isImpossible())
        .isTrue();
    assertThat(after(AbstractValue.UNSET, new ValueTest.IsSet(), true).isImpossible()).isTrue();
    assertThat(after(AbstractValue.UNSET, new ValueTest.IsNotSet(), true))
        .isEqualTo(AbstractValue.UNSET);
    assertThat(after(AbstractValue.UNSET, new ValueTest.Equals("small"), false))
        .isEqualTo(AbstractValue.UNSET);
  }

  @Test
  void a_test_leaves_the_texts_that_agree_with_it() {
    AbstractValue sizes = oneOf("Small", "Large");

    assertThat(after(sizes, new ValueTest.Equals("small"), true)).isEqualTo(oneOf("Small"));
    assertThat(after(sizes, new ValueTest.Equals("small"), false)).isEqualTo(oneOf("Large"));
    assertThat(after(sizes, new ValueTest.OneOf(List.of("large", "small")), false).isImpossible())
        .isTrue();
  }

  @Test
  void two_ways_bring_the_texts_of_both() {
    assertThat(oneOf("a").or(oneOf("b"))).isEqualTo(oneOf("a", "b"));
    assertThat(oneOf("a").or(AbstractValue.UNSET)).isEqualTo(new AbstractValue(Set.of("a"), true));
    assertThat(oneOf("a").or(AbstractValue.UNKNOWN)).isEqualTo(AbstractValue.UNKNOWN);
  }

  @Test
  void a_hook_may_set_anything() {
    assertThat(oneOf("a").after(List.of(new Op.Hook()), "size")).isEqualTo(AbstractValue.UNKNOWN);
  }

  @Test
  void other_values_do_not_matter() {
    Op other = new Op.Put(new Getter.SessionValue("drink"), Set.of("tea"));

    assertThat(oneOf("a").after(List.of(other), "size")).isEqualTo(oneOf("a"));
  }
}
