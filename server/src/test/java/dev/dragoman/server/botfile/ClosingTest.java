package dev.dragoman.server.botfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.bot.Settings;
import dev.dragoman.server.botfile.yaml.Defect;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What ends sessions by itself, as authors write it.
class ClosingTest {
  private static BotDraft read(String settings) {
    return BotFileTest.read(
        """
        bot: clinic
        language: en
        settings: { %s }
        stories:
          welcome:
            on: { event: START }
            steps:
              hello: { say: "Hello" }
        """
            .formatted(settings));
  }

  private static Settings.Closing closing(String settings) {
    return read(settings).bot().orElseThrow().settings().closing();
  }

  @Test
  void nothingIsTheStandard() {
    assertThat(closing("zone: UTC")).isEqualTo(Settings.Closing.NEVER);
  }

  @Test
  void anAnswerOrATimeMayDo() {
    assertThat(closing("close-answered: true, close-after: 1h30m"))
        .isEqualTo(new Settings.Closing(true, Duration.ofMinutes(90).toMillis()));
    assertThat(closing("close-after: 30d").quietMillis()).isEqualTo(Duration.ofDays(30).toMillis());
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "59s", "31d", "0s"})
  void timesThatMakeNoSenseAreRefused(String time) {
    assertThat(read("close-after: " + time).defects())
        .extracting(Defect::toString)
        .containsExactly(
            "bot.yaml:3:26 settings.close-after: must be a time such as 30m: 1m to 30d"
                + " [wrong-duration]");
  }
}
