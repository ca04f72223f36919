package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.model.Ids;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.store.SessionList;
import dev.dragoman.server.store.SessionList.During;
import dev.dragoman.server.store.SessionList.Listed;
import dev.dragoman.server.store.SessionList.Mark;
import java.util.List;
import java.util.Optional;

/// The sessions that began with a story, newest first (contract treble §4.4).
final class SessionListRoute {
  private static final int USUAL = 100;
  private static final int MOST = 1000;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final Access access;
  private final Polls polls;
  private final SessionList sessions;

  SessionListRoute(Access access, Polls polls, SessionList sessions) {
    this.access = access;
    this.polls = polls;
    this.sessions = sessions;
  }

  /// One page of them.
  Response list(Request request) {
    Optional<Credential> account = access.account(request);
    if (account.isEmpty()) {
      return Errors.unauthorized();
    }
    int workspace = account.get().workspace();
    Optional<Polls.Poll> poll = polls.find(workspace, request.place("poll"));
    if (poll.isEmpty()) {
      return Errors.noPoll();
    }
    Optional<Integer> limit = limit(request);
    if (limit.isEmpty()) {
      return Errors.of(400, "limit must be a number from 1 to " + MOST);
    }
    Optional<Long> since = seconds(request, "since", 0);
    Optional<Long> until = seconds(request, "until", Clock.LAST_SECOND);
    if (since.isEmpty() || until.isEmpty()) {
      return Errors.of(400, "since and until must be seconds since 1970");
    }
    Optional<Mark> mark = mark(workspace, request);
    if (mark.isEmpty()) {
      return Errors.of(400, "next_id is not one that was given out");
    }
    During during =
        new During(
            since.get() * NANOS_PER_SECOND, until.get() * NANOS_PER_SECOND + NANOS_PER_SECOND - 1);
    var of = new SessionList.Of(workspace, poll.get().bot().id(), poll.get().story().id());
    return answer(sessions.page(of, during, mark.get(), limit.get() + 1), limit.get());
  }

  private static Optional<Integer> limit(Request request) {
    String given = request.query("limit").orElse(Integer.toString(USUAL));
    return Optional.of(given)
        .filter(text -> text.matches("[0-9]{1,4}"))
        .map(Integer::parseInt)
        .filter(limit -> limit >= 1 && limit <= MOST);
  }

  private static Optional<Long> seconds(Request request, String name, long otherwise) {
    String given = request.query(name).filter(text -> !text.isEmpty()).orElse("" + otherwise);
    return Optional.of(given)
        .filter(text -> text.matches("[0-9]{1,10}"))
        .map(Long::parseLong)
        .filter(second -> second <= Clock.LAST_SECOND);
  }

  private Optional<Mark> mark(int workspace, Request request) {
    Optional<String> given = request.query("next_id").filter(text -> !text.isEmpty());
    if (given.isEmpty()) {
      return Optional.of(Mark.START);
    }
    return given
        .filter(Ids::isSessionId)
        .flatMap(id -> sessions.mark(workspace, id.substring(0, Ids.OBJECT_ID_LENGTH), id));
  }

  /// One session too many was read if there is more.
  private static Response answer(List<Listed> found, int limit) {
    boolean more = found.size() > limit;
    List<Listed> page = more ? found.subList(0, limit) : found;
    Value.Obj body =
        Value.Obj.builder()
            .put(
                "results",
                new Value.List(page.stream().<Value>map(SessionListRoute::form).toList()))
            .put("next_id", more ? Value.of(page.getLast().id()) : Value.Null.NULL)
            .build();
    return Response.json(200, Json.write(body));
  }

  private static Value.Obj form(Listed session) {
    ObjBuilder form =
        Value.Obj.builder()
            .put("id", session.id())
            .put("created_at", Clock.epoch(session.begunNanos()));
    long ended = session.endedNanos();
    return form.put("finished_at", ended == 0 ? Value.Null.NULL : Value.of(Clock.epoch(ended)))
        .put("user", Phone.of(session.contact()).user())
        .build();
  }
}
