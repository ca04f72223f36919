package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Audience;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Fold;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.model.Chance;
import dev.dragoman.core.model.Ids;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Seed;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.server.ledger.LinePlan.Answer;
import dev.dragoman.server.store.ContactBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides the lines of one batch on what was found under the locks. Chooses, changes nothing
/// outside; one instance serves one run of one batch.
final class BatchDecision {
  private static final Seed UNUSED = new Seed(new byte[Seed.BYTES]);

  private final int workspace;
  private final Looked looked;
  private final Deciding deciding;
  private final ContactBook contacts = new ContactBook();
  private final Set<InputId.Key> inputIds = new HashSet<>();
  private final StateHash hash = new StateHash();
  private final Roster roster;

  /// A line whose state is known: where it stands before its inputs.
  @SuppressWarnings("ArrayRecordComponent") // Bytes as they are stored, never compared.
  private record Standing(
      Conversation before,
      byte[] packed,
      int version,
      Value.Obj attributes,
      boolean fresh,
      Map<String, Understood> understood) {}

  /// The entries of a line, sorted out by their input ids.
  private record Sorted(List<Entry> live, List<Entry> held, List<Answer> answers) {}

  BatchDecision(int workspace, Looked looked, Deciding deciding) {
    this.workspace = workspace;
    this.looked = looked;
    this.deciding = deciding;
    this.roster = new Roster(looked.people(), looked.clock().nowNanos());
    looked.claims().identities().forEach(contacts::found);
  }

  ContactBook contacts() {
    return contacts;
  }

  /// What becomes of a line; nothing that goes wrong with it touches another.
  Verdict decide(Line.Taken taken) {
    Attempt attempt = taken.line().attempt;
    if (attempt != null && looked.attempts().contains(attempt.mark())) {
      return new Verdict.Confirmed(attempt.plan());
    }
    try {
      return switch (taken.line().key()) {
        case LineKey.OfConversation conversation -> known(conversation.id(), taken);
        case LineKey.OfAddress address -> addressed(address, taken.entries());
      };
    } catch (RuntimeException e) {
      return answered(taken.entries(), new Outcome.Poisoned(e.getClass().getSimpleName()));
    }
  }

  private static Verdict answered(List<Entry> entries, Outcome outcome) {
    List<Answer> answers = entries.stream().map(entry -> new Answer(entry, outcome)).toList();
    return new Verdict.Planned(LinePlan.answering(answers), List.of(), null);
  }

  private Verdict known(String id, Line.Taken taken) {
    List<Entry> entries = taken.entries();
    Looked.ContactRow contact = looked.contacts().get(id);
    if (contact == null) {
      return answered(entries, new Outcome.NotFound(Outcome.What.CONVERSATION));
    }
    Looked.LockedRow row = looked.locked().get(id);
    if (row == null) {
      return new Verdict.Deferred();
    }
    Conversation before = Pack.conversation(row.state());
    Value.Obj attributes = contacts.attributes(contact);
    Standing standing =
        new Standing(
            before, row.state(), row.version(), attributes, false, taken.line().understood);
    return plan(standing, entries, null);
  }

  private Verdict addressed(LineKey.OfAddress address, List<Entry> entries) {
    String existing = looked.claims().addresses().get(address);
    if (existing != null) {
      return new Verdict.Rerouted(existing);
    }
    if (entries.isEmpty()
        || !(entries.getFirst().submission().target() instanceof Target.Addressed to)) {
      return answered(entries, new Outcome.NotFound(Outcome.What.CONVERSATION));
    }
    Chance chance = new Chance(deciding.seeds().get());
    String contactId = contact(to, address, chance);
    Conversation.Address identities =
        new Conversation.Address(
            chance.objectId(), address.botId(), contactId, address.account(), to.identity().text());
    Conversation before = Conversation.fresh(identities);
    Value.Obj attributes = contacts.attributes(contactId);
    return plan(
        new Standing(before, Pack.pack(before), 0, attributes, true, Map.of()),
        entries,
        new Verdict.Made(address, identities));
  }

  private String contact(Target.Addressed to, LineKey.OfAddress address, Chance chance) {
    Lookup.IdentityKey key = new Lookup.IdentityKey(to.identity().realm(), address.peer());
    String known = contacts.known(key);
    if (known != null) {
      return known;
    }
    String made = chance.objectId();
    contacts.make(
        key,
        made,
        new ContactBody(Value.Obj.EMPTY, to.attributes())
            .identity(to.identity().realm(), to.identity().text()));
    return made;
  }

  private Verdict plan(Standing standing, List<Entry> entries, Verdict.@Nullable Made made) {
    Conversation before = standing.before();
    BotCatalog.Wanted wanted =
        new BotCatalog.Wanted(
            workspace,
            looked.clock().revision(),
            before.address().botId(),
            version(before.holder()));
    BotCatalog.Ready bot = deciding.catalog().ready(wanted);
    if (bot == null) {
      return new Verdict.NeedsBot(wanted);
    }
    Sorted sorted = sort(entries);
    Versions versions = new Versions(deciding.catalog()::ready, wanted, bot);
    Recorder recorder =
        new Recorder(versions, standing.understood(), hash, standing.packed())
            .after(standing.version());
    Fold.Folded folded = fold(standing, bot, recorder, sorted.live());
    BotCatalog.Wanted missing = versions.missing();
    if (missing != null) {
      return new Verdict.NeedsBot(missing);
    }
    if (folded.unrecorded().stream().anyMatch(one -> one.why() instanceof Decision.NeedsStaff)) {
      return new Verdict.NeedsStaff();
    }
    Recorder.Stale stale = recorder.stale();
    return stale == null
        ? verdict(standing, recorder, folded, sorted, made)
        : new Verdict.NeedsUnderstanding(wanted, stale);
  }

  private static int version(Holder holder) {
    Session session = holder.session();
    return session == null ? BotCatalog.PUBLISHED : session.botVersion();
  }

  private Fold.Folded fold(
      Standing standing, BotCatalog.Ready bot, Recorder recorder, List<Entry> live) {
    long now = looked.clock().nowNanos();
    Moment moment = new Moment(now, bot.offsetSeconds(now), UNUSED);
    // All attributes: another version may read others, and each records what it reads.
    Facts facts =
        bot.facts(standing.attributes())
            .attributes(standing.attributes())
            .staff(roster.staff())
            .teamOnline(roster.anybodyOnline());
    List<Arrival> arrivals = live.stream().map(Entry::arrival).toList();
    return new Fold(standing.before(), recorder, moment, facts, deciding.seeds()).fold(arrivals);
  }

  private Sorted sort(List<Entry> entries) {
    Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Entry entry : entries) {
      InputId inputId = entry.submission().inputId();
      Looked.SeenInput seen =
          inputId == null ? null : looked.claims().inputIds().get(inputId.key());
      if (inputId == null) {
        sorted.live().add(entry);
      } else if (seen != null) {
        repeated(entry, inputId, seen, sorted.answers());
      } else if (inputIds.add(inputId.key())) {
        sorted.live().add(entry);
      } else {
        sorted.held().add(entry);
      }
    }
    return sorted;
  }

  private static void repeated(
      Entry entry, InputId inputId, Looked.SeenInput seen, List<Answer> answers) {
    if (seen.requestHash().equals(inputId.requestHash())) {
      News seenBefore = new News.Seen(seen.turnId(), seen.conversationId(), seen.firstSequence());
      answers.add(new Answer(entry, seenBefore));
    } else {
      answers.add(new Answer(entry, new Outcome.ConflictingRepeat(seen.turnId())));
    }
  }

  private Verdict verdict(
      Standing standing,
      Recorder recorder,
      Fold.Folded folded,
      Sorted sorted,
      Verdict.@Nullable Made made) {
    Conversation.Address address = standing.before().address();
    Map<String, Long> firstSequences = new HashMap<>();
    for (Decision.Decided decided : folded.decided()) {
      firstSequences.putIfAbsent(decided.leg().turnId(), decided.leg().firstSequence());
    }
    List<Answer> answers = new ArrayList<>(sorted.answers());
    for (Fold.Unrecorded one : folded.unrecorded()) {
      answer(one, sorted.live(), recorder, answers);
    }
    for (Entry entry : sorted.live()) {
      Decision.Decided went = recorder.elsewhere().get(entry.arrival().turnId());
      if (went != null) {
        answers.add(new Answer(entry, new Outcome.Committed(turn(went))));
      }
    }
    List<Writes.InputIdRow> ids = inputIdRows(sorted.live(), firstSequences, address);
    LinePlan.Rows rows = folded.decided().isEmpty() ? null : rows(standing, recorder, folded, ids);
    if (rows != null) {
      roster.give(rows.rooms().taken());
    }
    contacts.change(address.contactId(), attributes(standing.attributes(), folded.decided()));
    noteOptOuts(address, folded.decided());
    List<Entry> done = new ArrayList<>(sorted.live());
    sorted.answers().forEach(answer -> done.add(answer.entry()));
    return new Verdict.Planned(
        new LinePlan(address.conversationId(), folded.decided(), done, answers, rows),
        sorted.held(),
        rows == null ? null : made);
  }

  private void noteOptOuts(Conversation.Address address, List<Decision.Decided> decided) {
    for (Decision.Decided one : decided) {
      if (one.work().contains(new Work.OptOut())) {
        contacts.optedOut(
            new Writes.OptOutRow(
                address.contactId(), address.conversationId(), one.leg().firstSequence()));
      }
    }
  }

  private static Turn turn(Decision.Decided went) {
    return new Turn(
        went.leg().turnId(),
        went.after().address().conversationId(),
        List.of(went.leg()),
        went.after());
  }

  private static void answer(
      Fold.Unrecorded one, List<Entry> live, Recorder recorder, List<Answer> answers) {
    for (Entry entry : live) {
      if (entry.arrival().turnId().equals(one.arrival().turnId())) {
        answers.add(new Answer(entry, outcome(one, recorder)));
      }
    }
  }

  private static Outcome outcome(Fold.Unrecorded one, Recorder recorder) {
    String failure = recorder.failures().get(one.arrival().turnId());
    if (failure != null) {
      return new Outcome.Poisoned(failure);
    }
    return switch (one.why()) {
      case Decision.Refused(var refusal) -> new Outcome.Refused(refusal);
      case Decision.RoomRefused(var refusal) -> new Outcome.RoomRefused(refusal);
      case Decision.NeedsStaff _ ->
          throw new IllegalStateException("asked for staff, and was told");
      case Decision.NeedsVersion(var version) -> new Outcome.NeedsVersion(version);
      case Decision.Decided _ -> throw new IllegalStateException("decided, yet not recorded");
    };
  }

  private static List<Writes.InputIdRow> inputIdRows(
      List<Entry> live, Map<String, Long> firstSequences, Conversation.Address address) {
    List<Writes.InputIdRow> ids = new ArrayList<>();
    for (Entry entry : live) {
      String turnId = entry.arrival().turnId();
      InputId inputId = entry.submission().inputId();
      Long first = firstSequences.get(turnId);
      if (inputId != null && first != null) {
        ids.add(new Writes.InputIdRow(inputId, turnId, address.conversationId(), first));
      }
    }
    return ids;
  }

  private static LinePlan.Rows rows(
      Standing standing, Recorder recorder, Fold.Folded folded, List<Writes.InputIdRow> ids) {
    Conversation.Address address = standing.before().address();
    String id = address.conversationId();
    List<Timer> before = standing.before().timers();
    List<Timer> after = folded.after().timers();
    return new LinePlan.Rows(
        new Writes.ConversationRow(
            new Writes.Identity(id, address.botId(), address.contactId()),
            standing.fresh(),
            standing.version(),
            recorder.version(),
            recorder.state()),
        List.copyOf(recorder.legs()),
        List.copyOf(recorder.poisoned()),
        new Writes.Timers(missing(id, before, after), missing(id, after, before)),
        ids,
        channel(address, folded.decided()),
        lanes(recorder, folded.decided(), id),
        RoomRows.of(standing.before(), folded.decided()),
        SessionRows.of(standing.before(), folded.decided()));
  }

  /// What leaves the house is first a row of the same transaction.
  private static Writes.@Nullable ChannelRow channel(
      Conversation.Address address, List<Decision.Decided> decided) {
    List<Long> said =
        Ids.isObjectId(address.account())
            ? decided.stream()
                .map(Decision.Decided::leg)
                .filter(leg -> Audience.of(leg.turnId()) != Audience.CALLER)
                .filter(Leg::speaks)
                .map(Leg::firstSequence)
                .toList()
            : List.of();
    return said.isEmpty()
        ? null
        : new Writes.ChannelRow(
            address.conversationId(), address.account(), said.getFirst(), said.getLast());
  }

  /// Who hears something of these legs; under the conversation's lock its lanes are claimed if they
  /// are idle.
  private static List<Writes.LaneRow> lanes(
      Recorder recorder, List<Decision.Decided> decided, String id) {
    List<Writes.LaneRow> lanes = new ArrayList<>();
    for (Listener listener : recorder.listeners()) {
      long first = listener.first(decided);
      if (first >= 0) {
        lanes.add(
            new Writes.LaneRow(
                id, listener.endpointId(), first - 1, recorder.version(), listener.paused()));
      }
    }
    return lanes;
  }

  /// Timer rows follow from the states alone: what the state dropped goes, what it gained comes.
  private static List<Writes.TimerRow> missing(String id, List<Timer> from, List<Timer> in) {
    return from.stream()
        .filter(timer -> !in.contains(timer))
        .map(timer -> new Writes.TimerRow(id, timer))
        .toList();
  }

  private static Value.Obj attributes(Value.Obj before, List<Decision.Decided> decided) {
    Value.Obj attributes = before;
    for (Decision.Decided one : decided) {
      for (Work work : one.work()) {
        if (work instanceof Work.SetAttribute(var key, var value)) {
          attributes = attributes.with(key, value);
        }
      }
    }
    return attributes;
  }
}
