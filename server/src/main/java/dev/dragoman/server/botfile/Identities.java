package dev.dragoman.server.botfile;

import dev.dragoman.core.model.Ids;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Place;
import dev.dragoman.server.botfile.yaml.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The first pass over a file: every name with its id, given or derived, before anything refers to
/// it; and a note of what the file does not say yet, for `--write-ids`.
final class Identities {
  private final Report report;
  private final Names names = new Names();
  private final List<Missing> missing = new ArrayList<>();
  private final Map<String, Place> taken = new HashMap<>();
  private final Map<Integer, Place> takenNumbers = new HashMap<>();
  private final String botId;
  private final int botNumber;
  private final DerivedIds derived;

  /// A line the file lacks: `id` or `number` of what is written in `body` (`bot` says that it
  /// belongs to the whole file and stands below the name).
  record Missing(Doc body, boolean bot, String key, String value) {}

  Identities(Section bot, String name, Report report) {
    this.report = report;
    String given = given(bot.doc(), "id");
    this.botId = given == null ? DerivedIds.ofBot(name) : given;
    this.derived = new DerivedIds(botId);
    if (given == null) {
      missing.add(new Missing(bot.doc(), true, "id", botId));
    }
    this.botNumber = number(bot.doc(), "", true);
    bot.each("entities", (entity, _) -> names.entity(entity));
    bot.each(
        "intents", (intent, entry) -> names.intent(intent, id(entry.value(), "intents." + intent)));
    bot.each("stories", (story, entry) -> story(story, entry.value()));
  }

  private void story(String name, Doc doc) {
    String path = "stories." + name;
    names.story(name, id(doc, path));
    number(doc, path, false);
    if (doc instanceof Doc.Entries story && story.get("steps") instanceof Doc.Entries steps) {
      steps
          .entries()
          .forEach(
              (step, entry) -> {
                if (step.equals("end")) {
                  report.add(entry.keyPlace(), "taken-name", "'end' is the end of the session");
                }
                names.step(name, step, id(entry.value(), path + ".steps." + step));
              });
    }
  }

  private String id(Doc doc, String path) {
    String given = given(doc, "id");
    if (given != null) {
      return given;
    }
    String id = derived.id(path);
    missing.add(new Missing(doc, false, "id", id));
    return id;
  }

  /// The id that is written down; a wrong or repeated one is a defect.
  private @Nullable String given(Doc doc, String key) {
    if (!(doc instanceof Doc.Entries entries && entries.get(key) instanceof Doc.Scalar scalar)) {
      return null;
    }
    String id = scalar.text().toLowerCase(Locale.ROOT);
    if (!Ids.isObjectId(id)) {
      report.add(scalar.place(), "wrong-id", "must be 24 hex digits");
      return null;
    }
    Place before = taken.putIfAbsent(id, scalar.place());
    if (before != null) {
      report.add(scalar.place(), "duplicate-id", "this id stands already at " + before.spot());
    }
    return id;
  }

  private int number(Doc doc, String path, boolean bot) {
    if (doc instanceof Doc.Entries entries && entries.get("number") instanceof Doc.Scalar scalar) {
      return givenNumber(scalar);
    }
    int number = derived.number(path);
    missing.add(new Missing(doc, bot, "number", Integer.toString(number)));
    return number;
  }

  private int givenNumber(Doc.Scalar scalar) {
    int number;
    try {
      number = Integer.parseInt(scalar.text());
    } catch (NumberFormatException notANumber) {
      number = 0;
    }
    if (number < 1) {
      report.add(scalar.place(), "wrong-number", "must be a whole number from 1 to 2147483647");
      return 1;
    }
    Place before = takenNumbers.putIfAbsent(number, scalar.place());
    if (before != null) {
      report.add(
          scalar.place(), "duplicate-number", "this number stands already at " + before.spot());
    }
    return number;
  }

  /// The number of a story, given or derived; what is wrong with it was said before.
  int storyNumber(String name, Doc doc) {
    if (doc instanceof Doc.Entries entries && entries.get("number") instanceof Doc.Scalar scalar) {
      try {
        return Math.max(1, Integer.parseInt(scalar.text()));
      } catch (NumberFormatException saidBefore) {
        return 1;
      }
    }
    return derived.number("stories." + name);
  }

  String botId() {
    return botId;
  }

  int botNumber() {
    return botNumber;
  }

  Names names() {
    return names;
  }

  DerivedIds derived() {
    return derived;
  }

  List<Missing> missing() {
    return missing;
  }
}
