package dev.dragoman.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.core.room.Agent;
import dev.dragoman.core.room.Desk;
import dev.dragoman.core.room.Hours;
import dev.dragoman.core.room.Move;
import dev.dragoman.core.room.RoomEvent;
import dev.dragoman.core.room.Rules;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.rooms.Assigner;
import dev.dragoman.server.store.AgentRow;
import dev.dragoman.server.store.RoomList;
import dev.dragoman.server.store.Staffing;
import dev.dragoman.server.store.TeamRow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers on one database give rooms to agents at the same time.
class TwoNodesTest {
  private static final int ROOMS = 90;
  private static final int AGENTS = 3;
  private static final int SEATS = 4;
  private static final int GROUP = 7;
  private static final String BOT =
      """
      bot: plain
      language: en
      stories: { any: { on: general-fallback, steps: { one: { say: Hello } } } }
      """;

  @Test
  void noRoomAndNoSeatIsGivenTwice(@TempDir Path directory) throws Exception {
    try (RunningServer server = RunningServer.start(directory.resolve("data"));
        RunningServer.Node one = server.node();
        RunningServer.Node two = server.node()) {
      String bot = server.publish(BOT).id();
      int workspace = server.workspace();
      staff(one, workspace);
      for (int i = 0; i < ROOMS; i++) {
        queue(one, workspace, bot, i);
      }

      int closed = 0;
      while (closed < ROOMS) {
        together(() -> assigner(one).assign(), () -> assigner(two).assign());
        assertThat(server.number("select count(*) from seat")).isPositive();
        assertThat(server.number("select count(*) from seat"))
            .isEqualTo(server.number("select count(*) from room where state = 'attended'"))
            .isLessThanOrEqualTo(AGENTS * SEATS);
        closed += closeAttended(two, workspace);
      }

      assertThat(server.number("select count(*) from room where state = 'closed'"))
          .isEqualTo(ROOMS);
      assertThat(server.number("select count(*) from seat")).isZero();
      assertThat(attendedPerRoom(server))
          .hasSize(ROOMS)
          .allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
      assertThat(server.replay().isSame()).isTrue();
    }
  }

  private static void staff(RunningServer.Node node, int workspace) {
    Staffing staffing = node.staffing();
    Hours always = new Hours(ZoneId.of("UTC"), List.of());
    staffing.put(workspace, new TeamRow(GROUP, "all", always, Rules.STANDARD));
    for (int i = 0; i < AGENTS; i++) {
      String id = "%024x".formatted(i + 1);
      Agent agent = new Agent(id, i + 1, "agent " + i, "", "", "");
      staffing.put(workspace, new Staffing.Configured(agent, SEATS, List.of(GROUP)));
      staffing.present(workspace, id, AgentRow.State.ONLINE, TimeUnit.HOURS.toNanos(1));
    }
  }

  private static void queue(RunningServer.Node node, int workspace, String bot, int number) {
    Target.Addressed to =
        new Target.Addressed(
            bot, "direct", new Target.Identity(bot, "u" + number), 0, Value.Obj.EMPTY);
    Move queue = new Move.Queue(List.of(GROUP), Desk.OWN, RoomEvent.Cause.API, Value.Obj.EMPTY);
    Outcome outcome =
        node.turns().take(new Turns.Taken(workspace, bot, to, new Input.InRoom(queue), null));
    assertThat(outcome).isInstanceOf(Outcome.Committed.class);
  }

  private static Assigner assigner(RunningServer.Node node) {
    return new Assigner(
        node.rooms(), node.staffing(), node.turns(), () -> System.currentTimeMillis() * 1_000_000L);
  }

  private static void together(Callable<Integer> one, Callable<Integer> two) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> each : threads.invokeAll(List.of(one, two))) {
        each.get();
      }
    }
  }

  private static int closeAttended(RunningServer.Node node, int workspace) {
    List<RoomList.Row> attended =
        node.rooms().after(workspace, new RoomList.Filter("attended", null, null), "", 200);
    for (RoomList.Row room : attended) {
      Move close = new Move.Close(room.names().id(), null, RoomEvent.Reason.API);
      Target to = new Target.Known(room.names().conversationId());
      Outcome outcome =
          node.turns().take(new Turns.Taken(workspace, "", to, new Input.InRoom(close), null));
      assertThat(outcome).isInstanceOf(Outcome.Committed.class);
    }
    return attended.size();
  }

  private static Map<String, Integer> attendedPerRoom(RunningServer server) throws SQLException {
    Map<String, Integer> times = new HashMap<>();
    List<Event> events = new ArrayList<>();
    try (Connection connection = server.database();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select body from leg")) {
      while (rows.next()) {
        events.addAll(Pack.leg(rows.getBytes(1)).told().events());
      }
    }
    for (Event event : events) {
      if (event instanceof Event.InRoom(RoomEvent.Attended attended)) {
        times.merge(attended.ref().ids().hex(), 1, Integer::sum);
      }
    }
    return times;
  }
}
