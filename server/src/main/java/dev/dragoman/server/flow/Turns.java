package dev.dragoman.server.flow;

import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Audience;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.server.ledger.InputId;
import dev.dragoman.server.ledger.Ledger;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Submission;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.ledger.Urgency;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Takes inputs through a turn: understands texts, hands them to the ledger, understands again when
/// the conversation runs on another publication. Thread-safe; blocks until the turn is settled.
public final class Turns {
  private static final int REMEMBERED_CONVERSATIONS = 100_000;
  private static final int MOST_TRIES = 4;

  private final Ledger ledger;
  private final Understanding understanding;
  private final Chances chances;
  private final Watch watch;
  private final Map<String, Integer> versions =
      Collections.synchronizedMap(new RememberedVersions());

  private static final class RememberedVersions extends LinkedHashMap<String, Integer> {
    private static final long serialVersionUID = 1L;

    RememberedVersions() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
      return size() > REMEMBERED_CONVERSATIONS;
    }
  }

  /// One input on its way in.
  ///
  /// @param workspace from the credential
  /// @param botId the bot of the conversation
  /// @param inputId the caller's own id of the input, or null
  /// @param turnMillis how long the turn may take; 0 as long as turns may take here
  public record Taken(
      int workspace,
      String botId,
      Target target,
      Input input,
      @Nullable InputId inputId,
      int turnMillis) {
    /// One whose turn may take as long as turns may take here.
    public Taken(
        int workspace, String botId, Target target, Input input, @Nullable InputId inputId) {
      this(workspace, botId, target, input, inputId, 0);
    }

    /// The same with a time of its own.
    public Taken within(int millis) {
      return new Taken(workspace, botId, target, input, inputId, millis);
    }
  }

  /// Who is told of every turn.
  ///
  /// @param ticks a clock that only measures, in nanoseconds
  public record Watch(LongSupplier ticks, Listener listener) {
    /// Nobody is told.
    public static final Watch NOBODY = new Watch(() -> 0, (_, _) -> {});
  }

  /// Told what a turn came to and how long its caller waited, on the caller's thread.
  @FunctionalInterface
  public interface Listener {
    /// Listens; must not throw.
    void taken(Outcome outcome, long nanos);
  }

  /// Joins the rooms, watched by nobody.
  public Turns(Ledger ledger, Understanding understanding, Chances chances) {
    this(ledger, understanding, chances, Watch.NOBODY);
  }

  /// Joins the rooms.
  public Turns(Ledger ledger, Understanding understanding, Chances chances, Watch watch) {
    this.ledger = ledger;
    this.understanding = understanding;
    this.chances = chances;
    this.watch = watch;
  }

  /// What the input came to.
  public Outcome take(Taken taken) {
    return take(taken, _ -> {});
  }

  /// The same, and tells each leg as soon as it is committed.
  ///
  /// What a contact does is answered to this caller; what else happens has no caller that waits for
  /// words, and the contact's channel gets them.
  public Outcome take(Taken taken, Consumer<Leg> each) {
    boolean answered = taken.input() instanceof Input.Ordered;
    return take(taken, answered ? Audience.CALLER : Audience.CHANNEL, each);
  }

  /// The same for another audience: a channel's own inputs and campaigns say so here.
  public Outcome take(Taken taken, Audience audience, Consumer<Leg> each) {
    long begun = watch.ticks().getAsLong();
    Outcome outcome = settled(taken, audience.mark(chances.objectId()), each);
    watch.listener().taken(outcome, watch.ticks().getAsLong() - begun);
    return outcome;
  }

  private Outcome settled(Taken taken, String turnId, Consumer<Leg> each) {
    int version = remembered(taken);
    Outcome outcome = submit(taken, turnId, version, each);
    for (int tries = 1; tries < MOST_TRIES; tries++) {
      if (!(outcome instanceof Outcome.NeedsVersion(int wanted))) {
        break;
      }
      version = wanted;
      outcome = submit(taken, turnId, version, each);
    }
    if (outcome instanceof Outcome.Committed(var turn) && turn.after().holder().session() != null) {
      versions.put(turn.conversationId(), turn.after().holder().session().botVersion());
    }
    return outcome;
  }

  private int remembered(Taken taken) {
    Integer version = taken.target() instanceof Target.Known(var id) ? versions.get(id) : null;
    return version == null ? Understanding.PUBLISHED : version;
  }

  private Outcome submit(Taken taken, String turnId, int version, Consumer<Leg> each) {
    Input input =
        taken.input() instanceof Input.Text text
            ? understanding.understood(new BotKey(taken.workspace(), taken.botId()), version, text)
            : taken.input();
    Submission submission =
        new Submission(
            taken.workspace(),
            taken.target(),
            new Arrival(turnId, input, taken.turnMillis()),
            taken.inputId(),
            Audience.of(turnId) == Audience.CAMPAIGN ? Urgency.CAMPAIGN : Urgency.LIVE);
    return ledger.submit(submission, each);
  }
}
