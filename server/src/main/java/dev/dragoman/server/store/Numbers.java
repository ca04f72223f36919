package dev.dragoman.server.store;

import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// The numbers that dialects send back: unique per server and kind, taken once. Thread-safe.
public final class Numbers {
  private static final String NEXT =
      """
      insert into number_allocation (kind, number, workspace, id)
      select ?, coalesce(max(number), 1000) + 1, ?, ? from number_allocation where kind = ?
      on conflict do nothing returning number""";
  private static final String TAKE =
      """
      insert into number_allocation (kind, number, workspace, id) values (?, ?, ?, ?)
      on conflict do nothing""";
  private static final String OF =
      "select number from number_allocation where workspace = ? and kind = ? and id = ?";
  private static final String OWNER =
      "select workspace, id from number_allocation where kind = ? and number = ?";

  private final Jdbi jdbi;

  /// What a number stands for.
  public record Owner(int workspace, String id) {}

  /// Works on this pool.
  public Numbers(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
  }

  /// The number of a thing, taken if it has none yet.
  public long of(int workspace, String kind, String id) {
    return jdbi.withHandle(
        handle -> {
          while (true) {
            Optional<Long> known =
                handle.select(OF, workspace, kind, id).mapTo(Long.class).findOne();
            if (known.isPresent()) {
              return known.get();
            }
            handle
                .createQuery(NEXT)
                .bind(0, kind)
                .bind(1, workspace)
                .bind(2, id)
                .bind(3, kind)
                .mapTo(Long.class)
                .findOne();
          }
        });
  }

  /// Takes a number that was given; returns false when another thing has it.
  public boolean take(Owner owner, String kind, long number) {
    return jdbi.withHandle(
        handle ->
            handle.execute(TAKE, kind, number, owner.workspace(), owner.id()) == 1
                || owner(kind, number).filter(owner::equals).isPresent());
  }

  /// What has that number.
  public Optional<Owner> owner(String kind, long number) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(OWNER, kind, number)
                .map((row, _) -> new Owner(row.getInt(1), row.getString(2)))
                .findOne());
  }
}
