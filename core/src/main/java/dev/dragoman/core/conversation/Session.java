package dev.dragoman.core.conversation;

import dev.dragoman.core.model.Value;
import org.jspecify.annotations.Nullable;

/// One run through stories inside a conversation.
///
/// `id` is 56-hex; `botVersion` the publication it runs on; `language` the ISO 639-1 code the
/// contact is spoken to in; `at` where it stands; `values` what it remembers; `misses` counts the
/// texts in a row that were not understood, while the bot counts them.
public record Session(
    String id, int botVersion, String language, Standing at, Value.Obj values, int misses) {
  /// A session that understood all it heard.
  public Session(String id, int botVersion, String language, Standing at, Value.Obj values) {
    this(id, botVersion, language, at, values, 0);
  }

  /// Where a session stands: no step before the first. `attempts` counts the fallbacks of this
  /// step, `retries` the answers its question refused; `askedNanos` is when the step was entered
  /// and `sentText` the last text it said, both for the hooks that report them.
  public record Standing(
      @Nullable String storyId,
      @Nullable String stepId,
      int attempts,
      int retries,
      long askedNanos,
      String sentText) {
    /// Nowhere yet.
    public static final Standing NOWHERE = new Standing(null, null, 0, 0, 0, "");

    /// The same after another fallback.
    public Standing afterFallback() {
      return new Standing(storyId, stepId, attempts + 1, retries, askedNanos, sentText);
    }

    /// The same after another text was said.
    public Standing saying(String text) {
      return new Standing(storyId, stepId, attempts, retries, askedNanos, text);
    }

    /// Out of the step, still in its story.
    public Standing betweenSteps() {
      return new Standing(storyId, null, 0, 0, askedNanos, sentText);
    }

    /// The same after another answer that was not understood.
    public Standing afterRetry() {
      return new Standing(storyId, stepId, attempts, retries + 1, askedNanos, sentText);
    }
  }

  /// The same elsewhere.
  public Session at(Standing standing) {
    return new Session(id, botVersion, language, standing, values, misses);
  }

  /// The same with other values.
  public Session values(Value.Obj newValues) {
    return new Session(id, botVersion, language, at, newValues, misses);
  }

  /// The same in another language.
  public Session speaking(String newLanguage) {
    return new Session(id, botVersion, newLanguage, at, values, misses);
  }

  /// The same on another publication.
  public Session onVersion(int version) {
    return new Session(id, version, language, at, values, misses);
  }

  /// The same after so many texts in a row that were not understood.
  public Session missed(int newMisses) {
    return new Session(id, botVersion, language, at, values, newMisses);
  }
}
