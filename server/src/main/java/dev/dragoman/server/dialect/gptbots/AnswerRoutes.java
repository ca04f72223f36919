package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.store.Answers.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What is asked and said about one answer (contract gptbots §6.4 to §6.7).
final class AnswerRoutes {
  private static final int ID = 100;

  private final Desk desk;
  private final Books books;

  AnswerRoutes(Desk desk, Books books) {
    this.desk = desk;
    this.books = books;
  }

  private enum Feedback {
    POSITIVE,
    NEGATIVE,
    CANCELED;

    private static final Map<String, Feedback> WORDS = Words.capital(values());
  }

  private enum Quality {
    NONE,
    UNRESOLVED,
    PARTIALLY_RESOLVED,
    FULLY_RESOLVED;

    private static final Map<String, Quality> WORDS = Words.capital(values());
  }

  /// A judgement; an empty word takes the one before back.
  private record Judged(String answerId, String word) {}

  Response feedback(Request request) {
    return judge(request, Judgement.FEEDBACK, AnswerRoutes::feedback);
  }

  private static Decoded<Judged> feedback(Fields fields) {
    String answerId = fields.text("answer_id", 1, ID);
    Feedback word = fields.choice("feedback", Feedback.WORDS);
    return fields.decoded(() -> new Judged(answerId, word == Feedback.CANCELED ? "" : word.name()));
  }

  Response quality(Request request) {
    return judge(request, Judgement.QUALITY, AnswerRoutes::quality);
  }

  private static Decoded<Judged> quality(Fields fields) {
    String answerId = fields.text("answer_id", 1, ID);
    Quality word = fields.choice("quality", Quality.WORDS);
    return fields.decoded(() -> new Judged(answerId, word == Quality.NONE ? "" : word.name()));
  }

  private Response judge(
      Request request, Judgement what, Function<Fields, Decoded<Judged>> decode) {
    return desk.access()
        .enter(
            request,
            guest -> desk.bodies().read(request, decode, judged -> judged(guest, what, judged)));
  }

  private Response judged(Access.Guest guest, Judgement what, Judged judged) {
    String word = judged.word().isEmpty() ? null : judged.word();
    boolean changed = books.judge(guest, judged.answerId(), what, word);
    return Response.json(200, Json.write(Value.Obj.of("affectCount", Value.of(changed ? 1 : 0))));
  }

  /// The answers one can click are the questions that suggest themselves.
  Response questions(Request request) {
    return about(
        request,
        "answer_id",
        (_, answered) -> Value.Obj.of("questions", new Value.List(titles(answered.legs()))));
  }

  private static List<Value> titles(List<Leg> legs) {
    List<Value> titles = new ArrayList<>();
    for (Leg leg : legs) {
      for (Event.Sent sent : leg.sent()) {
        if (sent.action().get("buttons") instanceof Value.List(var buttons)) {
          for (Value button : buttons) {
            Optional.ofNullable(button instanceof Value.Obj one ? one.get("title") : null)
                .ifPresent(titles::add);
          }
        }
      }
    }
    return titles;
  }

  /// No answer here is made of documents: the list is empty.
  Response dataset(Request request) {
    return about(
        request,
        "message_id",
        (id, answered) ->
            Value.Obj.builder()
                .put("conversation_id", answered.address().conversationId())
                .put("question_id", question(answered.legs()))
                .put("answer_id", id)
                .put("correlate_dataset", Value.List.EMPTY)
                .build());
  }

  /// The older form of the same.
  Response references(Request request) {
    return desk.access()
        .enter(
            request,
            guest ->
                desk.bodies()
                    .read(
                        request,
                        AnswerRoutes::messageId,
                        id -> about(guest, "message_id", id, AnswerRoutes::references)));
  }

  private static Decoded<String> messageId(Fields fields) {
    String id = fields.text("message_id", 1, ID);
    return fields.decoded(() -> id);
  }

  private static Value.Obj references(String id, Books.Answered answered) {
    Value.Obj data =
        Value.Obj.builder()
            .put("conversationId", answered.address().conversationId())
            .put("questionId", question(answered.legs()))
            .put("answerId", id)
            .put("refDoc", Value.List.EMPTY)
            .build();
    return Value.Obj.builder().put("code", 0).put("msg", "success").put("data", data).build();
  }

  /// The id of what the user said, empty where the bot spoke of its own accord.
  private static String question(List<Leg> legs) {
    return legs.stream()
        .flatMap(leg -> leg.told().events().stream())
        .filter(Event.Received.class::isInstance)
        .map(event -> ((Event.Received) event).messageId())
        .findFirst()
        .orElse("");
  }

  Response logTree(Request request) {
    return desk.access()
        .enter(
            request,
            guest -> {
              LogTree tree = new LogTree(books.names(guest));
              return about(guest, request, "msgid", tree::of);
            });
  }

  @FunctionalInterface
  private interface Telling {
    Value.Obj of(String id, Books.Answered answered);
  }

  private Response about(Request request, String name, Telling telling) {
    return desk.access().enter(request, guest -> about(guest, request, name, telling));
  }

  private Response about(Access.Guest guest, Request request, String name, Telling telling) {
    Queries queries = Queries.of(request);
    String id = queries.text(name, ID);
    return switch (queries.fields().decoded(() -> id)) {
      case Decoded.Defective<String>(var defects) -> desk.errors().invalid(defects);
      case Decoded.Whole<String>(var given) -> about(guest, name, given, telling);
    };
  }

  private Response about(Access.Guest guest, String name, String id, Telling telling) {
    return books
        .read(guest, id)
        .map(answered -> Response.json(200, Json.write(telling.of(id, answered))))
        .orElseGet(() -> desk.errors().invalid(name, "is no answer of this agent"));
  }
}
