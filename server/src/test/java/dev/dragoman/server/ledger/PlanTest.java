package dev.dragoman.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.core.conversation.Timer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Plans are made once, on whatever the tables hold then, and kept: each must be good for a million
/// conversations even if it was made for none.
class PlanTest {
  private static final Pattern SCANNED = Pattern.compile("Index (?:Only )?Scan.* on (\\w+)");
  private static final String ID = "0123456789abcdef01234567";
  private static final String HASH = "0123456789abcdef0123456789abcdef";
  private static final byte[] BODY = {1};

  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  static List<String> statements() {
    List<Script.Part> parts = new ArrayList<>();
    parts.addAll(new LookScript(lookup(false)).parts());
    parts.addAll(new LookScript(lookup(true)).parts());
    parts.addAll(new WriteScript(writes()).parts());
    return parts.stream().map(Script.Part::sql).filter(sql -> !sql.startsWith("insert")).toList();
  }

  @ParameterizedTest
  @MethodSource("statements")
  void every_row_is_found_by_more_than_its_workspace(String statement) throws SQLException {
    List<String> plan = plan(statement);

    assertThat(plan).noneMatch(line -> line.contains("Seq Scan") || line.contains("Materialize"));
    for (int i = 0; i < plan.size(); i++) {
      Matcher scan = SCANNED.matcher(plan.get(i));
      if (scan.find() && !scan.group(1).startsWith("workspace")) {
        assertThat(plan.get(i + 1)).contains("Index Cond: ((workspace = ").contains(") AND (");
      }
    }
    assertThat(plan).anyMatch(line -> SCANNED.matcher(line).find());
  }

  private static List<String> plan(String statement) throws SQLException {
    AtomicInteger parameter = new AtomicInteger();
    String numbered =
        Pattern.compile("\\?")
            .matcher(statement)
            .replaceAll(_ -> "\\$" + parameter.incrementAndGet());
    List<String> plan = new ArrayList<>();
    // Placeholders without values are for the simple protocol only.
    Properties simple = database.connections().properties();
    simple.setProperty("preferQueryMode", "simple");
    try (Connection ledger = new BatchConnections(database.url(), simple).open();
        Statement explain = ledger.createStatement();
        ResultSet lines = explain.executeQuery("explain (generic_plan, costs off) " + numbered)) {
      while (lines.next()) {
        plan.add(lines.getString(1).strip());
      }
    }
    return plan;
  }

  private static Lookup lookup(boolean patient) {
    return new Lookup(
        1,
        patient,
        new Lookup.Rows(
            List.of(ID),
            List.of(new InputId.Key("api", "1")),
            List.of(new LineKey.OfAddress(1, ID, "direct", HASH, 0)),
            List.of(new Lookup.IdentityKey("realm", HASH))),
        List.of(new Attempt.Mark(ID, 1, 1, ID)),
        false);
  }

  private static Writes writes() {
    Looked.ContactRow contact = new Looked.ContactRow(ID, 1, BODY);
    Timer timer = new Timer(1, 1, new Timer.Purpose.QuestionSilent("step"));
    return new Writes(
        1,
        new Writes.Claims(List.of(), List.of(), List.of()),
        new Writes.Contacts(List.of(), List.of(contact)),
        List.of(new Writes.ConversationRow(new Writes.Identity(ID, ID, ID), false, 1, 2, BODY)),
        new Writes.Appended(
            List.of(),
            List.of(),
            List.of(),
            new Writes.Timers(List.of(new Writes.TimerRow(ID, timer)), List.of()),
            List.of(),
            List.of(
                new Writes.SessionRow(new Writes.SessionRow.Place(ID, ID, ID + HASH), "", 0, 1)),
            1),
        new Writes.Rooms(
            List.of(), List.of(new Writes.SeatRow(ID, 1, ID)), List.of(), List.of(ID)));
  }
}
