package dev.dragoman.server.ledger;

import dev.dragoman.server.ledger.Line.Taken;
import dev.dragoman.server.ledger.Returns.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// Runs batches against the store: look, decide, write, commit, tell. Owned by one committer.
///
/// A lost claim runs the same batch again; bad data halves it until one input stands alone; a lost
/// connection gives everything back; a commit in doubt is marked on its lines and found out in a
/// later batch, under the locks.
final class BatchRunner {
  private static final int RUNS = 12;

  private final BatchStore store;
  private final Deciding deciding;
  private final Finish finish;

  /// What happens when a plan is true.
  record Finish(
      BiConsumer<LineKey, LinePlan> committed,
      BiConsumer<Line, LinePlan> sized,
      Batched batch,
      Claimed lanes) {}

  /// Told of a batch that is true, before its lines are.
  interface Batched {
    void batch(int legs, int roundTrips);
  }

  /// Told of the lanes a line claimed, after the line itself.
  interface Claimed {
    void claimed(LineKey key, LinePlan plan, List<LaneClaim> claims);
  }

  BatchRunner(BatchStore store, Deciding deciding, Finish finish) {
    this.store = store;
    this.deciding = deciding;
    this.finish = finish;
  }

  /// Works on a batch; returns what is left of each of its lines.
  Returns run(Batch batch) {
    Returns returns = new Returns();
    batch.lines().forEach(taken -> returns.of(taken.line()));
    run(batch, returns);
    return returns;
  }

  private void run(Batch batch, Returns returns) {
    for (int runs = 0; runs < RUNS; runs++) {
      try {
        once(batch, returns);
        return;
      } catch (StoreFailure failure) {
        store.rollback();
        if (!again(batch, failure, returns)) {
          return;
        }
      }
    }
    giveBack(batch, new Reason.Missed(), returns);
  }

  /// Deals with a failure; returns whether the same batch runs again at once.
  private boolean again(Batch batch, StoreFailure failure, Returns returns) {
    return switch (failure.kind()) {
      case LOST_CLAIM -> true;
      case LOCKED -> {
        giveBack(batch, new Reason.Missed(), returns);
        yield false;
      }
      case BAD_DATA -> {
        halve(batch, failure, returns);
        yield false;
      }
      case BROKEN, IN_DOUBT -> {
        giveBack(batch, new Reason.Outage(), returns);
        yield false;
      }
    };
  }

  private static void giveBack(Batch batch, Reason reason, Returns returns) {
    for (Taken taken : batch.lines()) {
      returns.undone(taken.line(), taken.entries(), reason);
    }
  }

  private void halve(Batch batch, StoreFailure failure, Returns returns) {
    if (batch.isSingle()) {
      poison(batch.lines().getFirst(), failure.code());
      return;
    }
    for (Batch half : batch.halves()) {
      if (half.lines().size() == 1 && returns.stopped(half.lines().getFirst().line())) {
        giveBack(half, new Reason.Again(), returns);
      } else {
        run(half, returns);
      }
    }
  }

  private void poison(Taken taken, String code) {
    for (Entry entry : taken.entries()) {
      String where =
          switch (taken.line().key()) {
            case LineKey.OfConversation conversation -> conversation.id();
            case LineKey.OfAddress _ -> "";
          };
      try {
        store.poison(taken.line().key().workspace(), entry.arrival().turnId(), where, code);
      } catch (StoreFailure unrecorded) {
        store.rollback();
      }
      entry.over(new Outcome.Poisoned(code));
    }
  }

  private void once(Batch batch, Returns returns) throws StoreFailure {
    Looked looked = store.look(batch.lookup());
    if (looked.clock().revision() < 0) {
      store.rollback();
      for (Taken taken : batch.lines()) {
        taken.entries().forEach(e -> e.over(new Outcome.NotFound(Outcome.What.WORKSPACE)));
      }
      return;
    }
    BatchDecision decision = new BatchDecision(batch.workspace(), looked, deciding);
    Map<Taken, Verdict> verdicts = new LinkedHashMap<>();
    BatchWrites gathered = new BatchWrites();
    for (Taken taken : batch.lines()) {
      Verdict verdict = decision.decide(taken);
      verdicts.put(taken, verdict);
      if (verdict instanceof Verdict.Planned planned) {
        gathered.add(planned);
      }
    }
    List<LaneClaim> claims =
        record(
            gathered.writes(batch.workspace(), decision.contacts(), looked.clock().nowNanos()),
            verdicts);
    verdicts.forEach((taken, verdict) -> conclude(taken, verdict, returns));
    start(verdicts, claims);
  }

  private void start(Map<Taken, Verdict> verdicts, List<LaneClaim> claims) {
    if (claims.isEmpty()) {
      return;
    }
    Map<String, List<LaneClaim>> byStream =
        claims.stream().collect(Collectors.groupingBy(LaneClaim::stream));
    verdicts.forEach(
        (taken, verdict) -> {
          if (verdict instanceof Verdict.Planned planned) {
            LinePlan plan = planned.plan();
            List<LaneClaim> own = byStream.getOrDefault(plan.conversationId(), List.of());
            if (!own.isEmpty()) {
              finish.lanes().claimed(taken.line().key(), plan, own);
            }
          }
        });
  }

  private List<LaneClaim> record(Writes writes, Map<Taken, Verdict> verdicts) throws StoreFailure {
    if (writes.isEmpty()) {
      store.rollback();
      return List.of();
    }
    List<LaneClaim> claims = store.write(writes);
    try {
      int roundTrips = store.commit();
      finish.batch().batch(writes.appended().legs().size(), roundTrips);
      return claims;
    } catch (StoreFailure failure) {
      if (failure.kind() == StoreFailure.Kind.IN_DOUBT) {
        verdicts.forEach(BatchRunner::doubt);
      }
      throw failure;
    }
  }

  private static void doubt(Taken taken, Verdict verdict) {
    if (verdict instanceof Verdict.Planned planned && planned.plan().rows() != null) {
      taken.line().attempt = new Attempt(planned.plan().rows().mark(), planned.plan());
    }
  }

  private void conclude(Taken taken, Verdict verdict, Returns returns) {
    Line line = taken.line();
    switch (verdict) {
      case Verdict.Deferred _ -> returns.undone(line, taken.entries(), new Reason.Missed());
      case Verdict.Rerouted(var id) ->
          returns.undone(line, taken.entries(), new Reason.Reroute(id));
      case Verdict.NeedsBot(var wanted) ->
          returns.undone(line, taken.entries(), new Reason.Load(wanted));
      case Verdict.NeedsStaff _ -> {
        line.staffed = true;
        returns.undone(line, taken.entries(), new Reason.Again());
      }
      case Verdict.NeedsUnderstanding(var bot, var text) ->
          returns.undone(line, taken.entries(), new Reason.Understand(bot, text));
      case Verdict.Confirmed(var plan) -> {
        tell(line, plan);
        List<Entry> rest = new ArrayList<>(taken.entries());
        rest.removeAll(plan.entries());
        returns.undone(line, rest, new Reason.Again());
      }
      case Verdict.Planned planned -> {
        tell(line, planned.plan());
        if (!planned.held().isEmpty()) {
          returns.undone(line, planned.held(), new Reason.Again());
        }
        Verdict.Made made = planned.made();
        if (made != null) {
          returns.undone(line, List.of(), new Reason.Reroute(made.identities().conversationId()));
        }
      }
    }
  }

  private void tell(Line line, LinePlan plan) {
    line.attempt = null;
    line.understood = Map.of();
    line.misses = 0;
    line.staffed = false;
    finish.sized().accept(line, plan);
    finish.committed().accept(line.key(), plan);
    plan.answers().forEach(answer -> answer.entry().tell(answer.news()));
  }
}
