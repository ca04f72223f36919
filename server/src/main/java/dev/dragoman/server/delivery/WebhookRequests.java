package dev.dragoman.server.delivery;

import dev.dragoman.core.bot.Action.OutsideKind;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.delivery.EventId;
import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.delivery.Schedule;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.egress.Header;
import dev.dragoman.server.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What bots ask to be posted somewhere (contract clustaar §4.1, `send_webhook_request_action`):
/// the fields of the action as one JSON object, to the address it names.
///
/// Tried as chats are: an address that is gone holds the later requests of its conversation for
/// twelve minutes, not for days.
public final class WebhookRequests implements Renderer {
  /// Its name as a dialect.
  public static final String NAME = "webhook-request";

  /// The id of the endpoint that every workspace has for it.
  public static final String ENDPOINT = "webhook-requests";

  private static final Set<Kind> KINDS = Set.of(Kind.WEBHOOK_REQUESTED);
  private static final List<Header> JSON = List.of(new Header("Content-Type", "application/json"));

  /// The endpoint that every workspace has for it.
  public static Endpoint standing() {
    return Standing.of(ENDPOINT, NAME, KINDS);
  }

  @Override
  public List<Rendered> render(Told told, Endpoint endpoint) {
    List<Rendered> rendered = new ArrayList<>();
    List<Event> events = told.leg().told().events();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof Event.OutsideRequested(var kind, var fields)
          && kind == OutsideKind.WEBHOOK_REQUEST) {
        long sequence = told.leg().firstSequence() + i;
        String url = fields.text("url");
        rendered.add(
            new Rendered(
                sequence,
                EventId.of(told.address().conversationId(), sequence),
                Kind.WEBHOOK_REQUESTED.wire(),
                Json.write(body(fields)),
                JSON,
                Optional.of(url == null ? "" : url)));
      }
    }
    return rendered;
  }

  private static Value.Obj body(Value.Obj action) {
    ObjBuilder body = Value.Obj.builder();
    if (action.get("fields") instanceof Value.List(var fields)) {
      for (Value field : fields) {
        if (field instanceof Value.Obj one) {
          String key = one.text("key");
          Value value = one.get("value");
          if (key != null && value != null) {
            body.set(key, value);
          }
        }
      }
    }
    return body.build();
  }

  @Override
  public Set<Kind> kinds() {
    return KINDS;
  }

  @Override
  public Schedule schedule() {
    return Schedule.CHAT;
  }

  @Override
  public boolean numbered() {
    return false;
  }

  @Override
  public boolean isForEndpoints() {
    return false;
  }
}
