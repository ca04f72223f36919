package dev.dragoman.server.delivery;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.delivery.EventId;
import dev.dragoman.core.delivery.Kind;
import dev.dragoman.core.model.Value;
import dev.dragoman.core.pack.Pack;
import dev.dragoman.server.egress.Header;
import dev.dragoman.server.store.ContactBody;
import dev.dragoman.server.store.Contacts;
import dev.dragoman.server.store.Conversations;
import dev.dragoman.server.store.Deliveries;
import dev.dragoman.server.store.Lanes;
import dev.dragoman.server.store.LegPages;
import dev.dragoman.server.store.Notices;
import dev.dragoman.server.store.Secrets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a lane has to tell next: rendered from recorded legs, or as it was stored when an attempt
/// failed. Thread-safe.
final class Tellings {
  static final int PAGE = 40;
  private static final Logger LOG = LoggerFactory.getLogger(Tellings.class);

  private final Stores stores;
  private final EndpointBook book;

  /// Where it is read.
  record Stores(
      LegPages legs,
      Conversations conversations,
      Contacts contacts,
      Secrets secrets,
      Deliveries deliveries,
      Notices notices) {}

  /// One thing to tell.
  ///
  /// @param why empty, or why it cannot be told: `erased`, `unrenderable`
  /// @param stored whether its bytes are in the store already
  record Telling(Rendered rendered, String why, boolean stored) {
    static Telling of(Rendered rendered) {
      return new Telling(rendered, "", false);
    }

    static Telling dead(long sequence, String eventId, String kind, String why) {
      return new Telling(Rendered.json(sequence, eventId, kind, new byte[0]), why, true);
    }
  }

  /// What was found, and how far it reaches.
  ///
  /// @param sequence the last one that was looked at
  /// @param seen the number of the last leg
  /// @param more whether there may be more behind
  record Found(List<Telling> tellings, long sequence, int seen, boolean more) {}

  Tellings(Stores stores, EndpointBook book) {
    this.stores = stores;
    this.book = book;
  }

  /// What an endpoint is told of these legs.
  List<Telling> of(Endpoint endpoint, Conversation.Address address, List<Leg> legs) {
    List<Telling> tellings = new ArrayList<>();
    legs.forEach(leg -> tellings.addAll(rendered(endpoint, address, leg)));
    return tellings;
  }

  private List<Telling> rendered(Endpoint endpoint, Conversation.Address address, Leg leg) {
    Renderer renderer = book.renderer(endpoint.dialect());
    try {
      Told told = new Told(endpoint.key().workspace(), address, leg, new Asked(endpoint, address));
      List<Rendered> rendered = renderer.render(told, endpoint);
      refuseDisorder(rendered);
      return rendered.stream().map(Telling::of).toList();
    } catch (RuntimeException defect) {
      long last = last(leg);
      LOG.error("leg {} of {} cannot be told", last, address.conversationId(), defect);
      String id = EventId.of(address.conversationId(), last);
      return List.of(Telling.dead(last, id, "unknown", "unrenderable"));
    }
  }

  private static void refuseDisorder(List<Rendered> rendered) {
    for (int i = 1; i < rendered.size(); i++) {
      if (rendered.get(i).sequence() <= rendered.get(i - 1).sequence()) {
        throw new IllegalStateException("sequences of one leg have to rise");
      }
    }
  }

  private static long last(Leg leg) {
    return leg.firstSequence() + Math.max(1, leg.told().events().size()) - 1;
  }

  /// The next page of a conversation's legs after a sequence, past a leg's number.
  Found next(Endpoint endpoint, LegPages.From from) {
    int workspace = endpoint.key().workspace();
    List<LegPages.Numbered> page = stores.legs().from(workspace, from, PAGE);
    List<Telling> tellings = new ArrayList<>();
    long sequence = from.sequence();
    int seen = from.seen();
    Conversation state =
        page.isEmpty() ? null : stores.conversations().state(workspace, from.conversationId());
    for (LegPages.Numbered one : page) {
      seen = Math.max(seen, one.number());
      Leg leg = one.leg();
      if (leg != null && state != null) {
        tellings.addAll(rendered(endpoint, state.address(), leg));
        sequence = Math.max(sequence, leg.firstSequence() + leg.told().events().size() - 1);
      }
    }
    return new Found(tellings, sequence, seen, page.size() == PAGE);
  }

  /// What lanes of one endpoint that were claimed together have to tell, read with two queries for
  /// all; a lane whose bytes may be stored already, or were erased, is missing and looks itself.
  Map<Lanes.Claimed, LaneRun.InHand> inHand(Endpoint endpoint, List<Lanes.Claimed> claims) {
    Map<String, Lanes.Claimed> fresh = new HashMap<>();
    if (book.renderer(endpoint.dialect()).followsFromLeg()) {
      claims.stream()
          .filter(one -> one.lane().attempts() == 0 && one.ends() == null)
          .filter(one -> !one.key().stream().equals(Lanes.WORKSPACE))
          .forEach(one -> fresh.put(one.key().stream(), one));
    }
    if (fresh.isEmpty()) {
      return Map.of();
    }
    int workspace = endpoint.key().workspace();
    Map<String, Long> sequences = new HashMap<>();
    fresh.forEach((stream, claim) -> sequences.put(stream, claim.lane().sequence()));
    Map<String, List<LegPages.Numbered>> pages = stores.legs().from(workspace, sequences, PAGE);
    Map<String, Conversation> states = stores.conversations().states(workspace, pages.keySet());
    Map<Lanes.Claimed, LaneRun.InHand> hands = new HashMap<>();
    pages.forEach(
        (stream, page) -> {
          Conversation state = states.get(stream);
          List<Leg> legs =
              page.stream().map(LegPages.Numbered::leg).filter(Objects::nonNull).toList();
          if (state != null && legs.size() == page.size()) {
            hands.put(
                Objects.requireNonNull(fresh.get(stream)),
                new LaneRun.InHand(state.address(), legs, page.getLast().number()));
          }
        });
    return hands;
  }

  /// The next events of the workspace after a sequence.
  Found notices(Endpoint endpoint, long after) {
    int workspace = endpoint.key().workspace();
    List<Telling> tellings = new ArrayList<>();
    List<Notices.Row> rows = stores.notices().after(workspace, after, PAGE);
    long sequence = after;
    for (Notices.Row row : rows) {
      sequence = row.sequence();
      Optional<Kind> kind = Kind.of(row.kind());
      if (kind.isPresent() && isFor(endpoint, kind.get(), row.data())) {
        Notice notice =
            new Notice(
                workspace,
                sequence,
                EventId.of(Lanes.WORKSPACE + workspace, sequence),
                row.atNanos(),
                kind.get(),
                row.data());
        book.renderer(endpoint.dialect())
            .render(notice, endpoint)
            .forEach(one -> tellings.add(Telling.of(one)));
      }
    }
    return new Found(tellings, sequence, 0, rows.size() == PAGE);
  }

  private static boolean isFor(Endpoint endpoint, Kind kind, Value.Obj data) {
    return kind != Kind.ENDPOINT_TEST
        || (data.get("endpoint") instanceof Value.Text(var id) && id.equals(endpoint.key().id()));
  }

  /// What was stored of the first unsettled delivery after a sequence.
  Optional<Telling> stored(int workspace, Lanes.Key source, long after, long upTo) {
    return stores
        .deliveries()
        .stored(workspace, source, after, upTo)
        .map(
            stored -> {
              Deliveries.Which which = stored.which();
              byte[] body = stored.kept().body();
              if (stored.erased() || body == null) {
                return Telling.dead(which.sequence(), which.event(), which.kind(), "erased");
              }
              byte[] head = stored.kept().head();
              return new Telling(
                  unpacked(which, head == null ? new byte[0] : head, body), "", true);
            });
  }

  /// The position a delivery had, 0 for none.
  long position(int workspace, Lanes.Key source, long sequence) {
    return stores
        .deliveries()
        .last(workspace, source.endpointId(), source.stream(), sequence)
        .map(Deliveries.Dead::position)
        .orElse(0L);
  }

  /// Address and headers as they are stored.
  static byte[] head(Rendered rendered, String url) {
    List<Value> headers = new ArrayList<>();
    rendered
        .headers()
        .forEach(one -> headers.add(Value.List.of(Value.of(one.name()), Value.of(one.value()))));
    return Pack.pack(
        Value.Obj.builder()
            .put("url", rendered.url().<Value>map(Value::of).orElse(Value.Null.NULL))
            .put("headers", new Value.List(headers))
            .put("called", rendered.url().orElse(url))
            .build());
  }

  private static Rendered unpacked(Deliveries.Which which, byte[] head, byte[] body) {
    List<Header> headers = new ArrayList<>();
    Optional<String> url = Optional.empty();
    if (head.length > 0 && Pack.value(head) instanceof Value.Obj kept) {
      url = kept.get("url") instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty();
      if (kept.get("headers") instanceof Value.List(var pairs)) {
        for (Value pair : pairs) {
          if (pair instanceof Value.List(var two)
              && two.get(0) instanceof Value.Text(var name)
              && two.get(1) instanceof Value.Text(var value)) {
            headers.add(new Header(name, value));
          }
        }
      }
    }
    return new Rendered(which.sequence(), which.event(), which.kind(), body, headers, url);
  }

  private final class Asked implements Told.Lookups {
    private final Endpoint endpoint;
    private final Conversation.Address address;

    Asked(Endpoint endpoint, Conversation.Address address) {
      this.endpoint = endpoint;
      this.address = address;
    }

    @Override
    public ContactBody contact() {
      return stores
          .contacts()
          .get(endpoint.key().workspace(), address.contactId())
          .map(Contacts.Contact::body)
          .orElse(new ContactBody(Value.Obj.EMPTY, Value.Obj.EMPTY));
    }

    @Override
    public Optional<String> secret(String name) {
      return stores.secrets().find(endpoint.key().workspace(), name);
    }
  }
}
