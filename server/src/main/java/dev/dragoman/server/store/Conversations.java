package dev.dragoman.server.store;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.pack.Pack;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The states of conversations, read only: they change in the ledger alone. Thread-safe.
public final class Conversations {
  private static final String VERSIONS =
      """
      select id, version from conversation
      where workspace = ? and id = any (?::text[] collate "C")\
      """;

  private final Jdbi jdbi;

  /// Reads from this pool.
  public Conversations(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
    this.jdbi.registerArrayType(String.class, "text");
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

  /// The same of many, by id; one that does not exist is missing.
  public Map<String, Conversation> states(int workspace, Collection<String> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "select id, state from conversation where workspace = ? and id = any(?)",
                    workspace,
                    ids.toArray(String[]::new))
                .map((row, _) -> Map.entry(row.getString(1), Pack.conversation(row.getBytes(2))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /// How often each of these was written, by id: another number means that something happened.
  public Map<String, Integer> versions(int workspace, List<String> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(VERSIONS, workspace, ids.toArray(String[]::new))
                .map((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
