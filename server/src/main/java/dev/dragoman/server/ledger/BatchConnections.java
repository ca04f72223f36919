package dev.dragoman.server.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// Opens the connections that batches run on. Not pooled: each committer keeps one.
///
/// @param url a JDBC address of PostgreSQL
/// @param properties user, password, and what else the driver is to be told
public record BatchConnections(String url, Properties properties) {
  private static final String PLANS =
      "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off"
          + " -c plan_cache_mode=force_generic_plan -c jit=off";
  private static final String TIMEOUTS =
      " -c lock_timeout=2000 -c tcp_user_timeout=5000"
          + " -c idle_in_transaction_session_timeout=5000";

  /// Copies the properties.
  public BatchConnections {
    Properties copy = new Properties();
    copy.putAll(properties);
    properties = copy;
  }

  /// One for this user.
  public static BatchConnections of(String url, String user, String password) {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return new BatchConnections(url, properties);
  }

  Connection open() throws SQLException {
    Properties all = new Properties();
    all.putAll(properties);
    all.setProperty("ApplicationName", "dragoman-ledger");
    all.setProperty("options", PLANS + TIMEOUTS);
    all.setProperty("prepareThreshold", "1");
    all.setProperty("connectTimeout", "5");
    all.setProperty("socketTimeout", "15");
    all.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(url, all);
  }
}
