package dev.dragoman.server.store;

import dev.dragoman.core.model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The book of those who are not written to: keyed hashes of what they are called, and why. It
/// outlives its contacts, erased ones too. Thread-safe.
///
/// What stands in the book stands in the attributes of the contact as well, if there is one, for
/// they are what decisions read.
public final class OptOutBook {
  /// The realm of phone numbers.
  public static final String PHONE = "phone";

  private static final String OPTED_OUT = "optedOut";
  private static final String BLOCKED = "blocked";
  private static final String NOW =
      "(extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000";
  private static final String ADD =
      """
      insert into opt_out as o (workspace, realm, hash, at_nanos, reason)
      values (?, ?, decode(?, 'hex'), %s, ?)
      on conflict (workspace, realm, hash) do update set reason = excluded.reason
        where excluded.reason = 'blocked' or o.reason = 'blocked'"""
          .formatted(NOW);
  private static final String REASONS =
      """
      select encode(hash, 'hex'), reason from opt_out
      where workspace = ? and realm = ? and hash = any(select decode(h, 'hex') from unnest(?) h)""";
  private static final String CONTACT =
      """
      select i.contact from opt_out o join contact_identity i
        on i.workspace = o.workspace and i.realm = o.realm and i.hash = o.hash
      where o.workspace = ? and substring(o.hash from 1 for 12) = decode(?, 'hex')""";
  private static final String REMOVE_ALL =
      """
      delete from opt_out o using contact_identity i
      where o.workspace = ? and i.workspace = o.workspace and i.realm = o.realm
        and i.hash = o.hash and i.contact = ?""";
  private static final String REMOVE =
      """
      delete from opt_out
      where workspace = ? and substring(hash from 1 for 12) = decode(?, 'hex')""";
  private static final String AUDIT =
      "insert into audit (workspace, at_nanos, id, actor, action, subject) values (?, "
          + NOW
          + ", ?, ?, ?, ?) on conflict do nothing";

  private final Jdbi jdbi;
  private final IdentityHash hashes;
  private final Contacts contacts;

  /// Why somebody is in the book.
  public enum Reason {
    /// The contact said so: a leg holds the words.
    WORDS,
    /// Somebody told us that the contact wants it.
    TOLD,
    /// The company writes to the contact no more.
    BLOCKED,
    /// The contact was erased.
    ERASED;

    /// As it is stored and shown.
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Who changes the book.
  ///
  /// @param auditId a new id
  public record Actor(String name, String auditId) {}

  /// Works on this pool.
  public OptOutBook(DataSource pool, IdentityHash hashes, Contacts contacts) {
    this.jdbi = Jdbi.create(pool);
    this.hashes = hashes;
    this.contacts = contacts;
    jdbi.registerArrayType(String.class, "text");
  }

  /// The id of a number's entry, whether it is there or not.
  public String id(int workspace, String phone) {
    return hashes.of(workspace, PHONE, phone).substring(0, 24);
  }

  /// Enters a number; the proof of one who is there already stays. Returns the entry's id.
  ///
  /// @param phone in E.164
  /// @param reason `TOLD` or `BLOCKED`
  public String add(int workspace, String phone, Reason reason, Actor actor) {
    String hash = hashes.of(workspace, PHONE, phone);
    String id = hash.substring(0, 24);
    jdbi.useTransaction(
        handle -> {
          handle.execute(ADD, workspace, PHONE, hash, reason.wire());
          audit(handle, workspace, actor, "opt_out.add", id);
        });
    contacts
        .find(new Contacts.Identity(workspace, PHONE, phone))
        .ifPresent(contact -> mark(workspace, contact.id(), reason));
    return id;
  }

  private void mark(int workspace, String contactId, Reason reason) {
    String attribute = reason == Reason.BLOCKED ? BLOCKED : OPTED_OUT;
    var unused =
        contacts.change(
            workspace,
            contactId,
            body -> body.attributes(body.attributes().with(attribute, Value.Bool.TRUE)));
  }

  /// Takes an entry out, with the others of the same contact; false when there is none.
  public boolean remove(int workspace, String id, Actor actor) {
    Optional<String> contact =
        jdbi.withHandle(
            handle -> handle.select(CONTACT, workspace, id).mapTo(String.class).findFirst());
    int gone =
        jdbi.inTransaction(
            handle -> {
              int all = contact.map(one -> handle.execute(REMOVE_ALL, workspace, one)).orElse(0);
              audit(handle, workspace, actor, "opt_out.remove", id);
              return all + handle.execute(REMOVE, workspace, id);
            });
    contact.ifPresent(
        one -> {
          var unused =
              contacts.change(
                  workspace,
                  one,
                  body -> body.attributes(body.attributes().without(OPTED_OUT).without(BLOCKED)));
        });
    return gone > 0;
  }

  private static void audit(Handle handle, int workspace, Actor actor, String action, String id) {
    handle.execute(AUDIT, workspace, actor.auditId(), actor.name(), action, id);
  }

  /// Which of these numbers are in the book, and why.
  public Map<String, Reason> among(int workspace, List<String> phones) {
    Map<String, String> phoneByHash = new HashMap<>();
    phones.forEach(phone -> phoneByHash.put(hashes.of(workspace, PHONE, phone), phone));
    Map<String, Reason> found = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .select(REASONS, workspace, PHONE, phoneByHash.keySet().toArray(String[]::new))
                .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(
                    row ->
                        found.put(
                            phoneByHash.getOrDefault(row.getKey(), ""), reason(row.getValue()))));
    return found;
  }

  /// The reason as it was stored.
  public static Reason reason(String stored) {
    return switch (stored) {
      case "blocked", "hand" -> Reason.BLOCKED;
      case "told" -> Reason.TOLD;
      case "erased" -> Reason.ERASED;
      default -> Reason.WORDS;
    };
  }
}
