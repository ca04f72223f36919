package dev.dragoman.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Input;
import dev.dragoman.core.conversation.Leg;
import dev.dragoman.core.conversation.Understood;
import dev.dragoman.core.model.TurnTimes;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.botfile.Re2Patterns;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.flow.BotShelf;
import dev.dragoman.server.flow.Chances;
import dev.dragoman.server.flow.Definitions;
import dev.dragoman.server.flow.Publishing;
import dev.dragoman.server.flow.Turns;
import dev.dragoman.server.flow.Understanding;
import dev.dragoman.server.ledger.BatchConnections;
import dev.dragoman.server.ledger.Ledger;
import dev.dragoman.server.ledger.LedgerDatabase;
import dev.dragoman.server.ledger.LedgerSettings;
import dev.dragoman.server.ledger.Outcome;
import dev.dragoman.server.ledger.Target;
import dev.dragoman.server.ledger.Turn;
import dev.dragoman.server.settings.Settings;
import dev.dragoman.server.store.Bots;
import dev.dragoman.server.store.IdentityHash;
import dev.dragoman.server.store.Numbers;
import dev.dragoman.server.store.Schema;
import dev.dragoman.server.store.Workspaces;
import dev.dragoman.server.store.embedded.DataDirectory;
import dev.dragoman.server.store.embedded.EmbeddedPostgres;
import dev.dragoman.server.store.embedded.StartRefused;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Records turns of real bots and decides them again.
@Timeout(180)
class ReplayCommandTest {
  private static final List<String> SAID =
      List.of("hola", "quiero una pizza", "mediana", "margarita", "gracias", "xyzzy", "adiós");

  @TempDir Path directory;

  @Test
  void all_that_bots_decided_is_decided_again_and_damage_is_found() throws Exception {
    Settings settings =
        Settings.load(List.of("--data", directory.resolve("data").toString()), Map.of(), directory);
    String conversation = record(settings);

    assertThat(replay(settings)).isEqualTo(new Run(0, "44 legs, 0 skipped (erased), 0 different"));

    damage(settings, conversation);
    Run damaged = replay(settings);
    assertThat(damaged.exit()).isEqualTo(3);
    assertThat(damaged.output())
        .contains(" 1 different")
        .contains("conversation " + conversation + " sequence ")
        .contains("(leg 2): ");
  }

  @Test
  void a_directory_without_data_is_not_made_one() {
    Path nothing = directory.resolve("nothing");
    Settings settings = Settings.load(List.of("--data", nothing.toString()), Map.of(), directory);

    assertThatThrownBy(() -> replay(settings))
        .isInstanceOf(StartRefused.class)
        .hasMessage("There is no data in " + nothing);
    assertThat(nothing).doesNotExist();
  }

  /// Four people talk to one bot and two to another that changes while its session has ended.
  private static String record(Settings settings) throws Exception {
    try (DataDirectory data = DataDirectory.acquire(settings.dataDirectory());
        EmbeddedPostgres postgres = Serve.embedded(settings.postgres(), data)) {
      House.Database database =
          new House.Database(postgres.url(), postgres.user(), postgres.password());
      data.announce("http://127.0.0.1:8080");
      try (HikariDataSource pool = Pools.turns(settings, database)) {
        Schema.migrate(pool);
        String conversation = talk(pool, database);
        assertThatThrownBy(() -> replay(settings))
            .isInstanceOf(StartRefused.class)
            .hasMessageContaining("is in use by Dragoman (process ")
            .hasMessageContaining("http://127.0.0.1:8080");
        return conversation;
      }
    }
  }

  private static String talk(HikariDataSource pool, House.Database database) {
    int workspace = new Workspaces(pool).first("default").number();
    Bots bots = new Bots(pool);
    Publishing publishing = new Publishing(bots, new Numbers(pool));
    Chances chances = new Chances(new SecureRandom());
    BotShelf shelf =
        new BotShelf(
            bots,
            Definitions::read,
            new Re2Patterns(),
            new BotShelf.Held(100_000_000, TurnTimes.STANDARD));
    LedgerDatabase batches =
        LedgerDatabase.postgres(
            BatchConnections.of(database.url(), database.user(), database.password()), pool);
    IdentityHash hash = new IdentityHash(new SecretKeySpec(new byte[32], "HmacSHA256"));
    Ledger.Ports ports = new Ledger.Ports(batches, shelf, (_, _, _) -> {}, hash, chances::seed);
    try (Ledger ledger = Ledger.open(LedgerSettings.DEFAULT, ports, System::nanoTime)) {
      Turns turns = new Turns(ledger, new Understanding(shelf), chances);
      Talking talking = new Talking(workspace, turns);
      String pizza = publish(publishing, workspace, example("bella-pizza"));
      String last = "";
      for (int person = 0; person < 4; person++) {
        for (String text : SAID) {
          last = talking.say(pizza, "p" + person, text).conversationId();
        }
      }
      changing(publishing, workspace, talking);
      return last;
    }
  }

  /// A session that ended goes on with the version that is published by then.
  private static void changing(Publishing publishing, int workspace, Talking talking) {
    String bot = publish(publishing, workspace, changing("Hello"));
    for (int person = 0; person < 2; person++) {
      assertThat(said(talking.say(bot, "c" + person, "hi"))).contains("Hello");
      talking.end(bot, "c" + person);
    }
    publish(publishing, workspace, changing("Welcome"));
    for (int person = 0; person < 2; person++) {
      for (int again = 0; again < 5; again++) {
        assertThat(said(talking.say(bot, "c" + person, "hi"))).contains("Welcome");
      }
      talking.end(bot, "c" + person);
    }
  }

  private static String said(Turn turn) {
    StringBuilder said = new StringBuilder();
    for (Leg leg : turn.legs()) {
      for (Event.Sent sent : leg.sent()) {
        said.append(sent.action());
      }
    }
    return said.toString();
  }

  private record Talking(int workspace, Turns turns) {
    Turn say(String bot, String person, String text) {
      return take(bot, person, new Input.Text(text, List.of(), Understood.NOTHING));
    }

    void end(String bot, String person) {
      take(bot, person, new Input.Close());
    }

    private Turn take(String bot, String person, Input input) {
      Target target =
          new Target.Addressed(bot, "web", new Target.Identity(bot, person), 0, Value.Obj.EMPTY);
      Outcome outcome = turns.take(new Turns.Taken(workspace, bot, target, input, null));
      assertThat(outcome).isInstanceOf(Outcome.Committed.class);
      return ((Outcome.Committed) outcome).turn();
    }
  }

  private static String publish(Publishing publishing, int workspace, List<Source> files) {
    Publishing.Result result = publishing.publish(workspace, files, "test");
    assertThat(result).isInstanceOf(Publishing.Result.Published.class);
    return ((Publishing.Result.Published) result).bot().id();
  }

  private static List<Source> changing(String word) {
    return List.of(
        new Source(
            "bot.yaml",
            """
            bot: changing
            id: 5b80f21a02259b4187061f55
            number: 77
            language: en
            intents:
              greet: { id: 5f6399e771caea1112f7bb46, examples: [hi, hello, good morning] }
              leave: { id: 6f6399e771caea1112f7bb47, examples: [bye, see you, so long] }
            stories:
              welcome:
                id: 5db67445d6435641552cc848
                number: 78
                on: { intent: greet }
                steps:
                  hello:
                    id: 53be84d0d35c1f71c185ee03
                    say: ["%s"]
            """
                .formatted(word)));
  }

  private static List<Source> example(String name) {
    Path home = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(home.resolve("examples"))) {
      home = home.getParent();
    }
    return Demo.sources(home.resolve("examples").resolve(name));
  }

  /// One byte of one leg is another.
  private static void damage(Settings settings, String conversation) throws Exception {
    try (DataDirectory data = DataDirectory.acquire(settings.dataDirectory());
        EmbeddedPostgres postgres = Serve.embedded(settings.postgres(), data)) {
      House.Database database =
          new House.Database(postgres.url(), postgres.user(), postgres.password());
      try (HikariDataSource pool = Pools.turns(settings, database);
          Connection connection = pool.getConnection();
          var change =
              connection.prepareStatement(
                  "update leg set body = set_byte(body, length(body) / 2,"
                      + " get_byte(body, length(body) / 2) # 255)"
                      + " where conversation = ? and leg = 2")) {
        change.setString(1, conversation);
        assertThat(change.executeUpdate()).isEqualTo(1);
      }
    }
  }

  private record Run(int exit, String output) {}

  private static Run replay(Settings settings) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (PrintStream printed = new PrintStream(output, true, StandardCharsets.UTF_8)) {
      int exit = ReplayCommand.run(settings, printed);
      return new Run(exit, output.toString(StandardCharsets.UTF_8).strip());
    }
  }
}
