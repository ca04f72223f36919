package dev.dragoman.core.understand.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FeatureReaderTest {
  @Test
  void aTextWithAccentsHasAllFeaturesOfTheSameTextWithoutAndMore() {
    long[] with = keys("una pizza pequeña mañana");
    long[] without = keys("una pizza pequena manana");
    assertThat(with).contains(without).hasSizeGreaterThan(without.length);
  }

  @Test
  void aRepeatedWordSaysNothingNewButThatItIsRepeated() {
    assertThat(keys("no no no no")).hasSize(keys("no no").length);
  }

  @Test
  void hanCharactersAreReadInRuns() {
    assertThat(keys("打开灯")).contains(keys("打开")[0]);
    assertThat(keys("开打").length).isEqualTo(keys("打开").length);
    assertThat(keys("开打")).isNotEqualTo(keys("打开"));
  }

  private static long[] keys(String text) {
    Features features = FeatureReader.read(text);
    return Arrays.copyOf(features.keys, features.size);
  }
}
