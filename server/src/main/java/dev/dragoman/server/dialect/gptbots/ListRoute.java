package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.store.Contacts;
import dev.dragoman.server.store.read.BotConversations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `GET /v1/bot/conversation/page`: the conversations of the agent (contract gptbots §6.1).
///
/// What integrators reach is `API`; there is no word for the other channels that are here, so they
/// are told under `ALL` only, as `CHAT`.
final class ListRoute {
  private static final long LATEST_MILLIS = 9_000_000_000_000L;
  private static final int USER = 255;
  private static final int SUBJECT = 50;
  private static final Value NOTHING = Value.of(new BigDecimal("0.0"));

  private final Desk desk;
  private final Books books;
  private final BotConversations conversations;
  private final Contacts contacts;

  ListRoute(Desk desk, Books books, BotConversations conversations, Contacts contacts) {
    this.desk = desk;
    this.books = books;
    this.conversations = conversations;
    this.contacts = contacts;
  }

  private record Asked(
      ConversationType type, String userId, long fromMillis, long toMillis, Queries.Page page) {}

  Response handle(Request request) {
    return desk.access()
        .enter(
            request,
            guest ->
                switch (asked(request)) {
                  case Decoded.Defective<Asked>(var defects) -> desk.errors().invalid(defects);
                  case Decoded.Whole<Asked>(var asked) -> list(guest, asked);
                });
  }

  private static Decoded<Asked> asked(Request request) {
    Queries queries = Queries.of(request);
    String word = queries.text("conversation_type", USER);
    ConversationType type = ConversationType.WORDS.get(word);
    if (type == null && !word.isEmpty()) {
      queries
          .fields()
          .invalid(
              "conversation_type",
              "must be one of: " + String.join(", ", ConversationType.WORDS.keySet()));
    }
    String user = request.query("user_id").orElse("");
    if (user.length() > USER) {
      queries.fields().invalid("user_id", "is longer than " + USER + " characters");
    }
    long from = queries.whole("start_time", 0, LATEST_MILLIS);
    long to = queries.whole("end_time", 0, LATEST_MILLIS);
    Queries.Page page = queries.page();
    return queries
        .fields()
        .decoded(() -> new Asked(type == null ? ConversationType.ALL : type, user, from, to, page));
  }

  private Response list(Access.Guest guest, Asked asked) {
    Optional<BotConversations.Wanted> wanted = wanted(guest, asked);
    if (wanted.isEmpty()) {
      return answer(List.of(), 0);
    }
    long total = conversations.count(guest.workspace(), wanted.get());
    List<Value> rows = new ArrayList<>();
    conversations
        .page(guest.workspace(), wanted.get(), asked.page().from(), asked.page().size())
        .forEach(one -> rows.add(row(guest, one)));
    return answer(rows, total);
  }

  /// Empty when nothing can match.
  private Optional<BotConversations.Wanted> wanted(Access.Guest guest, Asked asked) {
    boolean known = asked.type() == ConversationType.ALL || asked.type() == ConversationType.API;
    String contact = asked.userId().isEmpty() ? null : contact(guest, asked.userId());
    boolean nobody = contact == null && !asked.userId().isEmpty();
    return !known || nobody
        ? Optional.empty()
        : Optional.of(
            new BotConversations.Wanted(
                guest.bot().botId(),
                contact,
                asked.type() == ConversationType.API,
                asked.fromMillis() * Moment.NANOS_PER_MILLI,
                asked.toMillis() * Moment.NANOS_PER_MILLI));
  }

  private @Nullable String contact(Access.Guest guest, String userId) {
    return contacts
        .find(new Contacts.Identity(guest.workspace(), guest.bot().botId(), userId))
        .map(Contacts.Contact::id)
        .orElse(null);
  }

  private static Response answer(List<Value> rows, long total) {
    return Response.json(
        200,
        Json.write(
            Value.Obj.builder().put("list", new Value.List(rows)).put("total", total).build()));
  }

  private Value row(Access.Guest guest, BotConversations.Listed listed) {
    Conversation.Address address = listed.state().address();
    List<Transcript.Row> rows = books.transcript(guest, address.conversationId());
    boolean direct = address.account().equals(CreateRoute.ACCOUNT);
    boolean fits = address.peer().length() <= CreateRoute.USER_ID;
    Value peer = Value.of(address.peer());
    return Value.Obj.builder()
        .put("conversation_id", address.conversationId())
        .put("user_id", fits ? peer : Value.Null.NULL)
        .put("recent_chat_time", Math.floorDiv(listed.lastNanos(), Moment.NANOS_PER_MILLI))
        .put("subject", subject(rows))
        .put("conversation_type", direct ? "API" : "CHAT")
        .put("message_count", rows.size())
        .put("cost_credit", NOTHING)
        .put("bot_id", address.botId())
        .put("anonymous_id", fits ? Value.Null.NULL : peer)
        .build();
  }

  /// What the user said first, cut.
  private static String subject(List<Transcript.Row> rows) {
    for (Transcript.Row row : rows) {
      if (row instanceof Transcript.Row.Asked asked && !asked.text().isBlank()) {
        String text = asked.text();
        int end =
            text.offsetByCodePoints(0, Math.min(SUBJECT, text.codePointCount(0, text.length())));
        return text.substring(0, end);
      }
    }
    return "";
  }
}
