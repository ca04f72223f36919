package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.conversation.Arrival;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Conversation.Pending;
import dev.dragoman.core.conversation.Conversation.Waiting;
import dev.dragoman.core.conversation.Decider;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Decision.Refusal;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.room.Move;
import dev.dragoman.core.room.RoomEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides for one publication of one bot. Immutable, thread-safe, made once per version.
///
/// | input | new or ended | bot | paused | room |
/// |---|---|---|---|---|
/// | ordered | a session starts, the bot answers | the bot answers | received | to the room |
/// | values | a new one gets a session | stored | stored | stored |
/// | deployment | it begins, or fails | the session ends, it begins | fails | fails |
/// | session updated | stale | stored; what waits for it goes on | stored | stored |
/// | delivery status | told | told | told | told |
/// | pause | silent; an ended session is not kept | silent | nothing | nothing |
/// | release | nothing | nothing | the bot's again, new if no session was kept | closed |
/// | open | nothing | nothing | nothing | nothing |
/// | close | nothing | the session ends | the session ends, the pause too | the session ends |
/// | delivery status | told | told | told | told |
/// | silence | (its timer is gone) | the question's time-out | nothing | nothing |
/// | move | queued | queued | queued | [dev.dragoman.core.room.Transitions] |
///
/// A room keeps the session and gives it back when it is closed; values set without a session start
/// one, which is kept likewise.
///
/// A text of a bot that collects waits in `pending` for more and is answered with the last one.
/// While a blocking hook is out, ordered inputs wait in `pending`, refused beyond 32 or when they
/// are too large together; all else is done at once. In any state:
///
/// | input | there | not there |
/// |---|---|---|
/// | hook settled | applied if in time and the session lives, then the bot goes on | stale |
/// | timer | its purpose, if due | stale |
/// | timer given up | gone; the hook it watched is closed, and its turn settles | stale |
/// | resume | the first pending input as if it came now, or given up; if no hook is out | stale |
public final class Engine implements Decider {
  /// Changes whenever the same arguments may give another decision: replays compare within one.
  public static final int NUMBER = 5;

  private final Bot bot;
  private final Reads reads;
  private final Hearing hearing;
  private final Returning returning;
  private final Commands commands;
  private final Campaigns campaigns;
  private final Humans humans;
  private final Quiet quiet;
  private final Collecting collecting;

  /// Prepares everything that depends on the bot alone; throws `IllegalArgumentException` for a
  /// pattern the engine refuses, which the check of a bot file finds first.
  public Engine(Bot bot, Patterns patterns) {
    this.bot = bot;
    this.reads = new Reads(bot);
    Joined joined = Joined.of(bot, patterns);
    this.hearing = joined.hearing();
    this.returning = joined.returning();
    this.commands = joined.commands();
    this.humans = joined.humans();
    this.campaigns = joined.campaigns();
    this.quiet = new Quiet(bot);
    this.collecting = new Collecting(bot.settings().collectMillis());
  }

  /// The bot this engine decides for.
  public Bot bot() {
    return bot;
  }

  @Override
  public Decision decide(
      Conversation before, String turnId, Input input, Moment moment, Facts facts) {
    int wanted =
        SessionVersion.of(
            before,
            facts.publishedVersion(),
            moment.epochNanos(),
            bot.settings().sessionIdleHours());
    if (wanted != bot.version()) {
      return new Decision.NeedsVersion(wanted);
    }
    Run run = new Run(before, new Arrival(turnId, input), moment, reads.only(facts));
    run.amongLanguages(bot.head().languages().all());
    run.clock(bot.settings().clock());
    Decision decision = decide(input, before, run);
    return run.staff().missing() ? new Decision.NeedsStaff() : decision;
  }

  private Decision decide(Input input, Conversation before, Run run) {
    return switch (input) {
      case Input.Ordered ordered -> kept(ordered(ordered, before.waiting(), run));
      case Input.Immediate immediate -> immediate(immediate, before, run);
    };
  }

  /// What a contact does may be refused for its size; what settles a turn never is.
  private static Decision kept(Decision decision) {
    return decision instanceof Decision.Decided decided && !Space.isForWhatWaits(decided.after())
        ? new Decision.Refused(Refusal.STATE_TOO_LARGE)
        : decision;
  }

  private Decision ordered(Input.Ordered input, Waiting waiting, Run run) {
    if (isUnderstoodOtherwise(input, run)) {
      return new Decision.NeedsVersion(bot.version());
    }
    if (isUnknown(input)) {
      return new Decision.Refused(Refusal.UNKNOWN_TARGET);
    }
    boolean collected = collecting.begins(input, run);
    return collected || waiting.blocking() != null
        ? queue(input, run.state().waiting(), run)
        : hear(input, run);
  }

  /// What humans hear is not for the bot to understand.
  private boolean isUnderstoodOtherwise(Input input, Run run) {
    return RoomState.open(run) == null
        && input instanceof Input.Text text
        && text.understood().botVersion() != bot.version()
        && !bot.intents().isEmpty();
  }

  private Decision hear(Input.Ordered input, Run run) {
    hearing.hear(input, run);
    return run.decided();
  }

  private Decision queue(Input.Ordered input, Waiting waiting, Run run) {
    if (waiting.pending().size() >= Limits.PENDING_INPUTS) {
      return new Decision.Refused(Refusal.TOO_MANY_PENDING);
    }
    List<Pending> pending = new ArrayList<>(waiting.pending());
    pending.add(collecting.pending(input, run));
    run.state(run.state().waiting(new Waiting(waiting.blocking(), waiting.side(), pending)));
    run.tell(new Event.InputQueued(run.turnId()));
    run.unsettled();
    return run.decided();
  }

  private boolean isUnknown(Input.Ordered input) {
    return switch (input) {
      case Input.GoTo(var target, _, _) -> isUnknown(target);
      case Input.SatisfactionGiven(_, var target) -> target != null && isUnknown(target);
      case Input.Text _, Input.CustomEvent _, Input.UrlLoaded _ -> false;
    };
  }

  private boolean isUnknown(Target target) {
    return switch (target) {
      case Target.ToStep(var id) -> bot.place(id).isEmpty();
      case Target.ToStory(var id) -> bot.story(id).isEmpty();
      case Target.ToEnd _ -> false;
    };
  }

  private Decision immediate(Input.Immediate input, Conversation before, Run run) {
    return switch (input) {
      case Input.HookSettled settled -> settle(settled, before, run);
      case Input.TimerDue(int generation) -> ring(generation, before, run);
      case Input.TimerGivenUp(int generation, _) -> silence(generation, before, run);
      case Input.Resume(var how) -> resume(how, before.waiting(), run);
      case Input.SetValues(var values, boolean release) -> commands.setValues(values, release, run);
      case Input.Deploy deploy -> campaigns.accept(deploy, run);
      case Input.SessionUpdated(var sessionId, var values) ->
          commands.update(sessionId, values, run);
      case Input.Open _ -> run.decided();
      case Input.Pause _ -> commands.pause(run);
      case Input.Release _ -> release(run);
      case Input.InRoom(var move) -> humans.move(move, run);
      case Input.Close _ -> commands.close(run);
      case Input.DeliveryStatus status -> commands.deliveryStatus(status, run);
    };
  }

  /// Whoever releases a conversation gives it to the bot, also when humans have it.
  private Decision release(Run run) {
    return RoomState.open(run) == null
        ? commands.release(run)
        : humans.move(new Move.Close(null, null, RoomEvent.Reason.API), run);
  }

  private Decision settle(Input.HookSettled settled, Conversation before, Run run) {
    Optional<OpenHook> hook = Returning.open(before.waiting(), settled.callId());
    if (hook.isEmpty()) {
      return new Decision.Refused(Refusal.STALE);
    }
    returning.settle(hook.get(), settled, run);
    return run.decided();
  }

  private Decision ring(int generation, Conversation before, Run run) {
    Optional<Timer> timer = timer(generation, before);
    if (timer.isEmpty() || timer.get().dueNanos() > run.moment.epochNanos()) {
      return new Decision.Refused(Refusal.STALE);
    }
    run.dropTimers(one -> one.generation() == generation);
    switch (timer.get().purpose()) {
      case Timer.Purpose.QuestionSilent(var stepId) -> returning.silent(stepId, run);
      case Timer.Purpose.HookLate(var callId) ->
          Returning.open(before.waiting(), callId).ifPresent(hook -> returning.lose(hook, run));
      case Timer.Purpose.DeploymentDue(var deployment, var sessionId) -> {
        run.campaign();
        campaigns.launch(deployment, sessionId, run);
      }
      case Timer.Purpose.Receipt _, Timer.Purpose.Collected _ -> {}
      case Timer.Purpose.SessionQuiet session -> quiet.look(session, before, run);
      case Timer.Purpose.RoomAlarm(var alarm) -> humans.rang(alarm, run);
    }
    return run.decided();
  }

  private static Optional<Timer> timer(int generation, Conversation before) {
    return before.timers().stream().filter(one -> one.generation() == generation).findFirst();
  }

  private static Decision silence(int generation, Conversation before, Run run) {
    Optional<Timer> timer = timer(generation, before);
    if (timer.isEmpty()) {
      return new Decision.Refused(Refusal.STALE);
    }
    run.dropTimers(one -> one.generation() == generation);
    if (timer.get().purpose() instanceof Timer.Purpose.HookLate(var callId)) {
      Returning.open(before.waiting(), callId).ifPresent(hook -> Returning.abandon(hook, run));
    }
    return run.decided();
  }

  private Decision resume(Input.Resume.How how, Waiting waiting, Run run) {
    if (waiting.blocking() != null || waiting.pending().isEmpty()) {
      return new Decision.Refused(Refusal.STALE);
    }
    Pending first = waiting.pending().getFirst();
    Input input = understood(first.heard(), how);
    boolean heard =
        switch (how) {
          case Input.Resume.AsItWas _, Input.Resume.Again _ -> true;
          case Input.Resume.WithTheNext _, Input.Resume.GivenUp _ -> false;
        };
    boolean joined = !first.earlier().isEmpty() && RoomState.open(run) == null;
    boolean unread = joined && how instanceof Input.Resume.AsItWas;
    if (heard && (unread || isUnderstoodOtherwise(input, run))) {
      return new Decision.NeedsVersion(bot.version());
    }
    List<Pending> rest = waiting.pending().subList(1, waiting.pending().size());
    run.state(run.state().waiting(new Waiting(null, waiting.side(), rest)));
    run.resume(first.turnId(), input);
    if (first.input() instanceof Input.Ordered said) {
      switch (how) {
        case Input.Resume.AsItWas _, Input.Resume.Again _ -> {
          if (input instanceof Input.Ordered ordered && !isUnknown(ordered)) {
            hearing.hear(ordered, said, run);
          }
        }
        case Input.Resume.WithTheNext _ ->
            run.tell(new Event.Received(run.chance.objectId(), said));
        case Input.Resume.GivenUp _ -> {}
      }
    }
    return run.decided();
  }

  private static Input understood(Input input, Input.Resume.How how) {
    return input instanceof Input.Text text && how instanceof Input.Resume.Again(var understood)
        ? new Input.Text(text.text(), text.attachments(), understood)
        : input;
  }
}
