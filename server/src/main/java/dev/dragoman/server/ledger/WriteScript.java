package dev.dragoman.server.ledger;

import dev.dragoman.server.ledger.Script.Column;
import dev.dragoman.server.ledger.Script.Part;
import dev.dragoman.server.ledger.Script.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The second round trip of a batch: all its rows, what can be lost first.
///
/// What changes or removes rows names them by `= any(…)` of their key and never joins: a join may
/// be planned, while the table is small, as a walk over all rows of the workspace, and that plan
/// is kept.
final class WriteScript {
  private static final String ADDRESSES =
      """
      insert into address (workspace, bot, account, peer, thread, conversation)
      select ?, u.* from unnest(?::text[], ?::text[], ?::bytea[], ?::integer[], ?::text[]) u""";
  private static final String IDENTITIES =
      """
      insert into contact_identity (workspace, realm, hash, contact)
      select ?, u.* from unnest(?::text[], ?::bytea[], ?::text[]) u""";
  private static final String INPUT_IDS =
      """
      insert into input_id
        (workspace, at_nanos, source, id, request_hash, turn, conversation, first_sequence)
      select ?, ?, u.* from
        unnest(?::text[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?::bigint[]) u""";
  private static final String CONTACTS_MADE =
      """
      insert into contact (workspace, id, version, body)
      select ?, u.id, 1, u.body from unnest(?::text[], ?::bytea[]) u(id, body)""";
  private static final String CONTACTS_CHANGED =
      """
      update contact set version = version + 1,
        body = (?::bytea[])[array_position(?::text[], id collate "default")]
      where workspace = ? and id = any(?)
        and version = (?::integer[])[array_position(?::text[], id collate "default")]""";
  private static final String CONVERSATIONS_MADE =
      """
      insert into conversation (workspace, id, bot, contact, version, state)
      select ?, u.* from unnest(?::text[], ?::text[], ?::text[], ?::integer[], ?::bytea[]) u""";
  private static final String CONVERSATIONS_CHANGED =
      """
      update conversation set
        version = (?::integer[])[array_position(?::text[], id collate "default")],
        state = (?::bytea[])[array_position(?::text[], id collate "default")]
      where workspace = ? and id = any(?)
        and version = (?::integer[])[array_position(?::text[], id collate "default")]""";
  private static final String LEGS =
      """
      insert into leg (workspace, conversation, first_sequence, leg, turn, at_nanos, before_hash,
        after_hash, settled, body)
      select ?, u.* from unnest(?::text[], ?::bigint[], ?::integer[], ?::text[], ?::bigint[],
        ?::bigint[], ?::bigint[], ?::boolean[], ?::bytea[]) u""";
  private static final String POISONED =
      """
      insert into poisoned (workspace, turn, conversation, at_nanos, code)
      select ?, u.* from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) u
      on conflict do nothing""";
  private static final String TIMERS_DROPPED =
      """
      delete from timer t using unnest(?::bigint[], ?::text[], ?::integer[])
        u(due_nanos, conversation, generation)
      where t.workspace = ? and t.due_nanos = any(?) and t.due_nanos = u.due_nanos
        and t.conversation = u.conversation collate "C" and t.generation = u.generation""";
  private static final String TIMERS_SET =
      """
      insert into timer (workspace, due_nanos, conversation, generation)
      select ?, u.* from unnest(?::bigint[], ?::text[], ?::integer[]) u""";

  // A row stands here only while something waits to be sent; what comes meanwhile moves its end.
  private static final String CHANNELS =
      """
      insert into channel_due as d (workspace, conversation, account, from_sequence, upto_sequence)
      select ?, u.* from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[]) u
      on conflict (workspace, conversation) do update
        set upto_sequence = greatest(d.upto_sequence, excluded.upto_sequence)""";

  // A busy lane is not even looked at by the insert: it stays busy until its stream's row can be
  // locked, which this batch holds. The limit keeps the look-up one of a single key in any plan.
  private static final String LANES =
      """
      insert into lane as l (workspace, stream, endpoint, sequence, idle, due_nanos)
      select ?, u.stream, u.endpoint, u.sequence, false, ? + u.waits
      from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[])
          as u(stream, endpoint, sequence, waits)
        left join lateral (
          select b.idle from lane b
          where b.workspace = ? and b.stream = u.stream collate "C"
            and b.endpoint = u.endpoint collate "C" limit 1) was on true
      where was.idle is not false
      on conflict (workspace, stream, endpoint) do update set sequence = excluded.sequence,
        attempts = 0, refusals = 0, idle = false, due_nanos = excluded.due_nanos,
        token = l.token + 1
        where l.idle
      returning stream, endpoint, position, sequence, gap, token""";

  private static final long PAUSED_NANOS = 60_000_000_000L;

  // Who is in the book already stays as it is: the first words are the proof.
  private static final String OPT_OUTS =
      """
      insert into opt_out (workspace, realm, hash, at_nanos, reason, conversation, sequence)
      select i.workspace, i.realm, i.hash, ?, 'words', u.conversation, u.sequence
      from unnest(?::text[], ?::text[], ?::bigint[]) u(contact, conversation, sequence)
      join contact_identity i on i.contact = u.contact collate "C"
      where i.workspace = ?
      on conflict do nothing""";

  private final Writes writes;
  private final List<LaneClaim> claimed = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();

  WriteScript(Writes writes) {
    this.writes = writes;
    claims();
    parts.addAll(new RoomScript(writes.workspace(), writes.rooms()).parts());
    contacts();
    optOuts();
    conversations();
    legs();
    lanes();
    poisoned();
    timers();
    channels();
    parts.addAll(SessionScript.parts(writes.workspace(), writes.appended().sessions()));
  }

  List<Part> parts() {
    return parts;
  }

  private Integer workspace() {
    return writes.workspace();
  }

  private void add(int rows, String sql, Object... parameters) {
    parts.add(new Part(sql, Arrays.asList(parameters), new Result.Count(rows)));
  }

  private void claims() {
    List<Writes.AddressRow> addresses = writes.claims().addresses();
    if (!addresses.isEmpty()) {
      add(
          addresses.size(),
          ADDRESSES,
          workspace(),
          texts(addresses, row -> row.key().botId()),
          texts(addresses, row -> row.key().account()),
          hex(addresses, row -> row.key().peer()),
          integers(addresses, row -> row.key().thread()),
          texts(addresses, Writes.AddressRow::conversationId));
    }
    List<Writes.IdentityRow> identities = writes.claims().identities();
    if (!identities.isEmpty()) {
      add(
          identities.size(),
          IDENTITIES,
          workspace(),
          texts(identities, row -> row.key().realm()),
          hex(identities, row -> row.key().hash()),
          texts(identities, Writes.IdentityRow::contactId));
    }
    inputIds(writes.claims().inputIds());
  }

  private void inputIds(List<Writes.InputIdRow> rows) {
    if (!rows.isEmpty()) {
      add(
          rows.size(),
          INPUT_IDS,
          workspace(),
          writes.appended().nowNanos(),
          texts(rows, row -> row.inputId().source()),
          texts(rows, row -> row.inputId().id()),
          hex(rows, row -> row.inputId().requestHash()),
          texts(rows, Writes.InputIdRow::turnId),
          texts(rows, Writes.InputIdRow::conversationId),
          longs(rows, Writes.InputIdRow::firstSequence));
    }
  }

  private void contacts() {
    List<Looked.ContactRow> made = writes.contacts().made();
    if (!made.isEmpty()) {
      add(
          made.size(),
          CONTACTS_MADE,
          workspace(),
          texts(made, Looked.ContactRow::id),
          bytes(made, Looked.ContactRow::body));
    }
    List<Looked.ContactRow> changed = writes.contacts().changed();
    if (!changed.isEmpty()) {
      Column ids = texts(changed, Looked.ContactRow::id);
      add(
          changed.size(),
          CONTACTS_CHANGED,
          bytes(changed, Looked.ContactRow::body),
          ids,
          workspace(),
          ids,
          integers(changed, Looked.ContactRow::version),
          ids);
    }
  }

  private void optOuts() {
    List<Writes.OptOutRow> optOuts = writes.contacts().optOuts();
    if (!optOuts.isEmpty()) {
      add(
          Script.ANY,
          OPT_OUTS,
          writes.appended().nowNanos(),
          texts(optOuts, Writes.OptOutRow::contactId),
          texts(optOuts, Writes.OptOutRow::conversationId),
          longs(optOuts, Writes.OptOutRow::sequence),
          workspace());
    }
  }

  private void conversations() {
    List<Writes.ConversationRow> made =
        writes.conversations().stream().filter(Writes.ConversationRow::fresh).toList();
    if (!made.isEmpty()) {
      add(
          made.size(),
          CONVERSATIONS_MADE,
          workspace(),
          texts(made, row -> row.identity().id()),
          texts(made, row -> row.identity().botId()),
          texts(made, row -> row.identity().contactId()),
          integers(made, Writes.ConversationRow::version),
          bytes(made, Writes.ConversationRow::state));
    }
    List<Writes.ConversationRow> changed =
        writes.conversations().stream().filter(row -> !row.fresh()).toList();
    if (!changed.isEmpty()) {
      Column ids = texts(changed, row -> row.identity().id());
      add(
          changed.size(),
          CONVERSATIONS_CHANGED,
          integers(changed, Writes.ConversationRow::version),
          ids,
          bytes(changed, Writes.ConversationRow::state),
          ids,
          workspace(),
          ids,
          integers(changed, Writes.ConversationRow::was),
          ids);
    }
  }

  private void legs() {
    List<Writes.LegRow> legs = writes.appended().legs();
    add(
        legs.size(),
        LEGS,
        workspace(),
        texts(legs, row -> row.key().conversationId()),
        longs(legs, row -> row.key().firstSequence()),
        integers(legs, row -> row.key().leg()),
        texts(legs, Writes.LegRow::turnId),
        longs(legs, row -> row.seal().atNanos()),
        longs(legs, row -> row.seal().before()),
        longs(legs, row -> row.seal().after()),
        Script.truths(legs.stream().map(Writes.LegRow::settled).toList()),
        bytes(legs, Writes.LegRow::body));
  }

  private void lanes() {
    List<Writes.LaneRow> lanes = writes.appended().lanes();
    if (lanes.isEmpty()) {
      return;
    }
    Map<String, Writes.LaneRow> rows = new HashMap<>();
    lanes.forEach(row -> rows.put(row.stream() + row.endpointId(), row));
    Script.RowReader reader =
        row -> {
          Writes.LaneRow lane = rows.get(row.getString(1) + row.getString(2));
          if (lane != null && !lane.paused()) {
            claimed.add(
                new LaneClaim(
                    lane.stream(),
                    lane.endpointId(),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    lane.version()));
          }
        };
    parts.add(
        new Part(
            LANES,
            new Result.Rows(reader),
            workspace(),
            writes.appended().nowNanos(),
            texts(lanes, Writes.LaneRow::stream),
            texts(lanes, Writes.LaneRow::endpointId),
            longs(lanes, Writes.LaneRow::sequence),
            longs(lanes, row -> row.paused() ? PAUSED_NANOS : LaneClaim.LEASE_NANOS),
            workspace()));
  }

  /// The lanes that were idle, once the parts have run.
  List<LaneClaim> claimed() {
    return claimed;
  }

  private void poisoned() {
    List<Writes.PoisonedRow> rows = writes.appended().poisoned();
    if (!rows.isEmpty()) {
      add(
          Script.ANY,
          POISONED,
          workspace(),
          texts(rows, Writes.PoisonedRow::turnId),
          texts(rows, Writes.PoisonedRow::conversationId),
          longs(rows, Writes.PoisonedRow::atNanos),
          texts(rows, Writes.PoisonedRow::code));
    }
  }

  private void timers() {
    List<Writes.TimerRow> dropped = writes.appended().timers().dropped();
    if (!dropped.isEmpty()) {
      Column due = longs(dropped, row -> row.timer().dueNanos());
      add(
          Script.ANY,
          TIMERS_DROPPED,
          due,
          texts(dropped, Writes.TimerRow::conversationId),
          integers(dropped, row -> row.timer().generation()),
          workspace(),
          due);
    }
    List<Writes.TimerRow> set = writes.appended().timers().set();
    if (!set.isEmpty()) {
      add(
          set.size(),
          TIMERS_SET,
          workspace(),
          longs(set, row -> row.timer().dueNanos()),
          texts(set, Writes.TimerRow::conversationId),
          integers(set, row -> row.timer().generation()));
    }
  }

  private void channels() {
    List<Writes.ChannelRow> channels = writes.appended().channels();
    if (!channels.isEmpty()) {
      add(
          channels.size(),
          CHANNELS,
          workspace(),
          texts(channels, Writes.ChannelRow::conversationId),
          texts(channels, Writes.ChannelRow::account),
          longs(channels, Writes.ChannelRow::from),
          longs(channels, Writes.ChannelRow::upTo));
    }
  }

  private static <T> Column texts(List<T> rows, Function<T, String> field) {
    return Script.texts(rows.stream().map(field).toList());
  }

  private static <T> Column longs(List<T> rows, Function<T, Long> field) {
    return Script.longs(rows.stream().map(field).toList());
  }

  private static <T> Column integers(List<T> rows, Function<T, Integer> field) {
    return Script.integers(rows.stream().map(field).toList());
  }

  private static <T> Column bytes(List<T> rows, Function<T, byte[]> field) {
    return Script.bytes(rows.stream().map(field).toArray(byte[][]::new));
  }

  private static <T> Column hex(List<T> rows, Function<T, String> field) {
    return Script.bytes(LookScript.hex(rows.stream().map(field).toList()));
  }
}
