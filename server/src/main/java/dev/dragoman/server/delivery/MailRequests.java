package dev.dragoman.server.delivery;

import dev.dragoman.core.bot.Action.OutsideKind;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.delivery.EventId;
import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.delivery.Schedule;
import dev.dragoman.server.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Mails that bots ask for. What is stored of them is the action as it was filled; the mail is
/// made of it at each attempt, with the same id and date.
public final class MailRequests implements Renderer {
  /// Its name as a dialect.
  public static final String NAME = "mail";

  private static final Set<Kind> KINDS = Set.of(Kind.MAIL_REQUESTED);

  /// The endpoint that every workspace has for it.
  public static Endpoint standing() {
    return Standing.of(NAME, NAME, KINDS);
  }

  @Override
  public List<Rendered> render(Told told, Endpoint endpoint) {
    List<Rendered> rendered = new ArrayList<>();
    List<Event> events = told.leg().told().events();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof Event.OutsideRequested(var kind, var fields)
          && kind == OutsideKind.EMAIL) {
        long sequence = told.leg().firstSequence() + i;
        String id = EventId.of(told.address().conversationId(), sequence);
        byte[] body = Json.write(Mail.form(id, told.leg().moment().epochNanos() + i, fields));
        rendered.add(Rendered.json(sequence, id, Kind.MAIL_REQUESTED.wire(), body));
      }
    }
    return rendered;
  }

  @Override
  public Set<Kind> kinds() {
    return KINDS;
  }

  @Override
  public Schedule schedule() {
    return Schedule.NATIVE;
  }

  @Override
  public boolean isForEndpoints() {
    return false;
  }
}
