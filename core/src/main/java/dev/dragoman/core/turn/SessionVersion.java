package dev.dragoman.core.turn;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Holder;
import dev.dragoman.core.conversation.Session;
import dev.dragoman.core.model.Moment;
import java.time.Duration;

/// Which publication of its bot decides for a conversation.
public final class SessionVersion {
  private SessionVersion() {}

  /// The version the session runs on while it is in use, else the published one.
  ///
  /// @param idleHours how long a session keeps its version unused
  public static int of(Conversation conversation, int published, long nowNanos, int idleHours) {
    Session session = conversation.holder().session();
    if (session == null || conversation.waiting().blocking() != null) {
      return session == null ? published : session.botVersion();
    }
    long idleNanos = nowNanos - conversation.progress().lastNanos();
    boolean inUse = idleNanos < Duration.ofHours(idleHours).toSeconds() * Moment.NANOS_PER_SECOND;
    return inUse && !ended(conversation) ? session.botVersion() : published;
  }

  private static boolean ended(Conversation conversation) {
    return conversation.holder() instanceof Holder.Nobody(var why, _) && why == Holder.Why.ENDED;
  }
}
