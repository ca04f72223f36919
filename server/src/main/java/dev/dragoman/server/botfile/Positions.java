package dev.dragoman.server.botfile;

import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the elements of a bot stand in its files: by path (`stories.order.steps.size.do[2]`) and
/// by id of a story, step or intent.
public final class Positions {
  private final Map<String, Place> byPath = new HashMap<>();
  private final Map<String, Place> byId = new HashMap<>();

  Positions(Doc document, Names names) {
    add(document);
    names.storyNames().forEach(story -> story(story, names));
    names.intentNames().forEach(intent -> identify(names.intentId(intent), "intents." + intent));
  }

  private void story(String story, Names names) {
    identify(names.storyId(story), "stories." + story);
    names
        .stepNames(story)
        .forEach(
            step -> identify(names.stepId(story, step), "stories." + story + ".steps." + step));
  }

  private void identify(@Nullable String id, String path) {
    Place place = byPath.get(path);
    if (place != null && id != null) {
      byId.put(id, place);
    }
  }

  private void add(Doc doc) {
    switch (doc) {
      case Doc.Scalar _ -> byPath.putIfAbsent(doc.place().path(), doc.place());
      case Doc.Items items -> {
        byPath.putIfAbsent(doc.place().path(), doc.place());
        items.items().forEach(this::add);
      }
      case Doc.Entries entries -> {
        byPath.putIfAbsent(doc.place().path(), doc.place());
        entries
            .entries()
            .values()
            .forEach(
                entry -> {
                  byPath.putIfAbsent(entry.keyPlace().path(), entry.keyPlace());
                  add(entry.value());
                });
      }
    }
  }

  /// Where the element of this path stands.
  public Optional<Place> ofPath(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /// Where the story, step or intent of this id stands: its name.
  public Optional<Place> ofId(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
