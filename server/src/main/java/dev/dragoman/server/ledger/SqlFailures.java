package dev.dragoman.server.ledger;

import dev.dragoman.server.ledger.StoreFailure.Kind;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Turns what PostgreSQL says into what the ledger does about it.
final class SqlFailures {
  private static final String UNIQUE = "23505";
  private static final String DEADLOCK = "40P01";
  private static final String SERIALIZATION = "40001";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private SqlFailures() {}

  static StoreFailure of(SQLException e) {
    String code = code(e);
    return new StoreFailure(kind(code), code, e);
  }

  /// After a COMMIT only an answer of the server is certain.
  static StoreFailure ofCommit(SQLException e) {
    String code = code(e);
    Kind kind = kind(code);
    return new StoreFailure(kind == Kind.BROKEN ? Kind.IN_DOUBT : kind, code, e);
  }

  private static String code(SQLException e) {
    @Nullable String state = e.getSQLState();
    return state == null ? "" : state;
  }

  private static Kind kind(String code) {
    if (code.equals(UNIQUE) || code.equals(DEADLOCK) || code.equals(SERIALIZATION)) {
      return Kind.LOST_CLAIM;
    }
    if (code.equals(LOCK_NOT_AVAILABLE)) {
      return Kind.LOCKED;
    }
    // 54 is "too large for this server", such as a key beyond an index page.
    return code.startsWith("22") || code.startsWith("23") || code.startsWith("54")
        ? Kind.BAD_DATA
        : Kind.BROKEN;
  }
}
