package dev.dragoman.server.store;

import dev.dragoman.core.model.Value;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Contacts outside a turn: made or found by identity, read, changed by version. Thread-safe.
///
/// The same rows and claims as in the ledger: whoever inserts the identity first makes the contact.
public final class Contacts {
  private static final String BY_IDENTITY =
      """
      select c.id, c.version, c.body from contact_identity i
      join contact c on c.workspace = i.workspace and c.id = i.contact
      where i.workspace = ? and i.realm = ? and i.hash = decode(?, 'hex')\
      """;
  private static final String BY_ID =
      "select id, version, body from contact where workspace = ? and id = ?";
  private static final String CLAIM =
      """
      insert into contact_identity (workspace, realm, hash, contact)
      values (?, ?, decode(?, 'hex'), ?) on conflict do nothing\
      """;
  private static final String BIND =
      """
      insert into contact_identity (workspace, realm, hash, contact)
      values (?, ?, decode(?, 'hex'), ?)
      on conflict (workspace, realm, hash) do update set contact = excluded.contact\
      """;
  private static final String UNBIND =
      """
      delete from contact_identity
      where workspace = ? and realm = ? and hash = decode(?, 'hex') and contact = ?\
      """;
  private static final String MAKE =
      "insert into contact (workspace, id, version, body) values (?, ?, 1, ?)";
  private static final String CHANGE =
      """
      update contact set version = version + 1, body = ?
      where workspace = ? and id = ? and version = ? and not erased\
      """;

  private final Jdbi jdbi;
  private final IdentityHash hash;

  /// A contact as it was read.
  public record Contact(String id, int version, ContactBody body) {}

  /// A person's name in a realm of a workspace.
  public record Identity(int workspace, String realm, String text) {}

  /// Works on this pool.
  public Contacts(DataSource pool, IdentityHash hash) {
    this.jdbi = Jdbi.create(pool);
    this.hash = hash;
  }

  /// The contact of an identity.
  public Optional<Contact> find(Identity identity) {
    return jdbi.withHandle(handle -> find(handle, identity));
  }

  /// The contact of that id.
  public Optional<Contact> get(int workspace, String contactId) {
    return jdbi.withHandle(handle -> get(handle, workspace, contactId));
  }

  /// The contact of an identity, made with these attributes and this id when there is none; made
  /// once however many ask at the same time.
  public Contact findOrMake(Identity identity, String newId, Value.Obj attributes) {
    return jdbi.inTransaction(
        handle -> {
          Optional<Contact> known = find(handle, identity);
          if (known.isPresent()) {
            return known.get();
          }
          String key = hash.of(identity.workspace(), identity.realm(), identity.text());
          if (handle.execute(CLAIM, identity.workspace(), identity.realm(), key, newId) == 0) {
            return find(handle, identity).orElseThrow();
          }
          ContactBody body =
              new ContactBody(Value.Obj.EMPTY, attributes)
                  .identity(identity.realm(), identity.text());
          handle.execute(MAKE, identity.workspace(), newId, body.pack());
          return new Contact(newId, 1, body);
        });
  }

  /// The identity leads to this contact from now on, whoever it led to before.
  public void bind(Identity identity, String contactId) {
    String key = hash.of(identity.workspace(), identity.realm(), identity.text());
    jdbi.useHandle(
        handle -> handle.execute(BIND, identity.workspace(), identity.realm(), key, contactId));
  }

  /// The identity leads to this contact no more.
  public void unbind(Identity identity, String contactId) {
    String key = hash.of(identity.workspace(), identity.realm(), identity.text());
    jdbi.useHandle(
        handle -> handle.execute(UNBIND, identity.workspace(), identity.realm(), key, contactId));
  }

  /// Changes what is known of a contact; the change is asked again when somebody was faster.
  /// Returns the contact as it is now, or empty when there is none.
  public Optional<Contact> change(
      int workspace, String contactId, UnaryOperator<ContactBody> change) {
    return jdbi.withHandle(
        handle -> {
          while (true) {
            Optional<Contact> read = get(handle, workspace, contactId);
            if (read.isEmpty()) {
              return read;
            }
            int version = read.get().version();
            ContactBody body = change.apply(read.get().body());
            if (handle.execute(CHANGE, body.pack(), workspace, contactId, version) == 1) {
              return Optional.of(new Contact(contactId, version + 1, body));
            }
          }
        });
  }

  private Optional<Contact> find(Handle handle, Identity identity) {
    String key = hash.of(identity.workspace(), identity.realm(), identity.text());
    return handle
        .select(BY_IDENTITY, identity.workspace(), identity.realm(), key)
        .map(
            (row, _) ->
                new Contact(row.getString(1), row.getInt(2), ContactBody.unpack(row.getBytes(3))))
        .findOne();
  }

  private static Optional<Contact> get(Handle handle, int workspace, String contactId) {
    return handle
        .select(BY_ID + " and not erased", workspace, contactId)
        .map(
            (row, _) ->
                new Contact(row.getString(1), row.getInt(2), ContactBody.unpack(row.getBytes(3))))
        .findOne();
  }
}
