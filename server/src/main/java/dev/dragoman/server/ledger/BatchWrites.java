package dev.dragoman.server.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gathers the rows of all lines of a batch and sorts each kind by its key: the one order in which
/// every batch of every node writes, so that no two can embrace.
final class BatchWrites {
  private static final Comparator<LineKey.OfAddress> ADDRESS =
      Comparator.comparing(LineKey.OfAddress::botId)
          .thenComparing(LineKey.OfAddress::account)
          .thenComparing(LineKey.OfAddress::peer)
          .thenComparingInt(LineKey.OfAddress::thread);

  private final List<Writes.AddressRow> addresses = new ArrayList<>();
  private final List<Writes.InputIdRow> inputIds = new ArrayList<>();
  private final List<Writes.ConversationRow> conversations = new ArrayList<>();
  private final List<Writes.LegRow> legs = new ArrayList<>();
  private final List<Writes.LaneRow> lanes = new ArrayList<>();
  private final List<Writes.PoisonedRow> poisoned = new ArrayList<>();
  private final List<Writes.TimerRow> dropped = new ArrayList<>();
  private final List<Writes.TimerRow> set = new ArrayList<>();
  private final List<Writes.ChannelRow> channels = new ArrayList<>();
  private final List<Writes.RoomRow> rooms = new ArrayList<>();
  private final List<Writes.SeatRow> freed = new ArrayList<>();
  private final List<Writes.SeatRow> taken = new ArrayList<>();
  private final List<String> paused = new ArrayList<>();
  private final List<Writes.SessionRow> sessions = new ArrayList<>();

  void add(Verdict.Planned planned) {
    LinePlan.Rows rows = planned.plan().rows();
    if (rows == null) {
      return;
    }
    Verdict.Made made = planned.made();
    if (made != null) {
      addresses.add(new Writes.AddressRow(made.address(), made.identities().conversationId()));
    }
    inputIds.addAll(rows.inputIds());
    conversations.add(rows.conversation());
    legs.addAll(rows.legs());
    lanes.addAll(rows.lanes());
    poisoned.addAll(rows.poisoned());
    dropped.addAll(rows.timers().dropped());
    set.addAll(rows.timers().set());
    sessions.addAll(rows.sessions());
    if (rows.channel() != null) {
      channels.add(rows.channel());
    }
    rooms.addAll(rows.rooms().rooms());
    freed.addAll(rows.rooms().freed());
    taken.addAll(rows.rooms().taken());
    paused.addAll(rows.rooms().paused());
  }

  Writes writes(int workspace, ContactBook contacts, long nowNanos) {
    List<Writes.IdentityRow> identities = new ArrayList<>(contacts.claimed());
    addresses.sort(Comparator.comparing(Writes.AddressRow::key, ADDRESS));
    identities.sort(
        Comparator.comparing((Writes.IdentityRow row) -> row.key().realm())
            .thenComparing(row -> row.key().hash()));
    inputIds.sort(
        Comparator.comparing((Writes.InputIdRow row) -> row.inputId().source())
            .thenComparing(row -> row.inputId().id()));
    conversations.sort(Comparator.comparing(row -> row.identity().id()));
    legs.sort(
        Comparator.comparing((Writes.LegRow row) -> row.key().conversationId())
            .thenComparingInt(row -> row.key().leg()));
    lanes.sort(
        Comparator.comparing(Writes.LaneRow::stream).thenComparing(Writes.LaneRow::endpointId));
    poisoned.sort(Comparator.comparing(Writes.PoisonedRow::turnId));
    Comparator<Writes.TimerRow> byDue =
        Comparator.comparingLong((Writes.TimerRow row) -> row.timer().dueNanos())
            .thenComparing(Writes.TimerRow::conversationId);
    dropped.sort(byDue);
    set.sort(byDue);
    channels.sort(Comparator.comparing(Writes.ChannelRow::conversationId));
    sessions.sort(Comparator.comparing(row -> row.place().id()));
    return new Writes(
        workspace,
        new Writes.Claims(addresses, identities, inputIds),
        contacts.writes(),
        conversations,
        new Writes.Appended(
            legs, lanes, poisoned, new Writes.Timers(dropped, set), channels, sessions, nowNanos),
        rooms());
  }

  private Writes.Rooms rooms() {
    Comparator<Writes.SeatRow> bySeat =
        Comparator.comparing(Writes.SeatRow::agentId).thenComparingInt(Writes.SeatRow::number);
    rooms.sort(Comparator.comparing(row -> row.ids().hex()));
    freed.sort(bySeat);
    taken.sort(bySeat);
    paused.sort(null);
    return new Writes.Rooms(rooms, freed, taken, paused);
  }
}
