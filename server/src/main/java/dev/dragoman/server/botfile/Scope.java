package dev.dragoman.server.botfile;

import dev.dragoman.core.bot.form.Nearest;
import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Place;
import dev.dragoman.server.botfile.yaml.Report;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What names mean inside one story: turns `go:` and intent names into their written form.
record Scope(String story, Names names, Report report) {

  /// The written target of `step`, `story/step`, `story/`, `end` or a full target; null only when
  /// nothing was given.
  @Nullable Doc target(@Nullable Doc go) {
    return switch (go) {
      case null -> null;
      case Doc.Scalar scalar -> named(scalar.place(), scalar.text().strip());
      case Doc.Entries full -> written(full);
      case Doc.Items list -> {
        report.add(list.place(), "wrong-kind", "must name one place to go, not a list");
        yield end(list.place());
      }
    };
  }

  private Doc named(Place place, String name) {
    if (name.equals("end")) {
      return end(place);
    }
    if (names.stepId(story, name) != null) {
      return step(place, story, name);
    }
    int slash = name.indexOf('/');
    if (slash > 0 && slash < name.length() - 1) {
      return otherStep(place, name.substring(0, slash), name.substring(slash + 1));
    }
    String other = name.endsWith("/") || name.endsWith(":") ? chop(name) : name;
    if (names.storyId(other) == null) {
      return unknown(place, name);
    }
    return full(place, "story", String.valueOf(names.storyId(other)), other);
  }

  /// The end of the session; also stands in for a target that was refused.
  private static Doc end(Place place) {
    return Wire.typed(place, "end").build();
  }

  private static String chop(String name) {
    return name.substring(0, name.length() - 1);
  }

  private Doc otherStep(Place place, String otherStory, String name) {
    if (names.storyId(otherStory) == null) {
      String near = Nearest.suggestion(otherStory, names.storyNames());
      report.add(place, "unknown-target", "there is no story '" + otherStory + "'" + near);
      return end(place);
    }
    if (names.stepId(otherStory, name) == null) {
      String near = Nearest.suggestion(name, names.stepNames(otherStory));
      report.add(
          place,
          "unknown-target",
          "the story '" + otherStory + "' has no step '" + name + "'" + near);
      return end(place);
    }
    return step(place, otherStory, name);
  }

  private Doc unknown(Place place, String name) {
    String near = Nearest.suggestion(name, names.stepNames(story));
    if (near.isEmpty()) {
      near = Nearest.suggestion(name, names.storyNames());
    }
    report.add(place, "unknown-target", "there is no step or story '" + name + "' to go to" + near);
    return end(place);
  }

  private Doc step(Place place, String of, String name) {
    return full(place, "step", String.valueOf(names.stepId(of, name)), name);
  }

  private static Doc full(Place place, String type, String id, String name) {
    return Wire.typed(place, type).put("id", id).put("name", name).build();
  }

  /// A target in its full form: says so when its id is not in the file.
  private Doc written(Doc.Entries full) {
    if (full.get("id") instanceof Doc.Scalar id) {
      String hex = id.text().toLowerCase(Locale.ROOT);
      boolean story = full.get("type") instanceof Doc.Scalar type && type.text().equals("story");
      if (story ? !names.hasStoryId(hex) : !names.hasStepId(hex)) {
        report.add(id.place(), "unknown-target", "the file has no such id");
      }
    }
    return full;
  }

  private static final String NO_ID = "0".repeat(24);

  /// The written form of an intent's name; null only when nothing was given.
  @Nullable Doc intent(@Nullable Doc intent) {
    if (!(intent instanceof Doc.Scalar scalar)) {
      return intent == null ? null : writtenIntent(intent);
    }
    String id = names.intentId(scalar.text());
    if (id == null) {
      String near = Nearest.suggestion(scalar.text(), names.intentNames());
      report.add(
          scalar.place(), "unknown-intent", "there is no intent '" + scalar.text() + "'" + near);
      return full(scalar.place(), "intent", NO_ID, scalar.text());
    }
    return full(scalar.place(), "intent", id, scalar.text());
  }

  private Doc writtenIntent(Doc intent) {
    if (intent instanceof Doc.Entries full && full.get("id") instanceof Doc.Scalar id) {
      if (!names.hasIntentId(id.text().toLowerCase(Locale.ROOT))) {
        report.add(id.place(), "unknown-intent", "the file has no such id");
      }
    }
    return intent;
  }
}
