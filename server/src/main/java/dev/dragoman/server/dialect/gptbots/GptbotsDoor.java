package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.server.flow.BotKey;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.flow.Directory;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.http.Handler;
import dev.dragoman.server.http.Route;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.store.Answers;
import dev.dragoman.server.store.Conversations;
import dev.dragoman.server.store.ReplyModes;
import dev.dragoman.server.store.Threads;
import java.util.ArrayList;
import java.util.List;

/// GPTBots' HTTP API under `/gptbots` (contract gptbots §1.7).
public final class GptbotsDoor {
  private static final String PREFIX = "/gptbots";

  private GptbotsDoor() {}

  /// What the door reads and drives.
  public record Parts(Manner manner, Keys keys, Flow flow, Records records) {}

  /// How it answers where clients differ.
  ///
  /// @param alwaysOk whether errors have the status 200 too
  /// @param framing of streams, for clients that do not ask for one
  public record Manner(boolean alwaysOk, Framing framing) {}

  /// What takes inputs.
  public record Flow(Turns turns, Directory directory, BotShelf bots, Webhooks webhooks) {}

  /// Which bots have an endpoint that hears what is said in webhook mode.
  @FunctionalInterface
  public interface Webhooks {
    /// Whether this one has.
    boolean has(BotKey bot);
  }

  /// What is kept outside a turn.
  public record Records(
      Threads threads,
      ReplyModes modes,
      Answers answers,
      Conversations conversations,
      Kept.Store files) {}

  /// The door.
  public static Door open(Parts parts) {
    Errors errors = new Errors(parts.manner().alwaysOk());
    Access access = new Access(parts.keys(), parts.flow().directory(), errors);
    Desk desk =
        new Desk(access, new Bodies(errors), errors, new Refusals(errors), parts.flow().turns());
    List<Route> routes = new ArrayList<>();
    routes.addAll(messages(desk, parts));
    return new Door(PREFIX, routes, errors::of);
  }

  private static List<Route> messages(Desk desk, Parts parts) {
    Records records = parts.records();
    Memory memory = new Memory(records);
    CreateRoute create = new CreateRoute(desk, records.threads());
    SendRoute send = new SendRoute(desk, parts.flow(), memory, parts.manner().framing());
    return List.of(
        Route.post("/v1/conversation", create::handle),
        large("/v1/conversation/message", send::v1),
        large("/v2/conversation/message", send::v2));
  }

  private static Route large(String path, Handler handler) {
    return new Route("POST", path, new Route.Body(true, SendRoute.BODY_BYTES), handler);
  }
}
