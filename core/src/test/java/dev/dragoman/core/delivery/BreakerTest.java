package dev.dragoman.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BreakerTest {
  private static Breaker failing(Breaker breaker, int times, long now) {
    Breaker after = breaker;
    for (int i = 0; i < times; i++) {
      after = after.heard(false, now);
    }
    return after;
  }

  @Test
  void itOpensAfterFailuresInARow() {
    assertThat(failing(Breaker.CLOSED, Breaker.CONSECUTIVE - 1, 0).isOpen()).isFalse();
    assertThat(failing(Breaker.CLOSED, Breaker.CONSECUTIVE, 0).waitNanos(0))
        .isEqualTo(Breaker.FIRST_NANOS);
  }

  @Test
  void aBadMomentOfAGoodEndpointIsNoTrend() {
    Breaker good = Breaker.CLOSED;
    for (int i = 0; i < Breaker.WINDOW; i++) {
      good = good.heard(true, 0);
    }

    assertThat(failing(good, Breaker.CONSECUTIVE, 0).isOpen()).isFalse();
    assertThat(failing(good, Breaker.WINDOW / 2, 0).isOpen()).isTrue();
  }

  @Test
  void onePoisonedConversationAmongGoodOnesOpensNothing() {
    Breaker breaker = Breaker.CLOSED;
    for (int i = 0; i < 1_000; i++) {
      breaker = breaker.heard(i % Breaker.CONSECUTIVE == 0, i);
    }

    assertThat(breaker.isOpen()).isFalse();
  }

  @Test
  void oneProbeDecides() {
    Breaker open = failing(Breaker.CLOSED, Breaker.CONSECUTIVE, 0);
    long later = Breaker.FIRST_NANOS;

    assertThat(open.waitNanos(later)).isZero();
    Breaker probing = open.entered();
    assertThat(probing.waitNanos(later)).isPositive();
    assertThat(probing.heard(true, later)).isEqualTo(Breaker.CLOSED);
    assertThat(probing.heard(false, later).waitNanos(later)).isEqualTo(2 * Breaker.FIRST_NANOS);
    assertThat(probing.left().waitNanos(later)).isZero();
  }

  @Test
  void itOpensNoLongerThanAMinute() {
    Breaker breaker = failing(Breaker.CLOSED, Breaker.CONSECUTIVE, 0);
    for (int i = 0; i < 20; i++) {
      breaker = breaker.entered().heard(false, 0);
    }

    assertThat(breaker.waitNanos(0)).isEqualTo(Breaker.LONGEST_NANOS);
  }
}
