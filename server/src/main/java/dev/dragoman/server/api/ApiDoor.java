package dev.dragoman.server.api;

import dev.dragoman.server.delivery.Deliverer;
import dev.dragoman.server.delivery.EndpointBook;
import dev.dragoman.server.delivery.Redelivery;
import dev.dragoman.server.egress.EgressClient;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.flow.Publishing;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.http.Route;
import dev.dragoman.server.live.LiveStreams;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.store.Bots;
import dev.dragoman.server.store.ChannelAccounts;
import dev.dragoman.server.store.ChannelSends;
import dev.dragoman.server.store.Contacts;
import dev.dragoman.server.store.Erasures;
import dev.dragoman.server.store.Numbers;
import dev.dragoman.server.store.OptOutBook;
import dev.dragoman.server.store.RoomList;
import dev.dragoman.server.store.Secrets;
import dev.dragoman.server.store.Staffing;
import dev.dragoman.server.store.Workspaces;
import dev.dragoman.server.store.read.BotQueries;
import dev.dragoman.server.store.read.ContactQueries;
import dev.dragoman.server.store.read.ConversationQueries;
import dev.dragoman.server.store.read.DeliveryQueries;
import dev.dragoman.server.store.read.OptOutQueries;
import dev.dragoman.server.store.read.ReadSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The native API under `/api/v1`, and its description under `/docs`.
public final class ApiDoor {
  static final String PREFIX = "/api/v1";

  private ApiDoor() {}

  /// What the API reads and drives.
  public record Parts(
      Keys keys,
      ReadSession reads,
      Flow flow,
      Stores stores,
      Humans humans,
      Sources sources,
      Outwards outwards) {}

  /// What tells the outside.
  public record Outwards(
      EndpointBook book,
      Deliverer deliverer,
      Redelivery redelivery,
      EgressClient egress,
      LiveStreams streams) {}

  /// Groups, agents and their rooms.
  public record Humans(Staffing staffing, RoomList rooms, Numbers numbers) {}

  /// What takes inputs and bots in, with what their webhooks are sent with.
  public record Flow(Turns turns, Publishing publishing, BotShelf shelf, Secrets secrets) {}

  /// What is changed outside of turns.
  public record Stores(
      Workspaces workspaces,
      Bots bots,
      Contacts contacts,
      Erasures erasures,
      OptOutBook optOuts,
      Channels channels) {}

  /// What lines need.
  ///
  /// @param refused why an address may not be called, if it may not
  public record Channels(
      ChannelAccounts accounts,
      ChannelSends sends,
      Numbers numbers,
      Function<String, Optional<String>> refused) {}

  /// Where ids and time come from.
  ///
  /// @param ids new 24-hex ids
  /// @param nowNanos since 1970
  /// @param secrets 24 random bytes each
  public record Sources(Supplier<String> ids, LongSupplier nowNanos, Supplier<byte[]> secrets) {}

  /// The doors of the API and of its description.
  public static List<Door> open(Parts parts) {
    Gate gate = new Gate(parts.keys());
    List<Operation> operations = operations(parts, gate);
    List<Route> routes = operations.stream().map(operation -> route(operation, gate)).toList();
    Docs docs = new Docs(operations);
    return List.of(
        new Door(PREFIX, routes, Problems::of),
        new Door(
            "/docs",
            List.of(
                Route.get("", docs::page),
                Route.get("/", docs::page),
                Route.get("/openapi.json", docs::document),
                Route.get("/asyncapi.json", new AsyncDocs()::document)),
            Problems::of));
  }

  private static List<Operation> humans(Parts parts) {
    Humans humans = parts.humans();
    List<Operation> operations = new ArrayList<>();
    operations.addAll(
        new GroupRoutes(humans.staffing(), humans.numbers(), parts.sources().nowNanos())
            .operations());
    operations.addAll(
        new AgentRoutes(
                new AgentRoutes.Parts(
                    humans.staffing(),
                    humans.rooms(),
                    parts.keys(),
                    parts.flow().turns(),
                    parts.sources()),
                numbering(humans.numbers()))
            .operations());
    return operations;
  }

  private static AgentRoutes.Numbering numbering(Numbers numbers) {
    return new AgentRoutes.Numbering() {
      @Override
      public long of(int workspace, String agentId) {
        return numbers.of(workspace, AgentRoutes.KIND, agentId);
      }

      @Override
      public boolean take(int workspace, String agentId, long number) {
        return numbers.take(new Numbers.Owner(workspace, agentId), AgentRoutes.KIND, number);
      }
    };
  }

  private static Route route(Operation operation, Gate gate) {
    Route.Body body = operation.traffic().body() == null ? Route.Body.ANY : Route.Body.JSON;
    return new Route(
        operation.method(), operation.path(), body, request -> gate.answer(operation, request));
  }

  private static List<Operation> operations(Parts parts, Gate gate) {
    BotQueries bots = new BotQueries(parts.reads());
    ContactQueries contacts = new ContactQueries(parts.reads());
    ConversationQueries conversations = new ConversationQueries(parts.reads());
    History history = new History(conversations);
    Stores stores = parts.stores();
    List<Operation> operations = new ArrayList<>();
    operations.addAll(new WorkspaceRoutes(stores.workspaces(), parts.keys()).operations());
    operations.addAll(new KeyRoutes(parts.keys(), bots, parts.sources().nowNanos()).operations());
    operations.addAll(new SecretRoutes(parts.flow().secrets()).operations());
    operations.addAll(new BotRoutes(bots, parts.flow().publishing(), stores.bots()).operations());
    operations.addAll(
        new ContactRoutes(
                contacts,
                new ContactRoutes.Writes(
                    stores.contacts(), stores.erasures(), parts.sources().ids()),
                new Export(conversations, history))
            .operations());
    operations.addAll(
        new OptOutRoutes(new OptOutQueries(parts.reads()), stores.optOuts(), parts.sources().ids())
            .operations());
    operations.addAll(new HeaderRoutes(parts.flow().secrets()).operations());
    operations.addAll(
        new ConversationRoutes(
                conversations, history, new Reasons(conversations, parts.flow().shelf()))
            .operations());
    operations.addAll(
        new ChannelRoutes(stores.channels(), bots, conversations, parts.sources().ids())
            .operations());
    Drive drive = new Drive(parts.flow().turns());
    operations.addAll(new InputRoutes(bots, conversations, drive).operations());
    operations.addAll(new RoomRoutes(parts.humans().rooms(), conversations, drive).operations());
    operations.addAll(humans(parts));
    operations.addAll(new EndpointRoutes(bots, parts.outwards(), parts.sources()).operations());
    operations.addAll(
        new DeliveryRoutes(new DeliveryQueries(parts.reads()), parts.outwards()).operations());
    operations.addAll(
        new ToldRoutes(
                conversations,
                new DeliveryQueries(parts.reads()),
                parts.outwards(),
                parts.sources().nowNanos())
            .operations());
    operations.addAll(
        new EventRoutes(conversations, parts.outwards().streams(), gate::lets).operations());
    return operations;
  }
}
