package dev.dragoman.server.dialect.aivo;

import dev.dragoman.server.dialect.aivo.QueueRoute.Desks;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.http.Door;
import dev.dragoman.server.http.Route;
import dev.dragoman.server.people.Keys;
import dev.dragoman.server.store.Addresses;
import dev.dragoman.server.store.Contacts;
import dev.dragoman.server.store.Conversations;
import dev.dragoman.server.store.Legs;
import dev.dragoman.server.store.Numbers;
import dev.dragoman.server.store.RoomList;
import dev.dragoman.server.store.Staffing;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// AIVO's Live API under `/aivo` (contract aivo §1, §2); its several host names are one prefix.
public final class AivoDoor {
  static final String LOGIN = "/api/v1/auth";
  static final String LOGIN_BY_MAIL = "/api/v1/user/login-simple";
  private static final String PREFIX = "/aivo";

  private AivoDoor() {}

  /// What the door reads and drives.
  public record Parts(
      Credentials credentials, Turns turns, Addressing addressing, Records records) {}

  /// Who may come in.
  public record Credentials(Keys keys, Numbers numbers) {}

  /// Who is told what.
  ///
  /// @param refused why an address may not be called, or empty
  public record Addressing(Contacts contacts, Function<String, Optional<String>> refused) {}

  /// Where rooms and groups are read.
  public record Records(
      RoomList rooms,
      Conversations conversations,
      Addresses addresses,
      Legs legs,
      Staffing staffing) {}

  /// The door, with the paths and names of this map.
  public static Door open(WireMap map, Parts parts) {
    Records records = parts.records();
    Keys keys = parts.credentials().keys();
    Desks desks =
        new Desks(
            new Access(keys, parts.credentials().numbers()),
            new Rooms(records.rooms(), records.conversations(), records.addresses()),
            parts.turns());
    QueueRoute queue = new QueueRoute(desks, parts.addressing());
    RoomRoutes rooms = new RoomRoutes(desks, map);
    Reports reports = new Reports(keys, records.staffing(), map.group());
    ListRoute list =
        new ListRoute(
            reports,
            new ListRoute.Sources(
                records.rooms(),
                records.conversations(),
                records.legs(),
                parts.addressing().contacts(),
                parts.credentials().numbers(),
                records.staffing()));
    return new Door(
        PREFIX,
        List.of(
            Route.post(QueueRoute.PATH, queue::handle),
            Route.post(map.message().path(), rooms::message),
            Route.post(map.close().path(), rooms::close),
            Route.get(map.group().path(), reports::groups),
            Route.get(ListRoute.PATH, list::handle),
            Route.post(LOGIN, reports::login),
            Route.post(LOGIN_BY_MAIL, reports::loginByMail)),
        Errors::of);
  }
}
