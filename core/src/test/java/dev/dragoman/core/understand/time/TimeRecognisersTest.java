package dev.dragoman.core.understand.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.EntitySpan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRecognisersTest {
  private static final List<String> TYPES = List.of("date", "time", "datetime", "duration");

  @Test
  void aRelativeDayNeedsTheMomentOfSpeaking() {
    assertThat(Said.withoutMoment("en", "date", "tomorrow or friday")).isEmpty();
    assertThat(Said.withoutMoment("en", "date", "2026-12-24"))
        .extracting(EntitySpan::value)
        .containsExactly("2026-12-24");
    assertThat(Said.withoutMoment("en", "time", "at 7")).hasSize(1);
  }

  @Test
  void theExpressionIsKeptBesideTheValue() {
    assertThat(Said.onFriday("en", "on Friday").find("date").getFirst().details())
        .containsEntry(EntitySpan.TIMEX, "XXXX-WXX-5")
        .containsEntry(EntitySpan.PAST, "2026-11-13");
    assertThat(Said.onFriday("en", "3 days").find("duration").getFirst().details())
        .containsOnly(java.util.Map.entry(EntitySpan.TIMEX, "P3D"));
  }

  @Test
  void aShortReplyIsReadAsWhatWasAskedFor() {
    assertThat(Said.onFriday("en", "6").answer("time")).isEqualTo("6 = 06:00:00");
    assertThat(Said.onFriday("en", "1415.").answer("time")).isEqualTo("1415 = 14:15:00");
    assertThat(Said.onFriday("es", "a las nueve y media").answer("time"))
        .isEqualTo("nueve y media = 09:30:00");
    assertThat(Said.onFriday("es", "las nueve").answer("time")).isEqualTo("nueve = 09:00:00");
    assertThat(Said.onFriday("fr", "le 25").answer("date"))
        .isEqualTo("25 = 2026-11-25 or 2026-10-25");
    assertThat(Said.onFriday("pt", "esta noite").answer("date"))
        .isEqualTo("esta noite = 2026-11-20");
    assertThat(Said.onFriday("zh", "明晚").answer("date")).isEqualTo("明晚 = 2026-11-21");
    assertThat(Said.onFriday("en", "6 of us").answer("time")).isEmpty();
    assertThat(Said.onFriday("en", "6").read("time")).isEmpty();
  }

  @Test
  void aLanguageWithoutGrammarIsReadByItsDigits() {
    Said german = Said.onFriday("de", "am 24.12.2026 um 18:30");
    assertThat(german.read("date")).isEqualTo("24.12.2026 = 2026-12-24");
    assertThat(german.read("time")).isEqualTo("18:30 = 18:30:00");
    assertThat(german.read("duration")).isEmpty();
  }

  @Test
  void offsetsPointIntoTheOriginalText() {
    EntitySpan span = Said.onFriday("es", "😀 Mejor PASADO  MAN\u0303ANA").find("date").getFirst();
    assertThat(span.text()).isEqualTo("PASADO  MAN\u0303ANA");
    assertThat(span.start()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "fr", "pt", "zh", "de"})
  void anyTextIsReadWithoutError(String language) {
    Random random = new Random(20);
    String[] words = {
      "1", "31", "12", "2026", "1000000000000", "day", "día", "jour", "年", "月", "十", "/", "-", ":",
      ".", ",", "at", "a", "el", "le", "second", "und", "\ud800", "\u0301", "😀", "٣", "１２", "am",
      "may", "next", "mil", "mille", "cent", "and", "y", "%", "\n", "'", "half", "半", "ago", "99"
    };
    for (int i = 0; i < 500; i++) {
      String text =
          random
              .ints(random.nextInt(12), 0, words.length)
              .mapToObj(at -> words[at])
              .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
      assertThatCode(() -> TYPES.forEach(type -> Said.onFriday(language, text).read(type)))
          .as(text)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 day ", "1/", "12:", "the ", "1 hour and 2 minutes and 3 days ", "一", "三月", "1.1.1.1",
        "at at ", "twenty ", "半", "monday, ", "é", "1", "a las 3 y ", "il y a un jour et "
      })
  void workGrowsNoFasterThanTheText(String piece) {
    for (String language : List.of("en", "es", "fr", "pt", "zh")) {
      long once = steps(language, piece.repeat(100));
      long fourTimes = steps(language, piece.repeat(400));
      assertThat(fourTimes).as(language).isLessThanOrEqualTo(5 * once + 100);
    }
  }

  private static long steps(String language, String text) {
    Grammar grammar = Grammars.of(new Language(language));
    Chart chart = new Chart(grammar, new Tokens(text), Said.FRIDAY);
    TYPES.forEach(type -> new Scan(chart, type).all());
    return chart.steps();
  }

  @Test
  void aChapterOfTextIsReadInSeconds() {
    String text = "it is not today but in 2 days and an hour at 7 or 12:30 ".repeat(1_000);
    assertTimeout(Duration.ofSeconds(20), () -> Said.onFriday("en", text).find("datetime"));
  }

  @Test
  void allTypesAtOnceAreWhatTheyAreOneByOne() {
    Said said = Said.onFriday("en", "tomorrow at 7 for 3 hours, not on Friday");
    List<EntitySpan> single = TYPES.stream().flatMap(type -> said.find(type).stream()).toList();
    assertThat(said.findAll()).isEqualTo(single).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "fr", "pt", "zh"})
  void mostOfTheSpecificationSampleIsRight(String language) {
    List<String[]> cases = sample().filter(row -> row[0].equals(language)).toList();
    long right = cases.stream().filter(TimeRecognisersTest::isRight).count();
    assertThat(cases).hasSizeGreaterThan(25);
    assertThat(right * 100 / cases.size()).as(language).isGreaterThanOrEqualTo(90);
  }

  private static boolean isRight(String[] row) {
    List<EntitySpan> found = new Said(row[0], row[3], LocalDateTime.parse(row[2])).find(row[1]);
    String[] expected = row[4].split(";");
    boolean right = found.size() == expected.length;
    for (int i = 0; right && i < expected.length; i++) {
      EntitySpan span = found.get(i);
      String[] parts = expected[i].split("=");
      Set<String> values = new TreeSet<>(Set.of(span.value()));
      values.add(span.details().getOrDefault(EntitySpan.PAST, span.value()));
      right =
          parts[0].equals(span.start() + "-" + span.end())
              && values.equals(new TreeSet<>(List.of(parts[1].split(","))));
    }
    return right;
  }

  private static Stream<String[]> sample() {
    try (InputStream in =
        TimeRecognisersTest.class.getResourceAsStream("recognizers-text-sample.tsv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t"));
    } catch (IOException cannotRead) {
      throw new UncheckedIOException(cannotRead);
    }
  }
}
