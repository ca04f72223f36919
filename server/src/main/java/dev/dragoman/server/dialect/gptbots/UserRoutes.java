package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.core.model.Limits;
import dev.dragoman.core.model.ObjBuilder;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Item;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.json.JsonRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Users of the agent: who they are and what is known of them (contract gptbots §10).
final class UserRoutes {
  private static final int MOST_ANONYMOUS = 100;
  private static final int MOST_PROPERTIES = 100;
  private static final int MOST_ASKED = 100;
  private static final int NAME = 100;

  private final Desk desk;
  private final Users users;

  UserRoutes(Desk desk, Users users) {
    this.desk = desk;
    this.users = users;
  }

  private record Bound(String userId, List<Users.Anonymous> anonymous) {}

  private record Property(String name, Value value) {}

  private record Updated(String userId, List<Property> properties) {}

  /// Which users, by one kind of name.
  private record Asked(boolean byUserId, List<String> ids) {}

  Response setUserId(Request request) {
    return desk.access()
        .enter(
            request,
            guest ->
                desk.bodies()
                    .read(
                        request,
                        UserRoutes::bound,
                        bound -> {
                          users.bind(guest, bound.userId(), bound.anonymous());
                          return envelope(user(guest, bound.userId()));
                        }));
  }

  private static Decoded<Bound> bound(Fields fields) {
    String userId = fields.text("user_id", 1, CreateRoute.USER_ID);
    List<Users.Anonymous> anonymous =
        fields.list("anonymous_ids", 1, MOST_ANONYMOUS, UserRoutes::anonymous);
    return fields.decoded(() -> new Bound(userId, anonymous));
  }

  private static Users.@Nullable Anonymous anonymous(Item item) {
    Fields fields = item.object();
    String id = fields.text("anonymous_id", 1, Limits.PEER_LENGTH);
    ConversationType type = fields.choice("conversation_type", ConversationType.WORDS);
    String source = fields.optionalText("source_id", 0, NAME);
    return new Users.Anonymous(id, type, source);
  }

  private Value.Obj user(Access.Guest guest, String userId) {
    List<Value> anonymous =
        users.anonymous(guest, userId).stream()
            .<Value>map(
                one ->
                    Value.Obj.builder()
                        .put("anonymous_id", one.id())
                        .put("conversation_type", one.type().name())
                        .put(
                            "source_id",
                            one.sourceId() == null ? Value.Null.NULL : Value.of(one.sourceId()))
                        .build())
            .toList();
    return Value.Obj.builder()
        .put("user_id", userId)
        .put("anonymous_ids", new Value.List(anonymous))
        .build();
  }

  private static Response envelope(Value data) {
    return Response.json(200, Json.write(Envelope.of(data)));
  }

  Response update(Request request) {
    return desk.access()
        .enter(
            request,
            guest ->
                desk.bodies()
                    .read(request, UserRoutes::updated, updated -> update(guest, updated)));
  }

  private static Decoded<Updated> updated(Fields fields) {
    String userId = fields.text("user_id", 1, CreateRoute.USER_ID);
    List<Property> properties =
        fields.list("property_values", 1, MOST_PROPERTIES, UserRoutes::property);
    return fields.decoded(() -> new Updated(userId, properties));
  }

  private static Property property(Item item) {
    Fields fields = item.object();
    return new Property(fields.text("property_name", 1, NAME), fields.any("value"));
  }

  /// The mixed casing is documented.
  private Response update(Access.Guest guest, Updated updated) {
    ObjBuilder good = Value.Obj.builder();
    List<Value> success = new ArrayList<>();
    List<Value> failed = new ArrayList<>();
    for (Property property : updated.properties()) {
      boolean fits = Users.fits(property.value());
      if (fits) {
        good.set(property.name(), property.value());
      }
      (fits ? success : failed)
          .add(named(fits ? "propertyName" : "property_name", property.name(), property.value()));
    }
    users.update(guest, updated.userId(), good.build());
    return Response.json(
        200,
        Json.write(
            Value.Obj.builder()
                .put("success_update", new Value.List(success))
                .put("fail_update", new Value.List(failed))
                .build()));
  }

  private static Value named(String member, String name, Value value) {
    return Value.Obj.builder().put(member, name).put("value", value).build();
  }

  /// Parameters stand in the query, or, as one official sample has it, in a body.
  Response query(Request request) {
    return desk.access()
        .enter(
            request,
            guest -> {
              Fields fields = given(request, "user_ids", "anonymous_ids");
              List<String> userIds = ids(fields, "user_ids");
              List<String> anonymousIds = ids(fields, "anonymous_ids");
              if (userIds.isEmpty() && anonymousIds.isEmpty()) {
                fields.invalid("user_ids", "or anonymous_ids is required");
              }
              boolean byUser = !userIds.isEmpty();
              return switch (fields.decoded(
                  () -> new Asked(byUser, byUser ? userIds : anonymousIds))) {
                case Decoded.Defective<Asked>(var defects) -> desk.errors().invalid(defects);
                case Decoded.Whole<Asked>(var asked) -> properties(guest, asked);
              };
            });
  }

  private static Fields given(Request request, String... names) {
    if (request.body().length > 0
        && Json.read(request.body()) instanceof JsonRead.Read(Value.Obj body)) {
      return Fields.of(body);
    }
    ObjBuilder asked = Value.Obj.builder();
    for (String name : names) {
      List<Value> ids = new ArrayList<>();
      for (String id : request.query(name).orElse("").split(",", -1)) {
        if (!id.isEmpty()) {
          ids.add(Value.of(id));
        }
      }
      if (!ids.isEmpty()) {
        asked.put(name, new Value.List(ids));
      }
    }
    return Fields.of(asked.build());
  }

  private static List<String> ids(Fields fields, String name) {
    List<String> ids =
        fields.optionalList(name, 0, MOST_ASKED, item -> item.text(1, Limits.PEER_LENGTH));
    return ids == null ? List.of() : ids;
  }

  private Response properties(Access.Guest guest, Asked asked) {
    String name = asked.byUserId() ? "user_id" : "anonymous_id";
    List<Value> found = new ArrayList<>();
    for (String id : asked.ids()) {
      users
          .attributes(guest, id, asked.byUserId())
          .ifPresent(
              attributes ->
                  found.add(
                      Value.Obj.builder()
                          .put(name, id)
                          .put("property_values", values(attributes))
                          .build()));
    }
    return Response.json(200, Json.write(new Value.List(found)));
  }

  private static Value.List values(Value.Obj attributes) {
    List<Value> values = new ArrayList<>();
    for (Map.Entry<String, Value> one : attributes.members().entrySet()) {
      values.add(named("property_name", one.getKey(), one.getValue()));
    }
    return new Value.List(values);
  }

  Response cdp(Request request) {
    return desk.access()
        .enter(
            request,
            guest -> {
              String userId = request.query("user_id").orElse("");
              String anonymousId = request.query("anonymous_id").orElse("");
              if (userId.isEmpty() && anonymousId.isEmpty()) {
                return desk.errors().invalid("user_id", "or anonymous_id is required");
              }
              String of = userId.isEmpty() ? users.userOf(guest, anonymousId).orElse("") : userId;
              boolean there = users.attributes(guest, of, true).isPresent();
              return envelope(there ? Value.Obj.of(of, user(guest, of)) : Value.Obj.EMPTY);
            });
  }
}
