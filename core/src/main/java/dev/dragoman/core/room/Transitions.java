package dev.dragoman.core.room;

import dev.dragoman.core.room.RoomEvent.Author;
import dev.dragoman.core.room.RoomEvent.Reason;
import dev.dragoman.core.room.RoomEvent.Route;
import dev.dragoman.core.room.RoomEvent.Why;
import dev.dragoman.core.room.RoomRefusal.Code;
import dev.dragoman.core.room.Staff.Group;
import dev.dragoman.core.room.Staff.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every way a room can go. Pure; one instance serves one decision.
///
/// | input | no room | queued | attended |
/// |---|---|---|---|
/// | queue | queued (a) | the same; transferred (b) | the same; transferred (b) |
/// | attend | refused | attended (c) | the same if it is theirs, else TAKEN |
/// | assign | refused | attended (c, d) | TAKEN |
/// | say | refused | NOT_ATTENDED | told (e) |
/// | say from a desk outside | refused | attended and told | told |
/// | contact writes | the bot hears | told | told, the agent owes a word |
/// | to group | refused | queued there (f) | queued there (e, f) |
/// | to agent | refused | attended (c, d) | attended (c, d, e); OWN_AGENT |
/// | requeue | refused | the same | queued at its old place (e) |
/// | agent gone | refused | the same | queued if they had it, else the same |
/// | agent away | refused | the same | queued if they had it and are not online, else the same |
/// | close | refused | closed | closed (e) |
/// | waited too long | nothing | closed: QUEUE_CLEANING | nothing |
/// | agent silent | nothing | nothing | queued, agent paused; or closed: TRIGGER |
/// | contact silent | nothing | nothing | reminded; in the end closed: TRIGGER |
///
/// Without a room a move is refused with NO_ROOM; one that names a room which is not the open one,
/// with ROOM_CLOSED. (a) UNKNOWN_GROUP if none of the groups is there. (b) If its own group is not
/// among those asked for. (c) UNKNOWN_AGENT, AGENT_FULL; ANOTHER_DESK if its humans sit outside.
/// (d) AGENT_AWAY. (e) An agent does it only to a room they have, else NOT_YOURS, or NOT_ATTENDED
/// while it waits; a caller without an agent does it to every room, but says nothing at this desk
/// (ANOTHER_DESK). (f) UNKNOWN_GROUP, OWN_GROUP, GROUP_CLOSED.
public final class Transitions {
  private final Setting setting;

  /// Moves rooms in this setting.
  public Transitions(Setting setting) {
    this.setting = setting;
  }

  /// What the move makes of the room that is open, or of none.
  public Step move(@Nullable Room room, Move move, RoomEvent.Context context) {
    if (move instanceof Move.Queue queue) {
      return room == null ? open(queue, context) : queueAgain(room, queue);
    }
    String meant = move.room();
    if (room == null) {
      return refused(meant == null ? Code.NO_ROOM : Code.ROOM_CLOSED);
    }
    return meant != null && !meant.equals(room.ids().hex())
        ? refused(Code.ROOM_CLOSED)
        : moved(room, move);
  }

  private Step moved(Room room, Move move) {
    return switch (move) {
      case Move.Queue queue -> queueAgain(room, queue);
      case Move.Attend(_, var agentId) -> attend(room, agentId);
      case Move.Assign(_, var agentId) -> assign(room, agentId);
      case Move.Say(_, var by, var content) -> say(room, by, content);
      case Move.ToGroup(_, var by, int group) ->
          mine(room, by).orElseGet(() -> toGroup(room, by, group));
      case Move.ToAgent(_, var by, var agentId) ->
          mine(room, by).orElseGet(() -> toAgent(room, by, agentId));
      case Move.Requeue(_, var by) -> mine(room, by).orElseGet(() -> requeue(room, by));
      case Move.AgentGone(_, var agentId) ->
          agentId.equals(agentId(room)) ? waitAgain(room, Why.AGENT_GONE) : unchanged(room);
      case Move.AgentAway(_, var agentId) ->
          agentId.equals(agentId(room)) && !isOnline(agentId)
              ? waitAgain(room, Why.AGENT_GONE)
              : unchanged(room);
      case Move.Close(_, var by, var reason) ->
          mine(room, by).orElseGet(() -> close(room, reason, List.of()));
    };
  }

  private Step open(Move.Queue queue, RoomEvent.Context context) {
    Optional<Group> group = Opening.choose(queue.groups(), setting.staff());
    if (group.isEmpty() && !queue.groups().isEmpty()) {
      return refused(Code.UNKNOWN_GROUP);
    }
    return Opening.open(
        new Opening.Wish(
            group.orElse(null), queue.desk(), queue.cause(), queue.memo(), null, context),
        setting);
  }

  /// Whoever queues last is told from now on.
  private Step queueAgain(Room open, Move.Queue queue) {
    Room room = open.remembering(queue.memo());
    if (queue.groups().isEmpty() || queue.groups().contains(room.stage().group())) {
      return unchanged(room);
    }
    return Opening.choose(queue.groups(), setting.staff())
        .map(group -> queuedIn(room, group, Why.API))
        .orElseGet(() -> refused(Code.UNKNOWN_GROUP));
  }

  private static @Nullable String agentId(Room room) {
    Agent agent = room.agent();
    return agent == null ? null : agent.id();
  }

  /// The refusal of an agent who does something to a room that is not theirs.
  private static Optional<Step> mine(Room room, @Nullable String by) {
    Agent agent = room.agent();
    if (by == null || (agent != null && by.equals(agent.id()))) {
      return Optional.empty();
    }
    return Optional.of(
        agent == null
            ? refused(Code.NOT_ATTENDED)
            : new Step.Refused(new RoomRefusal(Code.NOT_YOURS, agent)));
  }

  private Step attend(Room room, String agentId) {
    Agent agent = room.agent();
    if (agent != null) {
      return agentId.equals(agent.id()) ? unchanged(room) : taken(agent);
    }
    return room.origin().desk() == Desk.ENDPOINT
        ? refused(Code.ANOTHER_DESK)
        : seated(room, agentId, List.of());
  }

  private Step assign(Room room, String agentId) {
    Agent agent = room.agent();
    if (agent != null) {
      return taken(agent);
    }
    boolean away = setting.staff().member(agentId).isPresent() && !isOnline(agentId);
    return away ? refused(Code.AGENT_AWAY) : attend(room, agentId);
  }

  private boolean isOnline(String agentId) {
    return setting.staff().member(agentId).filter(Member::online).isPresent();
  }

  private static Step taken(Agent agent) {
    return new Step.Refused(new RoomRefusal(Code.TAKEN, agent));
  }

  /// On a free seat of that agent, after what was told before.
  private Step seated(Room room, String agentId, List<RoomEvent> before) {
    Optional<Member> found = setting.staff().member(agentId);
    if (found.isEmpty()) {
      return refused(Code.UNKNOWN_AGENT);
    }
    Member member = found.get();
    return member.freeSeat() == 0
        ? new Step.Refused(new RoomRefusal(Code.AGENT_FULL, member.agent()))
        : attended(room, member.agent(), member.freeSeat(), before);
  }

  /// Whoever has waited is owed a word: the agent's silence counts from now.
  private Step.Moved attended(Room room, Agent agent, int seat, List<RoomEvent> before) {
    int group = room.stage().group();
    Room.Silence silence = new Room.Silence(Room.Party.AGENT, setting.nanos(), 0);
    List<RoomEvent> events = new ArrayList<>(before);
    events.add(new RoomEvent.Attended(room.ref(), agent, group));
    return new Step.Moved(room.at(new Room.Attended(group, agent, seat, silence)), events);
  }

  private Step say(Room room, @Nullable String by, Content content) {
    boolean outside = room.origin().desk() == Desk.ENDPOINT;
    if (outside != (by == null)) {
      return refused(Code.ANOTHER_DESK);
    }
    return switch (room.stage()) {
      case Room.Attended attended ->
          mine(room, by).orElseGet(() -> said(room, attended, content, List.of()));
      case Room.Queued _ -> outside ? answered(room, content) : refused(Code.NOT_ATTENDED);
    };
  }

  /// The first word from a desk outside takes the room.
  private Step answered(Room room, Content content) {
    Step.Moved taken = attended(room, Agent.OUTSIDE, 0, List.of());
    Room after = taken.after();
    return after != null && after.stage() instanceof Room.Attended attended
        ? said(after, attended, content, taken.events())
        : taken;
  }

  private Step said(Room room, Room.Attended attended, Content content, List<RoomEvent> before) {
    List<RoomEvent> events = new ArrayList<>(before);
    events.add(message(room, Author.AGENT, content));
    return new Step.Moved(room.at(owed(attended, Room.Party.CONTACT, 0)), events);
  }

  private Room.Attended owed(Room.Attended attended, Room.Party party, int step) {
    return new Room.Attended(
        attended.group(),
        attended.agent(),
        attended.seat(),
        new Room.Silence(party, setting.nanos(), step));
  }

  private RoomEvent.Message message(Room room, Author author, Content content) {
    return new RoomEvent.Message(
        room.ref(),
        setting.names().messages().get(),
        author,
        author == Author.AGENT ? room.agent() : null,
        room.stage().group(),
        content);
  }

  /// The contact wrote: the agent owes an answer from now.
  public Step.Moved heard(Room room, List<Content> contents) {
    List<RoomEvent> events = new ArrayList<>();
    contents.forEach(content -> events.add(message(room, Author.CONTACT, content)));
    Room after =
        switch (room.stage()) {
          case Room.Queued _ -> room;
          case Room.Attended attended -> room.at(owed(attended, Room.Party.AGENT, 0));
        };
    return new Step.Moved(after, events);
  }

  private Step toGroup(Room room, @Nullable String by, int number) {
    Optional<Group> group = setting.staff().group(number);
    if (group.isEmpty()) {
      return refused(Code.UNKNOWN_GROUP);
    }
    if (number == room.stage().group()) {
      return refused(Code.OWN_GROUP);
    }
    return group.get().open()
        ? queuedIn(room, group.get(), by == null ? Why.API : Why.AGENT)
        : refused(Code.GROUP_CLOSED);
  }

  private Step queuedIn(Room room, Group group, Why why) {
    Route route = new Route(room.stage().group(), group.number(), why);
    Room.Queued waiting = new Room.Queued(group.number(), setting.nanos(), setting.nanos());
    return new Step.Moved(
        room.at(waiting, group.rules()),
        List.of(new RoomEvent.Transferred(room.ref(), route, null, room.agent())));
  }

  private Step toAgent(Room room, @Nullable String by, String agentId) {
    if (room.origin().desk() == Desk.ENDPOINT) {
      return refused(Code.ANOTHER_DESK);
    }
    Optional<Member> found = setting.staff().member(agentId);
    if (found.isEmpty()) {
      return refused(Code.UNKNOWN_AGENT);
    }
    Agent target = found.get().agent();
    if (agentId.equals(agentId(room))) {
      return new Step.Refused(new RoomRefusal(Code.OWN_AGENT, target));
    }
    if (!found.get().online()) {
      return new Step.Refused(new RoomRefusal(Code.AGENT_AWAY, target));
    }
    int group = room.stage().group();
    Route route = new Route(group, group, by == null ? Why.API : Why.AGENT);
    RoomEvent moved = new RoomEvent.Transferred(room.ref(), route, target, room.agent());
    return seated(room, agentId, List.of(moved));
  }

  private Step requeue(Room room, @Nullable String by) {
    return switch (room.stage()) {
      case Room.Queued _ -> unchanged(room);
      case Room.Attended _ -> waitAgain(room, by == null ? Why.API : Why.AGENT);
    };
  }

  /// Back to the queue, at the place the contact had: they have waited since then.
  private Step.Moved waitAgain(Room room, Why why) {
    int group = room.stage().group();
    Room.Queued waiting = new Room.Queued(group, room.origin().queuedNanos(), setting.nanos());
    return new Step.Moved(
        room.at(waiting),
        List.of(
            new RoomEvent.Transferred(
                room.ref(), new Route(group, group, why), null, room.agent())));
  }

  private static Step.Moved close(Room room, Reason reason, List<RoomEvent> before) {
    List<RoomEvent> events = new ArrayList<>(before);
    events.add(new RoomEvent.Closed(room.ref(), reason, room.agent(), room.stage().group()));
    return new Step.Moved(null, events);
  }

  /// An alarm of the room went off; one that belongs to another stage does nothing.
  public Step.Moved rang(Room room, Alarms.Alarm alarm) {
    if (Alarms.of(room).stream().noneMatch(due -> due.alarm().equals(alarm))) {
      return unchanged(room);
    }
    return switch (alarm) {
      case Alarms.Alarm.WaitedTooLong _ -> close(room, Reason.QUEUE_CLEANING, List.of());
      case Alarms.Alarm.AgentSilent _ -> agentSilent(room);
      case Alarms.Alarm.ContactSilent(int step) -> contactSilent(room, step);
    };
  }

  private Step.Moved agentSilent(Room room) {
    Rules.AgentSilence rule = room.rules().agentSilence();
    Agent agent = room.agent();
    if (rule == null || agent == null || !rule.requeues()) {
      return close(room, Reason.TRIGGER, List.of());
    }
    List<RoomEvent> events = new ArrayList<>();
    events.add(new RoomEvent.AgentPaused(room.ref(), agent));
    Step.Moved waiting = waitAgain(room, Why.AGENT_SILENT);
    events.addAll(waiting.events());
    return new Step.Moved(waiting.after(), events);
  }

  private Step.Moved contactSilent(Room room, int step) {
    Rules.ContactSilence rule = room.rules().contactSilence();
    if (step < rule.reminders().size() && room.stage() instanceof Room.Attended attended) {
      String text = rule.reminders().get(step).text();
      Room.Silence silence =
          new Room.Silence(Room.Party.CONTACT, attended.silence().sinceNanos(), step + 1);
      Room after =
          room.at(new Room.Attended(attended.group(), attended.agent(), attended.seat(), silence));
      return new Step.Moved(after, List.of(message(room, Author.TRIGGER, Content.text(text))));
    }
    String farewell = rule.farewell();
    List<RoomEvent> said =
        farewell == null
            ? List.of()
            : List.of(message(room, Author.TRIGGER, Content.text(farewell)));
    return close(room, Reason.TRIGGER, said);
  }

  private static Step.Moved unchanged(Room room) {
    return new Step.Moved(room, List.of());
  }

  private static Step refused(Code code) {
    return new Step.Refused(RoomRefusal.of(code));
  }
}
