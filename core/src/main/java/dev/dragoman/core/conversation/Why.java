package dev.dragoman.core.conversation;

import dev.dragoman.core.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a leg said what it said, in the order things were tried.
public record Why(List<Tried> tried) {
  /// Nothing had to be chosen.
  public static final Why NOTHING = new Why(List.of());

  /// Copies the list.
  public Why {
    tried = List.copyOf(tried);
  }

  /// One thing that was tried.
  public sealed interface Tried {
    /// The detector compared the text with some intents.
    record Detection(
        String query, List<Result> results, double threshold, @Nullable String accepted, Rule rule)
        implements Tried {
      /// Copies the list.
      public Detection {
        results = List.copyOf(results);
      }
    }

    /// An arrow was tested; `index` counts from 0 among `of` links, next arrows or connections.
    record ArrowTested(ArrowKind of, int index, boolean taken) implements Tried {}

    /// A free text was matched with the answers of a closed question.
    record AnswerTested(@Nullable String answerId, String rule, double score) implements Tried {}

    /// A hook settled with this record.
    record HookTried(String callId, HookRecord record, boolean used) implements Tried {}

    /// A way out was taken because nothing before it fitted.
    record FellBack(Level level) implements Tried {}

    /// From here on the contact is spoken to in another language.
    record LanguageChanged(String from, String to) implements Tried {}

    /// A budget of the decision was used up.
    record BudgetReached(String limit) implements Tried {}
  }

  /// An intent of a detection, with the values found for its parameters; `threshold` is its own, or
  /// null where the detection's held.
  public record Result(
      String intentId,
      String name,
      double score,
      List<Parameter> parameters,
      @Nullable Double threshold) {
    /// An intent that was held against the detection's threshold.
    public Result(String intentId, String name, double score, List<Parameter> parameters) {
      this(intentId, name, score, parameters, null);
    }

    /// Copies the list.
    public Result {
      parameters = List.copyOf(parameters);
    }
  }

  /// A value found for a parameter.
  public record Parameter(String name, Value value) {}

  /// Which rule decided a detection.
  public enum Rule {
    EXACT_EXAMPLE,
    CLASSIFIER,
    UNDER_THRESHOLD,
    UNKNOWN_WORDS,
    NO_INTENT
  }

  /// Which arrows were tested.
  public enum ArrowKind {
    LINK,
    NEXT,
    CONNECTION
  }

  /// The levels of giving up, in order.
  public enum Level {
    NOT_UNDERSTOOD,
    STEP_FALLBACK,
    STORY_FALLBACK,
    GENERAL_FALLBACK,
    SILENT
  }
}
