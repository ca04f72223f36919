package dev.dragoman.core.understand.intent;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The layer against a solver that others wrote, on the same vectors: it understands as many of
/// the test messages, give or take two of a hundred, and seldom says something else.
class CrossCheckTest {
  private static final double TOLERANCE = 0.02;

  @ParameterizedTest
  @ValueSource(strings = {"chatbot", "askubuntu", "webapplications"})
  void theLayerUnderstandsWhatLiblinearDoes(String corpus) {
    TrainingSet set = TrainingSet.ofRows(Corpus.rows(corpus + ".train"));
    IntentModel ours = IntentTrainer.train(set);
    Theirs theirs = new Theirs(set);
    int right = 0;
    int rightOfTheirs = 0;
    int alike = 0;
    List<TrainingSet.Row> rows = Corpus.rows(corpus + ".test");
    for (TrainingSet.Row row : rows) {
      String our = best(ours, row.text());
      String their = theirs.best(row.text());
      right += our.equals(row.intent()) ? 1 : 0;
      rightOfTheirs += their.equals(row.intent()) ? 1 : 0;
      alike += our.equals(their) ? 1 : 0;
    }
    System.out.printf(
        "%s: %d of %d right, liblinear %d, alike %d%n",
        corpus, right, rows.size(), rightOfTheirs, alike);
    assertThat((double) right / rows.size())
        .isGreaterThanOrEqualTo((double) rightOfTheirs / rows.size() - TOLERANCE);
    assertThat((double) alike / rows.size()).isGreaterThan(0.85);
  }

  /// Without the rule for repeated examples.
  private static String best(IntentModel model, String text) {
    IntentScores scores = model.score(text);
    int best = 0;
    for (int i = 1; i < scores.ids().size(); i++) {
      best = scores.score(i) > scores.score(best) ? i : best;
    }
    return scores.ids().get(best);
  }

  /// Multi-class support vectors of Crammer and Singer over our features.
  private static final class Theirs {
    private final TrainingSet set;
    private final Vocabulary vocabulary;
    private final Model model;

    Theirs(TrainingSet set) {
      this.set = set;
      List<Sample> samples = IntentTrainer.samples(set.intents());
      int rarest = Effort.of(samples.size()).rarest();
      this.vocabulary = VocabularyBuilder.build(samples, set.intents().size(), rarest);
      Problem problem = new Problem();
      problem.l = samples.size();
      problem.n = vocabulary.size();
      problem.x = new Feature[problem.l][];
      problem.y = new double[problem.l];
      for (int i = 0; i < problem.l; i++) {
        problem.x[i] = nodes(samples.get(i).features());
        problem.y[i] = samples.get(i).intent();
      }
      Linear.disableDebugOutput();
      this.model = Linear.train(problem, new Parameter(SolverType.MCSVM_CS, 1, 0.01));
    }

    String best(String text) {
      int intent = (int) Linear.predict(model, nodes(FeatureReader.read(text)));
      return set.intents().get(intent).id();
    }

    private Feature[] nodes(Features features) {
      SparseVector vector = vocabulary.vector(features);
      List<Feature> nodes = new ArrayList<>();
      for (int i = 0; i < vector.size; i++) {
        nodes.add(new FeatureNode(vector.features[i] + 1, vector.values[i]));
      }
      nodes.sort(Comparator.comparingInt(Feature::getIndex));
      return nodes.toArray(Feature[]::new);
    }
  }
}
