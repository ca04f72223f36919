package dev.dragoman.server.delivery;

import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.server.ledger.Listener;
import dev.dragoman.server.store.Endpoints;
import dev.dragoman.server.store.secret.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// The endpoints: opened from their sealed rows, remembered for a second. Thread-safe.
public final class EndpointBook {
  private static final long FRESH_NANOS = 1_000_000_000L;

  private final Endpoints rows;
  private final Keys keys;
  private final Map<String, Renderer> renderers;
  private final List<Endpoint> standing;
  private final LongSupplier ticks;
  private final Map<Endpoint.Key, Known> known = new ConcurrentHashMap<>();

  private record Known(Optional<Endpoint> endpoint, long readAt) {}

  /// What an endpoint is called and since when it is there.
  public record Named(Endpoint endpoint, String name, int version, long createdNanos) {}

  /// @param renderers by dialect
  /// @param standing endpoints that every workspace has, without a row; their workspace is 0
  /// @param ticks a clock that only measures, in nanoseconds
  public EndpointBook(
      Endpoints rows,
      Keys keys,
      Map<String, Renderer> renderers,
      List<Endpoint> standing,
      LongSupplier ticks) {
    this.rows = rows;
    this.keys = keys;
    this.renderers = Map.copyOf(renderers);
    this.standing = List.copyOf(standing);
    this.ticks = ticks;
  }

  /// Whether somebody can have an endpoint of that dialect.
  public boolean speaks(String dialect) {
    Renderer renderer = renderers.get(dialect);
    return renderer != null && renderer.isForEndpoints();
  }

  /// How a dialect tells; throws `IllegalStateException` for one that nobody speaks.
  Renderer renderer(String dialect) {
    Renderer renderer = renderers.get(dialect);
    if (renderer == null) {
      throw new IllegalStateException("nobody speaks " + dialect);
    }
    return renderer;
  }

  /// An endpoint as it is, at most a second ago.
  Optional<Endpoint> find(Endpoint.Key key) {
    Optional<Endpoint> always = standing(key);
    if (always.isPresent()) {
      return always;
    }
    Known last = known.get(key);
    long now = ticks.getAsLong();
    if (last != null && now - last.readAt() < FRESH_NANOS) {
      return last.endpoint();
    }
    Optional<Endpoint> read =
        rows.get(key.workspace(), key.id()).map(row -> open(key.workspace(), row));
    known.put(key, new Known(read, now));
    return read;
  }

  private Optional<Endpoint> standing(Endpoint.Key key) {
    return standing.stream()
        .filter(one -> one.key().id().equals(key.id()))
        .map(
            one ->
                new Endpoint(
                    key,
                    one.botId(),
                    one.dialect(),
                    one.url(),
                    one.kinds(),
                    one.auth(),
                    one.manner(),
                    one.settings(),
                    one.status()))
        .findFirst();
  }

  /// Whether every workspace has it, without a row.
  boolean isStanding(String id) {
    return standing.stream().anyMatch(one -> one.key().id().equals(id));
  }

  /// Whether that workspace has such an endpoint.
  public boolean has(Endpoint.Key key) {
    return find(key).isPresent();
  }

  /// One with its name.
  public Optional<Named> get(int workspace, String id) {
    return rows.get(workspace, id).map(row -> named(workspace, row));
  }

  /// All of a workspace by id, those of every workspace left out.
  public List<Named> all(int workspace) {
    return rows.all(workspace).stream().map(row -> named(workspace, row)).toList();
  }

  private Named named(int workspace, Endpoints.Row row) {
    return new Named(open(workspace, row), row.name(), row.version(), row.createdNanos());
  }

  private Endpoint open(int workspace, Endpoints.Row row) {
    Endpoint.Key key = new Endpoint.Key(workspace, row.id());
    Value written = Pack.value(keys.open(row.sealed(), place(key)));
    return EndpointForm.read(
        new EndpointForm.Columns(
            key,
            Optional.ofNullable(row.botId()),
            row.dialect(),
            Endpoint.Status.valueOf(row.status())),
        written instanceof Value.Obj whole ? whole : Value.Obj.EMPTY);
  }

  private static String place(Endpoint.Key key) {
    return "endpoint/" + key.workspace() + "/" + key.id();
  }

  /// Makes an endpoint; false when its id is taken. Throws `IllegalStateException` when nobody
  /// speaks its dialect.
  public boolean create(Named made) {
    renderer(made.endpoint().dialect());
    boolean done = rows.insert(made.endpoint().key().workspace(), row(made));
    known.remove(made.endpoint().key());
    return done;
  }

  /// Changes one that has the version that was read; its bot and dialect stay. False when somebody
  /// else changed it meanwhile.
  public boolean update(Named changed) {
    Endpoint.Key key = changed.endpoint().key();
    boolean done = rows.update(key.workspace(), row(changed));
    known.remove(key);
    if (done && changed.endpoint().manner().onExhausted() == Endpoint.OnExhausted.SKIP) {
      rows.letGo(key.workspace(), key.id());
    }
    return done;
  }

  private Endpoints.Row row(Named named) {
    Endpoint endpoint = named.endpoint();
    return new Endpoints.Row(
        endpoint.key().id(),
        endpoint.botId().orElse(null),
        endpoint.dialect(),
        named.name(),
        endpoint.status().name(),
        named.version(),
        named.createdNanos(),
        keys.seal(Pack.pack(EndpointForm.write(endpoint)), place(endpoint.key())));
  }

  /// Stops calling it; what happens meanwhile is told when it is resumed.
  public boolean pause(Endpoint.Key key) {
    boolean done = rows.pause(key.workspace(), key.id());
    known.remove(key);
    return done;
  }

  /// Calls it again.
  public boolean resume(Endpoint.Key key) {
    boolean done = rows.resume(key.workspace(), key.id());
    known.remove(key);
    return done;
  }

  /// Calls it no more and forgets what waits; false when it was so already.
  boolean disable(Endpoint.Key key) {
    boolean done = rows.disable(key.workspace(), key.id());
    known.remove(key);
    return done;
  }

  /// Removes it.
  public boolean delete(Endpoint.Key key) {
    boolean done = rows.delete(key.workspace(), key.id());
    known.remove(key);
    return done;
  }

  /// Who hears of the conversations of a bot, for the ledger.
  public List<Listener> audience(int workspace, String botId) {
    List<Listener> listeners = new ArrayList<>();
    standing.forEach(one -> listeners.add(listener(one)));
    for (Endpoints.Row row : rows.all(workspace)) {
      boolean hears = row.botId() == null || row.botId().equals(botId);
      if (hears && !row.status().equals(Endpoint.Status.DISABLED.name())) {
        if (speaks(row.dialect())) {
          listeners.add(listener(open(workspace, row)));
        }
      }
    }
    return List.copyOf(listeners);
  }

  private Listener listener(Endpoint endpoint) {
    return new Listener(
        endpoint.key().id(), hears(endpoint), endpoint.status() == Endpoint.Status.PAUSED);
  }

  /// What an endpoint hears of.
  Set<Kind> hears(Endpoint endpoint) {
    Set<Kind> told = renderer(endpoint.dialect()).kinds();
    if (endpoint.kinds().isEmpty()) {
      return told;
    }
    List<Kind> wanted = endpoint.kinds().stream().filter(told::contains).toList();
    return Set.copyOf(wanted);
  }

  /// Who hears of an event of the workspace.
  public List<String> hearing(int workspace, Kind kind) {
    return rows.all(workspace).stream()
        .filter(row -> !row.status().equals(Endpoint.Status.DISABLED.name()))
        .filter(row -> speaks(row.dialect()))
        .map(row -> open(workspace, row))
        .filter(endpoint -> hears(endpoint).contains(kind))
        .map(endpoint -> endpoint.key().id())
        .toList();
  }
}
