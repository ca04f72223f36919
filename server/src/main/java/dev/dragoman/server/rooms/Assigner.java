package dev.dragoman.server.rooms;

import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.room.Move;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.store.AgentRow;
import dev.dragoman.server.store.RoomList;
import dev.dragoman.server.store.Staffing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/// Gives the room that has waited longest to a free agent of its group, many at a time, and has
/// the rooms of agents whose presence ran out wait again.
///
/// It only proposes: each proposal is an input, and the seat is taken in the ledger's own
/// transaction, so that two nodes that do this at once give no room and no seat twice. Among free
/// agents the one with the fewest rooms comes first, then the one of the lowest id.
public final class Assigner {
  /// Most rooms that are given away in one round.
  static final int ROUND = 256;

  private final RoomList rooms;
  private final Staffing staffing;
  private final Turns turns;
  private final LongSupplier nowNanos;

  private record Pair(RoomList.Waiting room, String agentId) {}

  /// `nowNanos` is a clock since 1970: who is believed to be online is found out in the ledger.
  public Assigner(RoomList rooms, Staffing staffing, Turns turns, LongSupplier nowNanos) {
    this.rooms = rooms;
    this.staffing = staffing;
    this.turns = turns;
    this.nowNanos = nowNanos;
  }

  /// Takes rooms from agents who are not there any more, and gives away whatever can be given away;
  /// returns how many rooms found an agent.
  public int assign() {
    int all = 0;
    for (RoomList.Left room : rooms.left(nowNanos.getAsLong(), ROUND)) {
      Input away = new Input.InRoom(new Move.AgentAway(room.id(), room.agentId()));
      Target conversation = new Target.Known(room.conversationId());
      turns.take(new Turns.Taken(room.workspace(), "", conversation, away, null));
    }
    for (int workspace : rooms.workspacesWaiting()) {
      int given = round(workspace);
      while (given > 0) {
        all += given;
        given = round(workspace);
      }
    }
    return all;
  }

  private int round(int workspace) {
    List<Pair> pairs = pairs(workspace);
    if (pairs.isEmpty()) {
      return 0;
    }
    int given = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> proposals =
          pairs.stream().<Callable<Boolean>>map(pair -> () -> propose(workspace, pair)).toList();
      for (Future<Boolean> proposal : threads.invokeAll(proposals)) {
        given += proposal.state() == Future.State.SUCCESS && proposal.resultNow() ? 1 : 0;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return 0;
    }
    return given;
  }

  private boolean propose(int workspace, Pair pair) {
    Input assign = new Input.InRoom(new Move.Assign(pair.room().id(), pair.agentId()));
    Target conversation = new Target.Known(pair.room().conversationId());
    return turns.take(new Turns.Taken(workspace, "", conversation, assign, null))
        instanceof Outcome.Committed;
  }

  private List<Pair> pairs(int workspace) {
    long now = nowNanos.getAsLong();
    List<AgentRow> online =
        staffing.agents(workspace).stream()
            .filter(row -> row.presence().at(now) == AgentRow.State.ONLINE)
            .toList();
    if (online.isEmpty()) {
      return List.of();
    }
    Map<String, Integer> taken = new HashMap<>();
    online.forEach(row -> taken.put(row.agent().id(), row.taken().size()));
    List<Pair> pairs = new ArrayList<>();
    for (RoomList.Waiting room : rooms.waiting(workspace, ROUND)) {
      AgentRow best = null;
      for (AgentRow row : online) {
        int has = taken.getOrDefault(row.agent().id(), 0);
        boolean serves = room.team() == 0 || row.teams().contains(room.team());
        if (serves
            && has < row.capacity()
            && (best == null || has < taken.getOrDefault(best.agent().id(), 0))) {
          best = row;
        }
      }
      if (best != null) {
        taken.merge(best.agent().id(), 1, Integer::sum);
        pairs.add(new Pair(room, best.agent().id()));
      }
    }
    return pairs;
  }
}
