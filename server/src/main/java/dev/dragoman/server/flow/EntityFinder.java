package dev.dragoman.server.flow;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Intent;
import dev.dragoman.core.bot.Question;
import dev.dragoman.core.model.Language;
import dev.dragoman.core.understand.entity.EntitySpan;
import dev.dragoman.core.understand.entity.Recogniser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Finds the entities a bot asks for in a text, and no others. Immutable.
final class EntityFinder {
  private final List<Recogniser> recognisers;

  private EntityFinder(List<Recogniser> recognisers) {
    this.recognisers = recognisers;
  }

  /// The finder of a bot: recognisers and declared lists that its intents and questions name.
  static EntityFinder of(Bot bot) {
    Map<String, Recogniser> known = new TreeMap<>(KnownEntities.recognisers());
    bot.entities().forEach(list -> known.put(list.name(), KnownEntities.list(list)));
    List<Recogniser> wanted = new ArrayList<>();
    known.forEach(
        (type, recogniser) -> {
          if (named(bot).contains(type)) {
            wanted.add(recogniser);
          }
        });
    return new EntityFinder(List.copyOf(wanted));
  }

  private static Set<String> named(Bot bot) {
    Set<String> named = new HashSet<>();
    bot.intents().stream()
        .flatMap(intent -> intent.parameters().stream())
        .map(Intent.Parameter::entity)
        .forEach(named::add);
    bot.stories().stream()
        .flatMap(story -> story.steps().stream())
        .forEach(
            step -> {
              if (step.question() instanceof Question.Open open && open.entity() != null) {
                named.add(open.entity());
              }
            });
    return named;
  }

  List<EntitySpan> find(String text, Language language) {
    if (recognisers.isEmpty()) {
      return List.of();
    }
    List<EntitySpan> found = new ArrayList<>();
    recognisers.forEach(recogniser -> found.addAll(recogniser.find(text, language, null)));
    return found;
  }
}
