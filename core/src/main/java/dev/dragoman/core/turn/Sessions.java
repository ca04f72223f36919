package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.model.Value;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/// Opens sessions, and moves them to another publication of the bot.
final class Sessions {
  /// The attribute of a contact that says in which language to speak.
  static final String LANGUAGE = "language";

  private static final int SENTENCE_WORDS = 4;
  private static final int SENTENCE_IDEOGRAPHS = 6;

  private final Bot bot;
  private final Quiet quiet;
  private final boolean keepsInbound;

  Sessions(Bot bot) {
    this.bot = bot;
    this.keepsInbound = AttributeKeys.readInbound(bot);
    this.quiet = new Quiet(bot);
  }

  /// Makes sure there is a session of this version, unless the bot is paused. Returns the story
  /// that has to begin anew, because the step the session stood on is not in this version any more.
  @Nullable String open(Input input, Run run) {
    return switch (run.state().holder()) {
      case Holder.Bot(var session) -> migrate(session, run);
      case Holder.Room _ -> null;
      case Holder.Nobody(var why, _) ->
          switch (why) {
            case NEW, ENDED -> {
              start(input, run);
              begun(input, run);
              yield null;
            }
            case PAUSED -> null;
          };
    };
  }

  /// A story begins with these words of the contact: they are kept if the bot ever looks at them.
  void begun(Input input, Run run) {
    if (keepsInbound && input instanceof Input.Text text) {
      run.store(Natives.INBOUND, Value.of(text.text()));
    }
  }

  /// A new session: the bot's, or one kept for it by a paused conversation or an open room.
  void start(Input input, Run run) {
    start(run.chance.sessionId(run.state().address().conversationId()), input, run);
  }

  /// The same under an id that is known already.
  void start(String sessionId, Input input, Run run) {
    Session session =
        new Session(
            sessionId,
            bot.version(),
            language(input, run),
            Session.Standing.NOWHERE,
            Value.Obj.EMPTY);
    run.state(
        run.state()
            .held(
                switch (run.state().holder()) {
                  case Holder.Room(var room, _) -> new Holder.Room(room, session);
                  case Holder.Nobody(var why, _) when why == Holder.Why.PAUSED ->
                      new Holder.Nobody(Holder.Why.PAUSED, session);
                  case Holder.Bot _, Holder.Nobody _ -> new Holder.Bot(session);
                }));
    run.tell(new Event.SessionStarted(session.id(), bot.version()));
    quiet.watch(session, run);
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

  /// A contact who goes on in another language is answered in it: by a whole sentence, because one
  /// word belongs to many languages, and not where an open question asks for names and addresses.
  void follow(Input.Ordered input, Run run) {
    String wanted = Plain.text(run.facts().attributes().get(LANGUAGE));
    if (input instanceof Input.Text text
        && text.understood().language() != null
        && !bot.head().languages().all().contains(wanted)
        && !asksOpenly(run.session())
        && isSentence(text.text())) {
      run.speak(text.understood().language());
    }
  }

  private boolean asksOpenly(Session session) {
    String stepId = session.at().stepId();
    return stepId != null
        && bot.place(stepId)
            .filter(place -> place.step().question() instanceof Question.Open)
            .isPresent();
  }

  private static boolean isSentence(String text) {
    return new StringTokenizer(text).countTokens() >= SENTENCE_WORDS
        || text.codePoints().filter(Character::isIdeographic).count() >= SENTENCE_IDEOGRAPHS;
  }

  /// Moves the session to this version. A step that is gone is left; its story, if that is still
  /// there, is returned.
  @Nullable String migrate(Session session, Run run) {
    if (session.botVersion() == bot.version()) {
      return null;
    }
    String stepId = session.at().stepId();
    boolean gone = stepId != null && bot.place(stepId).isEmpty();
    run.session(session.onVersion(bot.version()));
    run.tell(new Event.SessionMigrated(session.botVersion(), bot.version(), gone));
    if (!gone) {
      return null;
    }
    Walk.leaveStep(run);
    String storyId = session.at().storyId();
    boolean storyStays = storyId != null && bot.story(storyId).isPresent();
    run.session(
        run.session().at(storyStays ? session.at().betweenSteps() : Session.Standing.NOWHERE));
    return storyStays ? storyId : null;
  }
}
