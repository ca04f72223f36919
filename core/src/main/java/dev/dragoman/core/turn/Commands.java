package dev.dragoman.core.turn;

import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.model.Value;
import org.jspecify.annotations.Nullable;

/// What is commanded from outside: values, silence, the end.
final class Commands {
  private final Sessions sessions;
  private final ValueTypes types;
  private final Walk walk;
  private final Receipts receipts;

  Commands(Sessions sessions, ValueTypes types, Walk walk, Receipts receipts) {
    this.receipts = receipts;
    this.sessions = sessions;
    this.types = types;
    this.walk = walk;
  }

  /// Values may come before the first word, and while the bot is silent: it stays silent.
  Decision setValues(Value.Obj values, boolean release, Run run) {
    switch (run.state().holder()) {
      case Holder.Bot(var session) -> sessions.migrate(session, run);
      case Holder.Room(_, var session) -> startIfNone(session, run);
      case Holder.Nobody(_, var session) -> startIfNone(session, run);
    }
    run.store(types.typed(values));
    if (release) {
      walk.letGo(run);
    }
    return run.decided();
  }

  /// Values for one session: stale when it is over or another one has begun.
  Decision update(String sessionId, Value.Obj values, Run run) {
    return run.hasSession() && run.session().id().equals(sessionId)
        ? setValues(values, true, run)
        : new Decision.Refused(Decision.Refusal.STALE);
  }

  private void startIfNone(@Nullable Session session, Run run) {
    if (session == null) {
      sessions.start(run.input(), run);
    }
  }

  /// A session that has ended is not kept: the release must not bring it back.
  Decision pause(Run run) {
    switch (run.state().holder()) {
      case Holder.Bot(var session) -> fallSilent(session, run);
      case Holder.Room _ -> {}
      case Holder.Nobody(var why, _) -> {
        if (why != Holder.Why.PAUSED) {
          fallSilent(null, run);
        }
      }
    }
    return run.decided();
  }

  private static void fallSilent(@Nullable Session session, Run run) {
    run.state(run.state().held(new Holder.Nobody(Holder.Why.PAUSED, session)));
    run.tell(new Event.Paused(true));
  }

  Decision release(Run run) {
    if (run.state().holder() instanceof Holder.Nobody(var why, var session)
        && why == Holder.Why.PAUSED) {
      run.state(run.state().held(session == null ? Holder.Nobody.NEW : new Holder.Bot(session)));
      run.tell(new Event.Paused(false));
    }
    return run.decided();
  }

  /// What became of a message is told to whoever waits for it, and changes nothing.
  Decision deliveryStatus(Input.DeliveryStatus status, Run run) {
    run.tell(
        new Event.MessageStatus(
            status.messageId(), status.kind(), status.atNanos(), status.code()));
    receipts.told(status, run);
    return run.decided();
  }

  /// Ends the session, once, and with it a pause; a hook that is out settles its turn and finds
  /// nothing to go on with.
  Decision close(Run run) {
    if (run.hasSession()) {
      Walk.end(run);
    }
    return run.decided();
  }
}
