package dev.dragoman.server.ledger;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Decider;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.model.Chance;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bot of one step that counts its inputs and obeys words: `hook`, `timer N`, `bomb N` (a timer
/// that throws), `set K V`, `throw`.
record OneStepBot() implements Decider {
  static final int VERSION = 1;
  private static final String COUNT = "count";
  private static final Timer.Purpose QUIET = new Timer.Purpose.QuestionSilent("step");
  private static final Timer.Purpose THROWING = new Timer.Purpose.QuestionSilent("bomb");

  @Override
  public Decision decide(
      Conversation before, String turnId, Input input, Moment moment, Facts facts) {
    return switch (input) {
      case Input.Text text when before.waiting().blocking() != null ->
          queue(before, turnId, text, moment, facts);
      case Input.Text text -> answer(before, new Turning(turnId, text, moment, facts), text.text());
      case Input.Resume(var how) -> resume(before, new Turning(turnId, input, moment, facts), how);
      case Input.HookSettled(var callId, var _, var _) ->
          settle(before, callId, new Turning(turnId, input, moment, facts));
      case Input.TimerGivenUp(int generation, var _) ->
          dropped(before, generation, new Turning(turnId, input, moment, facts));
      case Input.TimerDue(int generation) ->
          due(before, generation, new Turning(turnId, input, moment, facts));
      default -> new Decision.Refused(Decision.Refusal.UNKNOWN_TARGET);
    };
  }

  private record Turning(String turnId, Input input, Moment moment, Facts facts) {}

  private static Decision queue(
      Conversation before, String turnId, Input.Text text, Moment moment, Facts facts) {
    List<Conversation.Pending> pending = new ArrayList<>(before.waiting().pending());
    pending.add(new Conversation.Pending(turnId, text, ""));
    var waiting =
        new Conversation.Waiting(
            before.waiting().blocking(), before.waiting().side(), List.copyOf(pending));
    return leg(
        before.waiting(waiting),
        new Turning(turnId, text, moment, facts),
        List.of(new Event.InputQueued(turnId)),
        new Told(false, List.of()));
  }

  private static Decision resume(Conversation before, Turning turning, Input.Resume.How how) {
    var waiting = before.waiting();
    Conversation.Pending first = waiting.pending().getFirst();
    var rest =
        new Conversation.Waiting(
            null, waiting.side(), waiting.pending().subList(1, waiting.pending().size()));
    String text = first.input() instanceof Input.Text(var words, var _, var _) ? words : "";
    if (how instanceof Input.Resume.GivenUp) {
      return leg(before.waiting(rest), turning, List.of(), new Told(true, List.of()));
    }
    return text.startsWith("later") && how instanceof Input.Resume.AsItWas
        ? new Decision.NeedsVersion(VERSION)
        : answer(before.waiting(rest), turning, text);
  }

  private static Decision settle(Conversation before, String callId, Turning turning) {
    OpenHook hook = before.waiting().blocking();
    if (hook == null || !hook.callId().equals(callId)) {
      return new Decision.Refused(Decision.Refusal.STALE);
    }
    var waiting = new Conversation.Waiting(null, List.of(), before.waiting().pending());
    Turning own = new Turning(hook.turnId(), turning.input(), turning.moment(), turning.facts());
    return said(before.waiting(waiting), own, "hook settled");
  }

  private static Decision due(Conversation before, int generation, Turning turning) {
    List<Timer> rest =
        before.timers().stream().filter(timer -> timer.generation() != generation).toList();
    if (rest.size() == before.timers().size()) {
      return new Decision.Refused(Decision.Refusal.STALE);
    }
    if (before.timers().stream()
        .anyMatch(timer -> timer.generation() == generation && timer.purpose().equals(THROWING))) {
      throw new IllegalStateException("told to");
    }
    return said(before.timed(rest), turning, "timer " + generation);
  }

  private static Decision dropped(Conversation before, int generation, Turning turning) {
    List<Timer> rest =
        before.timers().stream().filter(timer -> timer.generation() != generation).toList();
    return leg(before.timed(rest), turning, List.of(), new Told(true, List.of()));
  }

  private static Decision answer(Conversation before, Turning turning, String text) {
    String[] words = text.split(" ");
    return switch (words[0]) {
      case "throw" -> throw new IllegalStateException("told to");
      case "hook" -> hook(before, turning);
      case "timer" -> timer(before, turning, Long.parseLong(words[1]), QUIET);
      case "bomb" -> timer(before, turning, Long.parseLong(words[1]), THROWING);
      case "set" ->
          leg(
              counted(before),
              turning,
              List.of(new Event.AttributeSet(words[1], Value.of(words[2]))),
              new Told(true, List.of(new Work.SetAttribute(words[1], Value.of(words[2])))));
      default -> said(counted(before), turning, "you said " + text);
    };
  }

  private static Decision hook(Conversation before, Turning turning) {
    long deadline = turning.moment().plusMillis(60_000);
    OpenHook hook =
        new OpenHook(
            "call-" + turning.turnId(),
            turning.turnId(),
            deadline,
            deadline,
            false,
            turning.input(),
            new OpenHook.After.Merge());
    var waiting = new Conversation.Waiting(hook, List.of(), before.waiting().pending());
    return leg(
        counted(before).waiting(waiting),
        turning,
        List.of(new Event.HookCalled(hook.callId(), true)),
        new Told(false, List.of()));
  }

  private static Decision timer(
      Conversation before, Turning turning, long millis, Timer.Purpose purpose) {
    var progress = before.progress();
    Timer timer =
        new Timer(progress.generation() + 1, turning.moment().plusMillis(millis), purpose);
    List<Timer> timers = new ArrayList<>(before.timers());
    timers.add(timer);
    var next =
        new Conversation.Progress(progress.sequence(), progress.lastNanos(), timer.generation());
    return leg(
        counted(before).timed(timers).progressed(next),
        turning,
        List.of(new Event.TimerSet(timer.generation(), timer.dueNanos())),
        new Told(true, List.of(new Work.SetTimer(timer))));
  }

  private static Decision said(Conversation state, Turning turning, String text) {
    String messageId = new Chance(turning.moment().seed()).objectId();
    return leg(
        state,
        turning,
        List.of(new Event.Sent(messageId, Value.Obj.of("text", Value.of(text)))),
        new Told(true, List.of()));
  }

  private record Told(boolean settled, List<Work> work) {}

  private static Decision leg(Conversation state, Turning turning, List<Event> events, Told told) {
    var progress = state.progress();
    long first = progress.sequence() + 1;
    long last = turning.moment().epochNanos() + events.size() - 1;
    Conversation after =
        state.progressed(
            new Conversation.Progress(
                progress.sequence() + events.size(), last, progress.generation()));
    Leg leg =
        new Leg(
            turning.turnId(),
            first,
            turning.moment(),
            turning.input(),
            turning.facts(),
            new Leg.Told(events, null, Value.Obj.EMPTY, Why.NOTHING, told.settled()));
    return new Decision.Decided(after, leg, told.work());
  }

  /// How many texts of a contact a conversation has answered.
  static long count(Conversation conversation) {
    return counted(conversation.holder().session());
  }

  private static long counted(@Nullable Session session) {
    return session != null && session.values().get(COUNT) instanceof Value.Num number
        ? Long.parseLong(number.text())
        : 0;
  }

  private static Conversation counted(Conversation before) {
    Session session = before.holder().session();
    Value.Obj values = Value.Obj.of(COUNT, Value.of(counted(session) + 1));
    return before.held(new Holder.Bot(session == null ? fresh(values) : session.values(values)));
  }

  private static Session fresh(Value.Obj values) {
    return new Session("5e".repeat(28), VERSION, "en", Session.Standing.NOWHERE, values);
  }
}
