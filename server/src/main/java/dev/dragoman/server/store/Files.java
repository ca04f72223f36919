package dev.dragoman.server.store;

import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Files in pieces of 256 KiB: what contacts send and what they are sent. Thread-safe.
public final class Files {
  private static final int CHUNK_BYTES = 262_144;
  private static final String INSERT =
      """
      insert into file (workspace, id, contact, conversation, at_nanos, bytes, chunks, complete, head)
      values (?, ?, ?, ?, (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000,
        ?, ?, true, ?)""";
  private static final String CHUNK =
      "insert into file_chunk (workspace, file, chunk, content) values (?, ?, ?, ?)";
  private static final String FIND =
      "select head, bytes from file where workspace = ? and id = ? and complete";
  private static final String CHUNKS =
      "select content from file_chunk where workspace = ? and file = ? order by chunk";

  private final Jdbi jdbi;

  /// Whose a file is and what is told of it.
  ///
  /// @param head name, type and the like, in the form its door keeps
  public record Owned(
      int workspace, String id, String contactId, String conversationId, Value.Obj head) {}

  /// What is told of a file, and its length in bytes.
  public record Told(Value.Obj head, long bytes) {}

  /// Keeps files on this pool.
  public Files(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// Keeps a file, whole or not at all.
  public void put(Owned file, byte[] content) {
    int chunks = (content.length + CHUNK_BYTES - 1) / CHUNK_BYTES;
    jdbi.useTransaction(
        handle -> {
          handle.execute(
              INSERT,
              file.workspace(),
              file.id(),
              file.contactId(),
              file.conversationId(),
              (long) content.length,
              chunks,
              Pack.pack(file.head()));
          for (int i = 0; i < chunks; i++) {
            int from = i * CHUNK_BYTES;
            byte[] piece =
                Arrays.copyOfRange(content, from, Math.min(from + CHUNK_BYTES, content.length));
            handle.execute(CHUNK, file.workspace(), file.id(), i, piece);
          }
        });
  }

  /// What is told of the file of that id.
  public Optional<Told> find(int workspace, String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(FIND, workspace, id)
                .map((row, _) -> new Told(head(row.getBytes(1)), row.getLong(2)))
                .findOne());
  }

  private static Value.Obj head(byte[] packed) {
    return Pack.value(packed) instanceof Value.Obj head ? head : Value.Obj.EMPTY;
  }

  /// All bytes of a file.
  public byte[] content(int workspace, String id) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    jdbi.useHandle(
        handle ->
            handle.select(CHUNKS, workspace, id).mapTo(byte[].class).forEach(whole::writeBytes));
    return whole.toByteArray();
  }

  /// Forgets a file that came to nothing.
  public void remove(int workspace, String id) {
    jdbi.useTransaction(handle -> remove(handle, workspace, id));
  }

  private static void remove(Handle handle, int workspace, String id) {
    handle.execute("delete from file_chunk where workspace = ? and file = ?", workspace, id);
    handle.execute("delete from file where workspace = ? and id = ?", workspace, id);
  }
}
