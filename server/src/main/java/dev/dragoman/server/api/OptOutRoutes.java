package dev.dragoman.server.api;

import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.api.Operation.Named;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.store.OptOutBook;
import dev.dragoman.server.store.OptOutBook.Reason;
import dev.dragoman.server.store.read.OptOutQueries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The opt-out book: who is not written to by campaigns, why, and what proves it.
final class OptOutRoutes {
  private static final String TAG = "Opt-outs";
  private static final Map<String, Reason> REASONS =
      Map.of("told", Reason.TOLD, "blocked", Reason.BLOCKED);

  private final OptOutQueries queries;
  private final OptOutBook book;
  private final Supplier<String> ids;

  /// `ids` are new 24-hex ones.
  OptOutRoutes(OptOutQueries queries, OptOutBook book, Supplier<String> ids) {
    this.queries = queries;
    this.book = book;
    this.ids = ids;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get(
                "/opt-outs",
                new Named(
                    "listOptOuts", TAG, "Who is not written to, with the words that prove it"))
            .opens(Operation.READERS)
            .paged()
            .filter("phone", "The entry of this number only, in E.164.", "Phone")
            .answers(200, "OptOutPage", this::list),
        Operation.post(
                "/opt-outs",
                new Named("addOptOut", TAG, "Enters a number; who is there already stays"))
            .reads("NewOptOut")
            .answers(201, "OptOut", this::add),
        Operation.get("/opt-outs/{id}", new Named("getOptOut", TAG, "One entry"))
            .opens(Operation.READERS)
            .answers(200, "OptOut", this::get),
        Operation.delete(
                "/opt-outs/{id}",
                new Named("removeOptOut", TAG, "The contact may be written to again"))
            .answers(204, null, this::remove));
  }

  private Response list(Call call) {
    Optional<String> phone = call.request().query("phone");
    return Page.of(
        call,
        Page.Keys.IDS,
        asked ->
            phone
                .map(number -> of(call, number, asked.after()))
                .orElseGet(() -> queries.after(call.workspace(), asked.after(), asked.limit()))
                .stream()
                .map(one -> new Page.Entry(one.id(), shown(one)))
                .toList());
  }

  private List<OptOutQueries.Listed> of(Call call, String phone, String after) {
    return queries.get(call.workspace(), book.id(call.workspace(), phone)).stream()
        .filter(one -> one.id().compareTo(after) > 0)
        .toList();
  }

  private record Asked(String phone, Reason reason) {}

  private static Decoded<Asked> asked(Fields fields) {
    String phone = InputReader.e164(fields, fields.text("phone", 1, 100));
    Reason reason = fields.optionalChoice("reason", REASONS);
    fields.refuseUnknown();
    return fields.decoded(() -> new Asked(phone, reason == null ? Reason.TOLD : reason));
  }

  private Response add(Call call) {
    return call.read(
        OptOutRoutes::asked,
        asked -> {
          String id = book.add(call.workspace(), asked.phone(), asked.reason(), actor(call));
          return shown(call, id, 201);
        });
  }

  private OptOutBook.Actor actor(Call call) {
    return new OptOutBook.Actor(call.credential().id(), ids.get());
  }

  private Response get(Call call) {
    return call.id("id").map(id -> shown(call, id, 200)).orElseGet(Problems::notFound);
  }

  private Response shown(Call call, String id, int status) {
    return queries
        .get(call.workspace(), id)
        .map(one -> Response.json(status, Json.write(shown(one))))
        .orElseGet(Problems::notFound);
  }

  private Response remove(Call call) {
    return call.id("id").filter(id -> book.remove(call.workspace(), id, actor(call))).isPresent()
        ? Response.empty(204)
        : Problems.notFound();
  }

  private static Value.Obj shown(OptOutQueries.Listed one) {
    ObjBuilder shown =
        Value.Obj.builder()
            .put("id", one.id())
            .put("realm", one.realm())
            .put("reason", one.reason().wire())
            .put("at", Times.of(one.atNanos()))
            .put("contact", Shown.orNull(one.contactId()))
            .put("phone", Shown.orNull(one.phone()));
    OptOutQueries.Proof proof = one.proof();
    return shown.put("proof", proof == null ? Value.Null.NULL : shown(proof)).build();
  }

  private static Value.Obj shown(OptOutQueries.Proof proof) {
    return Value.Obj.builder()
        .put("conversation", proof.conversationId())
        .put("sequence", proof.sequence())
        .put("words", Shown.orNull(proof.words()))
        .build();
  }
}
