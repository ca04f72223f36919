package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Arrow;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.campaign.OptOutWords;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.conversation.Why.Level;
import dev.dragoman.core.conversation.Work;
import dev.dragoman.core.model.Ids;
import dev.dragoman.core.room.RoomEvent.Cause;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a text does to a session: the order in which it is tried (contract clustaar §6.3).
///
/// | order | tried | when it fits |
/// |---|---|---|
/// | 0 | the question of the step | the answer's target, or the step's `next` |
/// | 1 | the links of the step | their target |
/// | 2 | all intents, if the step may be left | the intent's story |
/// | 3 | the question again, while it has retries | its "not understood" |
/// | 4 | the step's fallback, while it has attempts | its actions |
/// | 5 | the story's fallback | its actions |
/// | 6 | all intents, if 2 did not try them | the intent's story |
/// | 7 | the general fallback story | its first step |
/// | 8 | the question again, however often | its "not understood" |
/// | 9 | | silence |
final class Listening {
  private final Bot bot;
  private final Walk walk;
  private final Actor actor;
  private final Arrows arrows;
  private final Detector detector;
  private final Answers answers;
  private final HandOver handOver;
  private final Sessions sessions;

  /// How it goes on.
  record Ways(Walk walk, Actor actor, Arrows arrows, Sessions sessions) {}

  Listening(Bot bot, Ways ways, Detector detector, Answers answers, HandOver handOver) {
    this.bot = bot;
    this.walk = ways.walk();
    this.actor = ways.actor();
    this.arrows = ways.arrows();
    this.sessions = ways.sessions();
    this.detector = detector;
    this.answers = answers;
    this.handOver = handOver;
  }

  void hear(Input.Text text, Run run) {
    // Over a line every contact may opt out in plain words, whatever the story expects.
    if (Ids.isObjectId(run.state().address().account()) && OptOutWords.said(text.text())) {
      OptOuts.note(text.text(), run);
    }
    if (handOver.isAskedFor(text.text())) {
      actor.handOver(Cause.WORDS, run);
      return;
    }
    Optional<Bot.Place> place =
        Optional.ofNullable(run.session().at().stepId()).flatMap(bot::place);
    boolean heard = place.isPresent() ? hearAt(place.get(), text, run) : startStory(text, run);
    if (!heard && !fallBackToGeneral(run) && !askOnceMore(place, run) && !missed(run)) {
      run.tried(new Why.Tried.FellBack(Level.SILENT));
    }
  }

  private boolean hearAt(Bot.Place place, Input.Text text, Run run) {
    Step step = place.step();
    if (step.question() instanceof Question.Awaited) {
      // What is said meanwhile is kept in the history and moves nothing (contract treble §2.9).
      run.tried(new Why.Tried.FellBack(Level.SILENT));
      return true;
    }
    boolean mayLeave = mayLeave(place);
    return answer(step, text, run)
        || takeLink(step, run)
        || (mayLeave && startStory(text, run))
        || closeAfter(step, run)
        || askAgain(step, run)
        || fallBackOnStep(step, run)
        || fallBackOnStory(place, run)
        || (!mayLeave && startStory(text, run));
  }

  /// Words that answer a step which nothing follows end the session, if its bot wants that.
  private boolean closeAfter(Step step, Run run) {
    boolean closes = bot.settings().closing().answered() && step.isLast();
    if (closes) {
      Walk.end(run);
    }
    return closes;
  }

  /// Another text was not understood: whether the humans take over instead of what would be said.
  private boolean missed(Run run) {
    boolean tooOften = handOver.missedTooOften(run);
    if (tooOften) {
      actor.handOver(Cause.FALLBACK, run);
    }
    return tooOften;
  }

  private static void understood(Run run) {
    if (run.hasSession() && run.session().misses() > 0) {
      run.session(run.session().missed(0));
    }
  }

  private static boolean mayLeave(Bot.Place place) {
    Step.StepFallback fallback = place.step().fallback();
    return fallback == null ? place.story().fallback() == null : fallback.outsideIntents();
  }

  private boolean answer(Step step, Input.Text text, Run run) {
    Question question = step.question();
    if (question == null) {
      return false;
    }
    Optional<Answers.Answered> answered = answers.read(step, text, run);
    if (answered.isEmpty()) {
      return false;
    }
    Answers.Answered given = answered.get();
    understood(run);
    if (question.ask().save() != null) {
      given.keep(question.ask().save(), run);
    }
    if (given.optout()) {
      OptOuts.note(text.text(), run);
    }
    Walk.leaveStep(run);
    Work.Answered reported = given.reported(step, text, run);
    walk.follow(given.way().target(), given.way().hook(), reported, run);
    return true;
  }

  private boolean takeLink(Step step, Run run) {
    Optional<Arrow> taken = arrows.first(step.links(), Why.ArrowKind.LINK, run);
    taken.ifPresent(
        link -> {
          understood(run);
          walk.follow(link.target(), link.hook(), Answers.unasked(step, run), run);
        });
    return taken.isPresent();
  }

  private boolean startStory(Input.Text text, Run run) {
    Optional<Detector.Winner> winner =
        detector.choose(text, intent -> bot.storyOfIntent(intent.id()) != null, run);
    winner.ifPresent(
        found -> {
          understood(run);
          Story story = Objects.requireNonNull(bot.storyOfIntent(found.intent().id()));
          enterOther(story, found, run);
        });
    return winner.isPresent();
  }

  /// Enters a story by intent or event: another story forgets what the last one knew, the first
  /// one knows what came before it.
  void enterOther(Story story, Detector.@Nullable Winner winner, Run run) {
    String last = run.session().at().storyId();
    boolean other = last != null && !last.equals(story.id());
    if (other && bot.settings().valueScope() == Settings.ValueScope.STORY) {
      run.forget();
    }
    if (other) {
      sessions.begun(run.input(), run);
    }
    if (winner != null) {
      winner.keepParameters(run);
    }
    walk.enter(new Target.ToStory(story.id()), run);
  }

  private boolean askAgain(Step step, Run run) {
    Question question = step.question();
    if (question == null || run.session().at().retries() >= question.ask().retries()) {
      return false;
    }
    if (missed(run)) {
      return true;
    }
    run.session(run.session().at(run.session().at().afterRetry()));
    repeat(step, question, run);
    return true;
  }

  /// Nothing is as lost as a contact whose answer is met with silence.
  private boolean askOnceMore(Optional<Bot.Place> place, Run run) {
    Question question = place.map(Bot.Place::step).map(Step::question).orElse(null);
    if (question == null) {
      return false;
    }
    if (missed(run)) {
      return true;
    }
    repeat(place.orElseThrow().step(), question, run);
    return true;
  }

  /// Says "not understood", or what the step showed: its effects are not for doing twice.
  private void repeat(Step step, Question question, Run run) {
    run.tried(new Why.Tried.FellBack(Level.NOT_UNDERSTOOD));
    List<Action> own = question.ask().notUnderstood();
    List<Action> shown =
        Numbered.actions(step, bot.head().languages()).stream()
            .filter(Action.Visible.class::isInstance)
            .toList();
    sayForStep(own.isEmpty() ? shown : own, step, run);
  }

  private boolean fallBackOnStep(Step step, Run run) {
    Step.StepFallback fallback = step.fallback();
    Session.Standing at = run.session().at();
    if (fallback == null || at.attempts() >= fallback.maxAttempts()) {
      return false;
    }
    if (missed(run)) {
      return true;
    }
    run.tried(new Why.Tried.FellBack(Level.STEP_FALLBACK));
    run.session(run.session().at(run.session().at().afterFallback()));
    sayForStep(fallback.actions(), step, run);
    return true;
  }

  private boolean fallBackOnStory(Bot.Place place, Run run) {
    Story story = place.story();
    if (story.fallback() == null) {
      return false;
    }
    if (missed(run)) {
      return true;
    }
    run.tried(new Why.Tried.FellBack(Level.STORY_FALLBACK));
    run.source(new Leg.Source.OfStoryFallback(story.id(), story.name()));
    say(story.fallback().actions(), place.step(), run);
    return true;
  }

  private void sayForStep(List<Action> actions, Step step, Run run) {
    run.source(new Leg.Source.OfStepFallback(step.id(), step.name()));
    say(actions, step, run);
  }

  /// Says a fallback's actions; a jump among them leads on, else the step's question waits anew.
  private void say(List<Action> actions, Step step, Run run) {
    Target jump = actor.act(actions, run);
    if (jump == null) {
      Walk.waitAnew(step, run);
    }
    walk.enter(jump, run);
  }

  /// Nobody asked for that story: what the contact has said so far is kept.
  private boolean fallBackToGeneral(Run run) {
    Optional<Story> general = bot.generalFallback();
    if (general.isEmpty()) {
      return false;
    }
    if (missed(run)) {
      return true;
    }
    run.tried(new Why.Tried.FellBack(Level.GENERAL_FALLBACK));
    walk.enter(new Target.ToStory(general.get().id()), run);
    return true;
  }
}
