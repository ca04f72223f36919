package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decider;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.pack.Pack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides through another decider and keeps each leg as the row it will be.
///
/// What an input makes the other throw becomes a refusal of that input alone. One instance serves
/// one conversation in one batch.
final class Recorder implements Decider {
  private final Versions versions;
  private final Map<String, Understood> understood;
  private final StateHash hash;
  private final List<Writes.LegRow> legs = new ArrayList<>();
  private final List<Writes.PoisonedRow> poisoned = new ArrayList<>();
  private final Map<String, String> failures = new HashMap<>();
  private final Map<String, Decision.Decided> elsewhere = new HashMap<>();
  private byte[] state;
  private long stateHash;
  private int version;
  private @Nullable Stale stale;

  /// A pending text that the version which decides by now has to understand first.
  record Stale(String turnId, String text, int version) {}

  /// `understood` holds pending texts that were understood again, by turn.
  Recorder(Versions versions, Map<String, Understood> understood, StateHash hash, byte[] state) {
    this.versions = versions;
    this.understood = understood;
    this.hash = hash;
    this.state = state;
    this.stateHash = hash.of(state);
  }

  /// The number of the last leg so far.
  Recorder after(int leg) {
    version = leg;
    return this;
  }

  @Override
  public Decision decide(
      Conversation before, String turnId, Input input, Moment moment, Facts facts) {
    try {
      Decision decision = versions.decide(before, turnId, named(input, turnId), moment, facts);
      if (decision instanceof Decision.NeedsVersion(var wanted)
          && input instanceof Input.Resume
          && versions.missing() == null) {
        decision = again(before, turnId, wanted, moment, facts);
      }
      if (!(decision instanceof Decision.Decided decided)) {
        return decision;
      }
      Decision recorded = recorded(decided, turnId);
      if (recorded == decided && !decided.leg().turnId().equals(turnId)) {
        elsewhere.put(turnId, decided);
      }
      return recorded;
    } catch (RuntimeException | StackOverflowError e) {
      failures.put(turnId, e.getClass().getSimpleName());
      return new Decision.Refused(Decision.Refusal.STALE);
    }
  }

  /// What is given up because it threw is recorded with what it threw.
  private Input named(Input input, String turnId) {
    String failure = failures.get(turnId);
    if (failure == null) {
      return input;
    }
    if (input instanceof Input.Resume(Input.Resume.GivenUp _)) {
      return new Input.Resume(new Input.Resume.GivenUp(failure));
    }
    return input instanceof Input.TimerGivenUp(int generation, _)
        ? new Input.TimerGivenUp(generation, failure)
        : input;
  }

  private Decision again(
      Conversation before, String turnId, int wanted, Moment moment, Facts facts) {
    Understood known = understood.get(turnId);
    if (known == null || known.botVersion() != wanted) {
      Input first = before.waiting().pending().getFirst().heard();
      stale = new Stale(turnId, first instanceof Input.Text text ? text.text() : "", wanted);
      return new Decision.NeedsVersion(wanted);
    }
    Input input = new Input.Resume(new Input.Resume.Again(known));
    return versions.decide(before, turnId, input, moment, facts);
  }

  /// The pending text that has to be understood again before anything can be written, or null.
  @Nullable Stale stale() {
    return stale;
  }

  private static @Nullable String givenUp(Input input) {
    return switch (input) {
      case Input.Resume(Input.Resume.GivenUp(var code)) -> code;
      case Input.TimerGivenUp(_, var code) -> code;
      case Input.Ordered _, Input.Immediate _ -> null;
    };
  }

  private Decision recorded(Decision.Decided decided, String turnId) {
    byte[] after = Pack.pack(decided.after());
    if (after.length > Limits.STATE_BYTES) {
      return new Decision.Refused(Decision.Refusal.STATE_TOO_LARGE);
    }
    Leg leg = decided.leg();
    String conversationId = decided.after().address().conversationId();
    byte[] body = Pack.pack(leg);
    long afterHash = hash.of(after);
    version++;
    legs.add(
        new Writes.LegRow(
            new Writes.LegKey(conversationId, leg.firstSequence(), version),
            leg.turnId(),
            new Writes.Seal(leg.moment().epochNanos(), stateHash, afterHash),
            leg.told().settled(),
            body));
    String code = givenUp(leg.input());
    if (code != null) {
      poisoned.add(new Writes.PoisonedRow(conversationId, turnId, leg.moment().epochNanos(), code));
    }
    state = after;
    stateHash = afterHash;
    return decided;
  }

  /// Who hears of this conversation.
  List<Listener> listeners() {
    return versions.listeners();
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

  /// Inputs and timers that were given up.
  List<Writes.PoisonedRow> poisoned() {
    return poisoned;
  }

  List<Writes.LegRow> legs() {
    return legs;
  }

  /// What the input of that turn made the decider throw, by the turn's id.
  Map<String, String> failures() {
    return failures;
  }
}
