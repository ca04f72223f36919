package dev.dragoman.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What a million stored conversations change: turns, log, start.
final class Million {
  private static final int STORED = 1_000_000;
  private static final int FEW = 1_000;
  private static final int CONNECTIONS = 64;
  private static final double SECONDS = 20;

  /// Copies of one conversation and its contact: ids are 24 digits wherever they stand, so the
  /// packed bytes stay as long as they are.
  private static final String COPIES =
      """
      with model as (
        select c.*, p.version as contact_version, encode(c.state, 'hex') as state_hex,
          encode(p.body, 'hex') as body_hex, encode(c.id::bytea, 'hex') as id_hex,
          encode(c.contact::bytea, 'hex') as contact_hex
        from conversation c join contact p on p.workspace = c.workspace and p.id = c.contact
        where c.id = '%1$s'),
      made as (
        select model.*, lpad(to_hex(n), 24, 'c0000000') as new_id,
          lpad(to_hex(n), 24, 'd0000000') as new_contact
        from model, generate_series(1, %2$d) n),
      contacts as (
        insert into contact (workspace, id, version, body)
        select workspace, new_contact, contact_version,
          decode(replace(body_hex, contact_hex, encode(new_contact::bytea, 'hex')), 'hex')
        from made)
      insert into conversation (workspace, id, bot, contact, version, state)
      select workspace, new_id, bot, new_contact, version,
        decode(replace(replace(state_hex, id_hex, encode(new_id::bytea, 'hex')),
          contact_hex, encode(new_contact::bytea, 'hex')), 'hex')
      from made""";

  private final Field field;

  Million(Field field) {
    this.field = field;
  }

  Map<String, Double> measure() throws IOException, SQLException {
    Map<String, Double> figures = new LinkedHashMap<>();
    ServerProcess.Start start = field.server("million", List.of());
    try (ServerProcess server = ServerProcess.start(start)) {
      Clients clients = Clients.make(server.ready(), start.data(), FEW);
      Wal wal = Wal.of(start.data());
      Load load = new Load(server.ready());
      // Both are measured with warm code, or the second would only be the warmer one.
      load.run(CONNECTIONS, 2 * SECONDS, clients::replies);
      Load.Result few = measured("Few", wal, figures, load, clients::replies);
      System.err.println("storing " + STORED + " conversations");
      wal.run(COPIES.formatted(clients.conversations().getFirst(), STORED));
      wal.run("checkpoint");
      spread(clients, load);
      Load.Result many = measured("Million", wal, figures, load, c -> spread(clients, c));
      figures.put("turnsMillionToFew", many.perSecond() / few.perSecond());
      figures.put("millionFailures", (double) (few.failures() + many.failures()));
    }
    try (ServerProcess again = ServerProcess.start(start)) {
      figures.put("readySecondsMillion", again.ready().seconds());
    }
    return figures;
  }

  private static void spread(Clients clients, Load load) {
    load.run(CONNECTIONS, SECONDS / 4, connection -> spread(clients, connection + CONNECTIONS));
  }

  private static Load.Result measured(
      String name,
      Wal wal,
      Map<String, Double> figures,
      Load load,
      java.util.function.IntFunction<byte[][]> requests) {
    long before = wal.bytes();
    Load.Result result = load.run(CONNECTIONS, SECONDS, requests);
    long after = wal.bytes();
    figures.put("turnsPerSecond" + name, result.perSecond());
    figures.put("walBytesPerTurn" + name, (double) (after - before) / Math.max(1, result.count()));
    return result;
  }

  private static byte[][] spread(Clients clients, int connection) {
    Random chance = new Random(connection);
    byte[][] requests = new byte[4_096][];
    for (int i = 0; i < requests.length; i++) {
      String hex = Integer.toHexString(1 + chance.nextInt(STORED));
      String id = "c0000000".repeat(3).substring(0, 24 - hex.length()) + hex;
      requests[i] = clients.reply(id, connection + i, "");
    }
    return requests;
  }
}
