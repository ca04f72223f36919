package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decider;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.pack.Pack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Decides through another decider and keeps each leg as the row it will be.
///
/// What an input makes the other throw becomes a refusal of that input alone. One instance serves
/// one conversation in one batch.
final class Recorder implements Decider {
  private final Decider decider;
  private final StateHash hash;
  private final List<Writes.LegRow> legs = new ArrayList<>();
  private final Map<String, String> failures = new HashMap<>();
  private final Map<String, Decision.Decided> elsewhere = new HashMap<>();
  private byte[] state;
  private long stateHash;
  private int version;

  Recorder(Decider decider, StateHash hash, byte[] state, int version) {
    this.decider = decider;
    this.hash = hash;
    this.state = state;
    this.stateHash = hash.of(state);
    this.version = version;
  }

  @Override
  public Decision decide(
      Conversation before, String turnId, Input input, Moment moment, Facts facts) {
    try {
      Decision decision = decider.decide(before, turnId, input, moment, facts);
      if (!(decision instanceof Decision.Decided decided)) {
        return decision;
      }
      Decision recorded = recorded(decided);
      if (recorded == decided && !decided.leg().turnId().equals(turnId)) {
        elsewhere.put(turnId, decided);
      }
      return recorded;
    } catch (RuntimeException | StackOverflowError e) {
      failures.put(turnId, e.getClass().getSimpleName());
      return new Decision.Refused(Decision.Refusal.STALE);
    }
  }

  private Decision recorded(Decision.Decided decided) {
    byte[] after = Pack.pack(decided.after());
    if (after.length > Limits.STATE_BYTES) {
      return new Decision.Refused(Decision.Refusal.STATE_TOO_LARGE);
    }
    Leg leg = decided.leg();
    byte[] body = Pack.pack(leg);
    long afterHash = hash.of(after);
    version++;
    legs.add(
        new Writes.LegRow(
            new Writes.LegKey(
                decided.after().address().conversationId(), leg.firstSequence(), version),
            leg.turnId(),
            new Writes.Seal(leg.moment().epochNanos(), stateHash, afterHash),
            leg.told().settled(),
            body));
    state = after;
    stateHash = afterHash;
    return decided;
  }

  /// The packed state after the last leg.
  byte[] state() {
    return state;
  }

  /// The number of the last leg.
  int version() {
    return version;
  }

  /// Legs that went on with another turn than the one that was handed in, by the latter.
  Map<String, Decision.Decided> elsewhere() {
    return elsewhere;
  }

  List<Writes.LegRow> legs() {
    return legs;
  }

  /// What the input of that turn made the decider throw, by the turn's id.
  Map<String, String> failures() {
    return failures;
  }
}
