package dev.dragoman.server.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is chosen for a machine, and the log that stays small.
class PostgresSettingsTest {
  private static final long GIGABYTE = 1L << 30;
  @TempDir Path directory;

  @Test
  void followsTheMachineWithinBounds() {
    assertThat(PostgresSettings.forMachine(new Machine(8 * GIGABYTE, 16 * GIGABYTE)))
        .isEqualTo(new PostgresSettings(128, 40, 4, 2_048, 15));
    assertThat(PostgresSettings.forMachine(new Machine(GIGABYTE / 2, GIGABYTE / 2)))
        .isEqualTo(new PostgresSettings(32, 40, 4, 128, 15));
    assertThat(PostgresSettings.forMachine(new Machine(512 * GIGABYTE, 900 * GIGABYTE)))
        .isEqualTo(new PostgresSettings(256, 40, 4, 4_096, 15));
  }

  @Test
  void looksAtThisMachine() {
    Machine here = Machine.here(directory);
    assertThat(here.memoryBytes()).isBetween(64L << 20, 1L << 50);
    assertThat(here.freeDiskBytes()).isPositive();
  }

  @Test
  void refusesWhatIsOutOfBounds() {
    assertThatThrownBy(() -> new PostgresSettings(15, 40, 4, 128, 15))
        .hasMessage("sharedBuffersMegabytes must be 16..65536, not 15");
  }

  @Test
  void keepsTheLogSmall() throws Exception {
    LogFile log = new LogFile(directory.resolve("postgres.log"));
    log.rotateIfLarge();
    Files.writeString(log.path(), "first\n");
    log.rotateIfLarge();
    assertThat(log.since(0)).isEqualTo("first");
    Files.write(log.path(), new byte[(int) LogFile.ROTATED_AT_BYTES]);
    Files.writeString(log.path(), "x", java.nio.file.StandardOpenOption.APPEND);
    log.rotateIfLarge();
    assertThat(log.size()).isZero();
    assertThat(directory.resolve("postgres.log.1")).hasSize(LogFile.ROTATED_AT_BYTES + 1);
  }
}
