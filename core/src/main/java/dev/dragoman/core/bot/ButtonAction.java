package dev.dragoman.core.bot;

import dev.dragoman.core.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a click does (contract clustaar §4.2).
public sealed interface ButtonAction {
  /// Enters the target after putting `sessionValues` into the session; `name` is shown in history.
  record GoTo(Target target, @Nullable String name, Value.@Nullable Obj sessionValues)
      implements ButtonAction {}

  /// Opens an address in the contact's browser.
  record OpenUrl(Phrase url) implements ButtonAction {}

  /// Shares the card.
  record Share() implements ButtonAction {}

  /// Counts as if the contact had typed the message.
  record ReplyMessage(String message, List<Value> attachments) implements ButtonAction {
    /// Copies the list.
    public ReplyMessage {
      attachments = List.copyOf(attachments);
    }
  }

  /// A face of a survey was chosen.
  record SatisfactionCallback(String kind, @Nullable Target target) implements ButtonAction {}
}
