package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What was said before, in both versions (contract gptbots §6.2, §6.3).
final class HistoryRoutes {
  private static final int ID = 100;
  private static final List<String> FILE_MEMBERS = List.of("url", "format", "name", "size");

  private final Desk desk;
  private final Books books;
  private final GptbotsDoor.FileUrls urls;

  HistoryRoutes(Desk desk, Books books, GptbotsDoor.FileUrls urls) {
    this.urls = urls;
    this.desk = desk;
    this.books = books;
  }

  private record Asked(String conversationId, Queries.Page page) {}

  /// Who asks, and where they fetch files.
  private record Reader(Access.Guest guest, UnaryOperator<String> files) {}

  /// A page of the history, and the id of the row before it.
  private record Cut(long total, List<Transcript.Row> rows, String before) {}

  Response v1(Request request) {
    return page(request, this::v1);
  }

  Response v2(Request request) {
    return page(request, this::v2);
  }

  @FunctionalInterface
  private interface Form {
    Value.Obj of(Reader reader, Cut cut);
  }

  private Response page(Request request, Form form) {
    return desk.access()
        .enter(
            request,
            guest -> {
              Queries queries = Queries.of(request);
              String id = queries.text("conversation_id", ID);
              Queries.Page page = queries.page();
              return switch (queries.fields().decoded(() -> new Asked(id, page))) {
                case Decoded.Defective<Asked>(var defects) -> desk.errors().invalid(defects);
                case Decoded.Whole<Asked>(var asked) ->
                    found(
                        new Reader(guest, file -> urls.of(request, guest.workspace(), file)),
                        asked,
                        form);
              };
            });
  }

  private Response found(Reader reader, Asked asked, Form form) {
    return switch (desk.access().conversation(reader.guest(), asked.conversationId())) {
      case Access.Found.Refused(var response) -> response;
      case Access.Found.There _ -> cut(reader, asked, form);
    };
  }

  private Response cut(Reader reader, Asked asked, Form form) {
    Access.Guest guest = reader.guest();
    List<Transcript.Row> rows = books.transcript(guest, asked.conversationId());
    long from = asked.page().from();
    if (from > 0 && from >= rows.size()) {
      return desk.errors().of(Code.PAGE_BEYOND, "The page is beyond the data");
    }
    List<Transcript.Row> page =
        rows.subList((int) from, (int) Math.min(rows.size(), from + asked.page().size()));
    String before = from == 0 ? "" : rows.get((int) from - 1).messageId();
    books.note(guest, asked.conversationId(), page);
    return Response.json(200, Json.write(form.of(reader, new Cut(rows.size(), page, before))));
  }

  private Value.Obj v1(Reader reader, Cut cut) {
    List<Value> messages = new ArrayList<>();
    String before = cut.before();
    for (Transcript.Row row : cut.rows()) {
      messages.add(
          Value.Obj.builder()
              .put("message_id", row.messageId())
              .put("parent_message_id", before)
              .put("message_type", row instanceof Transcript.Row.Asked ? "QUESTION" : "ANSWER")
              .put(
                  "text",
                  switch (row) {
                    case Transcript.Row.Asked asked -> asked.text();
                    case Transcript.Row.Answered answered -> ReplyForm.text(answered.output());
                  })
              .put("create_time", millis(row))
              .build());
      before = row.messageId();
    }
    return Value.Obj.builder()
        .put("total", cut.total())
        .put("messages", new Value.List(messages))
        .build();
  }

  private Value.Obj v2(Reader reader, Cut cut) {
    Map<String, String> feedbacks =
        books.feedbacks(
            reader.guest(), cut.rows().stream().map(Transcript.Row::messageId).toList());
    List<Value> content = new ArrayList<>();
    String before = cut.before();
    for (Transcript.Row row : cut.rows()) {
      ObjBuilder written =
          Value.Obj.builder()
              .put("message_id", row.messageId())
              .put("parent_message_id", before)
              .put("create_time", millis(row))
              .put("feedback", feedbacks.getOrDefault(row.messageId(), ""));
      content.add(
          switch (row) {
            case Transcript.Row.Asked asked ->
                written.put("role", "user").put("content", asked(reader, asked)).build();
            case Transcript.Row.Answered answered ->
                written.put("role", "assistant").put("content", answered(answered)).build();
          });
      before = row.messageId();
    }
    return Value.Obj.builder()
        .put("total", cut.total())
        .put("conversation_content", new Value.List(content))
        .build();
  }

  private static long millis(Transcript.Row row) {
    return Math.floorDiv(row.atNanos(), Moment.NANOS_PER_MILLI);
  }

  private static Value asked(Reader reader, Transcript.Row.Asked asked) {
    List<Value> parts = new ArrayList<>();
    if (!asked.text().isEmpty()) {
      parts.add(text(asked.text()));
    }
    Map<String, List<Value>> files = new LinkedHashMap<>();
    for (Value file : asked.files()) {
      if (file instanceof Value.Obj one) {
        String type = one.text("type");
        files
            .computeIfAbsent(type == null ? "file" : type, _ -> new ArrayList<>())
            .add(file(reader, one));
      }
    }
    files.forEach(
        (type, all) ->
            parts.add(
                Value.Obj.builder().put("type", type).put(type, new Value.List(all)).build()));
    return Value.List.of(Value.Obj.of("branch_content", new Value.List(parts)));
  }

  /// Its members in the documented order.
  private static Value file(Reader reader, Value.Obj kept) {
    ObjBuilder written = Value.Obj.builder();
    String id = kept.text("file");
    if (id != null) {
      written.set("url", Value.of(reader.files().apply(id)));
    }
    for (String name : FILE_MEMBERS) {
      Value value = kept.get(name);
      if (value != null && !(id != null && name.equals("url"))) {
        written.put(name, value);
      }
    }
    return written.build();
  }

  private static Value answered(Transcript.Row.Answered answered) {
    return new Value.List(
        answered.output().stream()
            .<Value>map(
                said -> {
                  ObjBuilder written = Value.Obj.builder();
                  if (said.branch() != null) {
                    written.put("from_component_branch", said.branch());
                  }
                  return written.put("branch_content", Value.List.of(text(said.text()))).build();
                })
            .toList());
  }

  private static Value text(String text) {
    return Value.Obj.builder().put("type", "text").put("text", text).build();
  }
}
