package dev.dragoman.server.people;

import dev.dragoman.server.people.Credential.Kind;
import dev.dragoman.server.store.ApiKeys;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes, finds and revokes keys. Thread-safe.
///
/// A key is stored as a keyed hash and shown once. What was found is believed for a second, so that
/// a turn needs no query and a revoked key is useless on every node within two.
public final class Keys {
  private static final long BELIEVED_NANOS = 1_000_000_000L;
  private static final int MOST_BELIEVED = 50_000;
  private static final int LONGEST_KEY = 1_024;
  private static final String PURPOSE = "api-key";
  private static final byte[] NOT_KEPT = {};

  private final ApiKeys store;
  private final dev.dragoman.server.store.secret.Keys secrets;
  private final Sources sources;
  private final Map<String, Believed> believed = new ConcurrentHashMap<>();

  private record Believed(Optional<Credential> credential, long untilTicks) {}

  /// Where chance and time come from.
  ///
  /// @param ids new 24-hex ids
  /// @param keys new keys, unguessable
  /// @param ticks a clock that only measures, in nanoseconds
  public record Sources(Supplier<String> ids, Supplier<String> keys, LongSupplier ticks) {}

  /// A key to be made.
  ///
  /// @param key given on import, or null for a new one
  /// @param expiresNanos since 1970, or null for never
  public record Wanted(
      Kind kind,
      @Nullable String subject,
      String name,
      @Nullable String key,
      @Nullable Long expiresNanos) {}

  /// A key just made: the only time it is seen.
  public record Made(String id, String key) {}

  /// Keeps keys in this store.
  public Keys(ApiKeys store, dev.dragoman.server.store.secret.Keys secrets, Sources sources) {
    this.store = store;
    this.secrets = secrets;
    this.sources = sources;
  }

  /// What this key opens, or empty: unknown, revoked and expired keys are alike.
  public Optional<Credential> find(String key) {
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      return Optional.empty();
    }
    String hash = hash(key);
    long now = sources.ticks().getAsLong();
    Believed known = believed.get(hash);
    if (known != null && known.untilTicks() - now > 0) {
      return known.credential();
    }
    Optional<Credential> found =
        store
            .find(HexFormat.of().parseHex(hash))
            .map(
                row ->
                    new Credential(
                        row.id(), row.workspace(), Kind.valueOf(row.kind()), row.subject()));
    if (believed.size() >= MOST_BELIEVED) {
      believed.clear();
    }
    believed.put(hash, new Believed(found, now + BELIEVED_NANOS));
    return found;
  }

  /// A new key, known to nobody yet and good for nothing until it is made.
  public String fresh() {
    return sources.keys().get();
  }

  /// Makes a key; empty when the one given on import is taken.
  public Optional<Made> make(int workspace, Wanted wanted) {
    return make(workspace, sources.ids().get(), wanted);
  }

  /// Makes the only key its subject ever gets, however many ask at the same time; empty for all
  /// but the first.
  public Optional<Made> makeOnce(int workspace, Wanted wanted) {
    return make(workspace, Objects.requireNonNull(wanted.subject()), wanted);
  }

  private Optional<Made> make(int workspace, String id, Wanted wanted) {
    String key = wanted.key() == null ? fresh() : wanted.key();
    ApiKeys.Row row =
        new ApiKeys.Row(
            id,
            workspace,
            wanted.kind().name(),
            wanted.subject(),
            wanted.name(),
            wanted.expiresNanos());
    String hash = hash(key);
    believed.remove(hash);
    byte[] sealed =
        Credential.isSentBack(wanted.kind())
            ? secrets.seal(key.getBytes(StandardCharsets.UTF_8), place(workspace, id))
            : NOT_KEPT;
    return store.insert(row, HexFormat.of().parseHex(hash), sealed)
        ? Optional.of(new Made(id, key))
        : Optional.empty();
  }

  /// Whether the subject has a key of that kind already.
  public boolean exists(int workspace, Wanted wanted) {
    return store.exists(workspace, wanted.kind().name(), wanted.subject());
  }

  /// The keys of a workspace, without the keys themselves.
  public List<ApiKeys.Row> all(int workspace) {
    return store.all(workspace);
  }

  /// Ends a key; false when there is none of this id.
  public boolean revoke(int workspace, String id) {
    boolean revoked = store.revoke(workspace, id);
    believed
        .values()
        .removeIf(one -> one.credential().filter(found -> found.id().equals(id)).isPresent());
    return revoked;
  }

  private static String place(int workspace, String id) {
    return "api_key/" + workspace + "/" + id;
  }

  /// A key that has to be sent back, by its id; also when it is revoked by now.
  public Optional<String> sentBack(int workspace, String id) {
    return store
        .sealed(workspace, id)
        .map(kept -> secrets.open(kept, place(workspace, id)))
        .map(key -> new String(key, StandardCharsets.UTF_8));
  }

  /// The newest key of that kind and subject that has to be sent back and is not revoked.
  public Optional<String> sentBack(int workspace, Kind kind, String subject) {
    return store.newest(workspace, kind.name(), subject).flatMap(id -> sentBack(workspace, id));
  }

  private String hash(String key) {
    return HexFormat.of().formatHex(secrets.fingerprint(PURPOSE, key));
  }
}
