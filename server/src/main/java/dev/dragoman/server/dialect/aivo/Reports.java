package dev.dragoman.server.dialect.aivo;

import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Decoded;
import dev.dragoman.server.json.Fields;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.people.Credential.Kind;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.store.Staffing;
import dev.dragoman.server.store.TeamRow;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What reports and administrators ask: a token, and the groups (contract aivo §1.1, §1.2, §2.6).
///
/// The password of a login is a key of the workspace, or a bot's token; what comes back is that key
/// as the header wants it.
final class Reports {
  private static final Set<Kind> READERS = EnumSet.of(Kind.ADMIN, Kind.READER, Kind.AIVO_TOKEN);
  private static final String BEARER = "bearer ";
  private static final int LONGEST = 1_000;

  private final Keys keys;
  private final Staffing staffing;
  private final WireMap.Call group;

  Reports(Keys keys, Staffing staffing, WireMap.Call group) {
    this.keys = keys;
    this.staffing = staffing;
    this.group = group;
  }

  Response login(Request request) {
    return login(request, "user");
  }

  Response loginByMail(Request request) {
    return login(request, "email");
  }

  private Response login(Request request, String who) {
    return Bodies.read(
        request,
        fields -> password(fields, who),
        password ->
            reader(password)
                .map(
                    _ ->
                        Response.json(
                            200,
                            Json.write(
                                Value.Obj.of("Authorization", Value.of("Bearer " + password)))))
                .orElseGet(() -> unauthorized("Who you are and the password do not match")));
  }

  private static Decoded<String> password(Fields fields, String who) {
    fields.text(who, 1, LONGEST);
    String password = fields.text("password", 1, LONGEST);
    return fields.decoded(() -> password);
  }

  /// The error of the gateway (§1.1).
  private static Response unauthorized(String message) {
    Value.Obj body =
        Value.Obj.builder().put("error", "Unauthorized").put("message", message).build();
    return Response.json(401, Json.write(body));
  }

  private Optional<Credential> reader(String key) {
    return keys.find(key).filter(found -> READERS.contains(found.kind()));
  }

  /// Answers for whoever may read; an `X-Token`, if there is one, is a token of the workspace.
  Response enter(Request request, Function<Credential, Response> answer) {
    String header = request.header("Authorization").orElse("").strip();
    String key =
        header.toLowerCase(Locale.ROOT).startsWith(BEARER)
            ? header.substring(BEARER.length()).strip()
            : header;
    return reader(key)
        .filter(found -> belongs(request, found))
        .map(answer)
        .orElseGet(() -> unauthorized("The token is missing, unknown or not good for this"));
  }

  private boolean belongs(Request request, Credential reader) {
    return request
        .header("X-Token")
        .map(
            token ->
                keys.find(token)
                    .filter(found -> found.kind() == Kind.AIVO_TOKEN)
                    .filter(found -> found.workspace() == reader.workspace())
                    .isPresent())
        .orElse(true);
  }

  /// The bot of the `X-Token`, if there is one.
  Optional<String> bot(Request request) {
    return request
        .header("X-Token")
        .flatMap(keys::find)
        .filter(found -> found.kind() == Kind.AIVO_TOKEN)
        .map(Credential::subject);
  }

  Response groups(Request request) {
    return enter(
        request,
        reader -> {
          List<Value> groups =
              staffing.teams(reader.workspace()).stream().<Value>map(this::shown).toList();
          return Response.json(200, Json.write(new Value.List(groups)));
        });
  }

  private Value.Obj shown(TeamRow team) {
    return Value.Obj.builder()
        .put(group.out("id"), team.number())
        .put(group.out("name"), team.name())
        .put(group.out("description"), "")
        .build();
  }
}
