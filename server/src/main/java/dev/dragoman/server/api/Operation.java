package dev.dragoman.server.api;

import dev.dragoman.server.http.Response;
import dev.dragoman.server.people.Credential;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One route of the API with everything the document says of it: both are made of this.
///
/// @param path below the prefix, with `{name}` places
/// @param kinds the kinds of keys that open it; empty for everybody
record Operation(
    Named named, String method, String path, Set<Credential.Kind> kinds, Traffic traffic) {

  /// Who may ask.
  static final Set<Credential.Kind> ADMIN = EnumSet.of(Credential.Kind.ADMIN);

  static final Set<Credential.Kind> READERS =
      EnumSet.of(Credential.Kind.ADMIN, Credential.Kind.READER);
  static final Set<Credential.Kind> WRITERS =
      EnumSet.of(Credential.Kind.ADMIN, Credential.Kind.CHANNEL);
  static final Set<Credential.Kind> ALL =
      EnumSet.of(Credential.Kind.ADMIN, Credential.Kind.READER, Credential.Kind.CHANNEL);

  /// Who reads what concerns agents and rooms.
  static final Set<Credential.Kind> STAFFED =
      EnumSet.of(Credential.Kind.ADMIN, Credential.Kind.READER, Credential.Kind.AGENT);

  /// Who does what agents do.
  static final Set<Credential.Kind> AGENTS =
      EnumSet.of(Credential.Kind.ADMIN, Credential.Kind.AGENT);

  /// Who reads conversations: of agents, those whose rooms they may see.
  static final Set<Credential.Kind> PEOPLE =
      EnumSet.of(
          Credential.Kind.ADMIN,
          Credential.Kind.READER,
          Credential.Kind.CHANNEL,
          Credential.Kind.AGENT);

  /// Names for people and generators.
  record Named(String id, String tag, String summary) {}

  /// A query parameter or header.
  record Parameter(String name, String in, String description, String schema) {}

  /// What goes in and comes out; schemas are named.
  ///
  /// @param turn whether it drives a turn, so that it takes an `Idempotency-Key` and may be busy
  record Traffic(
      List<Parameter> parameters,
      @Nullable String body,
      int status,
      @Nullable String answer,
      boolean turn,
      Answering answering) {
    /// Whether it answers with a stream of events.
    boolean streams() {
      return EVENT_STREAM.equals(answer);
    }

    Traffic {
      parameters = List.copyOf(parameters);
    }
  }

  /// Answers a request that was let in.
  @FunctionalInterface
  interface Answering {
    Response answer(Call call);
  }

  /// The schema of an answer that is a stream of events.
  static final String EVENT_STREAM = "EventStream";

  static final Parameter LIMIT =
      new Parameter("limit", "query", "How many at most, 1 to 200; 50 by default.", "Limit");
  static final Parameter CURSOR =
      new Parameter("cursor", "query", "`next` of the page before.", "Cursor");
  static final Parameter KEY =
      new Parameter(
          "Idempotency-Key",
          "header",
          "The same key within 72 hours drives one turn and gets its answer again.",
          "IdempotencyKey");

  static final Parameter MATCH =
      new Parameter(
          "If-Match",
          "header",
          "The `ETag` of what is changed; 412 when somebody else changed it since.",
          "EntityTag");

  static Making get(String path, Named named) {
    return new Making("GET", path, named);
  }

  static Making post(String path, Named named) {
    return new Making("POST", path, named);
  }

  static Making put(String path, Named named) {
    return new Making("PUT", path, named);
  }

  static Making patch(String path, Named named) {
    return new Making("PATCH", path, named);
  }

  static Making delete(String path, Named named) {
    return new Making("DELETE", path, named);
  }

  /// An operation being written down. Not thread-safe.
  static final class Making {
    private final String method;
    private final String path;
    private final Named named;
    private final List<Parameter> parameters = new ArrayList<>();
    private Set<Credential.Kind> kinds = ADMIN;
    private @Nullable String body;
    private boolean turn;

    private Making(String method, String path, Named named) {
      this.method = method;
      this.path = path;
      this.named = named;
    }

    Making opens(Set<Credential.Kind> wanted) {
      kinds = wanted;
      return this;
    }

    Making paged() {
      parameters.add(LIMIT);
      parameters.add(CURSOR);
      return this;
    }

    Making filter(String name, String description) {
      return filter(name, description, "Id");
    }

    Making filter(String name, String description, String schema) {
      parameters.add(new Parameter(name, "query", description, schema));
      return this;
    }

    Making reads(String schema) {
      body = schema;
      return this;
    }

    /// Takes the tag of the edition that it changes.
    Making matches() {
      parameters.add(MATCH);
      return this;
    }

    Making drivesTurn() {
      turn = true;
      parameters.add(KEY);
      return this;
    }

    /// With no body in the answer, `schema` is null.
    Operation answers(int status, @Nullable String schema, Answering answering) {
      return new Operation(
          named,
          method,
          path,
          kinds,
          new Traffic(parameters, body, status, schema, turn, answering));
    }
  }
}
