package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Story;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Response;
import dev.dragoman.server.json.Json;
import dev.dragoman.server.people.Credential;
import java.util.Optional;

/// Flows: the published stories of a workspace (contract treble §4.5).
final class PollRoutes {
  private final Access access;
  private final Polls polls;

  PollRoutes(Access access, Polls polls) {
    this.access = access;
    this.polls = polls;
  }

  /// All of them, bot by bot.
  Response all(Request request) {
    Optional<Credential> account = access.account(request);
    return account.isEmpty()
        ? Errors.unauthorized()
        : Response.json(200, Json.write(all(account.get().workspace())));
  }

  private Value.List all(int workspace) {
    return new Value.List(
        polls.all(workspace).stream().<Value>map(poll -> form(poll.bot(), poll.story())).toList());
  }

  private static Value.Obj form(Bot bot, Story story) {
    Value.Obj settings =
        Value.Obj.builder()
            .put("language", bot.head().languages().main())
            .put("timezone", bot.settings().zone())
            .build();
    return Value.Obj.builder()
        .put("id", story.number())
        .put("name", story.name())
        .put("settings", settings)
        .build();
  }
}
