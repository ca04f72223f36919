package dev.dragoman.server.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Bots and their versions. Thread-safe.
///
/// Publishing writes the version, its model and the pointer in one transaction and raises the
/// workspace's revision, by which every node learns of it.
public final class Bots {
  private static final String PUBLISHED =
      """
      select b.published_version, w.revision from bot b
      join workspace w on w.workspace = b.workspace
      where b.workspace = ? and b.id = ? and b.published_version > 0""";
  private static final String UPSERT =
      """
      insert into bot (workspace, id, number, name) values (?, ?, ?, ?)
      on conflict (workspace, id) do update set name = excluded.name""";
  private static final String NEXT_VERSION =
      """
      select coalesce(max(version), 0) + 1 from bot_version where workspace = ? and bot = ?""";
  private static final String LOCK =
      "select published_version from bot where workspace = ? and id = ? for update";
  private static final String INSERT_VERSION =
      """
      insert into bot_version (workspace, bot, version, format, definition, author, created_nanos)
      values (?, ?, ?, 1, ?, ?, (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000)""";
  private static final String INSERT_MODEL =
      "insert into bot_model (workspace, bot, version, model) values (?, ?, ?, ?)";
  private static final String POINT =
      "update bot set published_version = ? where workspace = ? and id = ?";
  private static final String RAISE =
      "update workspace set revision = revision + 1 where workspace = ?";

  private final Jdbi jdbi;

  /// What is published, as of a revision of the workspace.
  public record Published(int version, long revision) {}

  /// A bot in a list.
  public record Listed(String id, long number, String name, int publishedVersion) {}

  /// A version in a list.
  public record Version(int version, String author, long createdNanos, boolean published) {}

  /// A version to be published.
  ///
  /// @param definition the bot's files, as the reader of definitions takes them
  /// @param model the trained model; empty when the bot has no intents
  @SuppressWarnings("ArrayRecordComponent") // The only copy of a whole bot; nobody compares it.
  public record Draft(
      String botId, long number, String name, byte[] definition, byte[] model, String author) {}

  /// Works on this pool.
  public Bots(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// The published version of a bot, or empty when there is none.
  public Optional<Published> published(int workspace, String botId) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(PUBLISHED, workspace, botId)
                .map((row, _) -> new Published(row.getInt(1), row.getLong(2)))
                .findOne());
  }

  /// The definition of a version.
  public Optional<byte[]> definition(int workspace, String botId, int version) {
    return bytes(
        "select definition from bot_version where workspace = ? and bot = ? and version = ?",
        workspace,
        botId,
        version);
  }

  /// The model of a version; empty when its bot has no intents.
  public Optional<byte[]> model(int workspace, String botId, int version) {
    return bytes(
        "select model from bot_model where workspace = ? and bot = ? and version = ?",
        workspace,
        botId,
        version);
  }

  private Optional<byte[]> bytes(String sql, int workspace, String botId, int version) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(sql, workspace, botId, version)
                .map((row, _) -> row.getBytes(1))
                .findOne());
  }

  /// Publishes a draft as the bot's next version and returns it; empty when another version is
  /// published than the expected one.
  public OptionalInt publish(int workspace, Draft draft, OptionalInt expected) {
    return jdbi.inTransaction(
        handle -> {
          if (isOther(handle, workspace, draft.botId(), expected)) {
            return OptionalInt.empty();
          }
          handle.execute(UPSERT, workspace, draft.botId(), draft.number(), draft.name());
          // A bot that was just made is nobody else's until the commit.
          handle.select(LOCK, workspace, draft.botId()).mapTo(Integer.class).one();
          int version =
              handle.select(NEXT_VERSION, workspace, draft.botId()).mapTo(Integer.class).one();
          handle.execute(
              INSERT_VERSION,
              workspace,
              draft.botId(),
              version,
              draft.definition(),
              draft.author());
          if (draft.model().length > 0) {
            handle.execute(INSERT_MODEL, workspace, draft.botId(), version, draft.model());
          }
          point(handle, workspace, draft.botId(), version);
          return OptionalInt.of(version);
        });
  }

  private static boolean isOther(Handle handle, int workspace, String botId, OptionalInt expected) {
    return expected.isPresent()
        && handle
            .select(LOCK, workspace, botId)
            .mapTo(Integer.class)
            .findOne()
            .filter(version -> version == expected.getAsInt())
            .isEmpty();
  }

  /// What came of publishing a version again.
  public enum Again {
    /// It is the published one.
    DONE,
    /// There is no such version.
    UNKNOWN,
    /// Another version is published than the expected one.
    STALE
  }

  /// Makes an older (or newer) version the published one.
  public Again publishAgain(int workspace, String botId, int version, OptionalInt expected) {
    return jdbi.inTransaction(
        handle -> {
          if (isOther(handle, workspace, botId, expected)) {
            return Again.STALE;
          }
          boolean exists =
              handle
                  .select(
                      "select 1 from bot_version where workspace = ? and bot = ? and version = ?",
                      workspace,
                      botId,
                      version)
                  .mapTo(Integer.class)
                  .findOne()
                  .isPresent();
          if (exists) {
            point(handle, workspace, botId, version);
          }
          return exists ? Again.DONE : Again.UNKNOWN;
        });
  }

  private static void point(Handle handle, int workspace, String botId, int version) {
    handle.execute(POINT, version, workspace, botId);
    handle.execute(RAISE, workspace);
  }

  /// All bots of a workspace, by name.
  public List<Listed> all(int workspace) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "select id, number, name, published_version from bot where workspace = ?"
                        + " order by name, id",
                    workspace)
                .map(
                    (row, _) ->
                        new Listed(
                            row.getString(1), row.getLong(2), row.getString(3), row.getInt(4)))
                .list());
  }

  /// All versions of a bot, newest first.
  public List<Version> versions(int workspace, String botId) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    """
                    select v.version, v.author, v.created_nanos, v.version = b.published_version
                    from bot_version v
                    join bot b on b.workspace = v.workspace and b.id = v.bot
                    where v.workspace = ? and v.bot = ? order by v.version desc""",
                    workspace,
                    botId)
                .map(
                    (row, _) ->
                        new Version(
                            row.getInt(1), row.getString(2), row.getLong(3), row.getBoolean(4)))
                .list());
  }
}
