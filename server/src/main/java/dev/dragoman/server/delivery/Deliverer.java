package dev.dragoman.server.delivery;

import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.egress.EgressClient;
import dev.dragoman.server.ledger.AfterCommit;
import dev.dragoman.server.ledger.LaneClaim;
import dev.dragoman.server.ledger.Pump;
import dev.dragoman.server.store.Deliveries;
import dev.dragoman.server.store.Lanes;
import dev.dragoman.server.store.LegPages;
import dev.dragoman.server.store.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts lanes: those that a commit of this node claimed, at once, and those that nobody started,
/// by sweeping. Never blocks the committer. Thread-safe.
public final class Deliverer implements AfterCommit, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
  private static final int RUNS = 8_192;
  private static final int SETTLERS = 2;
  private static final long STOP_MILLIS = 5_000;

  private final Parts parts;
  private final AtomicInteger running = new AtomicInteger();
  private final Pumps pumps = new Pumps();
  private final Set<Lanes.Claimed> held = ConcurrentHashMap.newKeySet();
  private final Object idle = new Object();
  private volatile boolean closed;

  /// Everything a lane's run needs.
  record Parts(
      EndpointBook book,
      Tellings tellings,
      Settler settler,
      Gates gates,
      Senders senders,
      Told told,
      Clocks clocks,
      Consumer<Sender.Sent> heard) {}

  /// Where time and chance come from.
  ///
  /// @param ticks a clock that only measures, in nanoseconds
  /// @param epochMillis for the signature's time and `Retry-After`
  /// @param chance from 0 up to, not including, 1
  public record Clocks(LongSupplier ticks, LongSupplier epochMillis, DoubleSupplier chance) {}

  /// What is told of the endpoints themselves.
  interface Told {
    /// It answered 410.
    void gone(Endpoint endpoint);

    /// A delivery was given up.
    void dead(Endpoint endpoint, Deliveries.Attempted row);
  }

  /// The gates of all addresses this node has called. An endpoint whose requests bring their own
  /// address has one for each origin: one that is dead closes none of the others.
  static final class Gates {
    private static final int ORIGINS = 10_000;
    private final Map<Door, Gate> gates = new ConcurrentHashMap<>();
    private final LongSupplier ticks;

    Gates(LongSupplier ticks) {
      this.ticks = ticks;
    }

    private record Door(Endpoint.Key key, String origin) {}

    /// The endpoint's own.
    Gate of(Endpoint.Key key) {
      return gates.computeIfAbsent(new Door(key, ""), _ -> new Gate(ticks));
    }

    /// The one of the address a request goes to.
    Gate of(Endpoint.Key key, Rendered rendered) {
      String origin = rendered.url().map(Gates::origin).orElse("");
      Door door = new Door(key, origin);
      // Authors may write addresses without end; the rest shares one gate.
      return gates.size() < ORIGINS || gates.containsKey(door)
          ? gates.computeIfAbsent(door, _ -> new Gate(ticks))
          : of(key);
    }

    private static String origin(String url) {
      int host = url.indexOf("://") + 3;
      int end = host;
      while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
        end++;
      }
      return url.substring(0, end).toLowerCase(Locale.ROOT);
    }
  }

  /// Who sends for which dialect: by HTTP unless somebody else does.
  record Senders(Sender http, Map<String, Sender> others) {
    Sender of(Endpoint endpoint) {
      return others.getOrDefault(endpoint.dialect(), http);
    }
  }

  private final Lanes lanes;
  private final Notices notices;

  /// What it works with.
  public record Ports(
      EndpointBook book,
      Lanes lanes,
      LegReads reads,
      EgressClient egress,
      Clocks clocks,
      Consumer<Boolean> counted,
      Optional<Postman> postman) {}

  /// Where legs and what belongs to them are read.
  public record LegReads(
      LegPages legs,
      dev.dragoman.server.store.Conversations conversations,
      dev.dragoman.server.store.Contacts contacts,
      dev.dragoman.server.store.Secrets secrets,
      Deliveries deliveries,
      Notices notices) {}

  /// Starts its settlers.
  public Deliverer(Ports ports) {
    LegReads reads = ports.reads();
    this.lanes = ports.lanes();
    this.notices = reads.notices();
    this.parts =
        new Parts(
            ports.book(),
            new Tellings(
                new Tellings.Stores(
                    reads.legs(),
                    reads.conversations(),
                    reads.contacts(),
                    reads.secrets(),
                    reads.deliveries(),
                    reads.notices()),
                ports.book()),
            new Settler(ports.lanes(), SETTLERS),
            new Gates(ports.clocks().ticks()),
            new Senders(
                new HttpSender(ports.egress(), ports.book(), ports.clocks().epochMillis()),
                others(ports.postman())),
            new Reports(),
            ports.clocks(),
            sent -> ports.counted().accept(sent.heard().isGood()));
  }

  private static Map<String, Sender> others(Optional<Postman> postman) {
    return postman
        .<Map<String, Sender>>map(one -> Map.of(MailRequests.NAME, new MailSender(one)))
        .orElse(Map.of());
  }

  @Override
  public void committed(int workspace, String conversationId, List<Decision.Decided> legs) {}

  @Override
  public void claimed(
      int workspace, String conversationId, List<Decision.Decided> legs, List<LaneClaim> claims) {
    List<Leg> told = legs.stream().map(Decision.Decided::leg).toList();
    for (LaneClaim claim : claims) {
      LaneRun.InHand hand =
          new LaneRun.InHand(legs.getLast().after().address(), told, claim.version());
      start(LaneRun.claimed(workspace, claim), hand, () -> {});
    }
  }

  private void start(
      Lanes.Claimed claim,
      LaneRun.@org.jspecify.annotations.Nullable InHand hand,
      Runnable afterwards) {
    held.add(claim);
    if (closed || running.incrementAndGet() > RUNS) {
      // Given back when this node stops; else the claim ends by itself, and a sweep takes the lane.
      ended(!closed);
      afterwards.run();
      return;
    }
    Thread.ofVirtual()
        .name("lane")
        .start(
            () -> {
              try {
                if (!new LaneRun(parts, claim).run(hand, () -> closed)) {
                  held.remove(claim);
                }
              } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
              } catch (RuntimeException failed) {
                LOG.warn("a lane of {} stopped: {}", claim.key().endpointId(), failed.toString());
              } finally {
                ended(true);
                afterwards.run();
              }
            });
  }

  private void ended(boolean counted) {
    if (counted && running.decrementAndGet() == 0) {
      synchronized (idle) {
        idle.notifyAll();
      }
    }
  }

  /// Claims and starts lanes that are due and that nobody has; returns how many.
  public int sweep() {
    int started = 0;
    for (int workspace : lanes.busyWorkspaces()) {
      for (String endpointId : lanes.busyEndpoints(workspace)) {
        started += sweep(new Endpoint.Key(workspace, endpointId));
      }
    }
    return started;
  }

  private int sweep(Endpoint.Key key) {
    Pump pump = pumps.of(key);
    int room = closed ? 0 : Math.min(pump.room(), parts.gates().of(key).room());
    int wanted = Math.min(room, RUNS - running.get());
    if (wanted <= 0) {
      return 0;
    }
    List<Lanes.Claimed> claimed =
        new ArrayList<>(lanes.claim(key.workspace(), key.id(), wanted, LaneClaim.LEASE_NANOS));
    pump.swept(claimed.size(), claimed.size() == wanted);
    Map<Lanes.Claimed, LaneRun.InHand> hands =
        parts.book().find(key).map(endpoint -> read(endpoint, claimed)).orElse(Map.of());
    claimed.forEach(claim -> start(claim, hands.get(claim), () -> oneEnded(key, pump)));
    return claimed.size();
  }

  /// What cannot be read for all is read by each lane itself: one may hold what the others do not.
  private Map<Lanes.Claimed, LaneRun.InHand> read(Endpoint endpoint, List<Lanes.Claimed> claimed) {
    try {
      return parts.tellings().inHand(endpoint, claimed);
    } catch (RuntimeException failed) {
      LOG.warn("lanes of {} look one by one: {}", endpoint.key().id(), failed.toString());
      return Map.of();
    }
  }

  /// Where more waits than one sweep takes, the next comes as soon as there is room.
  private void oneEnded(Endpoint.Key key, Pump pump) {
    if (pump.ended() && !closed) {
      try {
        sweep(key);
      } catch (RuntimeException failed) {
        LOG.warn("a sweep of the lanes of {} failed: {}", key.id(), failed.toString());
      }
    }
  }

  /// How many lanes this node is moving.
  public int running() {
    return running.get();
  }

  private final class Reports implements Told {
    @Override
    public void gone(Endpoint endpoint) {
      if (parts.book().disable(endpoint.key())) {
        notice(endpoint, Kind.ENDPOINT_DISABLED, Value.Obj.of("reason", Value.of("gone")));
      }
    }

    @Override
    public void dead(Endpoint endpoint, Deliveries.Attempted row) {
      Value.Obj data =
          Value.Obj.builder()
              .put("stream", row.which().stream())
              .put("sequence", row.which().sequence())
              .put("event", row.which().event())
              .put("kind", row.which().kind())
              .put("position", row.position())
              .put("attempts", row.attempt())
              .put("status", row.outcome().status())
              .put("code", row.outcome().code())
              .build();
      notice(endpoint, Kind.DELIVERY_DEAD, data);
    }

    private void notice(Endpoint endpoint, Kind kind, Value.Obj data) {
      int workspace = endpoint.key().workspace();
      Value.Obj whole =
          Value.Obj.builder().put("endpoint", endpoint.key().id()).setAll(data).build();
      notices.append(workspace, kind.wire(), whole, parts.book().hearing(workspace, kind));
    }
  }

  /// Whether that endpoint is told of that event at all.
  public boolean tells(Endpoint endpoint, String conversationId, long sequence) {
    return parts
        .tellings()
        .next(endpoint, new LegPages.From(conversationId, sequence - 1, 0))
        .tellings()
        .stream()
        .anyMatch(one -> one.rendered().sequence() == sequence);
  }

  /// How many deliveries of a lane come before that event; counts some dozens of legs at most.
  public long ahead(Endpoint endpoint, String conversationId, long lane, long sequence) {
    return parts
        .tellings()
        .next(endpoint, new LegPages.From(conversationId, lane, 0))
        .tellings()
        .stream()
        .map(one -> one.rendered().sequence())
        .filter(one -> one > lane && one < sequence)
        .count();
  }

  /// How long this node calls that endpoint no more, because nobody was there.
  public long closedNanos(Endpoint endpoint) {
    return parts.gates().of(endpoint.key()).closedFor();
  }

  /// Says something to an endpoint by its own stream of the workspace.
  public long notice(int workspace, Kind kind, Value.Obj data, List<String> endpointIds) {
    return notices.append(workspace, kind.wire(), data, endpointIds);
  }

  /// Starts nothing more, lets what is out come back for a while, settles it, and gives back what
  /// it has claimed and not finished.
  @Override
  public void close() {
    closed = true;
    long until = parts.clocks().ticks().getAsLong() + STOP_MILLIS * 1_000_000;
    synchronized (idle) {
      long left = STOP_MILLIS;
      while (running.get() > 0 && left > 0) {
        try {
          idle.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
        left = (until - parts.clocks().ticks().getAsLong()) / 1_000_000;
      }
    }
    parts.settler().close();
    giveBack();
  }

  /// Others need not wait until the claims of a node that stopped run out.
  private void giveBack() {
    Map<Integer, List<Lanes.Claimed>> left =
        held.stream().collect(Collectors.groupingBy(Lanes.Claimed::workspace));
    try {
      left.forEach(lanes::giveBack);
    } catch (RuntimeException unreachable) {
      LOG.warn("claims were not given back and end by themselves: {}", unreachable.toString());
    }
  }
}
