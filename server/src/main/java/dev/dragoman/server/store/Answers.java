package dev.dragoman.server.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Where answers are found again by their id, and how they were judged. Thread-safe.
public final class Answers {
  private static final String NOTE =
      """
      insert into gptbots_answer (workspace, id, conversation, first_sequence)
      values (?, ?, ?, ?) on conflict do nothing""";
  private static final String FIND =
      """
      select id, conversation, first_sequence, feedback, quality from gptbots_answer
      where workspace = ? and id = ?""";
  private static final String FEEDBACKS =
      """
      select id, feedback from gptbots_answer
      where workspace = ? and id = any(?) and feedback is not null""";

  private final Jdbi jdbi;

  /// An answer: the turn of that id.
  public record Place(String id, String conversationId, long firstSequence) {}

  /// An answer and how it was judged, in the words of the door.
  public record Judged(Place place, @Nullable String feedback, @Nullable String quality) {}

  /// What is judged.
  public enum Judgement {
    /// The end user's.
    FEEDBACK,
    /// The operator's.
    QUALITY
  }

  /// Works on this pool.
  public Answers(DataSource pool) {
    this.jdbi = Jdbi.create(pool);
    this.jdbi.registerArrayType(String.class, "text");
  }

  /// Remembers where answers stand; those that are known stay as they are.
  public void note(int workspace, List<Place> places) {
    if (places.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          var batch = handle.prepareBatch(NOTE);
          for (Place place : places) {
            batch.add(workspace, place.id(), place.conversationId(), place.firstSequence());
          }
          batch.execute();
        });
  }

  /// The answer of that id.
  public Optional<Judged> find(int workspace, String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(FIND, workspace, id)
                .map(
                    (row, _) ->
                        new Judged(
                            new Place(row.getString(1), row.getString(2), row.getLong(3)),
                            row.getString(4),
                            row.getString(5)))
                .findOne());
  }

  /// The end users' judgements of those answers that have one, by id.
  public Map<String, String> feedbacks(int workspace, List<String> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .select(FEEDBACKS, workspace, ids.toArray(String[]::new))
                .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /// Judges an answer, or with null takes the judgement back; false when nothing changed.
  public boolean judge(int workspace, String id, Judgement what, @Nullable String word) {
    String column =
        switch (what) {
          case FEEDBACK -> "feedback";
          case QUALITY -> "quality";
        };
    String sql =
        "update gptbots_answer set %s = ? where workspace = ? and id = ? and %s is distinct from ?"
            .formatted(column, column);
    return jdbi.withHandle(handle -> handle.execute(sql, word, workspace, id, word) == 1);
  }
}
