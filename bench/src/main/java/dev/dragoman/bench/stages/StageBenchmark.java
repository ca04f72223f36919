package dev.dragoman.bench.stages;

import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Runs one stage in a JVM of its own, as JMH does.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StageBenchmark {
  /// The stage.
  @Param public Stage stage = Stage.DECODE;

  private IntFunction<Object> operation = _ -> "";
  private int number;

  /// Makes ready what the stage works on.
  @Setup
  public void prepare() {
    operation = StageWork.of(stage, new Desk());
  }

  /// One operation.
  @Benchmark
  public Object run() {
    number = (number + 1) & Integer.MAX_VALUE;
    return operation.apply(number);
  }
}
