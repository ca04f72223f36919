package dev.dragoman.server.store;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.pack.Pack;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The states of conversations, read only: they change in the ledger alone. Thread-safe.
public final class Conversations {
  private final Jdbi jdbi;

  /// Reads from this pool.
  public Conversations(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// The workspace of the conversation with that id: for credentials that name nothing else.
  public Optional<Integer> workspace(String conversationId) {
    return jdbi.withHandle(
        handle ->
            handle
                .select("select workspace from conversation where id = ?", conversationId)
                .mapTo(Integer.class)
                .findFirst());
  }

  /// The state as it was last committed, or null if there is no such conversation.
  public @Nullable Conversation state(int workspace, String conversationId) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "select state from conversation where workspace = ? and id = ?",
                    workspace,
                    conversationId)
                .map((row, _) -> Pack.conversation(row.getBytes(1)))
                .findOne()
                .orElse(null));
  }
}
