package dev.dragoman.core.turn;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.conversation.Facts;
import dev.dragoman.core.model.Value;
import java.util.HashSet;
import java.util.Set;

/// Which attributes of the contact a bot reads: only those are facts of its decisions.
final class Reads {
  private final Set<String> keys;

  Reads(Bot bot) {
    Set<String> read = new HashSet<>(AttributeKeys.of(bot));
    read.addAll(OptOuts.READ);
    this.keys = Set.copyOf(read);
  }

  /// The facts without the attributes that this bot never looks at.
  Facts only(Facts facts) {
    return facts.attributes(only(facts.attributes()));
  }

  Value.Obj only(Value.Obj attributes) {
    if (keys.containsAll(attributes.members().keySet())) {
      return attributes;
    }
    var kept = Value.Obj.builder();
    attributes
        .members()
        .forEach(
            (key, value) -> {
              if (keys.contains(key)) {
                kept.put(key, value);
              }
            });
    return kept.build();
  }
}
