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

/// What was said before (contract clustaar §1.5, §1.6).
final class HistoryRoutes {
  private static final int PAGE = 50;
  private static final int EXTRACT = 20;
  private static final int MOST_EXTRACTED = 500;
  private static final int MOST_LEGS = 10_000;

  private final Access access;
  private final Legs legs;

  HistoryRoutes(Access access, Legs legs) {
    this.access = access;
    this.legs = legs;
  }

  /// Actions visible to a person, oldest first within a page; page 1 is the newest.
  Response actions(Request request) {
    String id = request.place("id");
    Optional<Integer> page = number(request.query("page"), 1, 1_000_000);
    return switch (access.interlocutorOrKey(request, id)) {
      case Access.Entry.Refused(var response) -> response;
      case Access.Entry.Granted(var credential, var address) ->
          page.isEmpty()
              ? Errors.invalid("page", "must be a whole number from 1")
              : page(history(credential, address), page.get());
    };
  }

  private static Response page(List<Leg> history, int page) {
    List<Value> shown = new ArrayList<>();
    history.forEach(leg -> shown.addAll(visible(leg)));
    int to = (int) Math.max(0, shown.size() - (long) (page - 1) * PAGE);
    int from = Math.max(0, to - PAGE);
    return Response.json(
        200, Json.write(Value.Obj.of("data", new Value.List(shown.subList(from, to)))));
  }

  private static List<Value> visible(Leg leg) {
    List<Value> visible = new ArrayList<>();
    Value said = SaidForm.of(leg.input());
    if (said != null) {
      visible.add(said);
    }
    leg.sent().stream().map(Event.Sent::action).forEach(visible::add);
    return visible;
  }

  /// One conversation with its last log elements.
  Response conversation(Request request) {
    String id = request.place("id");
    Optional<Integer> limit = number(request.query("extract_limit"), EXTRACT, MOST_EXTRACTED);
    return switch (access.interlocutor(request, id, Credential.Kind.BOT_KEY)) {
      case Access.Entry.Refused(var response) -> response;
      case Access.Entry.Granted(var credential, var address) ->
          !address.botId().equals(request.place("botID"))
              ? Errors.notFound("Conversation")
              : limit.isEmpty()
                  ? Errors.invalid(
                      "extract_limit", "must be a whole number from 1 to " + MOST_EXTRACTED)
                  : extract(history(credential, address), address, limit.get());
    };
  }

  private static Response extract(List<Leg> history, Conversation.Address address, int limit) {
    List<Leg> elements = history.stream().filter(leg -> !visible(leg).isEmpty()).toList();
    List<Value> extract = new ArrayList<>();
    elements
        .subList(Math.max(0, elements.size() - limit), elements.size())
        .forEach(leg -> extract.add(LogElement.of(leg, address)));
    long open =
        history.stream()
            .flatMap(leg -> leg.told().events().stream())
            .filter(Event.UserRequestOpened.class::isInstance)
            .count();
    Value.Obj interlocutor =
        Value.Obj.builder().put("type", "interlocutor").put("id", address.conversationId()).build();
    Value.Obj data =
        Value.Obj.builder()
            .put("interlocutor", interlocutor)
            .put("extract", new Value.List(extract))
            .put("count", elements.size())
            .put("userRequestsTodoCount", open)
            .build();
    return Response.json(200, Json.write(Value.Obj.of("data", data)));
  }

  private List<Leg> history(Credential credential, Conversation.Address address) {
    return legs.from(credential.workspace(), address.conversationId(), 0, MOST_LEGS);
  }

  private static Optional<Integer> number(Optional<String> given, int standard, int most) {
    if (given.isEmpty()) {
      return Optional.of(standard);
    }
    String text = given.get();
    boolean digits =
        !text.isEmpty() && text.length() < 8 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits
            && Integer.parseInt(text) >= 1
            && Integer.parseInt(text) <= Math.max(most, standard)
        ? Optional.of(Integer.parseInt(text))
        : Optional.empty();
  }
}
