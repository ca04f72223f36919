package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.model.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens sessions, and moves them to another publication of the bot.
final class Sessions {
  /// The attribute of a contact that says in which language to speak.
  static final String LANGUAGE = "language";

  private final Bot bot;

  Sessions(Bot bot) {
    this.bot = bot;
  }

  /// Makes sure there is a session of this version. True when its story has to begin anew, because
  /// the step it stood on is not in this version any more.
  boolean open(Input input, Run run) {
    return switch (run.state().holder()) {
      case Holder.Bot(var session) -> migrate(session, run);
      case Holder.Nobody(var why, _) ->
          switch (why) {
            case NEW, ENDED -> {
              start(input, run);
              yield false;
            }
            case PAUSED -> false;
          };
    };
  }

  /// A session for values that come before the first word.
  void start(Input input, Run run) {
    Session session =
        new Session(
            run.chance.sessionId(),
            bot.version(),
            language(input, run),
            Session.Standing.NOWHERE,
            Value.Obj.EMPTY);
    run.state(run.state().held(new Holder.Bot(session)));
    run.tell(new Event.SessionStarted(session.id(), bot.version()));
  }

  private String language(Input input, Run run) {
    String wanted = Plain.text(run.facts().attributes().get(LANGUAGE));
    if (bot.head().languages().all().contains(wanted)) {
      return wanted;
    }
    @Nullable String guessed =
        input instanceof Input.Text text ? text.understood().language() : null;
    return guessed != null && bot.head().languages().all().contains(guessed)
        ? guessed
        : bot.head().languages().main();
  }

  private boolean migrate(Session session, Run run) {
    if (session.botVersion() == bot.version()) {
      return false;
    }
    Optional<String> stepId = Optional.ofNullable(session.at().stepId());
    Optional<Bot.Place> place = stepId.flatMap(bot::place);
    boolean storyStays =
        Optional.ofNullable(session.at().storyId()).flatMap(bot::story).isPresent();
    boolean restarted = stepId.isPresent() && place.isEmpty();
    Session moved = session.onVersion(bot.version());
    run.session(restarted && !storyStays ? moved.at(Session.Standing.NOWHERE) : moved);
    run.tell(new Event.SessionMigrated(session.botVersion(), bot.version(), restarted));
    return restarted && storyStays;
  }
}
