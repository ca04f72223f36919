package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.pack.Pack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The store in memory, with everything that goes wrong on purpose: rows held elsewhere, other
/// batches between any two steps, deadlocks, lost connections, commits nobody hears of.
///
/// Single-threaded: whatever `meanwhile` does runs to its end between two steps of a batch.
final class SimulatedDatabase extends LedgerDatabase implements Scene {
  private static final Set<Integer> WORKSPACES = Set.of(1, 2);

  private final SplittableRandom chance;
  private final Trouble trouble;
  private final Map<String, Row> conversations = new TreeMap<>();
  private final Map<String, Looked.ContactRow> contacts = new HashMap<>();
  private final Map<In<Lookup.IdentityKey>, String> identities = new HashMap<>();
  private final Map<LineKey.OfAddress, String> addresses = new HashMap<>();
  private final Map<In<InputId.Key>, Looked.SeenInput> inputIds = new HashMap<>();
  private final Map<String, List<Writes.LegRow>> legs = new HashMap<>();
  private final Set<String> timers = new HashSet<>();
  private final SimulatedDesk desk = new SimulatedDesk();
  private final Map<String, Object> locks = new HashMap<>();
  private Runnable meanwhile = () -> {};
  private int depth;
  private long now = 1_700_000_000_000_000_000L;

  /// How likely each trouble is, in per cent of the steps.
  record Trouble(int held, int interleaved, int deadlock, int broken, int inDoubt) {
    static final Trouble NONE = new Trouble(0, 0, 0, 0, 0);
    static final Trouble MUCH = new Trouble(6, 25, 4, 3, 6);
  }

  @SuppressWarnings("ArrayRecordComponent") // Bytes as they are stored.
  private record Row(int workspace, int version, byte[] state, String contactId) {}

  /// A key is one of its workspace.
  private record In<K>(int workspace, K key) {}

  SimulatedDatabase(SplittableRandom chance, Trouble trouble) {
    this.chance = chance;
    this.trouble = trouble;
  }

  @Override
  public LedgerDatabase database() {
    return this;
  }

  @Override
  public void meanwhile(Runnable others) {
    meanwhile = others;
  }

  @Override
  public void pass() {
    now += 1_000_000;
  }

  @Override
  public void pass(long nanos) {
    now += nanos;
  }

  @Override
  public long nowNanos() {
    return now;
  }

  @Override
  public void present(String agentId, boolean online) {
    desk.present(agentId, online);
  }

  @Override
  public Map<String, String> seats() {
    return desk.seats();
  }

  @Override
  public Map<String, String> rooms() {
    return desk.rooms();
  }

  @Override
  BatchStore batches() {
    return new Transactions();
  }

  @Override
  TurnSource turns() {
    return new TurnSource() {
      @Override
      public @Nullable Turn turn(Turns.Parked turn) {
        Row row = conversations.get(turn.conversationId());
        return row == null
            ? null
            : new Turn(
                turn.turnId(),
                turn.conversationId(),
                legsOf(turn.conversationId(), turn.turnId()),
                Pack.conversation(row.state()));
      }

      @Override
      public Set<String> settled(List<Turns.Parked> turns) {
        Set<String> settled = new HashSet<>();
        for (Turns.Parked turn : turns) {
          if (legsOf(turn.conversationId(), turn.turnId()).stream()
              .anyMatch(leg -> leg.told().settled())) {
            settled.add(turn.turnId());
          }
        }
        return settled;
      }
    };
  }

  @Override
  public List<Leg> legsOf(String conversationId, String turnId) {
    return legs.getOrDefault(conversationId, List.of()).stream()
        .filter(row -> row.turnId().equals(turnId))
        .map(row -> Pack.leg(row.body()))
        .toList();
  }

  @Override
  public Map<String, List<Writes.LegRow>> legs() {
    return legs;
  }

  @Override
  public Looked.LockedRow row(String conversationId) {
    Row row = conversations.get(conversationId);
    return new Looked.LockedRow(row.version(), row.state());
  }

  @Override
  public long addressCount() {
    return addresses.size();
  }

  @Override
  public long conversationCount() {
    return conversations.size();
  }

  @Override
  public long timerCount() {
    return timers.size();
  }

  @Override
  public long unsoundCount() {
    long unsound =
        conversations.entrySet().stream()
            .filter(row -> row.getValue().version() != legs.get(row.getKey()).size())
            .count();
    Set<String> settled = new HashSet<>();
    long twice =
        legs.values().stream()
            .flatMap(List::stream)
            .filter(leg -> leg.settled() && !settled.add(leg.turnId()))
            .count();
    return unsound + twice;
  }

  private boolean happens(int perCent) {
    return perCent > 0 && chance.nextInt(100) < perCent;
  }

  private void others() {
    if (depth < 2 && happens(trouble.interleaved())) {
      depth++;
      meanwhile.run();
      depth--;
    }
  }

  private final class Transactions implements BatchStore {
    private final Set<String> held = new HashSet<>();
    private @Nullable Writes pending;

    @Override
    public Looked look(Lookup lookup) throws StoreFailure {
      now += 1_000_000;
      others();
      if (happens(trouble.broken())) {
        throw new StoreFailure(StoreFailure.Kind.BROKEN, "08006", null);
      }
      Map<String, Looked.LockedRow> locked = new HashMap<>();
      Map<String, Looked.ContactRow> known = new HashMap<>();
      for (String id : lookup.rows().conversations()) {
        Row row = conversations.get(id);
        if (row != null && row.workspace() == lookup.workspace()) {
          lock(id, row, locked, known);
        }
      }
      Looked.Claims claims = new Looked.Claims(new HashMap<>(), new HashMap<>(), new HashMap<>());
      found(lookup, claims);
      Set<Attempt.Mark> marks = new HashSet<>();
      lookup.attempts().stream()
          .filter(mark -> committed(lookup.workspace(), mark))
          .forEach(marks::add);
      long revision = WORKSPACES.contains(lookup.workspace()) ? 1 : -1;
      return new Looked(
          new Looked.Clock(revision, now),
          locked,
          known,
          claims,
          marks,
          desk.people(lookup.staff()));
    }

    private void found(Lookup lookup, Looked.Claims claims) {
      int workspace = lookup.workspace();
      for (InputId.Key key : lookup.rows().inputIds()) {
        Looked.SeenInput seen = inputIds.get(new In<>(workspace, key));
        if (seen != null) {
          claims.inputIds().put(key, seen);
        }
      }
      for (LineKey.OfAddress key : lookup.rows().addresses()) {
        if (addresses.containsKey(key)) {
          claims.addresses().put(key, addresses.get(key));
        }
      }
      for (Lookup.IdentityKey key : lookup.rows().identities()) {
        String contact = identities.get(new In<>(workspace, key));
        if (contact != null) {
          claims.identities().put(key, contacts.get(contact));
        }
      }
    }

    private void lock(
        String id,
        Row row,
        Map<String, Looked.LockedRow> locked,
        Map<String, Looked.ContactRow> known) {
      known.put(id, contacts.get(row.contactId()));
      if (!locks.containsKey(id) && !happens(trouble.held())) {
        locks.put(id, this);
        held.add(id);
        locked.put(id, new Looked.LockedRow(row.version(), row.state()));
      }
    }

    private boolean committed(int workspace, Attempt.Mark mark) {
      Row row = conversations.get(mark.conversationId());
      return row != null
          && row.workspace() == workspace
          && legsOf(mark).stream()
              .anyMatch(leg -> leg.key().leg() == mark.leg() && leg.turnId().equals(mark.turnId()));
    }

    private List<Writes.LegRow> legsOf(Attempt.Mark mark) {
      return legs.getOrDefault(mark.conversationId(), List.of());
    }

    @Override
    public List<LaneClaim> write(Writes writes) throws StoreFailure {
      others();
      if (happens(trouble.broken())) {
        throw failure(StoreFailure.Kind.BROKEN, "08006");
      }
      if (happens(trouble.deadlock()) || lost(writes)) {
        throw failure(StoreFailure.Kind.LOST_CLAIM, "23505");
      }
      pending = writes;
      return List.of();
    }

    private StoreFailure failure(StoreFailure.Kind kind, String code) {
      release();
      return new StoreFailure(kind, code, null);
    }

    private boolean lost(Writes writes) {
      return writes.claims().addresses().stream().anyMatch(row -> addresses.containsKey(row.key()))
          || writes.claims().identities().stream()
              .anyMatch(row -> identities.containsKey(new In<>(writes.workspace(), row.key())))
          || writes.claims().inputIds().stream()
              .anyMatch(
                  row -> inputIds.containsKey(new In<>(writes.workspace(), row.inputId().key())))
          || writes.contacts().changed().stream()
              .anyMatch(row -> contacts.get(row.id()).version() != row.version())
          || desk.isTaken(writes.rooms())
          || writes.conversations().stream().anyMatch(this::moved);
    }

    private boolean moved(Writes.ConversationRow row) {
      Row now = conversations.get(row.identity().id());
      return row.fresh() ? now != null : now == null || now.version() != row.was();
    }

    @Override
    public int commit() throws StoreFailure {
      Writes writes = pending;
      if (writes != null) {
        boolean doubt = happens(trouble.inDoubt());
        if (!doubt || chance.nextBoolean()) {
          apply(writes);
        }
        release();
        if (doubt) {
          throw new StoreFailure(StoreFailure.Kind.IN_DOUBT, "08006", null);
        }
      }
      release();
      return 3;
    }

    private void apply(Writes writes) {
      writes.claims().addresses().forEach(row -> addresses.put(row.key(), row.conversationId()));
      int workspace = writes.workspace();
      for (Writes.IdentityRow row : writes.claims().identities()) {
        identities.put(new In<>(workspace, row.key()), row.contactId());
      }
      writes.claims().inputIds().forEach(row -> seen(workspace, row));
      writes.contacts().made().forEach(this::contact);
      writes.contacts().changed().forEach(this::contact);
      for (Writes.ConversationRow row : writes.conversations()) {
        conversations.put(
            row.identity().id(),
            new Row(workspace, row.version(), row.state(), row.identity().contactId()));
      }
      for (Writes.LegRow row : writes.appended().legs()) {
        legs.computeIfAbsent(row.key().conversationId(), _ -> new ArrayList<>()).add(row);
      }
      desk.apply(writes.rooms());
      writes.appended().timers().dropped().forEach(row -> timers.remove(row.toString()));
      writes.appended().timers().set().forEach(row -> timers.add(row.toString()));
    }

    private void seen(int workspace, Writes.InputIdRow row) {
      inputIds.put(
          new In<>(workspace, row.inputId().key()),
          new Looked.SeenInput(
              row.inputId().requestHash(),
              row.turnId(),
              row.conversationId(),
              row.firstSequence()));
    }

    private void contact(Looked.ContactRow row) {
      contacts.put(
          row.id(),
          new Looked.ContactRow(
              row.id(), row.version() + 1, Arrays.copyOf(row.body(), row.body().length)));
    }

    private void release() {
      held.forEach(locks::remove);
      held.clear();
      pending = null;
    }

    @Override
    public void rollback() {
      release();
    }

    @Override
    public void poison(int workspace, String turnId, String conversationId, String code) {
      release();
    }

    @Override
    public void close() {
      release();
    }
  }
}
