package dev.dragoman.core.understand.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EntitySpanTest {
  @Test
  void refusesRangesThatAreNotThoseOfItsText() {
    assertThatIllegalArgumentException().isThrownBy(() -> span(3, 3, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> span(-1, 2, "two"));
    assertThatIllegalArgumentException().isThrownBy(() -> span(0, 2, "two"));
    assertThat(span(4, 7, "two").end()).isEqualTo(7);
  }

  @Test
  void refusesZoneOffsetsNobodyHas() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Reference(0, 18 * 3600 + 1));
    assertThat(new Reference(0, -18 * 3600).offsetSeconds()).isEqualTo(-64_800);
  }

  private static EntitySpan span(int start, int end, String text) {
    return new EntitySpan("number", start, end, text, "2", Map.of());
  }
}
