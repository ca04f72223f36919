package dev.dragoman.core.understand.closed;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The floors on replies that were written without knowledge of the code that reads them and
/// frozen before they were measured.
class ClosedSetTest {
  private static final Map<String, String> CHECKSUMS =
      Map.of(
          "en", "fea992e283b37690233ee887d79ede465d2847f5d7c6a4f87b7d8082597fd186",
          "es", "d6bc3e6a8f06ad2873891072581e391c8f1d756a05114cf9ff4e83953bfec97a",
          "fr", "55316bbd16911ec9ce9ce24fb7fd90ec692ddc1654fc4b2b6fe3b4e6a032420b",
          "pt", "cc1643b2f896e06e8d44a670a4cfd0307b9587ce7bc85440150fd32f1cc634aa",
          "zh", "58c81d46932bb301f9a9cd1bb7fb4ce2ca77dda6182be0bf56c5fce74980bdb7");

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "fr", "pt", "zh"})
  void theSetIsTheOneThatWasFrozen(String language) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(ClosedSet.bytes(language));
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(CHECKSUMS.get(language));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "fr", "pt", "zh"})
  void acceptedRepliesAreRightAndForeignOnesRefused(String language) {
    Score dev = score(language, "dev");
    Score test = score(language, "test");
    System.out.println("closed answers, " + language + " dev: " + dev);
    System.out.println("closed answers, " + language + " test: " + test);
    Score all = dev.and(test);
    assertThat(all.rightAmongAccepted()).isGreaterThanOrEqualTo(0.95);
    assertThat(all.noneRefused()).isGreaterThanOrEqualTo(0.90);
    // refusing everything would be right too
    assertThat(all.understood()).isGreaterThanOrEqualTo(0.80);
    // the half that nothing was tuned on, a little below what was measured
    assertThat(test.rightAmongAccepted()).isGreaterThanOrEqualTo(0.94);
    assertThat(test.noneRefused()).isGreaterThanOrEqualTo(0.94);
    assertThat(test.understood()).isGreaterThanOrEqualTo(0.75);
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

    Score and(Score other) {
      Score both = new Score();
      both.accepted = accepted + other.accepted;
      both.right = right + other.right;
      both.none = none + other.none;
      both.refused = refused + other.refused;
      both.meant = meant + other.meant;
      return both;
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
