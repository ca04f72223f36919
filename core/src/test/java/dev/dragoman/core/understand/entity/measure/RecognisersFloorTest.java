package dev.dragoman.core.understand.entity.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.Recognisers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class RecognisersFloorTest {
  private static final String SAMPLE =
      "/dev/dragoman/core/understand/entity/recognizers-text-sample.tsv";

  @Test
  void recognisesTheSampleInEveryLanguage() throws IOException {
    EntityEvaluation figures = EntityEvaluation.of(sample(), Recognisers.builtIn());

    assertThat(figures.languages().keySet()).containsExactly("en", "es", "fr", "pt", "zh");
    SoftAssertions floors = new SoftAssertions();
    figures
        .languages()
        .forEach(
            (language, types) ->
                types.forEach(
                    (type, rate) -> {
                      boolean money = type.equals("money");
                      floors
                          .assertThat(rate.spans())
                          .as("%s %s spans", language, type)
                          .isGreaterThanOrEqualTo(money ? 0.85 : 0.90);
                      floors
                          .assertThat(rate.values())
                          .as("%s %s values", language, type)
                          .isGreaterThanOrEqualTo(money ? 0.80 : 0.85);
                    }));
    floors.assertAll();
  }

  private static List<EntityCase> sample() throws IOException {
    List<EntityCase> cases = new ArrayList<>();
    var stream = RecognisersFloorTest.class.getResourceAsStream(SAMPLE);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          cases.add(line(line.split("\t", -1)));
        }
      }
    }
    return cases;
  }

  private static EntityCase line(String[] fields) {
    List<ExpectedSpan> spans = new ArrayList<>();
    boolean money = fields[1].equals("money");
    for (String span : fields[3].isEmpty() ? new String[0] : fields[3].split("\\|", -1)) {
      String[] parts = span.split("=", money ? 3 : 2);
      int dash = parts[0].indexOf('-');
      int start = Integer.parseInt(parts[0].substring(0, dash));
      int end = Integer.parseInt(parts[0].substring(dash + 1));
      Set<String> values = parts[1].isEmpty() ? Set.of() : Set.of(parts[1]);
      spans.add(new ExpectedSpan(start, end, values, money ? parts[2] : null, null));
    }
    return new EntityCase(fields[1], new Language(fields[0]), fields[2], null, spans);
  }
}
