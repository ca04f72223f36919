package dev.dragoman.server.api;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.api.Operation.Named;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.store.Secrets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Secrets that bots call by name and webhooks are sent with. They go in and never come out.
final class SecretRoutes {
  private static final String TAG = "Secrets";
  private static final int LONGEST_SECRET = 4_000;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

  private final Secrets secrets;

  SecretRoutes(Secrets secrets) {
    this.secrets = secrets;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/secrets", new Named("listSecrets", TAG, "The names that are set, by name"))
            .paged()
            .answers(200, "SecretPage", this::list),
        Operation.put(
                "/secrets/{name}",
                new Named("setSecret", TAG, "Sets or replaces a secret; it is never shown again"))
            .reads("NewSecret")
            .answers(204, null, this::set),
        Operation.delete("/secrets/{name}", new Named("removeSecret", TAG, "Forgets a secret"))
            .answers(204, null, this::remove));
  }

  private Response list(Call call) {
    Page.Keys names = new Page.Keys("", name -> NAME.matcher(name).matches());
    return Page.of(
        call,
        names,
        asked ->
            secrets.names(call.workspace()).stream()
                .filter(name -> name.compareTo(asked.after()) > 0)
                .sorted()
                .limit(asked.limit())
                .map(name -> new Page.Entry(name, Value.Obj.of("name", Value.of(name))))
                .toList());
  }

  private static Optional<String> name(Call call) {
    return Optional.of(call.request().place("name")).filter(name -> NAME.matcher(name).matches());
  }

  private Response set(Call call) {
    return call.read(
        SecretRoutes::secret,
        secret ->
            name(call)
                .map(
                    name -> {
                      secrets.put(call.workspace(), name, secret);
                      return Response.empty(204);
                    })
                .orElseGet(
                    () -> Problems.invalid("name", "must look like shop-signing, 100 at most")));
  }

  private static Decoded<String> secret(Fields fields) {
    String secret = fields.text("secret", 1, LONGEST_SECRET);
    fields.refuseUnknown();
    return fields.decoded(() -> secret);
  }

  private Response remove(Call call) {
    return name(call).filter(name -> secrets.remove(call.workspace(), name)).isPresent()
        ? Response.empty(204)
        : Problems.notFound();
  }
}
