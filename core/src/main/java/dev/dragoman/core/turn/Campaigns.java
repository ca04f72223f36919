package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.campaign.FailureReason;
import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Deployment;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.OpenHook;
import dev.dragoman.core.conversation.Timer;
import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stories that the company begins (contract treble §4.1, §5.6).
///
/// | when it is due | what |
/// |---|---|
/// | not yet, or a hook is out | it waits, under its session's id |
/// | the contact opted out, is blocked, or talks with a human | failed, by name |
/// | the story is gone | failed: INVALID_POLL |
/// | the approved message it begins with cannot be filled | failed, by name |
/// | else | the session before ends, the new one begins with its values |
final class Campaigns {
  private final Bot bot;
  private final Sessions sessions;
  private final Walk walk;
  private final ValueTypes types;
  private final FirstWords firstWords;

  Campaigns(Bot bot, Sessions sessions, Walk walk, ValueTypes types) {
    this.bot = bot;
    this.sessions = sessions;
    this.walk = walk;
    this.types = types;
    this.firstWords = new FirstWords(bot);
  }

  /// Takes one recipient on: its session's id is known from now on.
  Decision accept(Input.Deploy deploy, Run run) {
    String sessionId = run.chance.sessionId(run.state().address().conversationId());
    run.tell(new Event.CampaignAccepted(deploy.deployment().campaignId(), sessionId));
    if (deploy.refused() != null) {
      fail(deploy.deployment(), sessionId, deploy.refused(), run);
    } else if (deploy.dueNanos() > run.moment.epochNanos()) {
      schedule(deploy.deployment(), sessionId, deploy.dueNanos(), run);
    } else {
      launch(deploy.deployment(), sessionId, run);
    }
    return run.decided();
  }

  private static void schedule(Deployment deployment, String sessionId, long dueNanos, Run run) {
    long waiting =
        run.state().timers().stream()
            .filter(timer -> timer.purpose() instanceof Timer.Purpose.DeploymentDue)
            .count();
    if (waiting >= Limits.SCHEDULED_DEPLOYMENTS) {
      fail(deployment, sessionId, FailureReason.COMPANY_RATE_LIMIT, run);
      return;
    }
    run.setTimer(dueNanos, new Timer.Purpose.DeploymentDue(deployment, sessionId));
  }

  /// Begins the story, or says why not. While a hook is out its turn goes first.
  void launch(Deployment deployment, String sessionId, Run run) {
    OpenHook out = run.state().waiting().blocking();
    if (out != null) {
      long after = Math.max(out.deadlineNanos(), run.moment.epochNanos());
      schedule(deployment, sessionId, after + Moment.NANOS_PER_MILLI, run);
      return;
    }
    FailureReason refused = refused(deployment, run);
    if (refused != null) {
      fail(deployment, sessionId, refused, run);
      return;
    }
    if (run.hasSession()) {
      Walk.end(run);
    }
    sessions.start(sessionId, run.input(), run);
    run.store(types.typed(deployment.values()));
    run.tell(new Event.CampaignSent(deployment.campaignId(), sessionId));
    walk.enter(new Target.ToStory(deployment.storyId()), run);
    Receipts.expectCampaign(deployment.campaignId(), run);
  }

  private @Nullable FailureReason refused(Deployment deployment, Run run) {
    if (isSet(OptOuts.BLOCKED, run)) {
      return FailureReason.FAILURE_BY_BLOCKED_CONTACT;
    }
    if (isSet(OptOuts.OPTED_OUT, run)) {
      return FailureReason.FAILURE_BY_OPTOUT_CONTACT;
    }
    if (isWithAHuman(run.state().holder())) {
      return FailureReason.FAILURE_BY_HUMAN_HANDOVER;
    }
    Optional<Story> story = bot.story(deployment.storyId());
    return story.isEmpty()
        ? FailureReason.INVALID_POLL
        : firstWords.refused(story.get().firstStep(), deployment.values(), run);
  }

  private static boolean isWithAHuman(Holder holder) {
    return switch (holder) {
      case Holder.Bot _ -> false;
      case Holder.Room _ -> true;
      case Holder.Nobody(var why, _) -> why == Holder.Why.PAUSED;
    };
  }

  private static boolean isSet(String attribute, Run run) {
    return run.facts().attributes().get(attribute) instanceof Value.Bool(boolean truth) && truth;
  }

  private static void fail(Deployment deployment, String sessionId, FailureReason reason, Run run) {
    run.tell(new Event.CampaignFailed(deployment.campaignId(), sessionId, reason));
  }
}
