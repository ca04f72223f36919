package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.server.botfile.shape.Shapes;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Place;
import dev.dragoman.server.botfile.yaml.Report;
import dev.dragoman.server.botfile.yaml.Source;
import dev.dragoman.server.botfile.yaml.SourceFiles;
import dev.dragoman.server.botfile.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a bot from its folder, its file or its texts. Whatever they hold, the answer is a draft.
public final class BotFile {
  /// The keys of the top that several files may share.
  private static final Set<String> SHARED = Set.of("intents", "entities", "values", "stories");

  private BotFile() {}

  /// Reads `bot.yaml`, or every `.yaml` file directly in a folder, as one bot.
  public static BotDraft read(Path folderOrFile) {
    Report report = new Report();
    List<Path> files = SourceFiles.find(folderOrFile, report);
    return read(SourceFiles.read(files, folderOrFile, report), report);
  }

  /// Reads these texts as the files of one bot.
  public static BotDraft read(List<Source> sources) {
    return read(sources, new Report());
  }

  private static BotDraft read(List<Source> sources, Report report) {
    List<Doc> documents = new ArrayList<>();
    for (Source source : sources) {
      YamlReader.read(source, report).ifPresent(documents::add);
    }
    Doc.Entries merged = merged(documents, report);
    if (merged == null) {
      if (report.isClean()) {
        String file = sources.isEmpty() ? "bot.yaml" : sources.getFirst().name();
        var place = new Place(file, 1, 1, "");
        report.add(place, "empty-file", "holds no bot");
      }
      return BotDraft.broken(report.sorted());
    }
    return draft(merged, report);
  }

  private static Doc.@Nullable Entries merged(List<Doc> documents, Report report) {
    Map<String, Doc.Entry> all = new LinkedHashMap<>();
    Doc.Entries first = null;
    for (Doc document : documents) {
      if (!(document instanceof Doc.Entries entries)) {
        report.add(document.place(), "wrong-kind", "must be a mapping, not " + document.kindName());
        continue;
      }
      if (first == null || entries.has("bot")) {
        first = entries;
      }
      entries.entries().forEach((key, entry) -> merge(all, key, entry, report));
    }
    return first == null ? null : new Doc.Entries(first.place(), first.span(), all);
  }

  private static void merge(
      Map<String, Doc.Entry> all, String key, Doc.Entry entry, Report report) {
    Doc.Entry before = all.putIfAbsent(key, entry);
    if (before == null) {
      return;
    }
    if (SHARED.contains(key)
        && before.value() instanceof Doc.Entries one
        && entry.value() instanceof Doc.Entries other) {
      Map<String, Doc.Entry> both = new LinkedHashMap<>(one.entries());
      other.entries().forEach((name, inner) -> merge(both, name, inner, report));
      Doc joined = new Doc.Entries(one.place(), one.span(), both);
      all.put(key, new Doc.Entry(before.keyPlace(), before.keySpan(), joined));
      return;
    }
    String message = "'" + key + "' stands already at " + before.keyPlace().spot();
    report.add(entry.keyPlace(), "duplicate-key", message);
  }

  private static BotDraft draft(Doc.Entries document, Report report) {
    Section bot = Section.open(document, Shapes.BOT, report);
    if (bot == null) {
      return BotDraft.broken(report.sorted());
    }
    String name = bot.text("bot", "");
    if (name.length() > 100 || (bot.has("bot") && name.isBlank())) {
      bot.refuse("bot", "wrong-name", "must have 1..100 characters");
    }
    Identities identities = new Identities(bot, name, report);
    SettingsReader above = new SettingsReader(report);
    Bot.Languages languages = above.languages(bot);
    Scope outside = new Scope("", identities.names(), report);
    BotDraft.Content content =
        new BotDraft.Content(
            new Bot.Head(
                identities.botId(),
                identities.botNumber(),
                name,
                1,
                languages,
                above.settings(bot)),
            new Intents(outside, languages.main()).read(bot),
            Entities.read(bot, report),
            new Stories(identities, report).read(bot),
            above.valueTypes(bot));
    Positions positions = new Positions(document, identities.names());
    return new BotDraft(content, positions, report.sorted(), identities.missing());
  }
}
