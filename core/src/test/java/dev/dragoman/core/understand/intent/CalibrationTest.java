package dev.dragoman.core.understand.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void theExponentialIsThatOfTheStrictLibrary() {
    for (double power = -25; power <= 0; power += 0.001) {
      assertThat(Softmax.exponential(power) / StrictMath.exp(power)).isEqualTo(1, within(1e-8));
    }
    assertThat(Softmax.exponential(0)).isEqualTo(1);
  }

  @Test
  void theScoreIsTheShareThatWasRight() {
    List<HeldOut> seen = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      float strength = i % 10;
      boolean right = i / 10 % 10 < strength;
      seen.add(new HeldOut(new float[] {strength, -1}, right ? 0 : 1, 1, ""));
    }
    Calibration calibration = Calibration.fit(seen);
    for (int strength = 1; strength < 10; strength++) {
      float[] scores = calibration.scores(new float[] {strength, -1}, 1);
      assertThat((double) scores[0]).isEqualTo(strength / 10.0, within(0.08));
    }
  }

  @Test
  void theThresholdKeepsMostOfWhatTheBotIsAbout() {
    List<HeldOut> seen = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      seen.add(new HeldOut(new float[] {i / 20f, 0}, i < 40 ? 1 : 0, 1, ""));
    }
    Calibration calibration = Calibration.fit(seen);
    long kept =
        seen.stream()
            .filter(held -> calibration.scores(held.logits, 1)[0] >= calibration.threshold() - 1e-6)
            .count();
    assertThat(kept).isBetween(189L, 191L);
  }

  @Test
  void nothingButSuccessStaysBelowOne() {
    List<HeldOut> seen = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      seen.add(new HeldOut(new float[] {5 + i / 10f, -5}, 0, 1, ""));
    }
    Calibration calibration = Calibration.fit(seen);
    assertThat(calibration.slope()).isFinite().isPositive();
    assertThat(calibration.scores(new float[] {1e6f, 0}, 1)[0]).isLessThan(1);
  }

  @Test
  void whatSeveralIntentsPullAlikeScoresLowerThanWhatOnePulls() {
    List<HeldOut> seen = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      seen.add(new HeldOut(new float[] {i / 20f, 0, 0, 0}, i < 40 ? 1 : 0, 1, ""));
    }
    Calibration calibration = Calibration.fit(seen);
    float alone = calibration.scores(new float[] {3, 0, 0, 0}, 1)[0];
    float crowded = calibration.scores(new float[] {3, 2.5f, 2.5f, 2.5f}, 1)[0];
    assertThat(crowded).isLessThan(alone - 0.05f);
  }

  @Test
  void fewMessagesAreNotMeasured() {
    List<HeldOut> few = List.of(new HeldOut(new float[] {1, 0}, 0, 1, ""));
    assertThat(Calibration.fit(few)).isEqualTo(Calibration.GUESS);
  }
}
