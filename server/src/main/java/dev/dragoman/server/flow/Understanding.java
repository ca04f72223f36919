package dev.dragoman.server.flow;

import dev.dragoman.core.conversation.Input;
import java.util.Optional;

/// Computes the candidates of understanding on the caller's thread. Thread-safe.
public final class Understanding {
  /// Stands for whatever is published now.
  public static final int PUBLISHED = 0;

  private final BotShelf shelf;

  /// Takes bots and their models from this shelf.
  public Understanding(BotShelf shelf) {
    this.shelf = shelf;
  }

  /// The text with its candidates for that version of the bot; unchanged when there is no such
  /// bot, which the ledger then says.
  public Input.Text understood(BotKey key, int version, Input.Text text) {
    Optional<Shelved> shelved = shelf.version(key, version);
    return shelved.isEmpty()
        ? text
        : new Input.Text(
            text.text(),
            text.attachments(),
            shelved.get().candidates().of(text.text(), shelf.model(shelved.get())));
  }
}
