package dev.dragoman.core.bot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One node of a story: what is said on entering, what is asked, and where it goes on.
///
/// `next` is followed at once after the actions, or after the question is answered; `links` wait
/// for the contact's next input and are tested against it, in order (contract clustaar §6.3).
/// `webhook` asks the bot's webhook for the actions before they run; `userData` is handed to it.
public record Step(
    String id,
    String name,
    List<Action> actions,
    @Nullable Question question,
    List<Arrow> next,
    List<Arrow> links,
    @Nullable StepFallback fallback,
    Webhook webhook,
    Receipts receipts) {
  /// Copies the lists.
  public Step {
    actions = List.copyOf(actions);
    next = List.copyOf(next);
    links = List.copyOf(links);
  }

  /// A step that tells nobody what becomes of its messages.
  public Step(
      String id,
      String name,
      List<Action> actions,
      @Nullable Question question,
      List<Arrow> next,
      List<Arrow> links,
      @Nullable StepFallback fallback,
      Webhook webhook) {
    this(id, name, actions, question, next, links, fallback, webhook, Receipts.NONE);
  }

  /// Whether it asks nothing, nothing follows it, and nothing is said to what fits nothing.
  public boolean isLast() {
    return question == null && next.isEmpty() && links.isEmpty() && fallback == null;
  }

  /// Side hooks that hear when the step's message was delivered and read (contract treble §2.2).
  public record Receipts(@Nullable HookCall delivered, @Nullable HookCall read) {
    /// Nobody hears of it.
    public static final Receipts NONE = new Receipts(null, null);
  }

  /// Whether the step asks the bot's webhook, and the free text handed to it.
  public record Webhook(boolean asked, @Nullable String userData) {
    /// The step of a bot without webhooks.
    public static final Webhook NONE = new Webhook(false, null);
  }

  /// What a step says when an input fits none of its links, how often, and whether intents outside
  /// the story are tried before. `maxAttempts` is at least 1.
  public record StepFallback(List<Action> actions, boolean outsideIntents, int maxAttempts) {
    /// Copies the list and checks the bound.
    public StepFallback {
      actions = List.copyOf(actions);
      if (maxAttempts < 1) {
        throw new IllegalArgumentException("maxAttempts is at least 1, not " + maxAttempts);
      }
    }
  }

  /// Whether the contact's next input is tried on this step before anything else.
  public boolean waits() {
    return question != null || !links.isEmpty();
  }
}
