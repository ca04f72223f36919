package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.delivery.EventId;
import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.delivery.Schedule;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.delivery.Endpoint;
import dev.dragoman.server.delivery.Notice;
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

/// The events of the webhook center (contract treble §3), with the account's own headers:
/// `session.close` and `deployment.failure`, which conversations tell, and `hsm.status`, which the
/// provider of a line does. Thread-safe.
public final class CenterEvents implements Renderer {
  /// The dialect of endpoints that hear them.
  public static final String NAME = "treble";

  private final StaticHeaders.Secrets secrets;

  /// Finds the headers of what no conversation tells among these secrets.
  public CenterEvents(StaticHeaders.Secrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.SESSION_ENDED, Kind.CAMPAIGN_FAILED, Kind.TEMPLATE_STATUS);
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

  @Override
  public List<Rendered> render(Notice notice, Endpoint endpoint) {
    if (notice.kind() != Kind.TEMPLATE_STATUS || !hears(endpoint, notice.kind())) {
      return List.of();
    }
    String type = "hsm.status";
    Value.Obj data = notice.data();
    Value stories = data.get("stories");
    Value.Obj body =
        Value.Obj.builder()
            .put("event_type", type)
            .put("event_id", notice.eventId())
            .put("timestamp", Clock.iso(notice.atNanos()))
            .put("status", String.valueOf(data.text("status")))
            .put("name", String.valueOf(data.text("name")))
            .put("affected_conversation_ids", stories == null ? Value.List.EMPTY : stories)
            .build();
    byte[] document = Json.write(body, Spacing.PYTHON);
    return List.of(
        new Rendered(
            notice.sequence(),
            notice.eventId(),
            type,
            document,
            headers(secrets, notice.workspace()),
            Optional.empty()));
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
    StaticHeaders.Secrets known = (_, name) -> told.lookups().secret(name);
    List<Header> headers = headers(known, told.workspace());
    return new Rendered(sequence, id, type, document, headers, Optional.empty());
  }

  private static List<Header> headers(StaticHeaders.Secrets secrets, int workspace) {
    List<Header> headers = new ArrayList<>();
    new StaticHeaders(secrets)
        .with(workspace, Map.of("Content-Type", "application/json"))
        .forEach((name, value) -> headers.add(new Header(name, value)));
    return headers;
  }
}
