package dev.dragoman.core.bot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a step waits for. `ask` governs both kinds: where the answer is kept, retries, time-out.
public sealed interface Question {
  /// What happens around the answer.
  Ask ask();

  /// `save` names the session value that takes the answer, or null; `retries` is how often
  /// `notUnderstood` is said before the step's fallback takes over; `timeout` may be null.
  record Ask(
      @Nullable String save, int retries, List<Action> notUnderstood, @Nullable Timeout timeout) {
    /// Copies the list.
    public Ask {
      notUnderstood = List.copyOf(notUnderstood);
    }
  }

  /// Where the session goes when the contact is silent for `afterMillis`.
  record Timeout(long afterMillis, Target target, @Nullable HookCall hook) {}

  /// Any answer of the wanted kind: `entity` is a recogniser's type or the name of a declared
  /// list, or null when every text is an answer.
  record Open(Ask ask, @Nullable String entity) implements Question {}

  /// One of a few answers; `rest` takes what fits none.
  /// `numbered` lists the answers below the text of the step, numbered from 1.
  record Closed(Ask ask, List<Answer> answers, CatchAll rest, boolean numbered)
      implements Question {
    /// Copies the list.
    public Closed {
      answers = List.copyOf(answers);
    }

    /// Answers that the step shows in its own way.
    public Closed(Ask ask, List<Answer> answers, @Nullable Target catchAll) {
      this(ask, answers, new CatchAll(catchAll, null), false);
    }

    /// Where a reply leads that is none of the answers, or null when that asks again.
    public @Nullable Target catchAll() {
      return rest.target();
    }
  }

  /// What takes a reply that is none of the answers: null asks again.
  record CatchAll(@Nullable Target target, @Nullable HookCall hook) {}

  /// Nothing the contact could say: the step waits until the integrator lets the session go on
  /// (`[REQUEST_TRIGGER]`, contract treble §2.9). `target` null means the step's `next` decides.
  record Awaited(Ask ask, @Nullable Target target, @Nullable HookCall hook) implements Question {}

  /// The label that stands for [Awaited] in a list of answers; a contact never sees it.
  String REQUEST_TRIGGER = "[REQUEST_TRIGGER]";

  /// The label that stands for the catch-all among the answers (contract treble §2.1.1).
  String DEFAULT = "DEFAULT";

  /// One answer of a closed question. `target` null means the step's `next` decides.
  /// `optout` marks the answer that takes the contact out of every later campaign.
  record Answer(
      String id,
      Phrase label,
      Hints hints,
      @Nullable Target target,
      @Nullable HookCall hook,
      boolean optout) {}

  /// What helps to recognise an answer: declared synonyms, sentences given by the author, a
  /// numeric range, and whether it means yes, no or "I do not know".
  record Hints(
      List<String> synonyms, List<String> examples, @Nullable Range range, Meaning meaning) {
    /// Nothing but the label.
    public static final Hints NONE = new Hints(List.of(), List.of(), null, Meaning.OTHER);

    /// Copies the lists.
    public Hints {
      synonyms = List.copyOf(synonyms);
      examples = List.copyOf(examples);
    }
  }

  /// An inclusive numeric range; a null end is open.
  record Range(@Nullable Double minimum, @Nullable Double maximum) {}

  /// What an answer means beyond its words.
  enum Meaning {
    YES,
    NO,
    UNKNOWN,
    OTHER
  }
}
