package dev.dragoman.server.dialect.treble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.botfile.BotFile;
import dev.dragoman.server.botfile.yaml.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The manual's sample cannot rot.
class TrebleManualTest {
  @Test
  void theSampleIsABotWithoutDefects() throws IOException {
    String manual = Files.readString(Path.of("../docs/TREBLE.md"));
    Matcher sample = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(manual);

    assertThat(sample.find()).isTrue();
    assertThat(BotFile.read(List.of(new Source("bot.yaml", sample.group(1)))).defects()).isEmpty();
  }
}
