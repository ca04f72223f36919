package dev.dragoman.server.botfile;

import dev.dragoman.server.botfile.yaml.Defect;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Report;
import dev.dragoman.server.botfile.yaml.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the ids and numbers a bot file lacks into its text, and changes nothing else: what it
/// does is a list of insertions, and every other byte stays.
public final class IdWriter {
  private IdWriter() {}

  /// The files with their new texts (only those that change), and what could not be written where.
  public record Written(Map<String, String> texts, int lines, List<Defect> refused) {
    /// Copies what it is given.
    public Written {
      texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
      refused = List.copyOf(refused);
    }
  }

  /// A text put in front of the code point at `offset` of a file.
  private record Insertion(String file, int offset, int order, String text) {}

  /// Works out the new texts of `sources`, from which `draft` was read.
  public static Written write(List<Source> sources, BotDraft draft) {
    Report report = new Report();
    Map<String, int[]> texts = new LinkedHashMap<>();
    sources.forEach(source -> texts.put(source.name(), source.text().codePoints().toArray()));
    List<Insertion> insertions = new ArrayList<>();
    int lines = 0;
    for (List<Identities.Missing> body : byBody(draft.missing())) {
      int[] text = texts.get(body.getFirst().body().place().file());
      if (text != null && insert(body, text, insertions, report)) {
        lines += body.size();
      }
    }
    Map<String, String> changed = new LinkedHashMap<>();
    texts.forEach(
        (file, text) -> apply(file, text, insertions).ifPresent(to -> changed.put(file, to)));
    return new Written(changed, lines, report.sorted());
  }

  /// The lines one mapping lacks belong together.
  private static List<List<Identities.Missing>> byBody(List<Identities.Missing> missing) {
    IdentityHashMap<Doc, List<Identities.Missing>> byBody = new IdentityHashMap<>();
    List<List<Identities.Missing>> inOrder = new ArrayList<>();
    for (Identities.Missing one : missing) {
      List<Identities.Missing> same = byBody.get(one.body());
      if (same == null) {
        same = new ArrayList<>();
        byBody.put(one.body(), same);
        inOrder.add(same);
      }
      same.add(one);
    }
    return inOrder;
  }

  private static boolean insert(
      List<Identities.Missing> lines, int[] text, List<Insertion> insertions, Report report) {
    Doc body = lines.getFirst().body();
    String refusal =
        switch (body) {
          case Doc.Entries entries -> intoMapping(lines, entries, text, insertions);
          case Doc.Items items -> aroundList(lines, items, text, insertions);
          case Doc.Scalar _ -> "a single value has no room for an id";
        };
    if (!refusal.isEmpty()) {
      report.add(body.place(), "id-not-written", refusal);
    }
    return refusal.isEmpty();
  }

  private static String intoMapping(
      List<Identities.Missing> lines, Doc.Entries entries, int[] text, List<Insertion> insertions) {
    if (entries.span().made() || entries.entries().isEmpty()) {
      return "an alias or an empty mapping has no room for an id";
    }
    if (entries.span().flow()) {
      String members = members(lines);
      add(insertions, entries.place().file(), entries.span().start() + 1, " " + members + ",");
      return "";
    }
    Doc.Entry first = entries.entries().values().iterator().next();
    int at = first.keySpan().start();
    int column = first.keyPlace().column() - 1;
    int offset = lines.getFirst().bot() ? endOfLine(text, firstValueEnd(entries)) : at - column;
    if (!lines.getFirst().bot() && !isBlank(text, offset, at)) {
      return "put the first key on a line of its own to give this an id";
    }
    if (lines.getFirst().bot() && offset > 0 && text[offset - 1] != '\n') {
      return "the file needs a line break after the bot's name";
    }
    add(insertions, entries.place().file(), offset, block(lines, column, text));
    return "";
  }

  private static int firstValueEnd(Doc.Entries bot) {
    Doc.Entry name = bot.entries().getOrDefault("bot", bot.entries().values().iterator().next());
    return name.value().span().end();
  }

  /// The offset of the line after the one that holds `offset`.
  private static int endOfLine(int[] text, int offset) {
    int at = offset;
    while (at < text.length && text[at] != '\n') {
      at++;
    }
    return Math.min(text.length, at + 1);
  }

  private static boolean isBlank(int[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] != ' ' && text[i] != 0xFEFF) {
        return false;
      }
    }
    return true;
  }

  /// A bare list of examples becomes the `examples` of a mapping.
  private static String aroundList(
      List<Identities.Missing> lines, Doc.Items items, int[] text, List<Insertion> insertions) {
    if (items.span().made()) {
      return "an alias has no room for an id";
    }
    String file = items.place().file();
    if (items.span().flow()) {
      add(insertions, file, items.span().start(), "{ " + members(lines) + ", examples: ");
      insertions.add(new Insertion(file, items.span().end(), -1, " }"));
      return "";
    }
    int column = items.place().column() - 1;
    int offset = items.span().start() - column;
    boolean deeper = keyColumn(text, offset) < column;
    if (!deeper || !isBlank(text, offset, items.span().start())) {
      return "indent the list below its name to give this an id";
    }
    add(
        insertions,
        file,
        offset,
        block(lines, column, text) + " ".repeat(column) + "examples:" + lineBreak(text));
    return "";
  }

  /// The indentation of the line above.
  private static int keyColumn(int[] text, int lineStart) {
    int start = lineStart - 1;
    while (start > 0 && text[start - 1] != '\n') {
      start--;
    }
    int column = 0;
    while (start + column < text.length && text[start + column] == ' ') {
      column++;
    }
    return column;
  }

  private static String members(List<Identities.Missing> lines) {
    return String.join(", ", lines.stream().map(IdWriter::member).toList());
  }

  private static String member(Identities.Missing line) {
    return line.key() + ": " + (line.key().equals("id") ? quoted(line.value()) : line.value());
  }

  /// An id that YAML would take for a number (`123456789012345678901234`, `1e2…`) is quoted.
  private static String quoted(String id) {
    boolean plain = id.chars().anyMatch(c -> c >= 'a' && c <= 'f' && c != 'e');
    return plain ? id : "\"" + id + "\"";
  }

  private static String block(List<Identities.Missing> lines, int column, int[] text) {
    StringBuilder block = new StringBuilder();
    for (Identities.Missing line : lines) {
      block.append(" ".repeat(column)).append(member(line)).append(lineBreak(text));
    }
    return block.toString();
  }

  /// The line break the file itself uses.
  private static String lineBreak(int[] text) {
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        return i > 0 && text[i - 1] == '\r' ? "\r\n" : "\n";
      }
    }
    return "\n";
  }

  private static void add(List<Insertion> insertions, String file, int offset, String text) {
    insertions.add(new Insertion(file, offset, 0, text));
  }

  private static Optional<String> apply(String file, int[] text, List<Insertion> all) {
    List<Insertion> here =
        all.stream()
            .filter(insertion -> insertion.file().equals(file))
            .sorted(Comparator.comparingInt(Insertion::offset).thenComparingInt(Insertion::order))
            .toList();
    if (here.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder result = new StringBuilder();
    int done = 0;
    for (Insertion insertion : here) {
      result.append(new String(text, done, insertion.offset() - done)).append(insertion.text());
      done = insertion.offset();
    }
    return Optional.of(result.append(new String(text, done, text.length - done)).toString());
  }
}
