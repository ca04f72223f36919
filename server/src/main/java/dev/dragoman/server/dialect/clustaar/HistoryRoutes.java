package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.store.Legs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// What was said before (contract clustaar §1.5, §1.6).
final class HistoryRoutes {
  private static final int PAGE = 50;
  private static final int EXTRACT = 20;
  private static final int MOST_EXTRACTED = 500;
  private static final int MOST_PAGES = 1_000;

  private final Access access;
  private final History history;

  HistoryRoutes(Access access, Legs legs) {
    this.access = access;
    this.history = new History(legs);
  }

  /// Actions visible to a person, oldest first within a page; page 1 is the newest.
  Response actions(Request request) {
    String id = request.place("id");
    Optional<Integer> page = number(request.query("page"), 1, MOST_PAGES);
    return switch (access.interlocutorOrKey(request, id)) {
      case Access.Entry.Refused(var response) -> response;
      case Access.Entry.Granted(var credential, var address) ->
          page.isEmpty()
              ? Errors.invalid("page", "must be a whole number from 1 to " + MOST_PAGES)
              : page(credential, address, page.get());
    };
  }

  private Response page(Credential credential, Conversation.Address address, int page) {
    Newest<Value> shown = new Newest<>(page * PAGE);
    history.walk(
        credential.workspace(),
        address.conversationId(),
        turn -> visible(turn).forEach(shown::add));
    int after = (page - 1) * PAGE;
    List<Value> all = shown.all();
    List<Value> asked = all.subList(0, Math.max(0, all.size() - after));
    return Response.json(200, Json.write(Value.Obj.of("data", new Value.List(asked))));
  }

  private static List<Value> visible(List<Leg> turn) {
    List<Value> visible = new ArrayList<>();
    Value said = SaidForm.of(turn.getFirst().input());
    if (said != null) {
      visible.add(said);
    }
    turn.forEach(leg -> leg.sent().stream().map(Event.Sent::action).forEach(visible::add));
    return visible;
  }

  /// One conversation with its last log elements.
  Response conversation(Request request) {
    String id = request.place("id");
    Optional<Integer> limit = number(request.query("extract_limit"), EXTRACT, MOST_EXTRACTED);
    return switch (access.interlocutor(request, id, Credential.Kind.BOT_KEY)) {
      case Access.Entry.Refused(var response) -> response;
      case Access.Entry.Granted(_, var address)
          when !address.botId().equals(request.place("botID")) ->
          Errors.notFound("Conversation");
      case Access.Entry.Granted(var credential, var address) ->
          limit.isEmpty()
              ? Errors.invalid(
                  "extract_limit", "must be a whole number from 1 to " + MOST_EXTRACTED)
              : extract(credential, address, limit.get());
    };
  }

  private Response extract(Credential credential, Conversation.Address address, int limit) {
    Newest<Value> elements = new Newest<>(limit);
    AtomicInteger requests = new AtomicInteger();
    history.walk(
        credential.workspace(),
        address.conversationId(),
        turn -> {
          requests.addAndGet(requests(turn));
          if (!visible(turn).isEmpty()) {
            elements.add(LogElement.of(turn, address));
          }
        });
    Value.Obj interlocutor =
        Value.Obj.builder().put("type", "interlocutor").put("id", address.conversationId()).build();
    Value.Obj data =
        Value.Obj.builder()
            .put("interlocutor", interlocutor)
            .put("extract", new Value.List(elements.all()))
            .put("count", elements.count())
            .put("userRequestsTodoCount", requests.get())
            .build();
    return Response.json(200, Json.write(Value.Obj.of("data", data)));
  }

  private static int requests(List<Leg> turn) {
    return (int)
        turn.stream()
            .flatMap(leg -> leg.told().events().stream())
            .filter(Event.UserRequestOpened.class::isInstance)
            .count();
  }

  private static Optional<Integer> number(Optional<String> given, int standard, int most) {
    if (given.isEmpty()) {
      return Optional.of(standard);
    }
    String text = given.get();
    boolean digits =
        !text.isEmpty() && text.length() < 8 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return Optional.of(digits ? Integer.parseInt(text) : 0).filter(n -> n >= 1 && n <= most);
  }
}
