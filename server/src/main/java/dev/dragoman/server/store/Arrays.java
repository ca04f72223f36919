package dev.dragoman.server.store;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// The array types that set-based statements bind.
final class Arrays {
  private Arrays() {}

  static Jdbi registered(DataSource pool) {
    Jdbi jdbi = Jdbi.create(pool);
    jdbi.registerArrayType(String.class, "text");
    jdbi.registerArrayType(Long.class, "int8");
    jdbi.registerArrayType(Integer.class, "int4");
    jdbi.registerArrayType(Boolean.class, "bool");
    return jdbi;
  }
}
