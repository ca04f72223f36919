package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.delivery.EventId;
import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.delivery.Schedule;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.delivery.Endpoint;
import dev.dragoman.server.delivery.Rendered;
import dev.dragoman.server.delivery.Renderer;
import dev.dragoman.server.delivery.Told;
import dev.dragoman.server.egress.Header;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.Spacing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The events of the webhook center that a conversation tells: `session.close` and
/// `deployment.failure` (contract treble §3.2, §3.3), with the account's own headers. There is no
/// `hsm.status`: nothing here changes the state of a template. Thread-safe.
public final class CenterEvents implements Renderer {
  /// The dialect of endpoints that hear them.
  public static final String NAME = "treble";

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.SESSION_ENDED, Kind.CAMPAIGN_FAILED);
  }

  @Override
  public Schedule schedule() {
    return Schedule.CENTER;
  }

  /// The contact's number may have changed since.
  @Override
  public boolean followsFromLeg() {
    return false;
  }

  @Override
  public List<Rendered> render(Told told, Endpoint endpoint) {
    List<Rendered> rendered = new ArrayList<>();
    List<Event> events = told.leg().told().events();
    for (int i = 0; i < events.size(); i++) {
      Optional<Kind> kind = Kind.of(events.get(i));
      if (kind.isPresent() && hears(endpoint, kind.get())) {
        rendered.add(rendered(told, i));
      }
    }
    return rendered;
  }

  private boolean hears(Endpoint endpoint, Kind kind) {
    return kinds().contains(kind)
        && (endpoint.kinds().isEmpty() || endpoint.kinds().contains(kind));
  }

  private static Rendered rendered(Told told, int index) {
    long sequence = told.leg().firstSequence() + index;
    long atNanos = told.leg().moment().epochNanos() + index;
    String id = EventId.of(told.address().conversationId(), sequence);
    ObjBuilder body = Value.Obj.builder().put("event_id", id).put("timestamp", Clock.iso(atNanos));
    Value.Obj user = Phone.of(told.lookups().contact()).user();
    String type = "session.close";
    if (told.leg().told().events().get(index) instanceof Event.CampaignFailed failed) {
      type = "deployment.failure";
      body.put("event_type", type)
          .put("failure_reason", failed.reason().name())
          .put("failed_at", Clock.isoSeconds(atNanos))
          .put("user", user);
    } else if (told.leg().told().events().get(index) instanceof Event.SessionEnded(var session)) {
      Value.Obj closed =
          Value.Obj.builder()
              .put("external_id", session)
              .put("closed_at", Clock.isoSeconds(atNanos))
              .build();
      body.put("event_type", type).put("session", closed).put("user", user);
    }
    byte[] document = Json.write(body.build(), Spacing.PYTHON);
    return new Rendered(sequence, id, type, document, headers(told), Optional.empty());
  }

  private static List<Header> headers(Told told) {
    List<Header> headers = new ArrayList<>();
    new StaticHeaders((_, name) -> told.lookups().secret(name))
        .with(told.workspace(), Map.of("Content-Type", "application/json"))
        .forEach((name, value) -> headers.add(new Header(name, value)));
    return headers;
  }
}
