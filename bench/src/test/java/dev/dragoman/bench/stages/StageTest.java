package dev.dragoman.bench.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a stage allocates is the same on every machine, so a test can hold it; what it takes is
/// not. Code that is not compiled fully yet allocates what it will leave out later: hence the
/// margin.
class StageTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Desk DESK = new Desk();
  private static final int WARM_UP = 10_000;
  private static final int COUNTED = 2_000;
  private static final double MARGIN = 2.5;

  @ParameterizedTest
  @EnumSource
  void aStageKeepsItsBudgetOfBytes(Stage stage) {
    assertThat(bytes(StageWork.of(stage, DESK)))
        .as("%s: %s", stage, stage.what())
        .isPositive()
        .isLessThan(MARGIN * stage.bytes());
  }

  @Test
  void theMeasureSeesWhatIsAllocated() {
    assertThat(bytes(i -> new byte[1_000 + i % 2])).isBetween(1_000.0, 1_100.0);
  }

  /// Bytes an operation allocates on this thread, on average.
  private static double bytes(IntFunction<Object> operation) {
    Object[] kept = new Object[16];
    for (int i = 0; i < WARM_UP; i++) {
      kept[i & 15] = operation.apply(i);
    }
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < COUNTED; i++) {
      kept[i & 15] = operation.apply(i);
    }
    long after = THREADS.getCurrentThreadAllocatedBytes();
    assertThat(kept).doesNotContainNull();
    return (double) (after - before) / COUNTED;
  }
}
