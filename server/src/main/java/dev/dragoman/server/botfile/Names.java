package dev.dragoman.server.botfile;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The ids of everything a bot file names, known before anything in it is read.
final class Names {
  private final Map<String, String> stories = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> steps = new LinkedHashMap<>();
  private final Map<String, String> intents = new LinkedHashMap<>();
  private final Set<String> entities = new HashSet<>();
  private final Set<String> stepIds = new HashSet<>();

  void story(String name, String id) {
    stories.put(name, id);
    steps.put(name, new LinkedHashMap<>());
  }

  void step(String story, String name, String id) {
    steps.computeIfAbsent(story, _ -> new LinkedHashMap<>()).put(name, id);
    stepIds.add(id);
  }

  void intent(String name, String id) {
    intents.put(name, id);
  }

  void entity(String name) {
    entities.add(name);
  }

  @Nullable String storyId(String name) {
    return stories.get(name);
  }

  @Nullable String stepId(String story, String step) {
    return steps.getOrDefault(story, Map.of()).get(step);
  }

  @Nullable String intentId(String name) {
    return intents.get(name);
  }

  boolean hasEntity(String name) {
    return entities.contains(name);
  }

  boolean hasStepId(String id) {
    return stepIds.contains(id);
  }

  boolean hasStoryId(String id) {
    return stories.containsValue(id);
  }

  boolean hasIntentId(String id) {
    return intents.containsValue(id);
  }

  Collection<String> storyNames() {
    return stories.keySet();
  }

  Collection<String> stepNames(String story) {
    return steps.getOrDefault(story, Map.of()).keySet();
  }

  Collection<String> intentNames() {
    return intents.keySet();
  }

  Collection<String> entityNames() {
    return entities;
  }
}
