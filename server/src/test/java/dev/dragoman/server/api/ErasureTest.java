package dev.dragoman.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.app.RunningServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// After an erasure nothing personal is left anywhere, and everything else still is.
@ExtendWith(ServerUnderTest.class)
class ErasureTest {
  private static final String NAME = "Zacharias Quillfeather";
  private static final String USER = "zq-4711-personal";
  private static final String ANOTHER = "another-one";
  private static final String TEXT = "my address is 12 Elm Street";

  @Test
  void nothingPersonalIsFoundInAnyTable(RunningServer server) throws SQLException {
    Tenant tenant = Tenant.in(server);
    String conversation = theConversation(tenant, USER, NAME);
    String contact = tenant.admin().get("/conversations/" + conversation).text("contact");
    giveItAFile(server, contact, conversation);
    for (String personal : List.of(NAME, USER, TEXT)) {
      assertThat(tablesWith(server, personal)).as(personal).isNotEmpty();
    }

    Client.Answer erased = tenant.admin().post("/contacts/" + contact + "/erase", null);

    assertThat(erased.number("conversations")).isEqualTo(1);
    for (String personal : List.of(NAME, USER, TEXT)) {
      assertThat(tablesWith(server, personal)).as(personal).isEmpty();
    }
    assertThat(count(server, "erasure", contact, "contact")).isEqualTo(1);
    assertThat(count(server, "audit", contact, "subject")).isEqualTo(1);
  }

  @Test
  void envelopesStay(RunningServer server) {
    Tenant tenant = Tenant.in(server);
    String conversation = theConversation(tenant, ANOTHER, "Bea");
    Client admin = tenant.admin();
    Client.Answer before = admin.get("/conversations/" + conversation);
    String contact = before.text("contact");
    assertThat(admin.post("/contacts/" + contact + "/erase", null).status()).isEqualTo(200);

    assertThat(admin.post("/contacts/" + contact + "/erase", null).status()).isEqualTo(200);
    Client.Answer after = admin.get("/conversations/" + conversation);
    assertThat(after.number("sequence")).isEqualTo(before.number("sequence"));
    assertThat(after.text("holder")).isEqualTo("ended");
    Client.Answer transcript = admin.get("/conversations/" + conversation + "/transcript");
    assertThat(transcript.size("data")).isEqualTo(2);
    assertThat(transcript.text("data", 1, "from")).isEqualTo("erased");
    assertThat(admin.get("/conversations/" + conversation + "/why").size("data")).isEqualTo(2);
    assertThat(admin.get("/contacts/" + contact).text("id")).isEqualTo(contact);
    assertThat(admin.get("/contacts").size("data")).isZero();
    assertThat(admin.patch("/contacts/" + contact, "{\"attributes\": {\"a\": 1}}").status())
        .isEqualTo(404);
  }

  @Test
  void whoWritesAgainIsNewHere(RunningServer server) {
    Tenant tenant = Tenant.in(server);
    String conversation = theConversation(tenant, ANOTHER, "Bea");
    Client admin = tenant.admin();
    String contact = admin.get("/conversations/" + conversation).text("contact");
    assertThat(admin.post("/contacts/" + contact + "/erase", null).status()).isEqualTo(200);

    String body = "{\"input\": {\"type\": \"text\", \"text\": \"hello\"}}";
    assertThat(admin.post("/conversations/" + conversation + "/inputs", body).status())
        .isEqualTo(404);
    Client.Answer again = tenant.says(ANOTHER, "I want a pizza");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("conversation")).isNotEqualTo(conversation);
    assertThat(again.text("contact")).isNotEqualTo(contact);
  }

  private static String theConversation(Tenant tenant, String user, String name) {
    Client.Answer first =
        tenant
            .admin()
            .post(
                "/bots/" + tenant.bot() + "/inputs",
                """
                {"peer": {"user": "%s"}, "attributes": {"firstName": "%s"},
                 "input": {"type": "text", "text": "I want a pizza"}}"""
                    .formatted(user, name));
    assertThat(first.text("messages", 0, "action", "text")).contains(name);
    tenant.says(user, user.equals(USER) ? TEXT : "small");
    return first.text("conversation");
  }

  private static void giveItAFile(RunningServer server, String contact, String conversation)
      throws SQLException {
    try (Connection database = server.database()) {
      execute(
          database,
          "insert into file (workspace, id, contact, at_nanos, bytes, chunks, complete, head)"
              + " values (1, 'f', ?, 1, 1, 1, true, convert_to('"
              + NAME
              + "', 'UTF8'))",
          contact);
      execute(
          database,
          "insert into file_chunk (workspace, file, chunk, content)"
              + " values (1, 'f', 0, convert_to(?, 'UTF8'))",
          TEXT);
      execute(
          database,
          "update file set workspace = (select workspace from conversation where id = ?)",
          conversation);
      execute(
          database,
          "update file_chunk set workspace = (select workspace from conversation where id = ?)",
          conversation);
      execute(
          database,
          "insert into delivery (workspace, endpoint, stream, position, sequence, event, attempt,"
              + " token, kind, status, code, took_micros, next_nanos, outcome, at_nanos, head,"
              + " body, answer) select workspace, 'e', id, 1, 1, 'ev', 1, 1, 'k', 500, '', 1, 0,"
              + " 'failed', 1, t.text, t.text, t.text from conversation, (select convert_to('"
              + TEXT
              + "', 'UTF8') as text) t where id = ?",
          conversation);
    }
  }

  private static void execute(Connection database, String sql, String parameter)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, parameter);
      assertThat(statement.executeUpdate()).isPositive();
    }
  }

  private static int count(RunningServer server, String table, String id, String column)
      throws SQLException {
    try (Connection database = server.database();
        PreparedStatement statement =
            database.prepareStatement(
                "select count(*) from " + table + " where " + column + " = ?")) {
      statement.setString(1, id);
      ResultSet row = statement.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }

  /// The tables in which a text stands anywhere, whether in a text or in packed bytes.
  private static List<String> tablesWith(RunningServer server, String text) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection database = server.database()) {
      for (String table : tables(database)) {
        String sql =
            "select count(*) from "
                + table
                + " t where position(? in t::text) > 0"
                + " or position(encode(convert_to(?, 'UTF8'), 'hex') in t::text) > 0";
        try (PreparedStatement statement = database.prepareStatement(sql)) {
          statement.setString(1, text);
          statement.setString(2, text);
          ResultSet row = statement.executeQuery();
          row.next();
          if (row.getInt(1) > 0) {
            found.add(table);
          }
        }
      }
    }
    return found;
  }

  private static List<String> tables(Connection database) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet names =
        database.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
      while (names.next()) {
        tables.add(names.getString("TABLE_NAME"));
      }
    }
    assertThat(tables).contains("leg", "conversation", "contact", "file_chunk", "delivery");
    return tables;
  }
}
