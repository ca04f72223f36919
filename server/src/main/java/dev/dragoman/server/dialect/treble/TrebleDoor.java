package dev.dragoman.server.dialect.treble;

import dev.dragoman.core.campaign.Pacing;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.flow.Directory;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.http.Route;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.store.Bots;
import dev.dragoman.server.store.ChannelAccounts;
import dev.dragoman.server.store.Conversations;
import dev.dragoman.server.store.Legs;
import dev.dragoman.server.store.Numbers;
import dev.dragoman.server.store.OptOutBook;
import dev.dragoman.server.store.SessionList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Treble's HTTP API under `/treble` (contract treble §4).
public final class TrebleDoor {
  private static final String PREFIX = "/treble";

  private TrebleDoor() {}

  /// What the door reads and drives.
  ///
  /// @param updateNeedsKey whether a session's id alone does not open it
  public record Parts(
      Keys keys, Turns turns, Records records, Sources sources, boolean updateNeedsKey) {}

  /// What deployments draw from.
  ///
  /// @param ids new 24-hex ids
  /// @param nowNanos since 1970
  public record Sources(
      ChannelAccounts lines,
      Numbers numbers,
      Supplier<String> ids,
      LongSupplier nowNanos,
      OptedOut optedOut,
      Pacing pacing) {}

  /// Who is in the opt-out book.
  @FunctionalInterface
  public interface OptedOut {
    /// Those of these numbers, in E.164, that are.
    Map<String, OptOutBook.Reason> among(int workspace, List<String> phones);
  }

  /// What is read outside a turn.
  public record Records(
      Directory directory,
      Conversations conversations,
      Legs legs,
      SessionList sessions,
      Bots bots,
      BotShelf shelf) {}

  /// The door.
  public static Door open(Parts parts) {
    Records records = parts.records();
    Access access =
        new Access(
            parts.keys(), records.conversations(), records.directory(), parts.updateNeedsKey());
    FirstCommit turns = new FirstCommit(parts.turns());
    SessionRoutes sessions = new SessionRoutes(access, turns, new SessionHistory(records.legs()));
    Polls published = new Polls(records.bots(), records.shelf());
    PollRoutes polls = new PollRoutes(access, published);
    SessionListRoute list = new SessionListRoute(access, published, records.sessions());
    DeploymentRoute deployments = deployments(parts, access, published, turns);
    return new Door(
        PREFIX,
        List.of(
            Route.post("/session/{id}/update", sessions::update),
            Route.get("/devapi/session/{id}/history", sessions::history),
            Route.get("/devapi/poll/{poll}/sessions", list::list),
            Route.get("/poll/api/all", polls::all),
            Route.post("/deployment/api/poll/{poll}", deployments::deploy)),
        Errors::of);
  }

  private static DeploymentRoute deployments(
      Parts parts, Access access, Polls polls, FirstCommit turns) {
    Sources sources = parts.sources();
    return new DeploymentRoute(
        access,
        polls,
        sources.lines(),
        new Recipients(turns),
        new DeploymentRoute.Sources(
            sources.numbers(),
            sources.ids(),
            sources.nowNanos(),
            sources.optedOut(),
            sources.pacing()));
  }
}
