package dev.dragoman.server.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// The rooms a desk outside was told of: it answers with their ids alone. Thread-safe.
public final class DeskRooms {
  private static final String NOTE =
      """
      insert into gptbots_room (workspace, id, conversation, bot) values (?, ?, ?, ?)
      on conflict do nothing\
      """;
  private static final String FIND =
      "select conversation, bot from gptbots_room where workspace = ? and id = ?";

  private final Jdbi jdbi;

  /// Where a room is.
  public record Place(String conversationId, String botId) {}

  /// Works on this pool.
  public DeskRooms(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// The room of that 24-hex id; empty for one that no desk outside was told of.
  public Optional<Place> find(int workspace, String roomId) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(FIND, workspace, roomId)
                .map((row, _) -> new Place(row.getString(1), row.getString(2)))
                .findOne());
  }

  /// A desk outside is about to be told of this room.
  public void note(int workspace, String roomId, Place place) {
    jdbi.useHandle(
        handle -> handle.execute(NOTE, workspace, roomId, place.conversationId(), place.botId()));
  }
}
