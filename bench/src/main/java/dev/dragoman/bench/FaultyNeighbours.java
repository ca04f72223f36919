package dev.dragoman.bench;

import dev.dragoman.bench.ledger.Arrival;
import dev.dragoman.bench.ledger.Receiver;
import dev.dragoman.core.model.Value;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A hundred endpoints: what three bad ones and a conversation that is always refused do to how
/// fast the others are told.
final class FaultyNeighbours {
  private static final int BOTS = 5;
  private static final int ENDPOINTS_OF_A_BOT = 20;
  private static final int SECONDS = 20;
  private static final int CONNECTIONS = 16;
  private static final int USERS = 200;
  private static final double TURNS_PER_SECOND = 15;
  private static final List<String> KINDS = List.of("message.received");

  private final Field field;
  private final int seconds;
  private volatile boolean faulty;

  FaultyNeighbours(Field field, Options options) {
    this.field = field;
    this.seconds = options.number("--size", SECONDS);
  }

  Map<String, Double> measure() throws IOException, SQLException {
    try (Nodes nodes = Nodes.open(field, "faulty", 1, Map.of());
        Receiver others = Receiver.open(0, this::others);
        Receiver failing = Receiver.open(0, _ -> faulty ? 500 : 200);
        Receiver hanging = Receiver.open(0, _ -> faulty ? Receiver.HANG : 200)) {
      Office office = new Office(nodes.ready(0));
      List<String> bots = new ArrayList<>();
      Receiver dead = Receiver.open(0, _ -> 200);
      for (int bot = 0; bot < BOTS; bot++) {
        bots.add(office.publish(Office.ECHO.replace("echo", "echo-" + bot)));
        for (int i = 0; i < ENDPOINTS_OF_A_BOT; i++) {
          String name = "e" + bot + "-" + i;
          Receiver receiver = bot > 0 || i > 2 ? others : List.of(dead, failing, hanging).get(i);
          office.endpoint(receiver.url(name), KINDS, Value.Obj.of("bot", Value.of(bots.get(bot))));
        }
      }
      talk(nodes, bots);
      others.forget();
      talk(nodes, bots);
      double good = FirstAttempt.percentile(good(others), 0.99);
      faulty = true;
      dead.close();
      talk(nodes, bots);
      others.forget();
      talk(nodes, bots);
      double bad = FirstAttempt.percentile(good(others), 0.99);
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put("neighbourP99MillisGood", good);
      figures.put("neighbourP99MillisFaulty", bad);
      figures.put("neighbourP99Ratio", bad / good);
      figures.put("neighbourDeliveries", (double) others.count());
      return figures;
    }
  }

  private int others(Arrival seen) {
    return faulty && isPoisoned(seen) ? 500 : 200;
  }

  private static boolean isPoisoned(Arrival seen) {
    return seen.what().told().startsWith(Talkers.POISON);
  }

  private static List<Arrival> good(Receiver receiver) {
    return receiver.arrivals().stream().filter(one -> !isPoisoned(one)).toList();
  }

  private void talk(Nodes nodes, List<String> bots) {
    new OpenLoop(nodes.ready(0), 9)
        .run(
            TURNS_PER_SECOND,
            seconds,
            CONNECTIONS,
            i -> {
              int user = i % USERS;
              String word = user == 0 ? Talkers.POISON : "word";
              return Office.says(bots.get(i % BOTS), "guest-" + user, word + " " + i, "");
            });
  }
}
