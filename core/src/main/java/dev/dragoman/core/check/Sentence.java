package dev.dragoman.core.check;

import dev.dragoman.core.bot.Bot;
import dev.dragoman.core.bot.Intent;
import java.util.ArrayList;
import java.util.List;

/// An example of an intent and where it stands.
record Sentence(Intent intent, String text, Spot spot) {
  /// Every example of a bot, in the order of its intents, languages sorted.
  static List<Sentence> all(Bot bot) {
    List<Sentence> all = new ArrayList<>();
    for (Intent intent : bot.intents()) {
      for (String language : intent.examples().keySet().stream().sorted().toList()) {
        List<String> texts = intent.examples().getOrDefault(language, List.of());
        for (int i = 0; i < texts.size(); i++) {
          Spot spot = Spot.of(intent.id()).at("examples." + language, i);
          all.add(new Sentence(intent, texts.get(i), spot));
        }
      }
    }
    return all;
  }

  /// The example without its slots: `{size}` says nothing about the intent.
  String plain() {
    return text.replaceAll("\\{[^}]*\\}", " ").strip();
  }
}
