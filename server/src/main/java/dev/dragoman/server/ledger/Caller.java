package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Leg;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One caller on its way through a turn: follows it over its legs, and over to the turn that the
/// input id belongs to if it is a repeat. Used by one thread.
final class Caller implements AutoCloseable {
  private static final int RETRY_AFTER_SECONDS = 1;

  private final Waits waits;
  private final Entry entry;
  private final Slot slot;
  private final Consumer<Leg> each;
  private final List<Leg> legs = new ArrayList<>();
  private String turnId;
  private Turns.@Nullable Parked location;
  private boolean repeat;

  /// What a caller waits with.
  record Waits(Turns turns, TurnSource source, LongSupplier ticks) {}

  Caller(Waits waits, Entry entry, Slot slot, Consumer<Leg> each) {
    this.waits = waits;
    this.entry = entry;
    this.slot = slot;
    this.each = each;
    this.turnId = entry.arrival().turnId();
    waits.turns().register(turnId, slot);
  }

  /// Waits at most so long, and up to a look of [TurnPoll] longer.
  Outcome await(long nanos) {
    slot.patientUntil(waits.ticks().getAsLong() + nanos);
    try {
      while (true) {
        News news = slot.await();
        Outcome outcome = news == null ? patienceEnds() : hear(news);
        if (outcome != null) {
          return outcome;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unknown();
    }
  }

  /// What is certain by now, or null.
  @Nullable Outcome poll() {
    News news = slot.poll();
    while (news != null) {
      Outcome outcome = hear(news);
      if (outcome != null) {
        return outcome;
      }
      news = slot.poll();
    }
    return null;
  }

  private Outcome patienceEnds() {
    return entry.giveUp()
        ? new Outcome.Overloaded(Outcome.Bottleneck.ROW, RETRY_AFTER_SECONDS)
        : new Outcome.Unknown();
  }

  private @Nullable Outcome hear(News news) {
    return switch (news) {
      case News.Over(var outcome) -> outcome;
      case News.LegCommitted leg -> repeat ? reread() : own(leg);
      case News.Seen(var id, var conversationId, var firstSequence) ->
          rejoin(
              new Turns.Parked(
                  entry.submission().workspace(), conversationId, firstSequence, id, now()));
      case News.SettledElsewhere() -> reread();
    };
  }

  private @Nullable Outcome own(News.LegCommitted news) {
    Leg leg = news.leg();
    legs.add(leg);
    each.accept(leg);
    if (leg.told().settled() || entry.cannotBeRefused()) {
      return new Outcome.Committed(new Turn(turnId, news.conversationId(), legs, news.after()));
    }
    if (legs.size() == 1) {
      location =
          new Turns.Parked(
              entry.submission().workspace(),
              news.conversationId(),
              leg.firstSequence(),
              turnId,
              now());
      waits.turns().park(location, slot);
    }
    return null;
  }

  private @Nullable Outcome rejoin(Turns.Parked turn) {
    waits.turns().forget(turnId, slot);
    turnId = turn.turnId();
    location = turn;
    repeat = true;
    waits.turns().register(turnId, slot);
    waits.turns().park(turn, slot);
    return reread();
  }

  private @Nullable Outcome reread() {
    Turn turn = read();
    if (turn == null || !turn.settled()) {
      return null;
    }
    turn.legs().stream().skip(legs.size()).forEach(each);
    return repeat ? new Outcome.Repeated(turn) : new Outcome.Committed(turn);
  }

  private @Nullable Turn read() {
    try {
      return location == null ? null : waits.source().turn(location);
    } catch (RuntimeException unreachable) {
      // The next look of the poll tells again, or the patience ends.
      return null;
    }
  }

  private long now() {
    return waits.ticks().getAsLong();
  }

  @Override
  public void close() {
    waits.turns().forget(turnId, slot);
  }
}
