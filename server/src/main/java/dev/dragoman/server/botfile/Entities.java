package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.EntityList;
import dev.dragoman.core.bot.form.Nearest;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads declared lists of values and looks up entities by name.
final class Entities {
  /// What is recognised without being declared.
  static final Set<String> BUILT_IN =
      Set.of(
          "number",
          "percentage",
          "money",
          "email",
          "url",
          "date",
          "time",
          "datetime",
          "duration",
          "phone");

  private Entities() {}

  static List<EntityList> read(Section bot, Report report) {
    List<EntityList> entities = new ArrayList<>();
    bot.each("entities", (name, entry) -> entities.add(entity(name, entry, report)));
    return entities;
  }

  private static EntityList entity(String name, Doc.Entry entry, Report report) {
    if (BUILT_IN.contains(name)) {
      report.add(entry.keyPlace(), "taken-name", "'" + name + "' is recognised without declaring");
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    switch (entry.value()) {
      case Doc.Items items ->
          Scalars.texts(items, report).forEach(value -> values.put(value, List.of()));
      case Doc.Entries mapping ->
          mapping
              .entries()
              .forEach((value, synonyms) -> values.put(value, synonyms(synonyms.value(), report)));
      case Doc.Scalar scalar ->
          report.add(scalar.place(), "wrong-kind", "must map values to lists of synonyms");
    }
    return new EntityList(name, values);
  }

  /// A list, or lists per language: a list of values serves all languages together.
  private static List<String> synonyms(Doc doc, Report report) {
    if (doc.isNothing()) {
      return List.of();
    }
    if (!(doc instanceof Doc.Entries byLanguage)) {
      return Scalars.texts(doc, report);
    }
    List<String> all = new ArrayList<>();
    byLanguage
        .entries()
        .forEach(
            (language, entry) -> {
              if (!Scalars.isLanguage(language)) {
                report.add(entry.keyPlace(), "wrong-language", "is not a language code such as en");
              }
              all.addAll(Scalars.texts(entry.value(), report));
            });
    return all.stream().distinct().toList();
  }

  /// The entity a key names, or null when the key is absent; an unknown one is a defect.
  static @Nullable String known(Section section, String key, Scope scope) {
    String name = section.text(key);
    if (name != null && !BUILT_IN.contains(name) && !scope.names().hasEntity(name)) {
      Set<String> all = new TreeSet<>(BUILT_IN);
      all.addAll(scope.names().entityNames());
      section.refuse(
          key,
          "unknown-entity",
          "there is no entity '" + name + "'" + Nearest.suggestion(name, all));
    }
    return name;
  }
}
