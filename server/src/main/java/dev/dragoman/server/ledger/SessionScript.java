package dev.dragoman.server.ledger;

import dev.dragoman.server.ledger.Script.Column;
import dev.dragoman.server.ledger.Script.Part;
import dev.dragoman.server.ledger.Script.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Keeps the list of sessions, in the batch that begins and ends them.
final class SessionScript {
  private static final String BEGUN =
      """
      insert into session_listed
        (workspace, bot, conversation, id, story, begun_nanos, ended_nanos)
      select ?, u.* from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
        ?::bigint[]) u
      on conflict do nothing""";

  // Sessions of before there was a list are not in it.
  private static final String CHANGED =
      """
      update session_listed set
        story = case when story = ''
          then (?::text[])[array_position(?::text[], id collate "default")] else story end,
        ended_nanos = greatest(ended_nanos,
          (?::bigint[])[array_position(?::text[], id collate "default")])
      where workspace = ? and conversation = any(?) and id = any(?)""";

  private SessionScript() {}

  static List<Part> parts(int workspace, List<Writes.SessionRow> rows) {
    List<Part> parts = new ArrayList<>();
    List<Writes.SessionRow> begun = rows.stream().filter(Writes.SessionRow::begun).toList();
    if (!begun.isEmpty()) {
      add(
          parts,
          BEGUN,
          workspace,
          texts(begun, row -> row.place().botId()),
          texts(begun, row -> row.place().conversationId()),
          texts(begun, row -> row.place().id()),
          texts(begun, Writes.SessionRow::storyId),
          longs(begun, Writes.SessionRow::begunNanos),
          longs(begun, Writes.SessionRow::endedNanos));
    }
    List<Writes.SessionRow> changed = rows.stream().filter(row -> !row.begun()).toList();
    if (!changed.isEmpty()) {
      Column ids = texts(changed, row -> row.place().id());
      add(
          parts,
          CHANGED,
          texts(changed, Writes.SessionRow::storyId),
          ids,
          longs(changed, Writes.SessionRow::endedNanos),
          ids,
          workspace,
          texts(changed, row -> row.place().conversationId()),
          ids);
    }
    return parts;
  }

  private static void add(List<Part> parts, String sql, Object... parameters) {
    parts.add(new Part(sql, Arrays.asList(parameters), new Result.Count(Script.ANY)));
  }

  private static Column texts(
      List<Writes.SessionRow> rows, Function<Writes.SessionRow, String> field) {
    return Script.texts(rows.stream().map(field).toList());
  }

  private static Column longs(
      List<Writes.SessionRow> rows, Function<Writes.SessionRow, Long> field) {
    return Script.longs(rows.stream().map(field).toList());
  }
}
