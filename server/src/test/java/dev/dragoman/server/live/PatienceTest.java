package dev.dragoman.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// A reader that takes nothing is not waited for.
class PatienceTest {
  @Test
  void a_reader_that_takes_nothing_is_cut_off() {
    CountDownLatch never = new CountDownLatch(1);
    try (Patience patience = new Patience(50)) {
      assertThatThrownBy(
              () ->
                  patience.send(
                      _ -> {
                        try {
                          never.await();
                        } catch (InterruptedException cut) {
                          throw new IOException("cut off", cut);
                        }
                      },
                      new byte[1]))
          .hasMessage("cut off");
    }
    assertThat(Thread.interrupted()).isFalse();
  }
}
