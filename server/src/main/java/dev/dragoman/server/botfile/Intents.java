package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.Intent;
import dev.dragoman.server.botfile.shape.Shapes;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Place;
import dev.dragoman.server.botfile.yaml.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads intents: examples per language, priority, threshold, parameters.
final class Intents {
  private static final int LONGEST_EXAMPLE = 500;
  private static final Pattern SLOT = Pattern.compile("\\{([\\p{L}\\p{N}_]{1,100})\\}");

  private final Scope scope;
  private final String mainLanguage;
  private final Map<String, Taught> seen = new HashMap<>();

  /// Where an example was met first.
  private record Taught(String intent, Place place) {}

  /// One intent while it is read.
  private static final class Lesson {
    private final String name;
    private final Map<String, List<String>> examples = new LinkedHashMap<>();
    private final Map<String, Intent.Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, Place> slots = new LinkedHashMap<>();
    private int priority;
    private @Nullable Double threshold;

    Lesson(String name) {
      this.name = name;
    }
  }

  Intents(Scope scope, String mainLanguage) {
    this.scope = scope;
    this.mainLanguage = mainLanguage;
  }

  List<Intent> read(Section bot) {
    List<Intent> intents = new ArrayList<>();
    bot.each("intents", (name, entry) -> intents.add(intent(name, entry.value())));
    return intents;
  }

  private Intent intent(String name, Doc doc) {
    Lesson lesson = new Lesson(name);
    if (doc instanceof Doc.Items items) {
      teach(lesson, mainLanguage, items);
    } else {
      Section section = Section.open(doc, Shapes.INTENT, report(), languages(doc));
      if (section != null) {
        full(lesson, section);
      }
    }
    lesson.slots.forEach((slot, place) -> slot(lesson, slot, place));
    if (lesson.examples.values().stream().allMatch(List::isEmpty)) {
      report().add(doc.place(), "no-example", "the intent '" + name + "' has no example");
    }
    String id = String.valueOf(scope.names().intentId(name));
    return new Intent(
        id,
        name,
        lesson.priority,
        lesson.examples,
        List.copyOf(lesson.parameters.values()),
        lesson.threshold);
  }

  private void full(Lesson lesson, Section section) {
    for (String language : languages(section.doc())) {
      Doc list = section.doc().get(language);
      if (list != null) {
        teach(lesson, language, list);
      }
    }
    Doc more = section.get("examples");
    if (more instanceof Doc.Entries perLanguage) {
      perLanguage.entries().forEach((language, entry) -> teach(lesson, language, entry));
    } else if (more != null) {
      teach(lesson, mainLanguage, more);
    }
    section.each(
        "parameters", (name, entry) -> lesson.parameters.put(name, parameter(name, entry.value())));
    lesson.priority = section.whole("priority", -1_000, 1_000, 0);
    lesson.threshold = section.share("threshold");
  }

  private Report report() {
    return scope.report();
  }

  /// The keys that are languages; `id` is one only where it holds a list (Indonesian).
  private static Set<String> languages(Doc doc) {
    Set<String> languages = new LinkedHashSet<>();
    if (doc instanceof Doc.Entries entries) {
      entries.entries().keySet().stream()
          .filter(Scalars::isLanguage)
          .filter(key -> entries.get(key) instanceof Doc.Items)
          .forEach(languages::add);
    }
    return languages;
  }

  private void teach(Lesson lesson, String language, Doc.Entry entry) {
    if (!Scalars.isLanguage(language)) {
      report().add(entry.keyPlace(), "wrong-language", "is not a language code such as en");
    }
    teach(lesson, language, entry.value());
  }

  private void teach(Lesson lesson, String language, Doc list) {
    List<Doc> items = list instanceof Doc.Items several ? several.items() : List.of(list);
    List<String> texts = new ArrayList<>(lesson.examples.getOrDefault(language, List.of()));
    for (Doc item : items) {
      String text = Scalars.text(item, report());
      if (text != null) {
        texts.add(text);
        check(lesson, item.place(), text);
      }
    }
    lesson.examples.put(language, texts);
  }

  private void check(Lesson lesson, Place place, String text) {
    if (text.isBlank() || text.length() > LONGEST_EXAMPLE) {
      report().add(place, "wrong-example", "must have 1..%d characters".formatted(LONGEST_EXAMPLE));
    }
    Matcher matcher = SLOT.matcher(text);
    while (matcher.find()) {
      lesson.slots.putIfAbsent(matcher.group(1), place);
    }
    String folded = text.strip().toLowerCase(Locale.ROOT);
    Taught before = seen.putIfAbsent(folded, new Taught(lesson.name, place));
    if (before != null && !before.intent().equals(lesson.name)) {
      String message = "'%s' is an example of '%s' already, at %s";
      report()
          .add(
              place,
              "duplicate-example",
              message.formatted(text, before.intent(), before.place().spot()));
    }
  }

  /// A slot that nobody declared is a parameter of the same name.
  private void slot(Lesson lesson, String slot, Place place) {
    if (lesson.parameters.containsKey(slot)) {
      return;
    }
    lesson.parameters.put(slot, new Intent.Parameter(slot, slot, false));
    if (!scope.names().hasEntity(slot) && !Entities.BUILT_IN.contains(slot)) {
      String message = "names {" + slot + "}, which is no parameter nor entity";
      report().add(place, "unknown-entity", message);
    }
  }

  private Intent.Parameter parameter(String name, Doc doc) {
    if (doc instanceof Doc.Scalar scalar) {
      Section around =
          Section.open(Wire.at(doc.place()).put("entity", doc).build(), Shapes.PARAMETER, report());
      String entity = around == null ? null : Entities.known(around, "entity", scope);
      return new Intent.Parameter(name, entity == null ? scalar.text() : entity, false);
    }
    Section section = Section.open(doc, Shapes.PARAMETER, report());
    String entity = section == null ? null : Entities.known(section, "entity", scope);
    return new Intent.Parameter(
        name, entity == null ? "" : entity, section != null && section.truth("required"));
  }
}
