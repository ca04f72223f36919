package dev.dragoman.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {
  private static final double MIDDLE = 0.5;

  private static Answer status(int status) {
    return new Answer(status, -1);
  }

  /// The waits between tries of one delivery that always fails, in seconds.
  private static List<Long> waits(Schedule schedule, double chance) {
    List<Long> waits = new ArrayList<>(List.of(0L));
    Lane lane = Lane.before(0);
    while (lane.hear(status(500), schedule, chance) instanceof Verdict.Again(long wait)) {
      waits.add(wait / 1_000_000_000L);
      lane = lane.again(status(500));
    }
    return waits;
  }

  @Test
  void theNativeScheduleHasTenTriesOverThreeDays() {
    assertThat(waits(Schedule.NATIVE, MIDDLE))
        .containsExactly(0L, 5L, 300L, 1_800L, 7_200L, 18_000L, 36_000L, 50_400L, 72_000L, 86_400L);
  }

  @Test
  void nativeWaitsVaryByAFifth() {
    assertThat(waits(Schedule.NATIVE, 0)).startsWith(0L, 4L, 240L).endsWith(69_120L);
    assertThat(waits(Schedule.NATIVE, 0.999_999)).startsWith(0L, 5L, 359L).endsWith(103_679L);
  }

  @Test
  void chatIsGivenUpAfterAboutTwelveMinutes() {
    assertThat(waits(Schedule.CHAT, 0)).containsExactly(0L, 1L, 5L, 25L, 120L, 600L);
  }

  @Test
  void theCenterIsTriedThreeTimesForFiveSeconds() {
    assertThat(waits(Schedule.CENTER, 0)).hasSize(3);
    assertThat(Schedule.CENTER.attemptMillis()).isEqualTo(5_000);
  }

  @Test
  void retryAfterIsObeyedUpToItsBound() {
    Lane lane = Lane.before(0);

    assertThat(lane.hear(new Answer(503, 7_000), Schedule.CHAT, 0))
        .isEqualTo(new Verdict.Again(7_000_000_000L));
    assertThat(lane.hear(new Answer(503, 9_999_999), Schedule.CHAT, 0))
        .isEqualTo(new Verdict.Again(600_000_000_000L));
    assertThat(lane.hear(new Answer(429, Long.MAX_VALUE), Schedule.NATIVE, 0))
        .isEqualTo(new Verdict.Again(86_400_000_000_000L));
  }

  @Test
  void aRefusalGetsOneMoreTryWheneverItComesFirst() {
    Lane lane = Lane.before(0).again(status(500)).again(status(500));

    assertThat(lane.hear(status(413), Schedule.NATIVE, MIDDLE)).isInstanceOf(Verdict.Again.class);
    assertThat(lane.again(status(413)).hear(status(400), Schedule.NATIVE, MIDDLE))
        .isEqualTo(new Verdict.Dead("refused"));
    assertThat(lane.again(status(413)).hear(status(500), Schedule.NATIVE, MIDDLE))
        .isInstanceOf(Verdict.Again.class);
  }

  @Test
  void goneEndsTheEndpointAtOnce() {
    assertThat(Lane.before(0).hear(status(410), Schedule.NATIVE, MIDDLE))
        .isEqualTo(new Verdict.Gone());
  }

  @Test
  void aGapGrowsUntilSomethingIsDelivered() {
    Lane lane = Lane.before(10).delivered(11).skipped(12).skipped(15);

    assertThat(lane.gaps()).isEqualTo("2-3");
    assertThat(lane.next()).isEqualTo(4);
    assertThat(lane.again(status(500)).gaps()).isEqualTo("2-3");
    assertThat(lane.delivered(16).gaps()).isEmpty();
    assertThat(lane.delivered(16).skipped(17).gaps()).isEqualTo("5");
  }
}
