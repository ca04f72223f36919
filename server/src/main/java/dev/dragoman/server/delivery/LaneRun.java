package dev.dragoman.server.delivery;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.delivery.Answer;
import dev.dragoman.core.delivery.Lane;
import dev.dragoman.core.delivery.Schedule;
import dev.dragoman.core.delivery.Verdict;
import dev.dragoman.core.model.Moment;
import dev.dragoman.server.delivery.Tellings.Telling;
import dev.dragoman.server.ledger.LaneClaim;
import dev.dragoman.server.store.Deliveries;
import dev.dragoman.server.store.Lanes;
import dev.dragoman.server.store.LegPages;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Moves one lane as long as its claim holds: next event, attempt, settle, and so on. Runs on a
/// virtual thread of its own; used once.
///
/// Event n + 1 is not attempted before n is settled. Whoever lost the claim stops at once: it may
/// have repeated one request, and has moved nothing.
final class LaneRun {
  private static final long RENEW_AFTER_NANOS = 8 * Moment.NANOS_PER_SECOND;
  private static final long NOT_SENT_NANOS = 2 * Moment.NANOS_PER_SECOND;
  private static final long CLASH_NANOS = 2 * Moment.NANOS_PER_MILLI;
  private static final int CLASHES = 6;
  private static final char AGAIN = '/';

  private final Deliverer.Parts parts;
  private final Lanes.Claimed claim;
  private final String source;
  private final Deque<Telling> queue = new ArrayDeque<>();
  private Lane lane;
  private long looked;
  private int seen;
  private boolean filled;
  private boolean more = true;
  private int clashes;
  private long claimedAt;
  private String url = "";

  /// Legs that the committer of this node has in its hands already.
  record InHand(Conversation.Address address, List<Leg> legs, int version) {}

  LaneRun(Deliverer.Parts parts, Lanes.Claimed claim) {
    this.parts = parts;
    this.claim = claim;
    this.lane = claim.lane();
    this.looked = lane.sequence();
    int again = claim.key().stream().indexOf(AGAIN);
    this.source = again < 0 ? claim.key().stream() : claim.key().stream().substring(0, again);
    this.claimedAt = parts.clocks().ticks().getAsLong();
  }

  static Lanes.Claimed claimed(int workspace, LaneClaim claim) {
    return new Lanes.Claimed(
        workspace,
        new Lanes.Key(claim.stream(), claim.endpointId()),
        new Lane(claim.position(), claim.sequence(), 0, 0, claim.gap()),
        null,
        claim.token());
  }

  /// Until the lane rests, waits or is somebody else's, or until nothing new shall begin: then the
  /// claim is still held, and true is returned.
  boolean run(@Nullable InHand hand, BooleanSupplier stopping) throws InterruptedException {
    Optional<Endpoint> endpoint = endpoint();
    if (hand != null && endpoint.isPresent()) {
      queue.addAll(parts.tellings().of(endpoint.get(), hand.address(), hand.legs()));
      skipTold();
      seen = hand.version();
      Leg last = hand.legs().getLast();
      looked = last.firstSequence() + last.told().events().size() - 1;
      filled = true;
      more = false;
    }
    boolean going = endpoint.isPresent();
    while (going && !stopping.getAsBoolean()) {
      going = step(endpoint.orElseThrow());
      endpoint = endpoint();
      going = going && endpoint.isPresent();
    }
    return going;
  }

  private Optional<Endpoint> endpoint() {
    return parts.book().find(new Endpoint.Key(claim.workspace(), claim.key().endpointId()));
  }

  private void skipTold() {
    while (!queue.isEmpty() && queue.peek().rendered().sequence() <= lane.sequence()) {
      queue.poll();
    }
  }

  /// One step; false when the lane is left alone.
  private boolean step(Endpoint endpoint) throws InterruptedException {
    url = endpoint.url();
    return switch (endpoint.status()) {
      case DISABLED -> false;
      case PAUSED -> {
        settle(new Lanes.Next.Park(), List.of());
        yield false;
      }
      case ACTIVE -> {
        if (queue.isEmpty() && more) {
          fill(endpoint);
          yield true;
        }
        yield queue.isEmpty() ? rest() : tell(endpoint, queue.element());
      }
    };
  }

  private void fill(Endpoint endpoint) {
    boolean first = !filled;
    filled = true;
    boolean mayBeStored =
        lane.attempts() > 0 || !parts.book().renderer(endpoint.dialect()).followsFromLeg();
    if (first && claim.ends() == null && mayBeStored) {
      Lanes.Key key = new Lanes.Key(source, claim.key().endpointId());
      Optional<Telling> stored =
          parts.tellings().stored(claim.workspace(), key, lane.sequence(), Long.MAX_VALUE);
      if (stored.isPresent()) {
        queue.add(stored.get());
        return;
      }
    }
    Tellings.Found found =
        source.equals(Lanes.WORKSPACE)
            ? parts.tellings().notices(endpoint, Math.max(looked, lane.sequence()))
            : parts
                .tellings()
                .next(endpoint, new LegPages.From(source, Math.max(looked, lane.sequence()), seen));
    clashes = found.seen() == seen && found.sequence() == looked ? clashes : 0;
    queue.addAll(found.tellings());
    skipTold();
    looked = Math.max(looked, found.sequence());
    seen = found.seen();
    more = found.more();
  }

  /// Nothing is left of what was looked at.
  private boolean rest() throws InterruptedException {
    lane = lane.passed(looked);
    return rested(settle(resting(), List.of()));
  }

  private Lanes.Next resting() {
    return claim.ends() != null ? new Lanes.Next.Drop() : new Lanes.Next.Rest(looked, seen);
  }

  private boolean rested(Lanes.Moved moved) throws InterruptedException {
    return switch (moved) {
      case LOST -> false;
      case DONE -> false;
      case MORE -> {
        more = true;
        yield ++clashes <= CLASHES ? backedOff() : awaited();
      }
    };
  }

  /// The stream is held by a turn that is being committed: a moment later it is free, or has more.
  private boolean backedOff() {
    LockSupport.parkNanos(CLASH_NANOS << clashes);
    return true;
  }

  private boolean awaited() throws InterruptedException {
    settle(new Lanes.Next.Wait(CLASH_NANOS << CLASHES), List.of());
    return false;
  }

  private boolean tell(Endpoint endpoint, Telling telling) throws InterruptedException {
    long sequence = telling.rendered().sequence();
    if (claim.ends() != null && sequence > claim.ends()) {
      settle(new Lanes.Next.Drop(), List.of());
      return false;
    }
    if (!telling.why().isEmpty()) {
      return giveUp(endpoint, telling, new Ending(Answer.NONE, telling.why(), new byte[0], 0));
    }
    if (lane.attempts() >= schedule(endpoint).tries()) {
      return giveUp(endpoint, telling, new Ending(Answer.NONE, "exhausted", new byte[0], 0));
    }
    Telling ready = prepared(endpoint, telling);
    if (ready == null) {
      return false;
    }
    long away = parts.gates().of(endpoint.key(), telling.rendered()).enter();
    if (away > 0) {
      settle(new Lanes.Next.Wait(spread(away)), List.of());
      return false;
    }
    return attempt(endpoint, ready);
  }

  /// Lanes that wait for the same thing come back one after the other.
  private long spread(long nanos) {
    return nanos + (long) (nanos * parts.clocks().chance().getAsDouble() / 2);
  }

  private Schedule schedule(Endpoint endpoint) {
    return endpoint
        .manner()
        .schedule()
        .orElse(parts.book().renderer(endpoint.dialect()).schedule());
  }

  /// With its claim fresh enough for an attempt, and its bytes stored if they have to be; null when
  /// the claim is lost.
  private @Nullable Telling prepared(Endpoint endpoint, Telling telling)
      throws InterruptedException {
    boolean follows = parts.book().renderer(endpoint.dialect()).followsFromLeg();
    Telling ready = telling;
    if (claim.ends() != null && !telling.stored()) {
      long sequence = telling.rendered().sequence();
      Lanes.Key key = new Lanes.Key(source, claim.key().endpointId());
      ready =
          parts
              .tellings()
              .stored(claim.workspace(), key, sequence - 1, sequence)
              .filter(stored -> stored.why().isEmpty())
              .orElse(telling);
    }
    boolean store = !follows && !ready.stored();
    boolean old = parts.clocks().ticks().getAsLong() - claimedAt > RENEW_AFTER_NANOS;
    if (!store && !old) {
      return ready;
    }
    List<Deliveries.Attempted> rows =
        store ? List.of(Records.stored(record(ready), claim.token())) : List.of();
    if (settle(new Lanes.Next.GoOn(LaneClaim.LEASE_NANOS), rows) == Lanes.Moved.LOST) {
      return null;
    }
    claimedAt = parts.clocks().ticks().getAsLong();
    queue.poll();
    Telling kept = new Telling(ready.rendered(), "", ready.stored() || store);
    queue.addFirst(kept);
    return kept;
  }

  /// What is told again keeps the number it had; 0 if it never had one.
  private long position(Telling telling) {
    return claim.ends() == null
        ? lane.next()
        : parts
            .tellings()
            .position(
                claim.workspace(),
                new Lanes.Key(source, claim.key().endpointId()),
                telling.rendered().sequence());
  }

  @SuppressWarnings("ArrayRecordComponent") // Bytes as they came, never compared.
  private record Ending(Answer heard, String code, byte[] answer, long beganAt) {}

  private boolean attempt(Endpoint endpoint, Telling telling) throws InterruptedException {
    Gate gate = parts.gates().of(endpoint.key(), telling.rendered());
    long began = parts.clocks().ticks().getAsLong();
    Sender.Sent sent = null;
    try {
      sent =
          parts
              .senders()
              .of(endpoint)
              .send(
                  new Sender.Outgoing(
                      endpoint,
                      telling.rendered(),
                      position(telling),
                      lane.attempts() + 1,
                      claim.ends() == null ? lane.gaps() : "",
                      claim.ends() != null));
    } finally {
      if (sent == null || !sent.sent()) {
        gate.leave();
      } else {
        gate.leave(answersItself(sent.heard()));
      }
    }
    if (!sent.sent()) {
      settle(new Lanes.Next.Wait(spread(NOT_SENT_NANOS)), List.of());
      return false;
    }
    parts.heard().accept(sent);
    return heard(endpoint, telling, new Ending(sent.heard(), sent.code(), sent.answer(), began));
  }

  /// Somebody is there, whatever they think of this one.
  private static boolean answersItself(Answer heard) {
    return heard.isGood() || heard.isGone() || heard.isRefusal();
  }

  private boolean heard(Endpoint endpoint, Telling telling, Ending ending)
      throws InterruptedException {
    Verdict verdict =
        lane.hear(ending.heard(), schedule(endpoint), parts.clocks().chance().getAsDouble());
    return switch (verdict) {
      case Verdict.Delivered _ -> {
        Deliveries.Attempted row = row(telling, ending, "delivered", -1);
        lane = lane.delivered(telling.rendered().sequence());
        yield goOn(row);
      }
      case Verdict.Again(long wait) -> {
        Deliveries.Attempted row = row(telling, ending, "failed", wait);
        lane = lane.again(ending.heard());
        settle(new Lanes.Next.Wait(wait), List.of(row));
        yield false;
      }
      case Verdict.Dead(var code) -> giveUp(endpoint, telling, coded(ending, code));
      case Verdict.Gone _ when parts.book().isStanding(endpoint.key().id()) ->
          // Somebody's address is gone, not the way there.
          giveUp(endpoint, telling, coded(ending, "gone"));
      case Verdict.Gone _ -> {
        settle(new Lanes.Next.GoOn(0), List.of(row(telling, coded(ending, "gone"), "dead", -1)));
        parts.told().gone(endpoint);
        yield false;
      }
    };
  }

  private static Ending coded(Ending ending, String code) {
    String both = ending.code().isEmpty() ? code : code + " after " + ending.code();
    return new Ending(ending.heard(), both, ending.answer(), ending.beganAt());
  }

  private boolean giveUp(Endpoint endpoint, Telling telling, Ending ending)
      throws InterruptedException {
    boolean erased = telling.why().equals("erased");
    Deliveries.Attempted row = row(telling, ending, erased ? "cancelled" : "dead", -1);
    boolean report = !erased && !source.equals(Lanes.WORKSPACE);
    if (endpoint.manner().onExhausted() == Endpoint.OnExhausted.HOLD
        && !erased
        && claim.ends() == null) {
      lane = lane.again(ending.heard());
      if (settle(new Lanes.Next.Hold(), List.of(row)) != Lanes.Moved.LOST && report) {
        parts.told().dead(endpoint, row);
      }
      return false;
    }
    lane = lane.skipped(telling.rendered().sequence());
    if (report) {
      parts.told().dead(endpoint, row);
    }
    return goOn(row);
  }

  private boolean goOn(Deliveries.Attempted row) throws InterruptedException {
    queue.poll();
    boolean last = queue.isEmpty() && !more;
    if (last) {
      lane = lane.passed(looked);
      return rested(settle(resting(), List.of(row)));
    }
    return settle(new Lanes.Next.GoOn(0), List.of(row)) != Lanes.Moved.LOST;
  }

  private Records.Facts record(Telling telling) {
    return new Records.Facts(
        source,
        claim.key().endpointId(),
        url,
        telling.rendered(),
        position(telling),
        lane.attempts() + 1);
  }

  private Deliveries.Attempted row(Telling telling, Ending ending, String outcome, long waitNanos) {
    long took = ending.beganAt() == 0 ? 0 : parts.clocks().ticks().getAsLong() - ending.beganAt();
    boolean keep = !outcome.equals("delivered") && !telling.stored();
    return Records.attempted(
        record(telling),
        claim.token(),
        new Deliveries.Outcome(outcome, ending.heard().status(), ending.code()),
        new Deliveries.Times(took, (int) Math.min(Integer.MAX_VALUE, took / 1_000), waitNanos),
        Records.kept(record(telling), keep, ending.answer()));
  }

  private Lanes.Moved settle(Lanes.Next next, List<Deliveries.Attempted> rows)
      throws InterruptedException {
    Lanes.Move move = new Lanes.Move(claim.key(), claim.token(), lane, next);
    return parts.settler().settle(claim.workspace(), move, rows);
  }
}
