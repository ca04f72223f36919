package dev.dragoman.server.api;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.api.Operation.Named;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonLimits;
import dev.dragoman.server.json.JsonRead;
import dev.dragoman.server.json.Spacing;
import dev.dragoman.server.store.Secrets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The headers that every hook and center event of the treble dialect carries (contract treble
/// §1.1). Their names are shown, their values never: they are kept as a secret.
final class HeaderRoutes {
  private static final String TAG = "Treble";
  private static final String PATH = "/treble/headers";
  private static final String SECRET = "treble.headers";
  private static final int MOST = 20;
  private static final int LONGEST = 4_000;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}");

  /// What the request itself decides.
  private static final Set<String> OURS =
      Set.of("content-length", "host", "connection", "transfer-encoding", "content-type");

  private final Secrets secrets;

  HeaderRoutes(Secrets secrets) {
    this.secrets = secrets;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get(
                PATH,
                new Named("getTrebleHeaders", TAG, "The names of the headers on hooks and events"))
            .answers(200, "HeaderNames", this::get),
        Operation.put(
                PATH,
                new Named("setTrebleHeaders", TAG, "Sets all headers on hooks and events anew"))
            .reads("Headers")
            .answers(200, "HeaderNames", this::set),
        Operation.delete(
                PATH, new Named("removeTrebleHeaders", TAG, "No headers but our own from now on"))
            .answers(204, null, this::remove));
  }

  private Response get(Call call) {
    Value.Obj set =
        secrets
            .find(call.workspace(), SECRET)
            .map(text -> Json.read(text, JsonLimits.BODY))
            .filter(JsonRead.Read.class::isInstance)
            .map(read -> ((JsonRead.Read) read).value())
            .filter(Value.Obj.class::isInstance)
            .map(Value.Obj.class::cast)
            .orElse(Value.Obj.EMPTY);
    return names(set);
  }

  private static Response names(Value.Obj headers) {
    List<Value> names = headers.members().keySet().stream().<Value>map(Value::of).toList();
    return Response.json(200, Json.write(Value.Obj.of("names", new Value.List(names))));
  }

  private Response set(Call call) {
    return call.read(
        HeaderRoutes::headers,
        headers -> {
          secrets.put(call.workspace(), SECRET, Json.text(headers, Spacing.NONE));
          return names(headers);
        });
  }

  private static Decoded<Value.Obj> headers(Fields fields) {
    Fields headers = fields.object("headers");
    fields.refuseUnknown();
    Map<String, Value> given = headers.source().members();
    if (given.size() > MOST) {
      fields.invalid("headers", "must be at most " + MOST);
    }
    if (headers.source().weight() > LONGEST) {
      fields.invalid("headers", "must have at most " + LONGEST + " characters together");
    }
    given.forEach((name, value) -> check(headers, name, value));
    return fields.decoded(headers::source);
  }

  private static void check(Fields headers, String name, Value value) {
    if (!NAME.matcher(name).matches()) {
      headers.invalid(name, "is no name of a header");
    } else if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
      headers.invalid(name, "is set by the request itself");
    } else if (!(value instanceof Value.Text(var text))
        || !text.chars().allMatch(c -> c >= ' ' && c < 127)) {
      headers.invalid(name, "must be a string of printable ASCII characters");
    }
  }

  private Response remove(Call call) {
    var unused = secrets.remove(call.workspace(), SECRET);
    return Response.empty(204);
  }
}
