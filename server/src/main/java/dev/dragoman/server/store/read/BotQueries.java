package dev.dragoman.server.store.read;

import dev.dragoman.server.store.read.ReadSession.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Bots and their versions as a list shows them. Thread-safe.
public final class BotQueries {
  private static final String BOT =
      "select id, number, name, published_version from bot where workspace = ?";

  private final ReadSession session;

  /// A bot.
  public record Listed(String id, long number, String name, int publishedVersion) {}

  /// A version of a bot.
  public record Version(int version, String author, long createdNanos, boolean published) {}

  /// Asks through this session.
  public BotQueries(ReadSession session) {
    this.session = session;
  }

  /// At most `limit` bots after an id, in the order of their ids.
  public List<Listed> after(int workspace, String id, int limit) {
    Query query = new Query(BOT + " and id > ? order by id limit ?", workspace, id, limit);
    return session.list(workspace, query, BotQueries::listed);
  }

  /// The bot of that id.
  public Optional<Listed> get(int workspace, String id) {
    return session.one(
        workspace, new Query(BOT + " and id = ?", workspace, id), BotQueries::listed);
  }

  private static Listed listed(ResultSet row) throws SQLException {
    return new Listed(row.getString(1), row.getLong(2), row.getString(3), row.getInt(4));
  }

  /// At most `limit` versions below one, newest first.
  public List<Version> versionsBelow(int workspace, String botId, int version, int limit) {
    Query query =
        new Query(
            """
            select v.version, v.author, v.created_nanos, v.version = b.published_version
            from bot_version v join bot b on b.workspace = v.workspace and b.id = v.bot
            where v.workspace = ? and v.bot = ? and v.version < ?
            order by v.version desc limit ?""",
            workspace,
            botId,
            version,
            limit);
    return session.list(workspace, query, BotQueries::version);
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(row.getInt(1), row.getString(2), row.getLong(3), row.getBoolean(4));
  }

  /// The stored files of a version.
  public Optional<byte[]> definition(int workspace, String botId, int version) {
    Query query =
        new Query(
            "select definition from bot_version where workspace = ? and bot = ? and version = ?",
            workspace,
            botId,
            version);
    return session.one(workspace, query, row -> row.getBytes(1));
  }
}
