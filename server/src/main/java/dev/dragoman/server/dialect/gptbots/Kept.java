package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.store.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The files of one message, kept before the conversation hears of them: its state holds their ids
/// only. What comes to nothing is forgotten again.
public final class Kept {
  private final Files files;
  private final int workspace;
  private final List<String> ids = new ArrayList<>();
  private final List<Value> written = new ArrayList<>();

  private Kept(Files files, int workspace) {
    this.files = files;
    this.workspace = workspace;
  }

  /// Where files go and how they are called.
  public record Store(Files files, Supplier<String> ids) {
    /// Keeps all files of a message to this conversation.
    Kept keep(int workspace, Conversation.Address address, List<Attached> attached) {
      Kept kept = new Kept(files, workspace);
      for (Attached file : attached) {
        kept.add(address, file, ids);
      }
      return kept;
    }
  }

  private void add(Conversation.Address address, Attached file, Supplier<String> newIds) {
    byte[] content = file.content();
    if (content == null) {
      written.add(file.written());
      return;
    }
    String id = newIds.get();
    Value.Obj head = file.written();
    Files.Owned owned =
        new Files.Owned(workspace, id, address.contactId(), address.conversationId(), head);
    files.put(owned, content);
    ids.add(id);
    written.add(
        head.without("url").with("file", Value.of(id)).with("size", Value.of(content.length)));
  }

  /// The files as the input holds them.
  List<Value> written() {
    return List.copyOf(written);
  }

  /// What the message came to. Of one that was refused, or was there before, nothing stays; of one
  /// whose outcome is not known all does.
  Outcome settled(Outcome outcome) {
    boolean stays = outcome instanceof Outcome.Committed || outcome instanceof Outcome.Unknown;
    if (!stays) {
      ids.forEach(id -> files.remove(workspace, id));
    }
    return outcome;
  }
}
