package dev.dragoman.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.server.app.RunningServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who was erased stays erased when an older database is put back.
class RestoreTest {
  private static final List<String> KEPT =
      List.of("contact", "contact_identity", "conversation", "leg", "address", "opt_out");

  @TempDir static Path directory;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.start(directory);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void run(String... statements) throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  @Test
  void anErasureSinceTheBackupIsDoneAgainAtTheStart() throws SQLException {
    Tenant tenant = Tenant.in(server);
    String contact = tenant.says("restored-person", "my address is 7 Oak Lane").text("contact");
    for (String table : KEPT) {
      run("create table backup_" + table + " as select * from " + table);
    }
    assertThat(tenant.admin().post("/contacts/" + contact + "/erase", null).status())
        .isEqualTo(200);

    for (String table : KEPT) {
      run("delete from " + table, "insert into " + table + " select * from backup_" + table);
    }
    run("delete from erasure");
    assertThat(legsOf(contact)).isPositive();
    server.restart();

    assertThat(legsOf(contact)).isZero();
    assertThat(server.number("select count(*) from contact where erased")).isEqualTo(1);
    assertThat(server.number("select count(*) from erasure where contact = '" + contact + "'"))
        .isEqualTo(1);
    server.restart();
    assertThat(server.number("select count(*) from audit where action = 'contact.erase'"))
        .isEqualTo(2);
  }

  private static long legsOf(String contact) {
    return server.number(
        "select count(*) from leg l join conversation v on v.id = l.conversation"
            + " where not l.erased and v.contact = '"
            + contact
            + "'");
  }
}
