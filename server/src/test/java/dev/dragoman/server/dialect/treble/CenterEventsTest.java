package dev.dragoman.server.dialect.treble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.campaign.FailureReason;
import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Why;
import dev.dragoman.core.delivery.EventId;
import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.model.Moment;
import dev.dragoman.core.model.Seed;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.delivery.Endpoint;
import dev.dragoman.server.delivery.Notice;
import dev.dragoman.server.delivery.Rendered;
import dev.dragoman.server.delivery.Told;
import dev.dragoman.server.egress.Header;
import dev.dragoman.server.store.ContactBody;
import dev.dragoman.server.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The bodies of center events (contract treble §3.2, §3.3).
class CenterEventsTest {
  private static final String CONVERSATION = "b5ec90cb557bb44a705691e1";
  private static final String SESSION = CONVERSATION + "fcb5d19d02bf72527cb561fafca383e2";
  private static final long AT = 1_709_647_869_195_065_000L;

  private static final CenterEvents EVENTS =
      new CenterEvents((_, _) -> Optional.of("{\"X-Shop\":\"k2\"}"));

  private static Told told(Event... events) {
    Leg leg =
        new Leg(
            "65e72a10c9d4b2f7a1e0d3c9",
            41,
            new Moment(AT, 0, new Seed(new byte[Seed.BYTES])),
            new Input.Close(),
            new Facts(Value.Obj.EMPTY, 1, false, false),
            new Leg.Told(List.of(events), null, Value.Obj.EMPTY, Why.NOTHING, true));
    Conversation.Address address =
        new Conversation.Address(CONVERSATION, "b", "p", "direct", "+573005550101");
    return new Told(1, address, leg, new Known());
  }

  private record Known() implements Told.Lookups {
    @Override
    public ContactBody contact() {
      return new ContactBody(Value.Obj.of("phone", Value.of("+573005550101")), Value.Obj.EMPTY);
    }

    @Override
    public Optional<String> secret(String name) {
      return name.equals("treble.headers") ? Optional.of("{\"X-Shop\":\"k1\"}") : Optional.empty();
    }
  }

  private static Endpoint hearing(Kind... kinds) {
    return new Endpoint(
        new Endpoint.Key(1, "65e72a10c9d4b2f7a1e0d3ca"),
        Optional.empty(),
        CenterEvents.NAME,
        "https://shop.example/treble-webhooks",
        Set.of(kinds),
        new Endpoint.Auth.None(),
        Endpoint.Manner.PLAIN,
        Value.Obj.EMPTY,
        Endpoint.Status.ACTIVE);
  }

  private static void check(String name, Rendered rendered) {
    Golden.checkSpaced(
        "treble/" + name,
        new String(rendered.body(), StandardCharsets.UTF_8),
        Map.of("event", rendered.eventId()));
  }

  @Test
  void aSessionThatEndsIsClosed() {
    List<Rendered> all =
        EVENTS.render(
            told(new Event.Received("m", null), new Event.SessionEnded(SESSION)), hearing());

    assertThat(all).hasSize(1);
    assertThat(all.getFirst().sequence()).isEqualTo(42);
    assertThat(all.getFirst().eventId()).isEqualTo(EventId.of(CONVERSATION, 42)).hasSize(24);
    assertThat(all.getFirst().headers())
        .contains(new Header("X-Shop", "k1"), new Header("Content-Type", "application/json"));
    check("session-close", all.getFirst());
  }

  @Test
  void aCampaignThatFailsSaysWhy() {
    Event failed = new Event.CampaignFailed("c", SESSION, FailureReason.FAILURE_BY_HUMAN_HANDOVER);

    check("deployment-failure", EVENTS.render(told(failed), hearing()).getFirst());
  }

  @Test
  void aTemplateThatChangesTellsWhichFlowsUseIt() {
    Value.Obj data =
        Value.Obj.builder()
            .put("status", "APPROVED")
            .put("name", "order_ready")
            .put("language", "es")
            .put("stories", Value.List.of(Value.of(40_213), Value.of(40_377)))
            .build();
    Notice notice = new Notice(1, 7, "65e72a10c9d4b2f7a1e0d3c8", AT, Kind.TEMPLATE_STATUS, data);
    Rendered rendered = EVENTS.render(notice, hearing()).getFirst();

    assertThat(rendered.sequence()).isEqualTo(7);
    assertThat(rendered.headers()).contains(new Header("X-Shop", "k2"));
    check("hsm-status", rendered);
    assertThat(EVENTS.render(notice, hearing(Kind.SESSION_ENDED))).isEmpty();
  }

  @Test
  void anEndpointHearsWhatItAskedFor() {
    Told ended = told(new Event.SessionEnded(SESSION));

    assertThat(EVENTS.render(ended, hearing(Kind.CAMPAIGN_FAILED))).isEmpty();
    assertThat(EVENTS.render(ended, hearing(Kind.SESSION_ENDED))).hasSize(1);
  }
}
