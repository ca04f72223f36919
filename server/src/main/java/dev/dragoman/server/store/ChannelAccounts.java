package dev.dragoman.server.store;

import dev.dragoman.server.store.secret.Keys;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Channel accounts, called lines: how a bot is reached from outside. Thread-safe.
///
/// Tokens and secrets are sealed for their own row and leave it only through [Open].
public final class ChannelAccounts {
  private static final String COLUMNS =
      """
      workspace, id, bot, number, kind, name, phone, line, base_url, api_version, disabled,
      token, app_secret, verify_token""";
  private static final String INSERT =
      """
      insert into channel_account (%s)
      values (:workspace, :id, :bot, :number, :kind, :name, :phone, :line, :base, :version, false,
        :token, :secret, :verify)"""
          .formatted(COLUMNS);
  private static final String UPDATE =
      """
      update channel_account set name = :name, base_url = :base, api_version = :version,
        disabled = :disabled, token = :token, app_secret = :secret, verify_token = :verify
      where workspace = :workspace and id = :id and (:edition = '' or xmin::text = :edition)""";
  private static final String SELECT =
      "select " + COLUMNS + ", xmin::text as edition from channel_account where ";
  private static final String UNIQUE = "23505";

  private final Jdbi jdbi;
  private final Keys keys;

  /// What everybody of the workspace may know of a line.
  ///
  /// @param number unique per server
  /// @param kind of provider, such as `whatsapp`
  public record Account(
      int workspace, String id, long number, String kind, Place place, boolean disabled) {}

  /// Where a line stands.
  ///
  /// @param phone E.164
  /// @param provider how the provider is reached
  public record Place(String bot, String name, String phone, Provider provider) {}

  /// How the provider is reached.
  ///
  /// @param line the provider's own id of the line
  /// @param baseUrl without a slash at its end
  /// @param version of the provider's interface, such as `v21.0`
  public record Provider(String line, String baseUrl, String version) {}

  /// What the two sides know each other by.
  ///
  /// @param token sent with every message
  /// @param appSecret signs what comes in
  /// @param verifyToken the provider's question when a webhook is set up
  public record Credentials(String token, String appSecret, String verifyToken) {}

  /// A line with its secrets.
  ///
  /// @param edition another one after every change; empty for whichever there is
  public record Open(Account account, Credentials credentials, String edition) {
    /// A line as it is to be.
    public Open(Account account, Credentials credentials) {
      this(account, credentials, "");
    }
  }

  /// Works on this pool and seals with these keys.
  public ChannelAccounts(DataSource pool, Keys keys) {
    this.jdbi = Jdbi.create(pool);
    this.keys = keys;
  }

  /// Adds a line; false when its id or its phone number is taken.
  public boolean add(Open line) {
    try {
      return write(INSERT, line) == 1;
    } catch (UnableToExecuteStatementException refused) {
      if (refused.getCause() instanceof SQLException sql && UNIQUE.equals(sql.getSQLState())) {
        return false;
      }
      throw refused;
    }
  }

  /// Changes what may change of a line; false when there is none, or none of that edition any more.
  public boolean change(Open line) {
    return write(UPDATE, line) == 1;
  }

  private int write(String sql, Open line) {
    Account account = line.account();
    Place place = account.place();
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(sql)
                .bind("edition", line.edition())
                .bind("workspace", account.workspace())
                .bind("id", account.id())
                .bind("bot", place.bot())
                .bind("number", account.number())
                .bind("kind", account.kind())
                .bind("name", place.name())
                .bind("phone", place.phone())
                .bind("line", place.provider().line())
                .bind("base", place.provider().baseUrl())
                .bind("version", place.provider().version())
                .bind("disabled", account.disabled())
                .bind("token", sealed(account.id(), "token", line.credentials().token()))
                .bind("secret", sealed(account.id(), "secret", line.credentials().appSecret()))
                .bind("verify", sealed(account.id(), "verify", line.credentials().verifyToken()))
                .execute());
  }

  /// Removes a line; false when there is none. What was said over it stays in its conversations.
  public boolean remove(int workspace, String id) {
    return jdbi.inTransaction(
        handle -> {
          handle.execute(
              "delete from channel_due where workspace = ? and account = ?", workspace, id);
          return handle.execute(
                  "delete from channel_account where workspace = ? and id = ?", workspace, id)
              == 1;
        });
  }

  /// The line of that id, wherever it belongs: only for a caller that proves itself by its secrets.
  public Optional<Open> byId(String id) {
    return jdbi.withHandle(
        handle -> handle.select(SELECT + "id = ?", id).map((row, _) -> open(row)).findOne());
  }

  /// The line of that id in the workspace.
  public Optional<Open> get(int workspace, String id) {
    return byId(id).filter(line -> line.account().workspace() == workspace);
  }

  /// The line with that phone number in the workspace.
  public Optional<Open> byPhone(int workspace, String phone) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(SELECT + "workspace = ? and phone = ?", workspace, phone)
                .map((row, _) -> open(row))
                .findOne());
  }

  /// All lines of a workspace by id.
  public List<Account> all(int workspace) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(SELECT + "workspace = ? order by id", workspace)
                .map((row, _) -> account(row))
                .list());
  }

  private static Account account(ResultSet row) throws SQLException {
    Provider provider =
        new Provider(
            row.getString("line"), row.getString("base_url"), row.getString("api_version"));
    return new Account(
        row.getInt("workspace"),
        row.getString("id"),
        row.getLong("number"),
        row.getString("kind"),
        new Place(row.getString("bot"), row.getString("name"), row.getString("phone"), provider),
        row.getBoolean("disabled"));
  }

  private Open open(ResultSet row) throws SQLException {
    String id = row.getString("id");
    return new Open(
        account(row),
        new Credentials(
            opened(id, "token", row.getBytes("token")),
            opened(id, "secret", row.getBytes("app_secret")),
            opened(id, "verify", row.getBytes("verify_token"))),
        row.getString("edition"));
  }

  private byte[] sealed(String id, String what, String text) {
    return keys.seal(text.getBytes(StandardCharsets.UTF_8), place(id, what));
  }

  private String opened(String id, String what, byte[] sealed) {
    return new String(keys.open(sealed, place(id, what)), StandardCharsets.UTF_8);
  }

  private static String place(String id, String what) {
    return "channel." + what + "/" + id;
  }
}
