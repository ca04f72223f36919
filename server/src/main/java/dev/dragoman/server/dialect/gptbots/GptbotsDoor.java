package dev.dragoman.server.dialect.gptbots;

import dev.dragoman.server.flow.BotKey;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.flow.Directory;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.http.Handler;
import dev.dragoman.server.http.Request;
import dev.dragoman.server.http.Route;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.store.Answers;
import dev.dragoman.server.store.Contacts;
import dev.dragoman.server.store.Conversations;
import dev.dragoman.server.store.Legs;
import dev.dragoman.server.store.ReplyModes;
import dev.dragoman.server.store.Threads;
import dev.dragoman.server.store.read.BotConversations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// GPTBots' HTTP API under `/gptbots` (contract gptbots §1.7).
public final class GptbotsDoor {
  private static final String PREFIX = "/gptbots";

  private GptbotsDoor() {}

  /// What the door reads and drives.
  public record Parts(Manner manner, Keys keys, Flow flow, Records records, People people) {}

  /// How it answers where clients differ.
  ///
  /// @param alwaysOk whether errors have the status 200 too
  /// @param framing of streams, for clients that do not ask for one
  /// @param blockingMillis how long a turn in blocking mode may take
  public record Manner(boolean alwaysOk, Framing framing, int blockingMillis) {}

  /// What takes inputs.
  public record Flow(
      Turns turns, Directory directory, BotShelf bots, Webhooks webhooks, HumanRooms rooms) {}

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
      Legs legs,
      Kept.Store files,
      FileUrls urls) {}

  /// Where a file that was kept is fetched, by whoever has the address.
  @FunctionalInterface
  public interface FileUrls {
    /// The address, as the client of this request reaches it.
    String of(Request request, int workspace, String fileId);
  }

  /// Who the users are and what they talked about.
  ///
  /// @param ids new 24-hex ids
  public record People(Contacts contacts, BotConversations conversations, Supplier<String> ids) {}

  /// The door.
  public static Door open(Parts parts) {
    Errors errors = new Errors(parts.manner().alwaysOk());
    Access access = new Access(parts.keys(), parts.flow().directory(), errors);
    Desk desk =
        new Desk(access, new Bodies(errors), errors, new Refusals(errors), parts.flow().turns());
    List<Route> routes = new ArrayList<>();
    routes.addAll(messages(desk, parts));
    routes.addAll(history(desk, parts));
    routes.addAll(users(desk, parts));
    routes.addAll(humans(desk, parts));
    routes.addAll(new AgentRoutes(desk, parts.flow().bots()).routes());
    return new Door(PREFIX, routes, errors::of);
  }

  private static List<Route> messages(Desk desk, Parts parts) {
    Records records = parts.records();
    Memory memory = new Memory(records);
    CreateRoute create = new CreateRoute(desk, records.threads());
    SendRoute send = new SendRoute(desk, parts.flow(), memory, parts.manner());
    return List.of(
        Route.post("/v1/conversation", create::handle),
        large("/v1/conversation/message", send::v1),
        large("/v2/conversation/message", send::v2));
  }

  private static List<Route> history(Desk desk, Parts parts) {
    Books books = new Books(parts.flow(), parts.records().legs(), parts.records().answers());
    HistoryRoutes history = new HistoryRoutes(desk, books, parts.records().urls());
    AnswerRoutes answers = new AnswerRoutes(desk, books);
    ListRoute list =
        new ListRoute(desk, books, parts.people().conversations(), parts.people().contacts());
    return List.of(
        Route.get("/v1/bot/conversation/page", list::handle),
        Route.get("/v1/messages", history::v1),
        Route.get("/v2/messages", history::v2),
        Route.post("/v1/message/feedback", answers::feedback),
        Route.post("/v1/message/quality", answers::quality),
        Route.get("/v1/next/question", answers::questions),
        Route.get("/v1/correlate/dataset", answers::dataset),
        Route.post("/v1/bot/data/references", answers::references),
        Route.get("/v1/bot/logtree/query", answers::logTree));
  }

  private static List<Route> users(Desk desk, Parts parts) {
    People people = parts.people();
    UserRoutes users = new UserRoutes(desk, new Users(people.contacts(), people.ids()));
    return List.of(
        Route.post("/v1/user/set-userid", users::setUserId),
        Route.post("/v1/property/update", users::update),
        Route.get("/v2/user-property/query", users::query),
        Route.get("/v1/user/get-user-cdp", users::cdp));
  }

  private static List<Route> humans(Desk desk, Parts parts) {
    HumanRoutes humans = new HumanRoutes(desk, parts.flow().rooms());
    return List.of(
        Route.post("/v1/human/message/receive", humans::receive),
        Route.post("/v1/human/close", humans::close));
  }

  private static Route large(String path, Handler handler) {
    return new Route("POST", path, new Route.Body(true, SendRoute.BODY_BYTES), handler);
  }
}
