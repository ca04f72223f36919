package dev.dragoman.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the role of all reads outside the ledger sees.
class ReaderTest {
  private static final List<String> CREDENTIALS = List.of("api_key", "secret");
  private static TestDatabase database;

  @BeforeAll
  static void migrate() {
    database = TestDatabase.fresh();
    try (TestNode node = TestNode.open(database.ledgers(), 41)) {
      node.said(TestNode.person("one"), "timer 100000");
      node.ledger()
          .submit(
              new Submission(
                  2,
                  TestNode.person("two"),
                  node.text(TestNode.person("two"), "hello", null).arrival(),
                  null,
                  Urgency.LIVE));
    }
  }

  @AfterAll
  static void end() {
    database.close();
  }

  @Test
  void sees_the_rows_of_its_workspace_and_no_other() throws SQLException {
    for (String table : List.of("conversation", "leg", "contact", "address", "workspace")) {
      assertThat(rows("2", "select workspace from " + table))
          .as(table)
          .isNotEmpty()
          .containsOnly("2");
    }
    assertThat(rows("2", "select workspace from timer")).isEmpty();
    assertThat(rows("1", "select workspace from timer")).containsExactly("1");
  }

  @Test
  void sees_nothing_without_a_workspace() throws SQLException {
    assertThat(rows("", "select id from conversation")).isEmpty();
  }

  @Test
  void no_table_of_tenants_is_open_to_it() {
    String open =
        """
        select count(*) from information_schema.columns c
        join pg_class t on t.relname = c.table_name and t.relkind = 'r'
        where c.table_schema = 'public' and c.column_name = 'workspace'
          and has_table_privilege('dragoman_reader', t.oid, 'select')
          and not (t.relrowsecurity and t.relforcerowsecurity)""";

    assertThat(database.number(open)).isZero();
    database.run("alter table leg no force row level security");
    assertThat(database.number(open)).isEqualTo(1);
    database.run("alter table leg force row level security");
  }

  @Test
  void changes_nothing_and_sees_no_credential() {
    assertThatThrownBy(() -> rows("1", "delete from conversation returning id"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
    for (String table : CREDENTIALS) {
      assertThatThrownBy(() -> rows("1", "select workspace from " + table))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  private static List<String> rows(String workspace, String sql) throws SQLException {
    try (Connection connection = database.pool().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local role dragoman_reader");
        statement.execute("set local dragoman.workspace = '" + workspace + "'");
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
        return found;
      } finally {
        connection.rollback();
      }
    }
  }
}
