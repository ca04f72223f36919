package dev.dragoman.core.bot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One published version of a bot: everything a decision needs to know about it.
///
/// Immutable and thread-safe. `id` is 24-hex, `number` is unique per server, `version` counts
/// publications from 1; `language` is the ISO 639-1 code texts fall back to. A `Bot` exists only if
/// its file was checked: every target, intent and entity that is named exists.
public final class Bot {
  private final Head head;
  private final List<Intent> intents;
  private final List<EntityList> entities;
  private final List<Story> stories;
  private final Map<String, ValueType> valueTypes;
  private final Map<String, Story> storiesById = new HashMap<>();
  private final Map<String, Place> placesByStepId = new HashMap<>();
  private final Map<String, Intent> intentsById = new HashMap<>();
  private final Map<String, Story> storiesByIntentId = new HashMap<>();

  /// The few facts that stand above everything else in a bot file.
  public record Head(
      String id, int number, String name, int version, Languages languages, Settings settings) {}

  /// The languages a bot speaks: `main` is one of `all`.
  public record Languages(String main, List<String> all) {
    /// Copies the list.
    public Languages {
      all = List.copyOf(all);
    }
  }

  /// A step and the story it belongs to.
  public record Place(Story story, Step step) {}

  /// Builds the indexes; duplicates are a defect that the check finds before this is called.
  public Bot(
      Head head,
      List<Intent> intents,
      List<EntityList> entities,
      List<Story> stories,
      Map<String, ValueType> valueTypes) {
    this.head = head;
    this.intents = List.copyOf(intents);
    this.entities = List.copyOf(entities);
    this.stories = List.copyOf(stories);
    this.valueTypes = Map.copyOf(valueTypes);
    intents.forEach(intent -> intentsById.put(intent.id(), intent));
    stories.forEach(this::index);
  }

  private void index(Story story) {
    storiesById.put(story.id(), story);
    story.steps().forEach(step -> placesByStepId.put(step.id(), new Place(story, step)));
    story.triggers().forEach(trigger -> index(story, trigger));
  }

  private void index(Story story, Trigger trigger) {
    if (trigger instanceof Trigger.OnIntent onIntent) {
      storiesByIntentId.putIfAbsent(onIntent.intentId(), story);
    }
  }

  /// Id, number, name, version, languages and settings.
  public Head head() {
    return head;
  }

  /// The bot's 24-hex id.
  public String id() {
    return head.id();
  }

  /// The publication this is, counted from 1.
  public int version() {
    return head.version();
  }

  /// The bot's settings.
  public Settings settings() {
    return head.settings();
  }

  /// Intents in the order of the file.
  public List<Intent> intents() {
    return intents;
  }

  /// Declared lists of values with their synonyms.
  public List<EntityList> entities() {
    return entities;
  }

  /// Stories in the order of the file.
  public List<Story> stories() {
    return stories;
  }

  /// Declared types of session values; an undeclared value is text.
  public Map<String, ValueType> valueTypes() {
    return valueTypes;
  }

  /// The story of this id.
  public Optional<Story> story(String id) {
    return Optional.ofNullable(storiesById.get(id));
  }

  /// The step of this id with its story.
  public Optional<Place> place(String stepId) {
    return Optional.ofNullable(placesByStepId.get(stepId));
  }

  /// The intent of this id.
  public Optional<Intent> intent(String id) {
    return Optional.ofNullable(intentsById.get(id));
  }

  /// The story that this intent starts, or null when it starts none.
  public @Nullable Story storyOfIntent(String intentId) {
    return storiesByIntentId.get(intentId);
  }

  /// The story used outside every other one, if the bot has it.
  public Optional<Story> generalFallback() {
    return stories.stream().filter(Story::generalFallback).findFirst();
  }

  @Override
  public String toString() {
    return "Bot[" + head.name() + " v" + head.version() + "]";
  }
}
