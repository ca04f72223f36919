package dev.dragoman.server.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.store.secret.Keys;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Links to files: what they open, and until when.
class FileLinksTest {
  private static final String FILE = "65e72a10c9d4b2f7a1e0d3c9";
  private static final long DAY = 86_400_000_000_000L;

  @TempDir Path directory;

  private final AtomicLong now = new AtomicLong(20_000 * DAY + 5);

  private FileLinks links(String keyFile) {
    return new FileLinks(Keys.open(directory.resolve(keyFile), new SecureRandom()), 30, now::get);
  }

  @Test
  void openTheirFileUntilTheirLastDayHasPassed() {
    FileLinks links = links("keys");
    String token = links.path(7, FILE).substring("/files/".length());

    assertThat(links.open(token)).contains(new FileLinks.Opened(7, FILE));
    now.addAndGet(30 * DAY);
    assertThat(links.open(token)).isPresent();
    now.addAndGet(DAY);
    assertThat(links.open(token)).isEmpty();
  }

  @Test
  void ofAnotherServerOpenNothing() {
    String token = links("keys").path(7, FILE).substring("/files/".length());

    assertThat(links("others").open(token)).isEmpty();
  }
}
