package dev.dragoman.server.ledger;

import dev.dragoman.server.ledger.Script.Part;
import dev.dragoman.server.ledger.Script.Result;
import dev.dragoman.server.store.AgentRow;
import dev.dragoman.server.store.TeamRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The first round trip of a batch: lock, and then, with later snapshots, look.
///
/// The lock stands first and alone: joined to it, the other tables would be read with the snapshot
/// from before the wait.
final class LookScript {
  // Ids are `collate "C"`, texts of unnest are not: a comparison of the two that does not say which
  // it means cannot use an index. And a plan made while a table was small is kept: as a plain join
  // it reads all rows of the workspace once more for each batch, for ever. `lateral … limit 1` can
  // only be answered by one descent of the primary key for each row of the batch.
  private static final String LOCK =
      """
      select id, version, state from conversation
      where workspace = ? and id = any(?) order by id for no key update""";
  private static final String LOCK_FREE = LOCK + " skip locked";
  private static final String CLOCK =
      """
      select revision, (extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000
      from workspace where workspace = ?""";
  private static final String CONTACTS =
      """
      select v.id, c.id, c.version, c.body
      from conversation v, lateral (select x.id, x.version, x.body, x.erased from contact x
        where x.workspace = ? and x.id = v.contact limit 1) c
      where v.workspace = ? and v.id = any(?) and not c.erased""";
  private static final String INPUT_IDS =
      """
      select u.n, encode(i.request_hash, 'hex'), i.turn, i.conversation, i.first_sequence
      from unnest(?::text[], ?::text[]) with ordinality as u(source, id, n)
      cross join lateral (select x.* from input_id x where x.workspace = ?
        and x.source = u.source collate "C" and x.id = u.id collate "C" limit 1) i""";
  private static final String ADDRESSES =
      """
      select u.n, a.conversation
      from unnest(?::text[], ?::text[], ?::bytea[], ?::integer[])
        with ordinality as u(bot, account, peer, thread, n)
      cross join lateral (select x.conversation from address x where x.workspace = ?
        and x.bot = u.bot collate "C" and x.account = u.account collate "C"
        and x.peer = u.peer and x.thread = u.thread limit 1) a""";
  private static final String IDENTITIES =
      """
      select u.n, c.id, c.version, c.body
      from unnest(?::text[], ?::bytea[]) with ordinality as u(realm, hash, n)
      cross join lateral (select x.contact from contact_identity x where x.workspace = ?
        and x.realm = u.realm collate "C" and x.hash = u.hash limit 1) i
      cross join lateral (select x.id, x.version, x.body from contact x where x.workspace = ?
        and x.id = i.contact limit 1) c""";
  private static final String ATTEMPTS =
      """
      select u.n
      from unnest(?::text[], ?::bigint[], ?::integer[], ?::text[])
        with ordinality as u(conversation, first_sequence, leg, turn, n)
      cross join lateral (select from leg x where x.workspace = ?
        and x.conversation = u.conversation collate "C" and x.first_sequence = u.first_sequence
        and x.leg = u.leg and x.turn = u.turn collate "C" limit 1) l""";

  private static final String TEAMS =
      "select " + TeamRow.COLUMNS + " from team where workspace = ? order by number";
  private static final String AGENTS =
      "select " + AgentRow.COLUMNS + " from agent a where a.workspace = ? order by a.id";

  private final Lookup lookup;
  private final List<Part> parts = new ArrayList<>();
  private final Map<String, Looked.LockedRow> locked = new HashMap<>();
  private final Map<String, Looked.ContactRow> contacts = new HashMap<>();
  private final Map<InputId.Key, Looked.SeenInput> inputIds = new HashMap<>();
  private final Map<LineKey.OfAddress, String> addresses = new HashMap<>();
  private final Map<Lookup.IdentityKey, Looked.ContactRow> identities = new HashMap<>();
  private final Set<Attempt.Mark> attempts = new HashSet<>();
  private final List<TeamRow> teams = new ArrayList<>();
  private final List<AgentRow> agents = new ArrayList<>();
  private Looked.Clock clock = new Looked.Clock(-1, 0);

  LookScript(Lookup lookup) {
    this.lookup = lookup;
    lock();
    add(CLOCK, row -> clock = new Looked.Clock(row.getLong(1), row.getLong(2)), workspace());
    contacts();
    inputIds();
    addresses();
    identities();
    attempts();
    staff();
  }

  private Integer workspace() {
    return lookup.workspace();
  }

  private void add(String sql, Script.RowReader reader, Object... parameters) {
    parts.add(new Part(sql, new Result.Rows(reader), parameters));
  }

  private void lock() {
    if (!lookup.rows().conversations().isEmpty()) {
      add(
          lookup.patient() ? LOCK : LOCK_FREE,
          row -> locked.put(row.getString(1), new Looked.LockedRow(row.getInt(2), row.getBytes(3))),
          workspace(),
          Script.texts(lookup.rows().conversations()));
    }
  }

  private void contacts() {
    if (!lookup.rows().conversations().isEmpty()) {
      add(
          CONTACTS,
          row -> contacts.put(row.getString(1), contact(row)),
          workspace(),
          workspace(),
          Script.texts(lookup.rows().conversations()));
    }
  }

  private static Looked.ContactRow contact(ResultSet row) throws SQLException {
    return new Looked.ContactRow(row.getString(2), row.getInt(3), row.getBytes(4));
  }

  private void inputIds() {
    List<InputId.Key> keys = lookup.rows().inputIds();
    if (!keys.isEmpty()) {
      add(
          INPUT_IDS,
          row -> inputIds.put(keys.get(row.getInt(1) - 1), seen(row)),
          Script.texts(keys.stream().map(InputId.Key::source).toList()),
          Script.texts(keys.stream().map(InputId.Key::id).toList()),
          workspace());
    }
  }

  private static Looked.SeenInput seen(ResultSet row) throws SQLException {
    return new Looked.SeenInput(
        row.getString(2), row.getString(3), row.getString(4), row.getLong(5));
  }

  private void addresses() {
    List<LineKey.OfAddress> keys = lookup.rows().addresses();
    if (!keys.isEmpty()) {
      add(
          ADDRESSES,
          row -> addresses.put(keys.get(row.getInt(1) - 1), row.getString(2)),
          Script.texts(keys.stream().map(LineKey.OfAddress::botId).toList()),
          Script.texts(keys.stream().map(LineKey.OfAddress::account).toList()),
          Script.bytes(hex(keys.stream().map(LineKey.OfAddress::peer).toList())),
          Script.integers(keys.stream().map(LineKey.OfAddress::thread).toList()),
          workspace());
    }
  }

  private void identities() {
    List<Lookup.IdentityKey> keys = lookup.rows().identities();
    if (!keys.isEmpty()) {
      add(
          IDENTITIES,
          row -> identities.put(keys.get(row.getInt(1) - 1), contact(row)),
          Script.texts(keys.stream().map(Lookup.IdentityKey::realm).toList()),
          Script.bytes(hex(keys.stream().map(Lookup.IdentityKey::hash).toList())),
          workspace(),
          workspace());
    }
  }

  private void attempts() {
    List<Attempt.Mark> marks = lookup.attempts();
    if (!marks.isEmpty()) {
      add(
          ATTEMPTS,
          row -> attempts.add(marks.get(row.getInt(1) - 1)),
          Script.texts(marks.stream().map(Attempt.Mark::conversationId).toList()),
          Script.longs(marks.stream().map(Attempt.Mark::firstSequence).toList()),
          Script.integers(marks.stream().map(Attempt.Mark::leg).toList()),
          Script.texts(marks.stream().map(Attempt.Mark::turnId).toList()),
          workspace());
    }
  }

  private void staff() {
    if (lookup.staff()) {
      add(TEAMS, row -> teams.add(TeamRow.read(row)), workspace());
      add(AGENTS, row -> agents.add(AgentRow.read(row)), workspace());
    }
  }

  static byte[][] hex(List<String> texts) {
    return texts.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
  }

  List<Part> parts() {
    return parts;
  }

  /// What was found, once the parts have run.
  Looked looked() {
    return new Looked(
        clock,
        locked,
        contacts,
        new Looked.Claims(inputIds, addresses, identities),
        attempts,
        new Looked.People(lookup.staff(), teams, agents));
  }
}
