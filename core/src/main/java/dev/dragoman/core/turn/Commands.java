package dev.dragoman.core.turn;

import dev.dragoman.core.conversation.Decision;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.model.Value;

/// What is commanded from outside: values, silence, the end.
final class Commands {
  private final Sessions sessions;
  private final ValueTypes types;

  Commands(Sessions sessions, ValueTypes types) {
    this.sessions = sessions;
    this.types = types;
  }

  Decision setValues(Value.Obj values, Run run) {
    if (run.state().holder().session() == null) {
      sessions.start(run.input(), run);
    }
    run.store(types.typed(values));
    return run.decided();
  }

  Decision pause(Run run) {
    Session session = run.state().holder().session();
    run.state(run.state().held(new Holder.Nobody(Holder.Why.PAUSED, session)));
    run.tell(new Event.Paused(true));
    return run.decided();
  }

  Decision release(Run run) {
    boolean paused =
        run.state().holder() instanceof Holder.Nobody(var why, _) && why == Holder.Why.PAUSED;
    if (paused) {
      Session session = run.state().holder().session();
      run.state(run.state().held(session == null ? Holder.Nobody.NEW : new Holder.Bot(session)));
      run.tell(new Event.Paused(false));
    }
    return run.decided();
  }

  /// Ends the session; a hook that is out settles its turn and finds nothing to go on with.
  Decision close(Run run) {
    if (run.state().holder().session() != null) {
      Walk.end(run);
    }
    return run.decided();
  }
}
