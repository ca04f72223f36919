package dev.dragoman.core.understand.closed;

import java.util.List;
import java.util.Set;

/// Scores each answer by how much of one of its phrases the reply holds and how much of the reply
/// the answer's words explain.
final class Similarity {
  private static final double LEAST = 0.58;

  private static final double MARGIN = 0.12;

  /// What a reply keeps whose other words the answer does not know: people explain themselves.
  private static final double UNEXPLAINED = 0.2;

  private final Evidence evidence;
  private final Reading reading;

  Similarity(Evidence evidence) {
    this.evidence = evidence;
    this.reading = evidence.reading;
  }

  /// The best answer if it is good enough and clear of the second, else a refusal.
  ///
  /// @param words of each answer, labels and synonyms in the first list, examples in the second
  Verdict verdict(List<Phrasing> phrasings, List<Set<String>> words, List<Set<String>> examples) {
    int answers = words.size();
    double[] scores = new double[answers];
    Rule[] rules = new Rule[answers];
    for (int answer = 0; answer < answers; answer++) {
      double near = score(phrasings, answer, false, words.get(answer));
      double taught = score(phrasings, answer, true, examples.get(answer));
      scores[answer] = Math.max(near, taught);
      rules[answer] = taught > near ? Rule.EXAMPLES : Rule.SIMILARITY;
    }
    int best = best(scores, Verdict.NOBODY);
    int second = best(scores, best);
    double secondScore = second < 0 ? 0 : scores[second];
    if (scores[best] < LEAST || scores[best] - secondScore < MARGIN) {
      return Verdict.refuse(scores[best] > 0 ? best : Verdict.NOBODY, scores[best]);
    }
    return Verdict.accept(best, scores[best], rules[best]).with(second, secondScore);
  }

  private static int best(double[] scores, int except) {
    int best = Verdict.NOBODY;
    for (int i = 0; i < scores.length; i++) {
      if (i != except && (best < 0 || scores[i] > scores[best])) {
        best = i;
      }
    }
    return best;
  }

  private double score(List<Phrasing> phrasings, int answer, boolean examples, Set<String> words) {
    double held = 0;
    for (Phrasing phrasing : phrasings) {
      if (phrasing.answer() == answer && (examples || phrasing.source() != Rule.EXAMPLES)) {
        held = Math.max(held, held(phrasing));
      }
    }
    return held == 0 ? 0 : StrictMath.sqrt(held * explained(words));
  }

  /// The share of a phrase that the reply holds.
  private double held(Phrasing phrasing) {
    double sum = 0;
    double all = 0;
    boolean not = phrasing.parts().contains(Phrasing.NOT);
    for (String part : phrasing.parts()) {
      double weight = weight(part);
      all += weight;
      sum += weight * best(part, not, phrasing.asked());
    }
    return all == 0 || phrasing.bare() ? 0 : sum / all;
  }

  private double weight(String part) {
    return part.equals(Phrasing.NOT) ? 0.5 : evidence.weightOfPart(evidence.vocabulary().id(part));
  }

  private double best(String part, boolean not, boolean asked) {
    double best = 0;
    for (int i = 0; i < reading.size(); i++) {
      if (counts(i, not, asked)) {
        double like =
            part.equals(Phrasing.NOT)
                ? (reading.has(i, Role.NEGATION) ? 1 : 0)
                : evidence.like(i, evidence.vocabulary().id(part));
        best = Math.max(best, like);
      }
    }
    return best;
  }

  private boolean counts(int word, boolean not, boolean asked) {
    return (not || !reading.isNegated(word)) && (asked || !reading.isAsked(word));
  }

  /// The share of the reply that an answer's words explain.
  private double explained(Set<String> words) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < reading.size(); i++) {
      if (reading.isNegated(i)) {
        continue;
      }
      double best = 0;
      for (String word : words) {
        best = Math.max(best, evidence.like(i, evidence.vocabulary().id(word)));
      }
      double weight = evidence.weight(i);
      all += weight;
      sum += weight * best;
    }
    return all == 0 ? 0 : UNEXPLAINED + (1 - UNEXPLAINED) * sum / all;
  }
}
