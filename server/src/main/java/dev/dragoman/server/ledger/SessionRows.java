package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.server.ledger.Writes.SessionRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads from the legs of one conversation which sessions began, entered their first story, and
/// ended. Used by one thread.
final class SessionRows {
  private final Conversation.Address address;
  private final Map<String, SessionRow> rows = new LinkedHashMap<>();

  private SessionRows(Conversation.Address address) {
    this.address = address;
  }

  /// The rows of the sessions that something happened to.
  static List<SessionRow> of(Conversation before, List<Decision.Decided> decided) {
    SessionRows all = new SessionRows(before.address());
    Conversation was = before;
    for (Decision.Decided one : decided) {
      all.take(was, one);
      was = one.after();
    }
    return List.copyOf(all.rows.values());
  }

  private void take(Conversation was, Decision.Decided one) {
    long atNanos = one.leg().moment().epochNanos();
    for (Event event : one.leg().told().events()) {
      if (event instanceof Event.SessionStarted(var id, _)) {
        put(row(id), deployed(id, was, one.leg()), atNanos, 0);
      } else if (event instanceof Event.SessionEnded(var id)) {
        put(row(id), "", 0, atNanos);
      }
      atNanos++;
    }
    enter(was.holder().session(), one.after().holder().session());
  }

  /// A session stands in a story for the first time.
  private void enter(@Nullable Session was, @Nullable Session now) {
    if (now == null || now.at().storyId() == null) {
      return;
    }
    SessionRow row = rows.get(now.id());
    boolean begins = row != null && row.begun();
    boolean stoodNowhere = was != null && was.id().equals(now.id()) && was.at().storyId() == null;
    if (begins || stoodNowhere) {
      put(row(now.id()), now.at().storyId(), 0, 0);
    }
  }

  /// The story a session was deployed for, whatever story that leads to; empty if it was not.
  private static String deployed(String sessionId, Conversation was, Leg leg) {
    if (leg.input() instanceof Input.Deploy deploy) {
      return deploy.deployment().storyId();
    }
    return was.timers().stream()
        .map(Timer::purpose)
        .filter(
            purpose ->
                purpose instanceof Timer.Purpose.DeploymentDue due
                    && due.sessionId().equals(sessionId))
        .map(purpose -> ((Timer.Purpose.DeploymentDue) purpose).deployment().storyId())
        .findFirst()
        .orElse("");
  }

  private SessionRow row(String id) {
    SessionRow known = rows.get(id);
    return known == null
        ? new SessionRow(
            new SessionRow.Place(address.botId(), address.conversationId(), id), "", 0, 0)
        : known;
  }

  private void put(SessionRow row, String storyId, long begunNanos, long endedNanos) {
    rows.put(
        row.place().id(),
        new SessionRow(
            row.place(),
            row.storyId().isEmpty() ? storyId : row.storyId(),
            Math.max(row.begunNanos(), begunNanos),
            Math.max(row.endedNanos(), endedNanos)));
  }
}
