package dev.dragoman.core.understand.closed;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The floors on replies that were written and frozen before the code that reads them.
class ClosedSetTest {
  private static final Map<String, String> CHECKSUMS =
      Map.of(
          "en", "fea992e283b37690233ee887d79ede465d2847f5d7c6a4f87b7d8082597fd186",
          "es", "d6bc3e6a8f06ad2873891072581e391c8f1d756a05114cf9ff4e83953bfec97a");

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void theSetIsTheOneThatWasFrozen(String language) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(ClosedSet.bytes(language));
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(CHECKSUMS.get(language));
  }

  @ParameterizedTest
  @CsvSource({"en,dev", "en,test", "es,dev", "es,test"})
  void acceptedRepliesAreRightAndForeignOnesRefused(String language, String split) {
    Score score = score(language, split);
    System.out.println("closed answers, " + language + " " + split + ": " + score);
    assertThat(score.rightAmongAccepted()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.noneRefused()).isGreaterThanOrEqualTo(0.90);
    assertThat(score.understood()).isGreaterThanOrEqualTo(0.75);
  }

  @Test
  void everyRuleIsSeenAtWork() {
    Score all = score("en", "dev");
    assertThat(all.byRule().keySet())
        .containsExactlyInAnyOrder(
            Rule.LABEL,
            Rule.SYNONYM,
            Rule.POSITION,
            Rule.MEANING,
            Rule.RANGE,
            Rule.SIMILARITY,
            Rule.EXAMPLES);
  }

  private static Score score(String language, String split) {
    Score score = new Score();
    for (ClosedSet.Item item : ClosedSet.load(language).items()) {
      if (item.split().equals(split)) {
        ClosedQuestion question = ClosedQuestion.compile(item.answers(), List.of(language));
        item.replies().forEach(reply -> score.add(reply, question.typed(reply.text(), language)));
      }
    }
    return score;
  }

  /// Counts; a reply that is none of the answers and was accepted counts as wrong.
  private static final class Score {
    private final Map<Rule, int[]> byRule = new TreeMap<>();
    private int accepted;
    private int right;
    private int none;
    private int refused;
    private int meant;

    void add(ClosedSet.Reply reply, Classified classified) {
      boolean hit = classified.accepted() && classified.answerId().equals(reply.answer());
      if (classified.accepted()) {
        int[] counts = byRule.computeIfAbsent(classified.rule(), rule -> new int[2]);
        counts[0] += hit ? 1 : 0;
        counts[1]++;
        accepted++;
        right += hit ? 1 : 0;
      }
      none += reply.answer() == null ? 1 : 0;
      refused += reply.answer() == null && !classified.accepted() ? 1 : 0;
      meant += reply.answer() == null ? 0 : 1;
    }

    Map<Rule, int[]> byRule() {
      return byRule;
    }

    double rightAmongAccepted() {
      return (double) right / accepted;
    }

    double noneRefused() {
      return (double) refused / none;
    }

    double understood() {
      return (double) right / meant;
    }

    @Override
    public String toString() {
      StringBuilder text =
          new StringBuilder(
              "right %d/%d (%.1f %%), none refused %d/%d (%.1f %%), understood %.1f %%;"
                  .formatted(
                      right,
                      accepted,
                      100 * rightAmongAccepted(),
                      refused,
                      none,
                      100 * noneRefused(),
                      100 * understood()));
      byRule.forEach(
          (rule, n) ->
              text.append(' ').append(rule).append(' ').append(n[0]).append('/').append(n[1]));
      return text.toString();
    }
  }
}
