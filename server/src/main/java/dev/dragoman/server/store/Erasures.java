package dev.dragoman.server.store;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Takes the personal text of a contact out of the five places that hold it: contact, conversation
/// state, legs, stored deliveries, files. Thread-safe.
///
/// Envelopes and sequences stay. Conversations are locked before the contact, as committers do; one
/// that a committer made meanwhile of what it had read before is caught by the second round.
public final class Erasures {
  private static final int ROUNDS = 2;
  private static final String NOW =
      "(extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000";
  private static final String LIST =
      "insert into erasure (workspace, contact, at_nanos) values (?, ?, "
          + NOW
          + ") on conflict do nothing";
  private static final String OPT_OUT =
      "insert into opt_out (workspace, realm, hash, at_nanos, reason) select workspace, realm, hash, "
          + NOW
          + ", 'erased' from contact_identity where workspace = ? and contact = ? on conflict do nothing";
  private static final String REVOKE =
      "update api_key set revoked_nanos = "
          + NOW
          + " where workspace = ? and kind = 'INTERLOCUTOR' and bot = any(?)"
          + " and revoked_nanos is null";
  private static final String AUDIT =
      "insert into audit (workspace, at_nanos, id, actor, action, subject) values (?, "
          + NOW
          + ", ?, ?, 'contact.erase', ?) on conflict do nothing";
  private static final List<String> OF_CONVERSATIONS =
      List.of(
          "update leg set erased = true, body = '' where workspace = ? and conversation = any(?)"
              + " and not erased",
          "delete from address where workspace = ? and conversation = any(?)",
          "delete from session_listed where workspace = ? and conversation = any(?)",
          "delete from timer where workspace = ? and conversation = any(?)",
          "update delivery set erased = true, head = null, body = null, answer = null"
              + " where workspace = ? and stream = any(?)",
          REVOKE);
  private static final List<String> FILES =
      List.of(
          """
          delete from file_chunk k using file f
          where k.workspace = ? and f.workspace = k.workspace and k.file = f.id
            and (f.contact = ? or f.conversation = any(?))""",
          "delete from file where workspace = ? and (contact = ? or conversation = any(?))");

  private final Jdbi jdbi;
  private final ErasureFile file;

  /// What was erased.
  public record Erased(int conversations) {}

  /// A room that nobody is in any more gives its seat back.
  private static final List<String> CLOSED =
      List.of(
          """
          delete from seat s using room r where r.workspace = ? and r.conversation = any(?)
            and s.workspace = r.workspace and s.room = r.id""",
          """
          update room set state = 'closed', agent = null
          where workspace = ? and conversation = any(?) and state <> 'closed'""");

  /// Who asks for it.
  ///
  /// @param auditId a new id
  public record Wish(int workspace, String contactId, String actor, String auditId) {}

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Stored(String id, byte[] state) {}

  /// Works on this pool; who is erased is also written down in `file`.
  public Erasures(DataSource pool, ErasureFile file) {
    this.jdbi = Jdbi.create(pool);
    this.file = file;
    jdbi.registerArrayType(String.class, "text");
  }

  /// Erases a contact; erasing it again finds nothing more to do. Empty when there is none.
  public Optional<Erased> erase(Wish wish) {
    Optional<Erased> erased = Optional.empty();
    for (int round = 0; round < ROUNDS; round++) {
      Optional<Erased> now = jdbi.inTransaction(handle -> once(handle, wish));
      erased = erased.or(() -> now);
    }
    erased.ifPresent(_ -> file.add(new ErasureFile.Entry(wish.workspace(), wish.contactId())));
    return erased;
  }

  /// Erases again whom a backup that was put back has brought back; returns how many.
  public int again(Supplier<String> auditIds) {
    Set<ErasureFile.Entry> wanted = new LinkedHashSet<>(file.entries());
    jdbi.useHandle(
        handle ->
            handle
                .select("select workspace, contact from erasure")
                .map((row, _) -> new ErasureFile.Entry(row.getInt(1), row.getString(2)))
                .forEach(wanted::add));
    int again = 0;
    for (ErasureFile.Entry one : wanted) {
      if (isBack(one)) {
        var unused = erase(new Wish(one.workspace(), one.contactId(), "restore", auditIds.get()));
        again++;
      }
    }
    return again;
  }

  private boolean isBack(ErasureFile.Entry one) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(
                    "select 1 from contact where workspace = ? and id = ? and not erased",
                    one.workspace(),
                    one.contactId())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  private static Optional<Erased> once(Handle handle, Wish wish) {
    int workspace = wish.workspace();
    String contact = wish.contactId();
    String[] conversations = blankStates(handle, workspace, contact);
    byte[] blank = new ContactBody(Value.Obj.EMPTY, Value.Obj.EMPTY).pack();
    int found =
        handle.execute(
            "update contact set erased = true, version = version + 1, body = ?"
                + " where workspace = ? and id = ?",
            blank,
            workspace,
            contact);
    if (found == 0) {
      return Optional.empty();
    }
    CLOSED.forEach(sql -> handle.execute(sql, workspace, conversations));
    OF_CONVERSATIONS.forEach(sql -> handle.execute(sql, workspace, conversations));
    FILES.forEach(sql -> handle.execute(sql, workspace, contact, conversations));
    handle.execute(OPT_OUT, workspace, contact);
    handle.execute(
        "delete from contact_identity where workspace = ? and contact = ?", workspace, contact);
    boolean first = handle.execute(LIST, workspace, contact) == 1;
    if (first) {
      handle.execute(AUDIT, workspace, wish.auditId(), wish.actor(), contact);
    }
    return Optional.of(new Erased(conversations.length));
  }

  private static String[] blankStates(Handle handle, int workspace, String contact) {
    List<Stored> stored =
        handle
            .select(
                "select id, state from conversation where workspace = ? and contact = ?"
                    + " order by id for no key update",
                workspace,
                contact)
            .map((row, _) -> new Stored(row.getString(1), row.getBytes(2)))
            .list();
    for (Stored one : stored) {
      byte[] blank = blank(one.state());
      handle.execute(
          "update conversation set state = ? where workspace = ? and id = ?",
          blank,
          workspace,
          one.id());
      handle.execute(
          "update checkpoint set state = ? where workspace = ? and conversation = ?",
          blank,
          workspace,
          one.id());
    }
    return stored.stream().map(Stored::id).toArray(String[]::new);
  }

  /// The same conversation with nobody in it: ids and progress stay.
  private static byte[] blank(byte[] state) {
    Conversation before = Pack.conversation(state);
    Conversation.Address address = before.address();
    Conversation.Address nobody =
        new Conversation.Address(
            address.conversationId(), address.botId(), address.contactId(), address.account(), "");
    Conversation blank =
        Conversation.fresh(nobody)
            .progressed(before.progress())
            .held(new Holder.Nobody(Holder.Why.ENDED, null));
    return Pack.pack(blank);
  }
}
