package dev.dragoman.server.api;

import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.api.Operation.Named;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.store.ContactBody;
import dev.dragoman.server.store.Contacts;
import dev.dragoman.server.store.Erasures;
import dev.dragoman.server.store.read.ContactQueries;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Contacts: seen, changed, exported, erased.
final class ContactRoutes {
  private static final String TAG = "Contacts";
  private static final int MOST_ATTRIBUTES = Limits.SESSION_VALUES;
  private static final int HEAVIEST = Limits.SESSION_VALUE_BYTES;
  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{Nd}_]{1,100}");

  private final ContactQueries queries;
  private final Writes writes;
  private final Export export;

  /// What changes contacts.
  ///
  /// @param ids new 24-hex ids
  record Writes(Contacts contacts, Erasures erasures, Supplier<String> ids) {}

  ContactRoutes(ContactQueries queries, Writes writes, Export export) {
    this.queries = queries;
    this.writes = writes;
    this.export = export;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/contacts", new Named("listContacts", TAG, "Contacts by id"))
            .opens(Operation.READERS)
            .paged()
            .answers(200, "ContactPage", this::list),
        Operation.get("/contacts/{id}", new Named("getContact", TAG, "One contact"))
            .opens(Operation.READERS)
            .answers(200, "Contact", this::get),
        Operation.patch(
                "/contacts/{id}",
                new Named("changeContact", TAG, "Sets attributes; null removes one"))
            .reads("ContactChange")
            .answers(200, "Contact", this::change),
        Operation.get(
                "/contacts/{id}/export",
                new Named("exportContact", TAG, "Everything that is known of one contact"))
            .opens(Operation.READERS)
            .answers(200, "ContactExport", this::export),
        Operation.post(
                "/contacts/{id}/erase",
                new Named(
                    "eraseContact", TAG, "Takes all personal text of a contact out, for good"))
            .answers(200, "Erased", this::erase));
  }

  private Response list(Call call) {
    return Page.of(
        call,
        Page.Keys.IDS,
        asked ->
            queries.after(call.workspace(), asked.after(), asked.limit()).stream()
                .map(one -> new Page.Entry(one.id(), Shown.contact(one)))
                .toList());
  }

  private Response get(Call call) {
    return call.id("id")
        .flatMap(id -> queries.get(call.workspace(), id))
        .map(contact -> Response.json(200, Json.write(Shown.contact(contact))))
        .orElseGet(Problems::notFound);
  }

  private Response change(Call call) {
    return call.read(ContactRoutes::attributes, given -> changed(call, given));
  }

  private static Decoded<Value.Obj> attributes(Fields fields) {
    Fields attributes = fields.object("attributes");
    fields.refuseUnknown();
    check(attributes);
    return fields.decoded(attributes::source);
  }

  /// Attributes have names like words and values that a fact can hold.
  static void check(Fields attributes) {
    Map<String, Value> given = attributes.source().members();
    if (given.size() > MOST_ATTRIBUTES) {
      attributes.invalid("", "must be at most " + MOST_ATTRIBUTES);
    }
    given.forEach(
        (key, value) -> {
          if (!KEY.matcher(key).matches()) {
            attributes.invalid(key, "must be named with letters, digits and underscores");
          }
          if (value.weight() > HEAVIEST) {
            attributes.invalid(key, "must be at most " + HEAVIEST + " characters");
          }
        });
  }

  private Response changed(Call call, Value.Obj given) {
    boolean known =
        call.id("id")
            .flatMap(
                id -> writes.contacts().change(call.workspace(), id, body -> merged(body, given)))
            .isPresent();
    return known ? get(call) : Problems.notFound();
  }

  private static ContactBody merged(ContactBody body, Value.Obj given) {
    ObjBuilder merged = Value.Obj.builder();
    Value.Obj all = Value.Obj.builder().setAll(body.attributes()).setAll(given).build();
    all.members()
        .forEach(
            (key, value) -> {
              if (!(given.get(key) instanceof Value.Null)) {
                merged.put(key, value);
              }
            });
    return body.attributes(merged.build());
  }

  private Response export(Call call) {
    return call.id("id")
        .flatMap(id -> queries.get(call.workspace(), id))
        .map(contact -> Response.json(200, export.of(call.workspace(), contact)))
        .orElseGet(Problems::notFound);
  }

  private Response erase(Call call) {
    return call.id("id")
        .flatMap(id -> writes.erasures().erase(wish(call, id)))
        .map(erased -> Response.json(200, Json.write(shown(call, erased))))
        .orElseGet(Problems::notFound);
  }

  private Erasures.Wish wish(Call call, String contactId) {
    return new Erasures.Wish(
        call.workspace(), contactId, "key:" + call.credential().id(), writes.ids().get());
  }

  private static Value.Obj shown(Call call, Erasures.Erased erased) {
    return Value.Obj.builder()
        .put("id", call.request().place("id"))
        .put("erased", true)
        .put("conversations", erased.conversations())
        .build();
  }
}
