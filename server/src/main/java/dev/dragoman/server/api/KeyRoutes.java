package dev.dragoman.server.api;

import dev.dragoman.core.model.Ids;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.api.Operation.Named;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.people.Credential.Kind;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.store.ApiKeys;
import dev.dragoman.server.store.read.BotQueries;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Keys: scoped to a kind and perhaps a bot, expiring if wanted, shown once.
final class KeyRoutes {
  private static final String TAG = "Keys";
  private static final int LONGEST_NAME = 100;
  private static final int SHORTEST_KEY = 16;
  private static final int LONGEST_KEY = 1_000;
  private static final Map<String, Kind> KINDS =
      new TreeMap<>(
          Map.of(
              "admin", Kind.ADMIN,
              "reader", Kind.READER,
              "channel", Kind.CHANNEL,
              "bot_token", Kind.BOT_TOKEN,
              "bot_key", Kind.BOT_KEY,
              "treble_key", Kind.TREBLE_KEY,
              "gptbots_key", Kind.GPTBOTS_KEY,
              "aivo_token", Kind.AIVO_TOKEN));

  private static final Set<Kind> OF_A_BOT =
      EnumSet.of(Kind.BOT_TOKEN, Kind.BOT_KEY, Kind.GPTBOTS_KEY, Kind.AIVO_TOKEN);

  private final Keys keys;
  private final BotQueries bots;
  private final LongSupplier nowNanos;

  KeyRoutes(Keys keys, BotQueries bots, LongSupplier nowNanos) {
    this.keys = keys;
    this.bots = bots;
    this.nowNanos = nowNanos;
  }

  List<Operation> operations() {
    return List.of(
        Operation.get("/keys", new Named("listKeys", TAG, "Keys that are not revoked, by id"))
            .paged()
            .answers(200, "KeyPage", this::list),
        Operation.post("/keys", new Named("makeKey", TAG, "A new key, or an imported one"))
            .reads("NewKey")
            .answers(201, "MadeKey", this::make),
        Operation.delete("/keys/{id}", new Named("revokeKey", TAG, "Ends a key for good"))
            .answers(204, null, this::revoke));
  }

  private Response list(Call call) {
    return Page.of(
        call,
        Page.Keys.IDS,
        asked ->
            keys.all(call.workspace()).stream()
                .sorted(java.util.Comparator.comparing(ApiKeys.Row::id))
                .filter(row -> row.id().compareTo(asked.after()) > 0)
                .limit(asked.limit())
                .map(row -> new Page.Entry(row.id(), shown(row).build()))
                .toList());
  }

  private static ObjBuilder shown(ApiKeys.Row row) {
    Value expires = row.expiresNanos() == null ? Value.Null.NULL : Times.of(row.expiresNanos());
    return Value.Obj.builder()
        .put("id", row.id())
        .put("kind", row.kind().toLowerCase(Locale.ROOT))
        .put("subject", Shown.orNull(row.subject()))
        .put("name", row.name())
        .put("expiresAt", expires);
  }

  private Response make(Call call) {
    return call.read(this::wanted, wanted -> made(call, wanted));
  }

  private Decoded<Keys.Wanted> wanted(Fields fields) {
    Kind kind = fields.choice("kind", KINDS);
    String bot = fields.optionalText("bot", Ids.OBJECT_ID_LENGTH, Ids.OBJECT_ID_LENGTH);
    String name = fields.optionalText("name", 0, LONGEST_NAME);
    String key = fields.optionalText("key", SHORTEST_KEY, LONGEST_KEY);
    Long expires = expires(fields);
    boolean needsBot = OF_A_BOT.contains(kind);
    if (needsBot && bot == null) {
      fields.invalid("bot", "is required for a key of this kind");
    } else if (bot != null && !needsBot && kind != Kind.CHANNEL) {
      fields.invalid("bot", "is not possible for a key of this kind");
    }
    if (key != null && !key.chars().allMatch(c -> c > ' ' && c < 127)) {
      fields.invalid("key", "must be printable ASCII without blanks");
    }
    fields.refuseUnknown();
    return fields.decoded(() -> new Keys.Wanted(kind, bot, name == null ? "" : name, key, expires));
  }

  private @Nullable Long expires(Fields fields) {
    String text = fields.optionalText("expiresAt", 1, 40);
    if (text == null) {
      return null;
    }
    try {
      Instant then = Instant.parse(text);
      long nanos =
          Math.addExact(Math.multiplyExact(then.getEpochSecond(), 1_000_000_000L), then.getNano());
      if (nanos <= nowNanos.getAsLong()) {
        fields.invalid("expiresAt", "must be in the future");
      }
      return nanos;
    } catch (DateTimeException | ArithmeticException notATime) {
      fields.invalid("expiresAt", "must be a time like 2030-01-31T12:00:00Z");
      return null;
    }
  }

  private Response made(Call call, Keys.Wanted wanted) {
    String bot = wanted.subject();
    if (bot != null && bots.get(call.workspace(), bot).isEmpty()) {
      return Problems.invalid("bot", "is no bot of this workspace");
    }
    return keys.make(call.workspace(), wanted)
        .map(made -> Response.json(201, Json.write(shown(made, wanted))))
        .orElseGet(() -> Problems.conflict("key", "This key is in use already."));
  }

  static Value.Obj shown(Keys.Made made, Keys.Wanted wanted) {
    ApiKeys.Row row =
        new ApiKeys.Row(
            made.id(),
            0,
            wanted.kind().name(),
            wanted.subject(),
            wanted.name(),
            wanted.expiresNanos());
    return shown(row).put("key", made.key()).build();
  }

  private Response revoke(Call call) {
    return call.id("id").filter(id -> keys.revoke(call.workspace(), id)).isPresent()
        ? Response.empty(204)
        : Problems.notFound();
  }
}
