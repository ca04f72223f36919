package dev.dragoman.server.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may serve which data.
class DataDirectoryTest {
  @TempDir Path parent;

  @Test
  void namesTheHolderToASecondStart() throws Exception {
    Path path = parent.toRealPath().resolve("data");
    try (DataDirectory held = DataDirectory.acquire(path)) {
      held.announce("http://127.0.0.1:8080");
      assertThatThrownBy(() -> DataDirectory.acquire(path))
          .isInstanceOf(StartRefused.class)
          .hasMessage(
              "Data directory %s is in use by Dragoman (process %d, http://127.0.0.1:8080)"
                  .formatted(path, ProcessHandle.current().pid()));
      // A refused attempt in the same process must not have dropped the lock.
      try (Holder other = Holder.start(path, "bound")) {
        assertThat(other.text())
            .startsWith("refused Data directory " + path + " is in use by Dragoman (process ");
      }
    }
  }

  @Test
  void isFreeAgainAfterClose() {
    Path path = parent.resolve("data");
    DataDirectory.acquire(path).close();
    try (DataDirectory again = DataDirectory.acquire(path)) {
      assertThat(again.path().getFileName()).hasToString("data");
    }
  }

  @Test
  void isOneDirectoryUnderAllItsNames() throws Exception {
    Path path = parent.resolve("data");
    Path alias = Files.createSymbolicLink(parent.resolve("alias"), path);
    try (DataDirectory held = DataDirectory.acquire(path)) {
      assertThat(held.path()).isEqualTo(path.toRealPath());
      assertThatThrownBy(() -> DataDirectory.acquire(alias)).isInstanceOf(StartRefused.class);
    }
  }

  @Test
  void saysWhenItCannotBeMade() throws Exception {
    Path file = Files.writeString(parent.resolve("file"), "");
    assertThatThrownBy(() -> DataDirectory.acquire(file.resolve("data")))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("Data directory " + file.resolve("data") + " cannot be used: ");
  }
}
