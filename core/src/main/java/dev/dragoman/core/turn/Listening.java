package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Action;
import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.bot.Settings;
import dev.dragoman.core.bot.Step;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.bot.Target;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.conversation.Why.Level;
import dev.dragoman.core.model.Value;
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
/// | 8 | | silence |
final class Listening {
  private final Bot bot;
  private final Walk walk;
  private final Actor actor;
  private final Arrows arrows;
  private final Detector detector;
  private final Answers answers;

  Listening(Bot bot, Walk walk, Actor actor, Arrows arrows, Detector detector, Answers answers) {
    this.bot = bot;
    this.walk = walk;
    this.actor = actor;
    this.arrows = arrows;
    this.detector = detector;
    this.answers = answers;
  }

  void hear(Input.Text text, Run run) {
    Optional<Bot.Place> place =
        Optional.ofNullable(run.session().at().stepId()).flatMap(bot::place);
    boolean heard = place.isPresent() ? hearAt(place.get(), text, run) : startStory(text, run);
    if (!heard) {
      fallBackToGeneral(run);
    }
  }

  private boolean hearAt(Bot.Place place, Input.Text text, Run run) {
    Step step = place.step();
    boolean mayLeave = mayLeave(place);
    return answer(step, text, run)
        || takeLink(step, run)
        || (mayLeave && startStory(text, run))
        || askAgain(step, run)
        || fallBackOnStep(step, run)
        || fallBackOnStory(place.story(), run)
        || (!mayLeave && startStory(text, run));
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
    if (question.ask().save() != null) {
      run.store(question.ask().save(), given.value());
    }
    Walk.leaveStep(run);
    walk.follow(given.target(), given.hook(), given.reported(step, text, run), run);
    return true;
  }

  private boolean takeLink(Step step, Run run) {
    Optional<Arrows.Taken> taken = arrows.first(step.links(), Why.ArrowKind.LINK, run);
    taken.ifPresent(
        link -> {
          link.winner().ifPresent(winner -> keepParameters(winner, run));
          walk.follow(link.arrow().target(), link.arrow().hook(), Answers.unasked(step, run), run);
        });
    return taken.isPresent();
  }

  private boolean startStory(Input.Text text, Run run) {
    Optional<Detector.Winner> winner =
        detector.choose(text, intent -> bot.storyOfIntent(intent.id()) != null, run);
    winner.ifPresent(
        found -> {
          Story story = Objects.requireNonNull(bot.storyOfIntent(found.intent().id()));
          enterOther(story, found, run);
        });
    return winner.isPresent();
  }

  /// Enters a story by intent or event: another story forgets what the last one knew.
  void enterOther(Story story, Detector.@Nullable Winner winner, Run run) {
    boolean other = !story.id().equals(run.session().at().storyId());
    if (other && bot.settings().valueScope() == Settings.ValueScope.STORY) {
      run.session(run.session().values(Value.Obj.EMPTY));
    }
    if (winner != null) {
      keepParameters(winner, run);
    }
    walk.enter(new Target.ToStory(story.id()), run);
  }

  private static void keepParameters(Detector.Winner winner, Run run) {
    winner.parameters().forEach(parameter -> run.store(parameter.name(), parameter.value()));
  }

  private boolean askAgain(Step step, Run run) {
    Question question = step.question();
    if (question == null || run.session().at().retries() >= question.ask().retries()) {
      return false;
    }
    run.tried(new Why.Tried.FellBack(Level.NOT_UNDERSTOOD));
    run.session(run.session().at(run.session().at().afterRetry()));
    boolean own = question.ask().notUnderstood().isEmpty();
    say(
        own ? step.actions() : question.ask().notUnderstood(),
        new Leg.Source.OfStepFallback(step.id(), step.name()),
        run);
    return true;
  }

  private boolean fallBackOnStep(Step step, Run run) {
    Step.StepFallback fallback = step.fallback();
    Session.Standing at = run.session().at();
    if (fallback == null || at.attempts() >= fallback.maxAttempts()) {
      return false;
    }
    run.tried(new Why.Tried.FellBack(Level.STEP_FALLBACK));
    run.session(run.session().at(at.afterFallback()));
    say(fallback.actions(), new Leg.Source.OfStepFallback(step.id(), step.name()), run);
    return true;
  }

  private boolean fallBackOnStory(Story story, Run run) {
    if (story.fallback() == null) {
      return false;
    }
    run.tried(new Why.Tried.FellBack(Level.STORY_FALLBACK));
    say(story.fallback().actions(), new Leg.Source.OfStoryFallback(story.id(), story.name()), run);
    return true;
  }

  /// Says a fallback's actions; a jump among them leads on.
  private void say(List<Action> actions, Leg.Source source, Run run) {
    run.source(source);
    walk.enter(actor.act(actions, run), run);
  }

  private void fallBackToGeneral(Run run) {
    Optional<Story> general = bot.generalFallback();
    run.tried(new Why.Tried.FellBack(general.isPresent() ? Level.GENERAL_FALLBACK : Level.SILENT));
    general.ifPresent(story -> enterOther(story, null, run));
  }
}
