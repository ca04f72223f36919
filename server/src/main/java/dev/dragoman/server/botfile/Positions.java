package dev.dragoman.server.botfile;

import dev.dragoman.server.botfile.yaml.Doc;
import dev.dragoman.server.botfile.yaml.Place;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the elements of a bot stand in its files: by path (`stories.order.steps.size.do[2]`) and
/// by id of a story, step or intent.
public final class Positions {
  private final Map<String, Place> byPath = new HashMap<>();
  private final Map<String, Place> byId = new HashMap<>();
  private final Map<String, Set<String>> partsByPath = new HashMap<>();

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
        items.items().forEach(item -> part(doc, item.place()));
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
                  part(doc, entry.keyPlace());
                  add(entry.value());
                });
      }
    }
  }

  private void part(Doc whole, Place part) {
    partsByPath.computeIfAbsent(whole.place().path(), _ -> new LinkedHashSet<>()).add(part.path());
  }

  /// The paths of the items or members of this path, in the order of the file.
  public List<String> parts(String path) {
    return List.copyOf(partsByPath.getOrDefault(path, Set.of()));
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
